import Billing
import Testing
import WorkEngine

/// Dates that lie ahead or contradict each other are found.
struct TheDatesAreInOrderTests {
  private static let cases: [OrderCheckCase] = [
    .passes("as it should be", MadeOrder.review()),
    .blocks("no date at all", MadeOrder.review { $0.delivery = Delivery() }, "Nobody said when"),
    .passes("delivered today", MadeOrder.review { $0.delivery.deliveredOn = MadeOrder.today }),
    .blocks(
      "ordered next year", MadeOrder.review { $0.orderedOn = MadeOrder.day("2027-01-01") },
      "order date 2027-01-01 lies ahead", "before the order"
    ).telling(1),
    .blocks(
      "arrived before it left",
      MadeOrder.review {
        $0.delivery = Delivery(
          method: .shipped, deliveredOn: MadeOrder.day("2026-01-10"),
          shippedOn: MadeOrder.day("2026-01-11"))
      }, "before it was shipped"),
    .tells(
      "delivered before it was ordered",
      MadeOrder.review { $0.orderedOn = MadeOrder.day("2026-01-13") }, "before the order"),
    .blocks(
      "shipped today, arrived tomorrow",
      MadeOrder.review {
        $0.delivery = Delivery(
          method: .shipped, deliveredOn: MadeOrder.today.adding(days: 1),
          shippedOn: MadeOrder.today)
      }, "delivery date 2026-02-02 lies ahead"),
    .blocks(
      "a stay that ends before it begins",
      MadeOrder.review {
        $0.stays = [
          Stay(kind: .hospital, from: MadeOrder.served, through: MadeOrder.served.adding(days: -1))
        ]
      }, "stay ends"),
    .passes(
      "a stay that goes on",
      MadeOrder.review { $0.stays = [Stay(kind: .hospital, from: MadeOrder.served, through: nil)] }),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(TheDatesAreInOrder.self, cause: .dates) }
}
