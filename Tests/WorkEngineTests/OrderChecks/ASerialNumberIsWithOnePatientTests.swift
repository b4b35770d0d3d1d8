import Billing
import Testing
import WorkEngine

/// A piece that is somewhere else too is found.
struct ASerialNumberIsWithOnePatientTests {
  private static let cases: [OrderCheckCase] = [
    .passes("only here", MadeOrder.review(serialsInUse: ["SN-9": "T-9"])),
    .passes("on this order itself", MadeOrder.review(serialsInUse: ["SN-1": "T-1"])),
    .blocks(
      "with another patient", MadeOrder.review(serialsInUse: ["SN-1": "T-9"]), "on order T-9"),
    .blocks(
      "on two items",
      MadeOrder.review(lines: [
        MadeOrder.line(), MadeOrder.line(number: 2) { $0.serialNumber = "SN-1" },
      ]), "item 1 too"),
    .passes(
      "no serial numbers",
      MadeOrder.review(lines: [MadeOrder.line("A7030"), MadeOrder.line("A7030", number: 2)])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(ASerialNumberIsWithOnePatient.self, cause: .serialProblem)
  }
}
