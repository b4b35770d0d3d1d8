import Billing
import Testing
import WorkEngine

/// Missing serial numbers are found.
struct OrdersWithoutSerialNumberTests {
  private static let cases: [OrderCheckCase] = [
    .passes("there", MadeOrder.review()),
    .blocks(
      "missing", MadeOrder.review(lines: [MadeOrder.line { $0.serialNumber = "" }]),
      "Item 1, E0601: The serial number"),
    .passes(
      "item without one", MadeOrder.review(lines: [MadeOrder.line("A7030", [], kind: .supply)])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: ASerialNumberIsOnFile.self, cause: .serialProblem)
  }
}
