package import Billing

/// The trial of a PAP device (domain reference 7.6; LCD L33718): from month 4 on rent is paid where
/// use was shown and the patient was seen again.
///
/// Holds. What proves it, and for which items it is asked, is `PapTrial`'s: a usage report of four
/// hours on enough nights (`papUsagePercent`) and a re-evaluation between the first and the last
/// day of the trial (`papFirstDay`, `papLastDay`). A month that goes out for an expected denial
/// (GA, GZ) needs neither.
package enum PAPUseIsProvenBeforeMonthFour: ChargeEdit {
  package static let name = "PAP use is proven before month four"
  package static let cause = OrderProblemCause.other

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let month = review.charge.rentalMonth, month >= firstMonthAfterTrial, review.isRent,
      let rental = review.rental, PapTrial.applies(to: rental, rules: rules),
      !review.expectsDenial
    else { return [] }
    let missing = PapTrial.missing(
      of: rental, documents: review.documents, settings: rules.orders)
    if missing.isEmpty { return [] }
    let window = PapTrial.window(of: rental, settings: rules.orders)
    let words = missing.map {
      $0 == .usageReport
        ? "a usage report of \(rules.orders.papUsagePercent) % of nights by \(window.last)"
        : "a re-evaluation between \(window.first) and \(window.last)"
    }
    return [
      .hold(
        self, "pap-evaluation-missing",
        "Month \(month) needs \(words.joined(separator: " and ")).",
        "Get what is missing; where the trial failed, stop the rent or bill with GA or GZ.")
    ]
  }

  private static let firstMonthAfterTrial = 4
}
