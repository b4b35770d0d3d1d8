import Billing
import Database
import Store
import WorkEngine

/// What somebody asked for is allowed, and what was waiting for that alone is done.
struct GrantEffect: VerbEffect {
  let verb = DecisionVerb.grant

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard let approval = try work.approval() else { return Prepared() }
    return Prepared(detail: "\(approval.purpose.title.lowercased()) \(approval.about)")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let approval = try work.approval() else { return [] }
    switch (approval.purpose, approval.target) {
    case (.reopenClose, .period(let period)):
      try CloseDesk(office: work.office, connection: work.connection).open(period, by: approval)
      return []
    case (_, .work(let subject)): return [subject]
    case (_, .period): return []
    }
  }

  /// A period that was opened is closed again as it was.
  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard case .approval(let id) = done.subject,
      let approval = try Approvals.find(id, in: done.connection)
    else { return [] }
    switch (approval.purpose, approval.target) {
    case (.reopenClose, .period):
      try CloseDesk(office: done.office, connection: done.connection).closeAgain(approval)
      return []
    case (_, .work(let subject)): return [subject]
    case (_, .period): return []
    }
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try carryOut(done.again(), Prepared(), as: done.activity)
  }
}

/// What somebody asked for is refused.
struct RefuseEffect: VerbEffect {
  let verb = DecisionVerb.refuse

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard let approval = try work.approval() else { return Prepared() }
    return Prepared(detail: "\(approval.purpose.title.lowercased()) \(approval.about)")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .work(let subject) = try work.approval()?.target else { return [] }
    return [subject]
  }
}

extension DecisionWork {
  /// The question that it answers.
  func approval() throws -> Approval? {
    guard case .approval(let id) = subject else { return nil }
    return try Approvals.find(id, in: connection)
  }
}
