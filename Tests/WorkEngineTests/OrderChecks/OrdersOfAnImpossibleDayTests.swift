import Billing
import Testing
import WorkEngine

/// A day of service that cannot be is found.
struct OrdersOfAnImpossibleDayTests {
  private static let cases: [OrderCheckCase] = [
    .passes("as it should be", MadeOrder.review()),
    .blocks(
      "delivered tomorrow",
      MadeOrder.review { $0.delivery.deliveredOn = MadeOrder.day("2026-02-02") },
      "2026-02-02, is still to come"),
    .passes("delivered today", MadeOrder.review { $0.delivery.deliveredOn = MadeOrder.today }),
    .blocks(
      "before birth", MadeOrder.review { $0.patient.birthDate = MadeOrder.day("2026-01-13") },
      "before the patient's birth"),
    .passes(
      "not delivered yet: another check says so", MadeOrder.review { $0.delivery = Delivery() }),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(edits: TheSpanIsSane.self, cause: .dates) }
}
