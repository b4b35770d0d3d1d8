import Billing
import Testing
import WorkEngine

/// Unknown, doubled and contradicting modifiers are found.
struct EveryModifierIsKnownTests {
  private static let cases: [OrderCheckCase] = [
    .passes("known", MadeOrder.review()),
    .tells(
      "not known", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "QQ"])]),
      "\"QQ\" is not known"),
    .blocks("no modifier", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RRX"])]), "\"RRX\""),
    .blocks(
      "twice", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "KX", "RR"])]),
      "stands twice"),
    .blocks(
      "KX and GA", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "KX", "GA"])]),
      "KX and GA cannot"),
    .blocks(
      "GZ and KX", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "GZ", "KX"])]),
      "GZ and KX cannot"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(EveryModifierIsKnown.self, cause: .wrongModifiers) }
}
