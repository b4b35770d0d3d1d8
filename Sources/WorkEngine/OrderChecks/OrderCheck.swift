package import Billing

/// One check of what only an order can say, named as the sentence that must hold; what its charges
/// would show is for the edits (`ChargeEdit`).
package protocol OrderCheck: Sendable {
  /// The sentence that must be true.
  static var name: String { get }

  static func findings(in review: OrderReview, rules: RuleBook, on today: Day) -> [OrderFinding]
}

/// An order with all that its checks look at, and the edits over the charges that it would make.
package struct OrderReview: Equatable, Sendable {
  package var order: Order
  package var patient: PatientFile
  /// Serial numbers that stand on other orders' lines that were not picked up: number to order.
  package var serialsInUse: [String: String]
  /// What the primary payer is expected to allow for one unit of each line, by line number.
  package var expected: [Int: Cents]

  package init(
    order: Order, patient: PatientFile = PatientFile(), serialsInUse: [String: String] = [:],
    expected: [Int: Cents] = [:]
  ) {
    self.order = order
    self.patient = patient
    self.serialsInUse = serialsInUse
    self.expected = expected
  }
}
