import Billing
import Database
import Store
import WorkEngine

/// A staged answer is posted as its sheet shows, or the provider adjustments of a remittance are.
struct PostEffect: AnswerEffect {
  let verb = DecisionVerb.post

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    // A reversal and its correction are posted together: what both come to.
    Prepared(detail: work.situation.suspense.map { "\($0)" } ?? "")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    if case .remittance(let id) = work.subject {
      if let proposed = work.situation.lookAlike {
        guard case .post(let instructions) = work.decision.act else { return [] }
        return try LookAlikes(
          office: work.office, connection: work.connection, activity: activity
        ).answer(instructions.look ?? proposed, for: id)
      }
      return try RemittanceSettlement(
        office: work.office, connection: work.connection, activity: activity
      ).settle(id)
    }
    guard case .post(let instructions) = work.decision.act, let kept = try work.staged(),
      let written = try AnswerSheets(rules: work.office.rules, connection: work.connection)
        .sheet(of: kept, instructions)
    else { return [] }
    return try SheetPoster(office: work.office, connection: work.connection, activity: activity)
      .post(written)
  }
}
