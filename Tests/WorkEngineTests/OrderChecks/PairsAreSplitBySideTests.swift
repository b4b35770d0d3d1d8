import Billing
import Testing
import WorkEngine

/// Pairs that were entered for one side are found.
struct PairsAreSplitBySideTests {
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
      "two for one side",
      MadeOrder.review(lines: [
        MadeOrder.line("A5500", ["LT"], kind: .purchase) { $0.deliveredUnits = 2 }
      ]), "2 units are for one side"),
    .tells(
      "three for one side",
      MadeOrder.review(lines: [
        MadeOrder.line("A5500", ["LT"], kind: .purchase) { $0.deliveredUnits = 3 }
      ]), "3 units are for one side"),
    .passes("not sided", MadeOrder.review()),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(PairsAreSplitBySide.self, cause: .quantityMismatch) }
}
