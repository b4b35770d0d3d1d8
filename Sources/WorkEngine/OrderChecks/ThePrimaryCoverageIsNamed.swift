package import Billing

/// There is one primary payer, with a member number, in force on the day of service.
package enum ThePrimaryCoverageIsNamed: OrderCheck {
  package static let name = "The primary coverage is named"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let coverages = review.order.coverages
    guard let primary = review.order.primary else {
      return [
        finding(
          .coverage, "No primary payer is named.",
          fix: "Enter the payer that pays first, with the member number.")
      ]
    }
    var findings: [OrderFinding] = []
    for sequence in PayerSequence.allCases
    where coverages.filter({ $0.sequence == sequence }).count > 1 {
      findings.append(
        finding(
          .coverage, "Two payers are named as the " + sequence.title + " one.",
          fix: "Put the payers in the order of payment."))
    }
    for coverage in coverages where coverage.memberID.isEmpty {
      findings.append(
        finding(
          .coverage, isBlocking: coverage.sequence == .primary,
          "The " + coverage.sequence.title + " payer has no member number.",
          fix: "Enter it as it stands on the member card."))
    }
    if !primary.isInForce(on: review.serviceDay) {
      findings.append(
        finding(
          .coverage,
          "The primary coverage is not in force on " + review.serviceDay.description
            + ".", fix: "Verify eligibility and enter the payer that covers this day."))
    }
    for coverage in coverages where coverage.relationship != "18" && coverage.subscriber == nil {
      findings.append(
        finding(
          .coverage, isBlocking: coverage.sequence == .primary,
          "The patient is not the subscriber of the " + coverage.sequence.title
            + " payer, and nobody said who is.", fix: "Enter the subscriber's name and birth date.")
      )
    }
    return findings
  }
}
