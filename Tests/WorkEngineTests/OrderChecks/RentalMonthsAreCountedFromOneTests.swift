import Billing
import Testing
import WorkEngine

/// A rental that begins before its first month is found.
struct RentalMonthsAreCountedFromOneTests {
  private static let cases: [OrderCheckCase] = [
    .passes("first month", MadeOrder.review()),
    .blocks(
      "no month", MadeOrder.review(lines: [MadeOrder.line { $0.firstRentalMonth = 0 }]),
      "first rental month"),
    .passes(
      "not rented",
      MadeOrder.review(lines: [
        MadeOrder.line("E0601", ["NU"], kind: .purchase) { $0.firstRentalMonth = 0 }
      ])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) { row.run(RentalMonthsAreCountedFromOne.self, cause: .other) }
}
