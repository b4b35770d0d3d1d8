import Billing
import WorkEngine

// What is decided about an underpayment moves no money: its line in the journal says it.

struct DisputeEffect: VerbEffect {
  let verb = DecisionVerb.dispute

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .dispute(let reference) = work.decision.act, !reference.isEmpty else {
      return Prepared()
    }
    return Prepared(detail: "reference \(reference)")
  }
}

struct AcceptEffect: VerbEffect {
  let verb = DecisionVerb.accept

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .accept(let reason) = work.decision.act else { return Prepared() }
    let title = work.office.rules.acceptanceReasons.first { $0.code == reason }?.title
    return Prepared(detail: title ?? reason)
  }
}
