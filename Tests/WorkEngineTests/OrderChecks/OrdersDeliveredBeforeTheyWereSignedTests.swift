import Billing
import Testing
import WorkEngine

/// A written order that came after the delivery is found.
struct OrdersDeliveredBeforeTheyWereSignedTests {
  private static let cases: [OrderCheckCase] = [
    .passes("signed before", review("2026-01-06")),
    .passes("signed on the day", review("2026-01-12", .writtenOrderPriorToDelivery)),
    .blocks(
      "signed the day after", review("2026-01-13"),
      "signed on 2026-01-13, after the delivery on 2026-01-12"),
    .tells(
      "none", review(nil), "There is no written order", "needs a written order signed before"),
    .blocks(
      "an order for something else", review("2026-01-06", codes: ["E0601"]),
      "does not name K0823", "needs a written order signed before"
    ).telling(1),
    .passes("denial expected", review("2026-01-13", modifiers: ["RR", "GZ"])),
    .passes("billed without an order", review("2026-01-13", modifiers: ["RR", "EY"])),
    .passes(
      "not on the list",
      MadeOrder.review(documents: [
        MadeOrder.document(
          .standardWrittenOrder, dated: "2026-01-05", signed: "2026-01-13", signer: "DOCTOR MADEUP")
      ])),
  ]

  /// A power chair with its visit, and an order of that day for it, or for other codes.
  private static func review(
    _ signed: String?, _ kind: DocumentKind = .standardWrittenOrder, codes: [String] = [],
    modifiers: [String] = ["RR", "KX"]
  ) -> OrderReview {
    let order = signed.map {
      MadeOrder.document(
        kind, dated: "2026-01-05", signed: $0, signer: "DOCTOR MADEUP", codes: codes)
    }
    let visit = MadeOrder.document(.faceToFace, dated: "2025-12-20")
    return MadeOrder.review(
      lines: [MadeOrder.line("K0823", modifiers)], documents: [visit] + [order].compactMap { $0 })
  }

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(edits: TheWrittenOrderIsCompleteAndInTime.self) }
}
