package import Billing

/// A proof of delivery is there, of the day of service, signed or tracked (domain reference 7.3).
package enum TheDeliveryIsProven: OrderCheck {
  package static let name = "The delivery is proven"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let delivery = review.order.delivery
    guard let served = delivery.servedOn else { return [] }
    let proofs =
      review.documents(of: .proofOfDelivery) + review.documents(of: .deliveryTicket)
    guard !proofs.isEmpty else {
      return [
        finding(
          .missingProofOfDelivery, "There is no proof of delivery.",
          fix: delivery.method == .shipped
            ? "Index the carrier's record with its tracking number."
            : "Get the signed delivery ticket from the driver.")
      ]
    }
    // A shipment is proven by the carrier's record, which may tell the day of arrival too.
    let days =
      [served] + (delivery.method == .shipped ? [delivery.deliveredOn] : []).compactMap { $0 }
    let ofTheDay = proofs.filter { proof in proof.content.dated.map(days.contains) ?? false }
    guard !ofTheDay.isEmpty else {
      let dated = proofs.compactMap(\.content.dated).first
      return [
        finding(
          .missingProofOfDelivery,
          dated.map {
            "The proof of delivery is of " + $0.description + ", the delivery of "
              + served.description + "."
          } ?? "The proof of delivery has no date.",
          fix: "Correct the delivery date, or find the proof of this delivery.")
      ]
    }
    let isShipped = delivery.method == .shipped
    let isTold =
      isShipped && !delivery.tracking.isEmpty
      || ofTheDay.contains { !$0.content.signer.isEmpty }
    guard isTold else {
      return [
        finding(
          .missingProofOfDelivery,
          isShipped
            ? "The shipment has neither a tracking number nor a signature."
            : "Nobody signed the proof of delivery.",
          fix: isShipped
            ? "Enter the carrier's tracking number."
            : "Get the signature of the patient or of a designee; a later one needs a statement.")
      ]
    }
    return []
  }
}
