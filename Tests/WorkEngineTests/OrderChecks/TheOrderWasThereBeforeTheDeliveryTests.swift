import Billing
import Testing
import WorkEngine

/// A written order that came after the delivery is found.
struct TheOrderWasThereBeforeTheDeliveryTests {
  private static let cases: [OrderCheckCase] = [
    .passes("signed before", MadeOrder.review(lines: [MadeOrder.line("K0823", ["RR", "KX"])])),
    .passes(
      "signed on the day",
      MadeOrder.review(
        lines: [MadeOrder.line("K0823", ["RR", "KX"])],
        documents: [MadeOrder.document(.writtenOrderPriorToDelivery, signed: "2026-01-12")])),
    .blocks(
      "signed the day after",
      MadeOrder.review(
        lines: [MadeOrder.line("K0823", ["RR", "KX"])],
        documents: [MadeOrder.document(.standardWrittenOrder, signed: "2026-01-13")]),
      "signed on 2026-01-13, after"),
    .tells(
      "none", MadeOrder.review(lines: [MadeOrder.line("K0823", ["RR", "KX"])], documents: []),
      "no signed order"),
    .tells(
      "an order for something else",
      MadeOrder.review(
        lines: [MadeOrder.line("K0823", ["RR", "KX"])],
        documents: [
          MadeOrder.document(.standardWrittenOrder, signed: "2026-01-05", codes: ["E0601"])
        ]), "no signed order"),
    .passes(
      "denial expected",
      MadeOrder.review(
        lines: [MadeOrder.line("K0823", ["RR", "GZ"])],
        documents: [MadeOrder.document(.standardWrittenOrder, signed: "2026-01-13")])),
    .passes("not on the list", MadeOrder.review(documents: [])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(TheOrderWasThereBeforeTheDelivery.self, cause: .missingOrder)
  }
}
