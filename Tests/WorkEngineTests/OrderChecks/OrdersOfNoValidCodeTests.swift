import Billing
import Testing
import WorkEngine

/// Codes that do not exist, or not any more, are found.
struct OrdersOfNoValidCodeTests {
  private static let cases: [OrderCheckCase] = [
    .passes("known", MadeOrder.review()),
    .tells(
      "not in the catalogue", MadeOrder.review(lines: [MadeOrder.line("E9999")]),
      "does not know E9999"),
    .blocks(
      "no code", MadeOrder.review(lines: [MadeOrder.line("E06")]), "the form of a procedure code"),
    .blocks(
      "ended", MadeOrder.review(lines: [MadeOrder.line("K0554", ["NU"], kind: .purchase)]),
      "not valid on 2026-01-12"),
    .passes(
      "before its end",
      MadeOrder.review(lines: [MadeOrder.line("K0554", ["NU"], kind: .purchase)]) {
        $0.delivery.deliveredOn = MadeOrder.day("2022-12-31")
      }),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: TheCodeIsValidOnTheDay.self, cause: .wrongItem)
  }
}
