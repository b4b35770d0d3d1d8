import Billing
import Testing
import WorkEngine

/// An order without items is found.
struct TheOrderHasAnItemTests {
  private static let cases: [OrderCheckCase] = [
    .passes("one item", MadeOrder.review()),
    .blocks("no items", MadeOrder.review(lines: []), "no items"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(TheOrderHasAnItem.self, cause: .wrongItem) }
}
