import Billing
import Testing
import WorkEngine

/// The same item entered twice is found.
struct OrdersThatSayItTwiceTests {
  private static let cases: [OrderCheckCase] = [
    .tells(
      "two different pieces",
      MadeOrder.review(lines: [MadeOrder.line(), MadeOrder.line(number: 2)]),
      "is on another charge as well"),
    .passes(
      "two sides",
      MadeOrder.review(lines: [
        MadeOrder.line("A5500", ["RT"]), MadeOrder.line("A5500", ["LT"], number: 2),
      ])),
    .blocks(
      "the same",
      MadeOrder.review(lines: [
        MadeOrder.line("A7030", ["NU", "KX"]), MadeOrder.line("A7030", ["KX", "NU"], number: 2),
      ]), "same as item 1"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(edits: NothingIsBilledTwice.self, cause: .wrongItem) }
}
