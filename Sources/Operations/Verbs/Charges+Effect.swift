import Billing
import Database
import Store
import WorkEngine

/// A charge is put right before it is billed; the edits run again at once.
struct CorrectChargeEffect: VerbEffect {
  let verb = DecisionVerb.correctCharge

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .correctCharge(let corrections) = work.decision.act,
      case .charge(let story) = work.situation.story
    else { return Prepared() }
    let before = story.review.charge
    let after = corrections.reduce(before) { $0.applying($1) }
    return Prepared(detail: ChargeDifference.text(from: before, to: after))
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .correctCharge(let corrections) = work.decision.act,
      case .charge(let story) = work.situation.story
    else { return [] }
    let (office, connection) = (work.office, work.connection)
    let charge = story.review.charge
    let after = corrections.reduce(charge) { $0.applying($1) }
    try ChargeRevisions.insert(
      charge.id, activity: activity, before: charge, after: after, known: office.known,
      in: connection)
    try Charges.save(after, in: connection)
    try ChargeMaker(office: office, connection: connection).post(
      after.amount - charge.amount, of: charge.id, cause: .unbilledCharge, activity: activity)
    try HoldKeeper(office: office, connection: connection).refresh(charge.id)
    return []
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try restore(done, isBefore: true)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try restore(done, isBefore: false)
  }

  private func restore(_ done: DoneDecision, isBefore: Bool) throws -> [WorkSubject] {
    guard case .charge(let id) = done.subject else { return [] }
    guard let now = try Charges.find(id, in: done.connection), now.standing == .unbilled,
      let other = try ChargeRevisions.charge(
        now, activity: done.decided.activity.id, isBefore: isBefore, in: done.connection)
    else { throw Refusal("The charge is on a claim now; it can no longer be changed.") }
    try Charges.save(other, in: done.connection)
    return try done.changed()
  }
}

/// A charge leaves billing for good.
struct WithdrawChargeEffect: VerbEffect {
  let verb = DecisionVerb.withdrawCharge

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .withdrawCharge(let reason) = work.decision.act,
      case .charge(let story) = work.situation.story
    else { return Prepared() }
    let title = work.office.rules.writeOffs.first { $0.code == reason }?.title
    return Prepared(detail: "\(story.review.charge.amount), \(title ?? reason)")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .charge(let story) = work.situation.story else { return [] }
    let charge = story.review.charge
    try ChargeMaker(office: work.office, connection: work.connection).post(
      -charge.amount, of: charge.id, cause: .unbilledCharge, activity: activity)
    try Charges.setWithdrawn(
      true, charge.id, known: work.office.known, in: work.connection)
    return try work.changed(story.review.order.patient.id)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try set(done, isWithdrawn: false)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try set(done, isWithdrawn: true)
  }

  private func set(_ done: DoneDecision, isWithdrawn: Bool) throws -> [WorkSubject] {
    guard case .charge(let id) = done.subject else { return [] }
    try Charges.setWithdrawn(
      isWithdrawn, id, known: done.office.known, in: done.connection)
    return try done.changed()
  }
}

/// Rented equipment came back.
struct PickupEffect: VerbEffect {
  let verb = DecisionVerb.pickUp

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .pickUp(let day) = work.decision.act else { return Prepared() }
    return Prepared(detail: "on \(day)")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .pickUp(let day) = work.decision.act,
      case .charge(let story) = work.situation.story, let rental = story.review.charge.rental
    else { return [] }
    try Rentals.setPickedUp(day, rental, in: work.connection)
    return try work.changed(story.review.order.patient.id)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try set(nil, done)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .pickUp(let day) = try done.act() else { return [] }
    return try set(day, done)
  }

  private func set(_ day: Day?, _ done: DoneDecision) throws -> [WorkSubject] {
    guard case .charge(let id) = done.subject,
      let rental = try Charges.find(id, in: done.connection)?.rental
    else { return [] }
    try Rentals.setPickedUp(day, rental, in: done.connection)
    return try done.changed()
  }
}

/// A batch went out; taken back, its charges are ready again.
struct SendBatchEffect: VerbEffect {
  let verb = DecisionVerb.transmit

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .batch(let id) = done.subject else { return [] }
    return try BatchSender(office: done.office, connection: done.connection)
      .withdraw(id, outbox: &outbox)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .batch(let id) = done.subject else { return [] }
    return try BatchReturn(office: done.office, connection: done.connection)
      .bringBack(id, of: done.decided.activity.id, outbox: &outbox)
  }
}

/// What a correction changed, in words.
private enum ChargeDifference {
  static func text(from before: Charge, to after: Charge) -> String {
    var parts: [String] = []
    func note(_ name: String, _ old: String, _ new: String) {
      if old != new { parts.append("\(name) \(old.isEmpty ? "none" : old) -> \(new)") }
    }
    note("code", before.procedure.description, after.procedure.description)
    note("units", String(before.units), String(after.units))
    note("charge", before.amount.description, after.amount.description)
    note("serial", before.serialNumber, after.serialNumber)
    note("narrative", before.narrative, after.narrative)
    note("authorization", before.authorizationNumber, after.authorizationNumber)
    note("from", before.serviceFrom.description, after.serviceFrom.description)
    note("through", before.serviceThrough.description, after.serviceThrough.description)
    note(
      "pointers", before.diagnosisPointers.map { String($0) }.joined(separator: ","),
      after.diagnosisPointers.map { String($0) }.joined(separator: ","))
    return parts.joined(separator: "; ")
  }
}
