import Billing
import Testing
import WorkEngine

/// A proof of the day that nobody signed is found.
struct TheProofOfDeliveryIsSignedTests {
  private static let cases: [OrderCheckCase] = [
    .passes("signed", MadeOrder.review()),
    .blocks(
      "without a signature",
      MadeOrder.review(documents: [MadeOrder.document(.proofOfDelivery, dated: "2026-01-12")]),
      "Nobody signed"),
    .passes(
      "one of two is signed",
      MadeOrder.review(documents: [
        MadeOrder.document(.proofOfDelivery, dated: "2026-01-12"), MadeOrder.proof,
      ])),
    .passes("shipped with tracking", shipped(tracking: "1Z0")),
    .blocks("shipped without tracking", shipped(tracking: ""), "neither a tracking number"),
    .passes(
      "of another day: the edit says so",
      MadeOrder.review(documents: [MadeOrder.document(.proofOfDelivery, dated: "2026-01-13")])),
    .passes("no proof: the edit says so", MadeOrder.review(documents: [])),
    .passes("not delivered yet", MadeOrder.review(documents: []) { $0.delivery = Delivery() }),
  ]

  private static func shipped(tracking: String) -> OrderReview {
    MadeOrder.review(documents: [MadeOrder.document(.proofOfDelivery, dated: "2026-01-12")]) {
      $0.delivery = Delivery(
        method: .shipped, deliveredOn: MadeOrder.day("2026-01-14"), shippedOn: MadeOrder.served,
        tracking: tracking)
    }
  }

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(TheProofOfDeliveryIsSigned.self, cause: .missingProofOfDelivery)
  }
}
