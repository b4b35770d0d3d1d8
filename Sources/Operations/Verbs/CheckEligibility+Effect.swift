import Billing
import Database
import Store
import WorkEngine

/// A question about the coverage of the item's patient goes to the outbox (270).
struct CheckEligibilityEffect: VerbEffect {
  let verb = DecisionVerb.checkEligibility

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    let desk = EligibilityDesk(office: work.office, connection: work.connection)
    let file = try desk.ask([work.situation.story].compactMap(\.self), outbox: &outbox)
    return Prepared(detail: file.map { "in \($0)" } ?? "asked already today")
  }
}
