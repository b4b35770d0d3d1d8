import Billing
import Database
import Store
import WorkEngine

/// One posted answer is taken back and waits again.
struct UnpostAnswerEffect: AnswerEffect {
  let verb = DecisionVerb.unpost

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let kept = try work.staged() else { return [] }
    guard kept.state == .posted || kept.state == .reversed && kept.claim.isReversal else {
      throw Refusal("It is not posted.")
    }
    return try AnswerUnposting(
      office: work.office, connection: work.connection, activity: activity
    ).unpost(kept, to: .staged)
  }
}

/// A whole remittance is taken back.
struct VoidRemittanceEffect: AnswerEffect {
  let verb = DecisionVerb.voidRemittance

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .remittance(let id) = work.subject else { return [] }
    return try RemittanceVoid(
      office: work.office, connection: work.connection, activity: activity
    ).void(id)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    let touched = try AnswerToggle(done).toggle(isUndo: true)
    if case .remittance(let id) = done.subject {
      try LookAlikes.refuseTwin(of: id, in: done.connection)
    }
    return touched
  }
}
