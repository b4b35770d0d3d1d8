package import Billing

/// Who took the delivery has signed for it; a shipment may have a tracking number instead.
///
/// Only a proof of the day is looked at: that there is one, and of the right day, is for the edit
/// (`TheDeliveryIsProvenForTheDay`).
package enum TheProofOfDeliveryIsSigned: OrderCheck {
  package static let name = "The proof of delivery is signed"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let delivery = review.order.delivery
    guard let served = delivery.servedOn else { return [] }
    let isShipped = delivery.method == .shipped
    // The carrier's record may tell the day of arrival too.
    let days = [served] + (isShipped ? [delivery.deliveredOn] : []).compactMap { $0 }
    let proofs = (review.documents(of: .proofOfDelivery) + review.documents(of: .deliveryTicket))
      .filter { proof in proof.content.dated.map(days.contains) ?? false }
    guard !proofs.isEmpty, proofs.allSatisfy(\.content.signer.isEmpty),
      !isShipped || delivery.tracking.isEmpty
    else { return [] }
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
}
