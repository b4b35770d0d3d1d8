import Billing
import Testing
import WorkEngine

/// An item that nobody prescribed is found.
struct OrdersOfWhatNobodyPrescribedTests {
  private static let cases: [OrderCheckCase] = [
    .passes("order of everything", MadeOrder.review()),
    .passes("named", MadeOrder.review(documents: [order(of: "E0562", "E0601")])),
    .blocks(
      "not named", MadeOrder.review(documents: [order(of: "E0562")]),
      "Item 1, E0601: The written order does not name E0601"),
    .passes(
      "billed without an order",
      MadeOrder.review(
        lines: [MadeOrder.line("E0601", ["RR", "EY"])], documents: [order(of: "E0562")])),
    .tells(
      "a denial is expected, and the charge waits for the order",
      MadeOrder.review(
        lines: [MadeOrder.line("E0601", ["RR", "GZ"])], documents: [order(of: "E0562")]),
      "does not name"),
    .tells(
      "labour",
      MadeOrder.review(
        lines: [MadeOrder.line("K0739", [], kind: .service)], documents: [order(of: "E0562")]),
      "does not name"),
  ]

  private static func order(of codes: String...) -> Document {
    MadeOrder.document(
      .standardWrittenOrder, dated: "2026-01-05", signed: "2026-01-06", signer: "DOCTOR MADEUP",
      codes: codes)
  }

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(edits: TheWrittenOrderIsCompleteAndInTime.self) }
}
