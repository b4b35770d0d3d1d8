import Billing
import Testing
import WorkEngine

/// An order that is missing or incomplete is told.
struct OrdersWithoutWrittenOrderTests {
  private static let cases: [OrderCheckCase] = [
    .passes("signed", MadeOrder.review()),
    .tells("none", MadeOrder.review(documents: [MadeOrder.proof]), "no written order"),
    .tells(
      "not signed",
      MadeOrder.review(documents: [
        MadeOrder.document(.standardWrittenOrder, dated: "2026-01-05", signer: "DOCTOR MADEUP")
      ]), "lacks"),
    .tells(
      "nobody named",
      MadeOrder.review(documents: [
        MadeOrder.document(.standardWrittenOrder, dated: "2026-01-05", signed: "2026-01-05")
      ]), "lacks"),
    .passes(
      "one of two is complete",
      MadeOrder.review(documents: [
        MadeOrder.document(.standardWrittenOrder),
        MadeOrder.document(
          .writtenOrderPriorToDelivery, dated: "2026-01-05", signed: "2026-01-05",
          signer: "DOCTOR MADEUP"),
      ])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: TheWrittenOrderIsCompleteAndInTime.self, cause: .missingOrder)
  }
}
