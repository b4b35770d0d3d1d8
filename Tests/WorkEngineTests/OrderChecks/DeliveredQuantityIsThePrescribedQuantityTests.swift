import Billing
import Testing
import WorkEngine

/// Differences between prescription and delivery are found.
struct DeliveredQuantityIsThePrescribedQuantityTests {
  private static let cases: [OrderCheckCase] = [
    .passes("the same", MadeOrder.review()),
    .blocks(
      "more",
      MadeOrder.review(lines: [
        MadeOrder.line {
          $0.deliveredUnits = 3; $0.prescribedUnits = 2
        }
      ]), "3 were delivered and 2 prescribed"),
    .blocks(
      "less",
      MadeOrder.review(lines: [
        MadeOrder.line {
          $0.deliveredUnits = 1; $0.prescribedUnits = 2
        }
      ]), "1 were delivered and 2 prescribed"),
    .blocks(
      "nothing", MadeOrder.review(lines: [MadeOrder.line { $0.deliveredUnits = 0 }]),
      "Nothing was delivered"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(DeliveredQuantityIsThePrescribedQuantity.self, cause: .quantityMismatch)
  }
}
