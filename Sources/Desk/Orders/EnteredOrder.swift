package import Billing

/// An order as typed, with everything that was found in it.
package struct EnteredOrder: Equatable, Sendable {
  /// The key of the order where it was saved.
  package var id: OrderID?
  package var problems: [OrderInputProblem]
  package var findings: [OrderFinding]

  package init(
    id: OrderID? = nil, problems: [OrderInputProblem], findings: [OrderFinding] = []
  ) {
    self.id = id
    self.problems = problems
    self.findings = findings
  }
}
