import Billing
import Testing
import WorkEngine

/// Supplies without days are told, impossible days are found.
struct SuppliesSayHowLongTheyLastTests {
  private static let cases: [OrderCheckCase] = [
    .passes(
      "90 days",
      MadeOrder.review(lines: [MadeOrder.line("A7030", [], kind: .supply) { $0.daysSupplied = 90 }])
    ),
    .tells(
      "not said", MadeOrder.review(lines: [MadeOrder.line("A7030", [], kind: .supply)]),
      "how many days item 1, A7030"),
    .blocks(
      "ten years",
      MadeOrder.review(lines: [
        MadeOrder.line("A7030", [], kind: .supply) { $0.daysSupplied = 3650 }
      ]), "3650 days"),
    .passes("no supply", MadeOrder.review()),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(SuppliesSayHowLongTheyLast.self, cause: .other) }
}
