import Billing
import Testing
import WorkEngine

/// A charge of nothing, or of less, is found.
struct OrdersForNothingTests {
  private static let cases: [OrderCheckCase] = [
    .passes("a price", MadeOrder.review()),
    .blocks(
      "nothing", MadeOrder.review(lines: [MadeOrder.line { $0.unitCharge = .zero }]),
      "The charge is $0.00"),
    .blocks(
      "less than nothing", MadeOrder.review(lines: [MadeOrder.line { $0.unitCharge = Cents(-1) }]),
      "The charge is"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(edits: TheAmountIsMoreThanZero.self, cause: .price) }
}
