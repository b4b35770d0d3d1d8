import Billing
import Testing
import WorkEngine

/// Modifiers that contradict rental or purchase are found.
struct TheModifiersFitTheKindTests {
  private static let cases: [OrderCheckCase] = [
    .passes("rental with RR", MadeOrder.review()),
    .tells(
      "rental without RR", MadeOrder.review(lines: [MadeOrder.line("E0601", ["KX"])]),
      "RR is not given"),
    .blocks(
      "rental with NU", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "NU"])]),
      "NU says that it is none"),
    .blocks(
      "purchase with RR",
      MadeOrder.review(lines: [MadeOrder.line("E0562", ["RR"], kind: .purchase)]),
      "RR says that it is rented"),
    .blocks(
      "supply with RR", MadeOrder.review(lines: [MadeOrder.line("A7030", ["RR"], kind: .supply)]),
      "RR says"),
    .passes(
      "purchase with NU",
      MadeOrder.review(lines: [MadeOrder.line("E0562", ["NU"], kind: .purchase)])),
    .passes(
      "purchase with UE",
      MadeOrder.review(lines: [MadeOrder.line("E0562", ["UE"], kind: .purchase)])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(TheModifiersFitTheKind.self, cause: .wrongModifiers) }
}
