package import Billing

/// No date lies ahead, and they follow each other as the work does.
package enum TheDatesAreInOrder: OrderCheck {
  package static let name = "The dates are in order"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let delivery = review.order.delivery
    var findings: [OrderFinding] = []
    if delivery.servedOn == nil {
      findings.append(
        finding(
          .dates, "Nobody said when the items were delivered or shipped.",
          fix: "Enter the delivery date from the proof of delivery."))
    }
    let dates = [
      ("The delivery date", delivery.deliveredOn), ("The shipping date", delivery.shippedOn),
      ("The order date", review.order.orderedOn),
    ]
    // The day of service itself is for the edit (`TheSpanIsSane`).
    for case (let name, let day?) in dates where day > today && day != delivery.servedOn {
      findings.append(
        finding(
          .dates, name + " " + day.description + " lies ahead.",
          fix: "Correct the date; what is not delivered yet cannot be billed."))
    }
    if let shipped = delivery.shippedOn, let delivered = delivery.deliveredOn, delivered < shipped {
      findings.append(
        finding(
          .dates,
          "It was delivered on " + delivered.description + ", before it was shipped on "
            + shipped.description + ".", fix: "Correct the date that is wrong."))
    }
    if let ordered = review.order.orderedOn, let served = delivery.servedOn, served < ordered {
      findings.append(
        finding(
          .dates, isBlocking: false,
          "It was delivered on " + served.description + ", before the order of "
            + ordered.description + ".",
          fix: "Look at both dates. The written order must be signed before the claim goes out."))
    }
    for stay in review.order.stays {
      if let through = stay.through, through < stay.from {
        findings.append(
          finding(
            .dates, "A stay ends before it begins.", fix: "Correct the dates of the stay."))
      }
    }
    return findings
  }
}
