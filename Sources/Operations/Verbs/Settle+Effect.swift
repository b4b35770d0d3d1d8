import Billing
import WorkEngine

/// What became of a remittance that could not be read is a line of the journal.
struct SettleEffect: VerbEffect {
  let verb = DecisionVerb.settle

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .settle(let reason) = work.decision.act else { return Prepared() }
    let title = work.office.rules.settlementReasons.first { $0.code == reason }?.title
    return Prepared(detail: title ?? reason)
  }
}
