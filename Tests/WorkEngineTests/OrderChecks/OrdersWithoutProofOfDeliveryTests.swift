import Billing
import Testing
import WorkEngine

/// A delivery without proof, or with the proof of another day, is found.
struct OrdersWithoutProofOfDeliveryTests {
  private static let cases: [OrderCheckCase] = [
    .passes("signed on the day", MadeOrder.review()),
    .passes(
      "a ticket",
      MadeOrder.review(documents: [
        MadeOrder.document(.deliveryTicket, dated: "2026-01-12", signer: "EXAMPLE ZZTEST")
      ])),
    .blocks("none", MadeOrder.review(documents: [MadeOrder.writtenOrder]), "no proof"),
    .blocks(
      "of another day",
      MadeOrder.review(documents: [
        MadeOrder.document(.proofOfDelivery, dated: "2026-01-13", signer: "X")
      ]), "of 2026-01-13, and the day of service is 2026-01-12"),
    .blocks(
      "without a date",
      MadeOrder.review(documents: [MadeOrder.document(.proofOfDelivery, signer: "X")]), "no date"),
    .tells(
      "of another item",
      MadeOrder.review(documents: [
        MadeOrder.document(.proofOfDelivery, dated: "2026-01-12", signer: "X", codes: ["E0562"])
      ]), "does not name E0601"),
    .passes("shipped, proof of the shipping", shipped("2026-01-12")),
    .passes("shipped, proof of the arrival", shipped("2026-01-14")),
    .blocks("shipped, proof of neither", shipped("2026-01-13"), "of 2026-01-13"),
    .blocks("shipped, no proof", shipped(nil), "no proof"),
    .passes(
      "not delivered yet: another check says so",
      MadeOrder.review(documents: []) { $0.delivery = Delivery() }),
    .passes(
      "labour is no delivery",
      MadeOrder.review(lines: [MadeOrder.line("K0739", [], kind: .service)], documents: [])),
  ]

  /// Shipped on the 12th, arrived on the 14th.
  private static func shipped(_ proof: String?) -> OrderReview {
    let proofs = proof.map { [MadeOrder.document(.proofOfDelivery, dated: $0)] } ?? []
    return MadeOrder.review(documents: proofs) {
      $0.delivery = Delivery(
        method: .shipped, deliveredOn: MadeOrder.day("2026-01-14"), shippedOn: MadeOrder.served,
        tracking: "1Z0")
    }
  }

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(edits: TheDeliveryIsProvenForTheDay.self, cause: .missingProofOfDelivery)
  }
}
