import Billing
import Testing
import WorkEngine

/// Sided items without a side, or with both on one line, are found.
struct OrdersForNoSideTests {
  private static let cases: [OrderCheckCase] = [
    .passes(
      "one side",
      MadeOrder.review(lines: [
        MadeOrder.line("A5500", ["RT"], kind: .purchase) { $0.deliveredUnits = 1 }
      ])),
    .passes(
      "a pair",
      MadeOrder.review(lines: [
        MadeOrder.line("A5500", [], kind: .purchase) { $0.deliveredUnits = 2 }
      ])),
    .passes(
      "a pair with both sides",
      MadeOrder.review(lines: [
        MadeOrder.line("A5500", ["RT", "LT"], kind: .purchase) { $0.deliveredUnits = 2 }
      ])),
    .blocks(
      "no side",
      MadeOrder.review(lines: [
        MadeOrder.line("A5500", [], kind: .purchase) { $0.deliveredUnits = 1 }
      ]), "for which side"),
    .blocks(
      "one unit for both",
      MadeOrder.review(lines: [
        MadeOrder.line("A5500", ["RT", "LT"], kind: .purchase) { $0.deliveredUnits = 1 }
      ]), "RT and LT stand on one line"),
    .blocks(
      "three",
      MadeOrder.review(lines: [
        MadeOrder.line("A5500", [], kind: .purchase) { $0.deliveredUnits = 3 }
      ]), "for which side"),
    .blocks(
      "two of what is no shoe",
      MadeOrder.review(lines: [
        MadeOrder.line("E0959", ["NU", "LT"], kind: .purchase) { $0.deliveredUnits = 2 }
      ]), "2 units are billed for one side"),
    .tells(
      "three of what is no shoe",
      MadeOrder.review(lines: [
        MadeOrder.line("E0959", ["NU", "LT"], kind: .purchase) { $0.deliveredUnits = 3 }
      ]), "3 units are billed for one side"),
    .passes("not sided", MadeOrder.review()),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(edits: EachSideIsALineOfItsOwn.self) }
}
