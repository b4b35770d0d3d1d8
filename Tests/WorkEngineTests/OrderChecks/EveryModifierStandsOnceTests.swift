import Billing
import Testing
import WorkEngine

/// A modifier that stands twice is found.
struct EveryModifierStandsOnceTests {
  private static let cases: [OrderCheckCase] = [
    .passes("each once", MadeOrder.review()),
    .blocks(
      "twice", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "KX", "RR"])]),
      "stands twice"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(EveryModifierStandsOnce.self, cause: .wrongModifiers)
  }
}
