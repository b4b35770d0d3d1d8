import Billing
import Testing
import WorkEngine

/// A delivery without proof, or with the proof of another day, is found.
struct TheDeliveryIsProvenTests {
  private static let cases: [OrderCheckCase] = [
    .passes("signed on the day", MadeOrder.review()),
    .passes(
      "a signed ticket",
      MadeOrder.review(documents: [
        MadeOrder.document(.deliveryTicket, dated: "2026-01-12", signer: "EXAMPLE ZZTEST")
      ])),
    .blocks("none", MadeOrder.review(documents: [MadeOrder.writtenOrder]), "no proof"),
    .blocks(
      "of another day",
      MadeOrder.review(documents: [
        MadeOrder.document(.proofOfDelivery, dated: "2026-01-13", signer: "X")
      ]), "of 2026-01-13, the delivery of 2026-01-12"),
    .blocks(
      "without a date",
      MadeOrder.review(documents: [MadeOrder.document(.proofOfDelivery, signer: "X")]), "no date"),
    .blocks(
      "without a signature",
      MadeOrder.review(documents: [MadeOrder.document(.proofOfDelivery, dated: "2026-01-12")]),
      "Nobody signed"),
    .passes(
      "shipped with tracking",
      MadeOrder.review(documents: [MadeOrder.document(.proofOfDelivery, dated: "2026-01-12")]) {
        $0.delivery = Delivery(
          method: .shipped, deliveredOn: MadeOrder.day("2026-01-14"), shippedOn: MadeOrder.served,
          tracking: "1Z0")
      }),
    .passes(
      "shipped, proof of the arrival",
      MadeOrder.review(documents: [MadeOrder.document(.proofOfDelivery, dated: "2026-01-14")]) {
        $0.delivery = Delivery(
          method: .shipped, deliveredOn: MadeOrder.day("2026-01-14"), shippedOn: MadeOrder.served,
          tracking: "1Z0")
      }),
    .blocks(
      "shipped without tracking",
      MadeOrder.review(documents: [MadeOrder.document(.proofOfDelivery, dated: "2026-01-12")]) {
        $0.delivery = Delivery(
          method: .shipped, deliveredOn: MadeOrder.day("2026-01-14"), shippedOn: MadeOrder.served,
          tracking: "1Z0");
        $0.delivery.tracking = ""
      }, "neither a tracking number"),
    .blocks(
      "shipped, no proof",
      MadeOrder.review(documents: []) {
        $0.delivery = Delivery(
          method: .shipped, deliveredOn: MadeOrder.day("2026-01-14"), shippedOn: MadeOrder.served,
          tracking: "1Z0")
      }, "no proof"),
    .passes(
      "not delivered yet: another check says so",
      MadeOrder.review(documents: []) { $0.delivery = Delivery() }),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(TheDeliveryIsProven.self, cause: .missingProofOfDelivery)
  }
}
