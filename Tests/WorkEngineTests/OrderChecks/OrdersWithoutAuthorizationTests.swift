import Billing
import Testing
import WorkEngine

/// An authorization that the payer wants and nobody has is told.
struct OrdersWithoutAuthorizationTests {
  private static let cases: [OrderCheckCase] = [
    .passes("not wanted", MadeOrder.review()),
    .tells(
      "wanted", MadeOrder.review { $0.coverages = [MadeOrder.coverage(family: .medicaid)] },
      "wants an authorization for E0601"),
    .tells(
      "on the line, without the paper",
      MadeOrder.review(lines: [MadeOrder.line { $0.authorizationNumber = "AU1" }]) {
        $0.coverages = [MadeOrder.coverage(family: .medicaid)]
      }, "AU1 is on the line"),
    .passes(
      "on the line, with the paper",
      MadeOrder.review(
        lines: [MadeOrder.line { $0.authorizationNumber = "AU1" }],
        documents: [MadeOrder.document(.authorization, codes: ["E0601"], number: "AU1")]
      ) { $0.coverages = [MadeOrder.coverage(family: .medicaid)] }),
    .passes(
      "among the documents",
      MadeOrder.review(documents: [
        MadeOrder.document(.authorization, codes: ["E0601"], number: "AU1")
      ]) { $0.coverages = [MadeOrder.coverage(family: .medicaid)] }),
    .tells(
      "for another code",
      MadeOrder.review(documents: [
        MadeOrder.document(.authorization, codes: ["E0562"], number: "AU1")
      ]) { $0.coverages = [MadeOrder.coverage(family: .medicaid)] }, "Item 1, E0601"),
    .tells(
      "without a number",
      MadeOrder.review(documents: [MadeOrder.document(.authorization, codes: ["E0601"])]) {
        $0.coverages = [MadeOrder.coverage(family: .medicaid)]
      }, "Item 1, E0601"),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: TheAuthorizationCoversTheLine.self, cause: .authorization)
  }
}
