import Billing
import Testing
import WorkEngine

/// Missing serial numbers are found.
struct EverySerializedItemHasItsSerialNumberTests {
  private static let cases: [OrderCheckCase] = [
    .passes("there", MadeOrder.review()),
    .blocks(
      "missing", MadeOrder.review(lines: [MadeOrder.line { $0.serialNumber = "" }]),
      "no serial number for item 1, E0601"),
    .passes(
      "item without one", MadeOrder.review(lines: [MadeOrder.line("A7030", [], kind: .supply)])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(EverySerializedItemHasItsSerialNumber.self, cause: .serialProblem)
  }
}
