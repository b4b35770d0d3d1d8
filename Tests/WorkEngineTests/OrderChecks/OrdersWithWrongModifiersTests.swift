import Billing
import Testing
import WorkEngine

/// Unknown and contradicting modifiers are found.
struct OrdersWithWrongModifiersTests {
  private static let cases: [OrderCheckCase] = [
    .passes("known", MadeOrder.review()),
    .tells(
      "not known", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "QQ"])]),
      "do not know modifier QQ"),
    .blocks(
      "no modifier", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RRX"])]),
      "RRX does not have the form"),
    .blocks(
      "KX and GA", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "KX", "GA"])]),
      "KX and GA contradict", "a notice was signed"
    ).telling(1),
    .blocks(
      "GZ and KX", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "GZ", "KX"])]),
      "GZ and KX contradict"),
    .blocks(
      "one of them beyond the fourth place",
      MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "KX", "EY", "GZ"])]),
      "KX and GZ contradict"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(
      edits: ModifiersStandInTheirOrder.self, PolicyModifiersExcludeEachOther.self,
      cause: .wrongModifiers)
  }
}
