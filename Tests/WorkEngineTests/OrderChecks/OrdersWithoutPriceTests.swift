import Billing
import Testing
import WorkEngine

/// New, used or rented must be said of what is priced by it.
struct OrdersWithoutPriceTests {
  private static let cases: [OrderCheckCase] = [
    .blocks(
      "purchase of neither",
      MadeOrder.review(lines: [MadeOrder.line("E0562", [], kind: .purchase)]), "which is not said"),
    .blocks(
      "another payer wants it too",
      MadeOrder.review(lines: [MadeOrder.line("E0562", [], kind: .purchase)]) {
        $0.coverages = [MadeOrder.coverage(family: .commercial)]
      }, "which is not said"),
    .blocks(
      "a miscellaneous item that is bought",
      MadeOrder.review(lines: [MadeOrder.line("E1399", [], kind: .purchase)]), "which is not said"),
    .blocks(
      "priced twice",
      MadeOrder.review(lines: [MadeOrder.line("E0562", ["NU", "UE"], kind: .purchase)]),
      "NU and UE price the line twice"),
    .blocks(
      "rent and maintenance", MadeOrder.review(lines: [MadeOrder.line("E0601", ["RR", "MS"])]),
      "RR and MS price the line twice"),
    .passes(
      "a shoe needs neither",
      MadeOrder.review(lines: [MadeOrder.line("A5500", ["RT"], kind: .purchase)])),
    .passes(
      "a supply needs neither",
      MadeOrder.review(lines: [MadeOrder.line("A7030", [], kind: .supply)])),
    .passes(
      "a denial is expected",
      MadeOrder.review(lines: [MadeOrder.line("E0562", ["NU", "GZ"], kind: .purchase)])),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: TheCodeIsValidOnTheDay.self, cause: .wrongModifiers)
  }
}
