import Billing
import Database
import Store
import WorkEngine

/// The patient answered, item by item.
struct ContactPatientEffect: VerbEffect {
  let verb = DecisionVerb.contactPatient

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .contactPatient(let answer) = work.decision.act else { return Prepared() }
    let wanted = answer.answers.filter { $0.units > 0 }.map { "\($0.units) \($0.code)" }
    return Prepared(
      detail: (wanted.isEmpty ? "nothing wanted" : wanted.joined(separator: ", "))
        + ", said \(answer.requestedBy)")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .contactPatient(let answer) = work.decision.act,
      case .special(let story) = work.situation.story
    else { return [] }
    let due = story.work.due
    let wanted = answer.answers.filter { $0.units > 0 }
    try SpecialWorks.setStanding(
      wanted.isEmpty ? .declined : .answered, answers: answer.answers,
      of: story.work.id, in: work.connection)
    guard !wanted.isEmpty else { return [] }
    // The affirmative answer, item by item, is the document that lets the refill be charged.
    _ = try Documents.insert(
      DocumentDraft(
        kind: .refillRequest, dated: work.office.today, signer: answer.requestedBy,
        codes: wanted.map(\.code), answers: wanted), of: due.patient, order: due.order,
      receivedOn: work.office.today, activity: activity, known: work.office.known,
      in: work.connection)
    return try work.changed(due.patient)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try Documents.setWithdrawn(true, ofActivity: done.decided.activity.id, in: done.connection)
    return try done.answerAsBefore()
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .special(let id) = done.subject, case .contactPatient(let answer) = try done.act()
    else { return [] }
    try Documents.setWithdrawn(false, ofActivity: done.decided.activity.id, in: done.connection)
    let wants = answer.answers.contains { $0.units > 0 }
    try SpecialWorks.setStanding(
      wants ? .answered : .declined, answers: answer.answers, of: id,
      in: done.connection)
    return try done.changed()
  }
}

/// The order or charge that is due is made.
struct FulfilEffect: VerbEffect {
  let verb = DecisionVerb.fulfil

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .fulfil(let fulfilment) = work.decision.act else { return Prepared() }
    let units = fulfilment.delivered.filter { $0.units > 0 }.map { "\($0.units) \($0.code)" }
    return Prepared(detail: (["on \(fulfilment.on)"] + units).joined(separator: ", "))
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .fulfil(let fulfilment) = work.decision.act,
      case .special(let story) = work.situation.story
    else { return [] }
    return try SpecialOrders(office: work.office, connection: work.connection)
      .fulfil(story, fulfilment)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .special(let id) = done.subject,
      let work = try SpecialWorks.find(id, in: done.connection)
    else { return [] }
    if let made = work.madeOrder, let order = try Orders.find(made, in: done.connection) {
      guard order.standing != .confirmed else {
        throw Refusal("Order \(order.number) that came of it is confirmed: undo that first.")
      }
      try Orders.setStanding(.cancelled, of: made, in: done.connection)
      try Placer(rules: done.office.rules, today: done.office.today)
        .place(.order(made), in: done.connection)
    }
    try SpecialWorks.setStanding(
      work.answers.contains { $0.units > 0 } ? .answered : .open, answers: work.answers,
      of: id, in: done.connection)
    return try done.changed()
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    let work = try done.again()
    guard case .fulfil(let fulfilment) = work.decision.act,
      case .special(let story) = work.situation.story
    else { return [] }
    return try SpecialOrders(office: done.office, connection: done.connection)
      .fulfilAgain(story, fulfilment)
  }
}

/// Work is closed because it is not wanted.
struct DeclineEffect: VerbEffect {
  let verb = DecisionVerb.decline

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .special(let story) = work.situation.story else { return [] }
    try SpecialWorks.setStanding(
      .declined, answers: story.work.answers, of: story.work.id, in: work.connection)
    return []
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try done.answerAsBefore()
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try carryOut(try done.again(), Prepared(), as: done.activity) + done.changed()
  }
}

extension DoneDecision {
  /// What the patient said last before, as far as it stands.
  fileprivate func answerAsBefore() throws -> [WorkSubject] {
    guard case .special(let id) = subject else { return [] }
    let said = try Journal.standing(on: subject, in: connection)
      .last { $0.verb == .contactPatient }
    var answers: [SupplyAnswer] = []
    if case .contactPatient(let answer)? = said?.act {
      answers = answer.answers
    } else if let said {
      answers = try Documents.answers(ofActivity: said.activity, in: connection)
    }
    try SpecialWorks.setStanding(
      answers.contains { $0.units > 0 } ? .answered : .open, answers: answers,
      of: id, in: connection)
    return try changed()
  }
}
