import Billing
import Testing
import WorkEngine

/// Rented lines of several pieces are found.
struct ARentIsForOnePieceTests {
  private static let cases: [OrderCheckCase] = [
    .passes("one", MadeOrder.review()),
    .blocks(
      "two", MadeOrder.review(lines: [MadeOrder.line { $0.deliveredUnits = 2 }]),
      "the quantity is 2"),
    .passes(
      "a pair of a sided item",
      MadeOrder.review(lines: [MadeOrder.line("E0959", ["RR"]) { $0.deliveredUnits = 2 }])),
    .blocks(
      "two of a sided item for one side",
      MadeOrder.review(lines: [MadeOrder.line("E0959", ["RR", "LT"]) { $0.deliveredUnits = 2 }]),
      "the quantity is 2"),
    .passes(
      "two bought",
      MadeOrder.review(lines: [
        MadeOrder.line("E0562", ["NU"], kind: .purchase) { $0.deliveredUnits = 2 }
      ])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(ARentIsForOnePiece.self, cause: .quantityMismatch) }
}
