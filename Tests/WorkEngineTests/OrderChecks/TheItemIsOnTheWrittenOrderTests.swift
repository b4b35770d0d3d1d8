import Billing
import Testing
import WorkEngine

/// An item that nobody prescribed is found.
struct TheItemIsOnTheWrittenOrderTests {
  private static let cases: [OrderCheckCase] = [
    .passes("order of everything", MadeOrder.review()),
    .passes(
      "named",
      MadeOrder.review(documents: [
        MadeOrder.document(.standardWrittenOrder, codes: ["E0562", "E0601"])
      ])),
    .blocks(
      "not named",
      MadeOrder.review(documents: [MadeOrder.document(.standardWrittenOrder, codes: ["E0562"])]),
      "does not name item 1, E0601"),
    .passes("no order: another check says so", MadeOrder.review(documents: [])),
    .passes(
      "denial expected",
      MadeOrder.review(
        lines: [MadeOrder.line("E0601", ["RR", "EY"])],
        documents: [MadeOrder.document(.standardWrittenOrder, codes: ["E0562"])])),
    .passes(
      "labour",
      MadeOrder.review(
        lines: [MadeOrder.line("K0739", [], kind: .service)],
        documents: [MadeOrder.document(.standardWrittenOrder, codes: ["E0562"])])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(TheItemIsOnTheWrittenOrder.self, cause: .wrongItem) }
}
