import Billing
import Database
import Store
import WorkEngine

/// The item is taken from whoever holds it.
struct BreakLeaseEffect: VerbEffect {
  let verb = DecisionVerb.breakLease

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    Prepared(detail: work.situation.item?.lease.map { "from " + $0.user } ?? "")
  }
}
