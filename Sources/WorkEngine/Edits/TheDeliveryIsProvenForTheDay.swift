package import Billing

/// Edit 18 of domain reference 6.6: proof of delivery, dated as the rule for the day of service
/// says (7.3; CMS article A55426).
///
/// Holds: no delivery, no claim. Handed over in person, the proof bears the day of service;
/// shipped, the day of service is the day of shipping, and the proof is of that day or of the
/// arrival. A proof of going home counts when the item came up to two days earlier. Later months
/// of a rental rest on the proof of the first; work that is no delivery needs none.
package enum TheDeliveryIsProvenForTheDay: ChargeEdit {
  package static let name = "The delivery is proven for the day"
  package static let cause = OrderProblemCause.missingProofOfDelivery
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    if review.isService { return [] }
    var nearest: Day?
    var isThere = false
    var isNamed = false
    var isOfTheDay = false
    for index in review.documents.indices {
      let kind = review.documents[index].content.kind
      guard kind == .proofOfDelivery || kind == .deliveryTicket else { continue }
      isThere = true
      if review.documents[index].content.dated.map({ proves($0, review) }) ?? false {
        isOfTheDay = true
      }
      guard review.documents[index].covers(code: review.charge.procedure.code) else { continue }
      isNamed = true
      guard let dated = review.documents[index].content.dated else { continue }
      if proves(dated, review) { return [] }
      nearest = dated
    }
    guard isNamed else {
      return [
        .hold(
          self, "proof-of-delivery-missing",
          isThere
            ? "The proof of delivery does not name \(review.charge.procedure.code)."
            : "There is no proof of delivery.",
          review.order.delivery.method == .shipped
            ? "Index the carrier's record with its tracking number."
            : "Get the signed delivery ticket from the driver and index it.",
          sendsBack: isOfTheDay ? nil : cause)
      ]
    }
    guard let nearest else {
      return [
        .hold(
          self, "proof-of-delivery-missing", "The proof of delivery bears no date.",
          "Get a proof with the date of delivery.", sendsBack: cause)
      ]
    }
    return [
      .hold(
        self, "dates-invalid",
        "The proof of delivery is of \(nearest), and the day of service is \(review.day).",
        "Correct the day of service, or attach the proof of that delivery.", sendsBack: cause)
    ]
  }

  private static func proves(_ dated: Day, _ review: ChargeReview) -> Bool {
    let day = review.day
    // A rental that goes on, or was taken over, was delivered some time before.
    if let month = review.charge.rentalMonth, month > 1 { return dated <= day }
    if review.order.delivery.method == .shipped {
      // The carrier's record tells the day on which it left or, where that is known, arrived.
      return review.order.delivery.deliveredOn.map { dated == day || dated == $0 } ?? (dated >= day)
    }
    if dated == day { return true }
    let isGoingHome = review.order.stays.contains { $0.through == day }
    return isGoingHome && dated < day && day - dated <= daysBeforeDischarge
  }

  /// CMS article A55426: fitting or training up to two days before discharge.
  private static let daysBeforeDischarge = 2
}
