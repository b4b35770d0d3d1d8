import Billing
import Testing
import WorkEngine

/// Rentals that are taken over past their end are found.
struct OrdersPastTheCapTests {
  private static let cases: [OrderCheckCase] = [
    .passes("first month", MadeOrder.review()),
    .passes("last month", MadeOrder.review(lines: [MadeOrder.line { $0.firstRentalMonth = 13 }])),
    .blocks(
      "past the cap", MadeOrder.review(lines: [MadeOrder.line { $0.firstRentalMonth = 14 }]),
      "Month 14 is past the 13"),
    .passes(
      "no cap", MadeOrder.review(lines: [MadeOrder.line("E0562") { $0.firstRentalMonth = 30 }])),
    .passes(
      "not rented",
      MadeOrder.review(lines: [
        MadeOrder.line("E0601", ["NU"], kind: .purchase) { $0.firstRentalMonth = 30 }
      ])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(edits: TheMonthIsWithinTheCap.self, cause: .other) }
}
