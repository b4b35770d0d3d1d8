import Billing
import Testing
import WorkEngine

/// Codes that say nothing need words.
struct OrdersWithoutWordsTests {
  private static let cases: [OrderCheckCase] = [
    .passes(
      "with words",
      MadeOrder.review(lines: [
        MadeOrder.line("E1399", ["NU"], kind: .purchase) { $0.narrative = "MADE-UP GRIP" }
      ])),
    .blocks(
      "without any", MadeOrder.review(lines: [MadeOrder.line("E1399", ["NU"], kind: .purchase)]),
      "needs a narrative"),
    .passes(
      "only described: the charge says that",
      MadeOrder.review(lines: [
        MadeOrder.line("E1399", ["NU"], kind: .purchase) { $0.description = "Made-up grip" }
      ])),
    .blocks(
      "replacement", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "RA"])]),
      "needs a narrative"),
    .passes("a code that says it", MadeOrder.review()),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(edits: TheNarrativeIsThere.self, cause: .other) }
}
