import Billing
import Database
import Store
import WorkEngine

/// A letter that asks for records, what was sent, and what came of it.
struct DocumentRequestEffect: VerbEffect {
  let verb = DecisionVerb.documentRequest

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .documentRequest(let step) = work.decision.act else { return Prepared() }
    switch step {
    case .letter(let letter):
      return Prepared(
        detail: "letter of \(letter.datedOn) from \(letter.contractor.title), due \(letter.dueOn)"
          + (letter.asksFor.isEmpty ? "" : ": " + letter.asksFor))
    case .sent(let day, let how): return Prepared(detail: "sent \(day) by \(how)")
    case .result(let result, let day): return Prepared(detail: "\(result.rawValue) on \(day)")
    }
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .documentRequest(let step) = work.decision.act, let claim = work.claim else {
      return []
    }
    try RequestSteps(connection: work.connection, subject: .claim(claim), today: work.office.today)
      .take(step, as: activity)
    return []
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try Requests.takeBack(done.decided.activity.id, in: done.connection)
    return []
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .documentRequest(let step) = try done.act(), case .claim(let claim) = done.subject
    else { return [] }
    try RequestSteps(connection: done.connection, subject: .claim(claim), today: done.office.today)
      .take(step, as: done.decided.activity.id)
    return []
  }
}

/// One step of a request in the table of requests; done again it is the same row.
struct RequestSteps {
  let connection: Connection
  let subject: Requests.Subject
  let today: Day

  func take(_ step: DocumentRequestStep, as activity: ActivityID) throws {
    switch step {
    case .letter(let letter):
      if try Requests.reopen(activity, in: connection) { return }
      try Requests.open(
        letter, about: subject, activity: activity, known: today, in: connection)
    case .sent(let day, let how):
      try Requests.send(
        try pending(.documents), on: day, by: how, activity: activity, known: today,
        in: connection)
    case .result(let result, let day):
      let state: RequestState =
        switch result {
        case .accepted: .accepted
        case .partly: .partly
        case .denied: .denied
        }
      try Requests.close(
        try pending(.documents), as: state, on: day, activity: activity, known: today,
        in: connection)
    }
  }

  func take(_ step: AuthorizationStep, on day: Day, as activity: ActivityID) throws {
    switch step {
    case .asked(let asked, let reference):
      if try Requests.reopen(activity, in: connection) { return }
      try Requests.ask(
        authorizationFor: subject, on: asked, reference: reference, activity: activity,
        known: today, in: connection)
    case .obtained(let grant):
      // One that came without having been asked for is a request of its own.
      let id = try Requests.pending(.authorization, about: subject, in: connection)
      if id == nil, try !Requests.reopen(activity, in: connection) {
        try Requests.ask(
          authorizationFor: subject, on: nil, reference: "", activity: activity, known: today,
          in: connection)
      }
      try Requests.close(
        try pending(.authorization), as: .obtained, on: day, grant: grant, activity: activity,
        known: today, in: connection)
    case .refused(let refused, let reference):
      try Requests.close(
        try pending(.authorization), as: .refused, on: refused, reference: reference,
        activity: activity, known: today, in: connection)
    }
  }

  private func pending(_ kind: RequestKind) throws -> Int64 {
    guard let id = try Requests.pending(kind, about: subject, in: connection) else {
      throw Refusal("No request is open whose next step that could be.")
    }
    return id
  }
}
