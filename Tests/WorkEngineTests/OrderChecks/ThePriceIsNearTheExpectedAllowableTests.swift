import Billing
import Testing
import WorkEngine

/// Prices of nothing, below and far above the allowable are found.
struct ThePriceIsNearTheExpectedAllowableTests {
  private static let cases: [OrderCheckCase] = [
    .passes("half as much again", MadeOrder.review()),
    .passes("exactly the allowable", MadeOrder.review(expected: [1: Cents(15_000)])),
    .passes("exactly four times", MadeOrder.review(expected: [1: Cents(3_750)])),
    .tells(
      "more than four times", MadeOrder.review(expected: [1: Cents(3_749)]), "far from the $37.49"),
    .tells("below", MadeOrder.review(expected: [1: Cents(15_001)]), "below the $150.01"),
    .passes("nothing is expected", MadeOrder.review(expected: [:])),
    .tells(
      "vast", MadeOrder.review(lines: [MadeOrder.line { $0.unitCharge = Cents(.max) }]), "far from"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(ThePriceIsNearTheExpectedAllowable.self, cause: .price)
  }
}
