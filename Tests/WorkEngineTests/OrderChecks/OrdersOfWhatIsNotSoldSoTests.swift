import Billing
import Testing
import WorkEngine

/// Items rented that are only bought, and the other way round, are found.
struct OrdersOfWhatIsNotSoldSoTests {
  private static let cases: [OrderCheckCase] = [
    .passes("capped rental", MadeOrder.review()),
    .blocks(
      "bought from a capped category",
      MadeOrder.review(lines: [MadeOrder.line("E0601", ["NU"], kind: .purchase)]),
      "Medicare does not buy E0601"),
    .passes(
      "bought with the purchase option",
      MadeOrder.review(lines: [MadeOrder.line("K0823", ["NU", "BP"], kind: .purchase)])),
    .passes(
      "another payer buys",
      MadeOrder.review(lines: [MadeOrder.line("E0601", ["NU"], kind: .purchase)]) {
        $0.coverages = [MadeOrder.coverage(family: .commercial)]
      }),
    .blocks(
      "a shoe for rent", MadeOrder.review(lines: [MadeOrder.line("A5500", ["RR", "RT"])]),
      "no payer rents"),
    .passes(
      "contents are bought", MadeOrder.review(lines: [MadeOrder.line("E0441", [], kind: .purchase)])
    ),
    .blocks(
      "contents are not the system",
      MadeOrder.review(lines: [MadeOrder.line("E1390", [], kind: .purchase)]),
      "Medicare does not buy E1390"),
    .passes(
      "a denial is expected",
      MadeOrder.review(lines: [MadeOrder.line("E0601", ["NU", "EY"], kind: .purchase)])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: TheCodeIsValidOnTheDay.self, cause: .wrongItem)
  }
}
