package import Billing

/// Edit 24 of domain reference 6.6: the initial filing limit has not passed (domain part 2).
///
/// Holds where the legal date is gone: the claim would be denied (CARC 29), and somebody must
/// decide whether there is good cause. Past the safe date it warns, to be sent today.
package enum TheFilingLimitHasNotPassed: ChargeEdit {
  package static let name = "The filing limit has not passed"
  package static let cause = OrderProblemCause.dates
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let filing = review.filing, filing.safe < today else { return [] }
    if filing.legal < today {
      return [
        .hold(
          self, "filing-passed", "The filing limit passed on \(filing.legal): \(filing.reason).",
          "Look for an exception (retroactive coverage, payer's error), else withdraw the charge.")
      ]
    }
    return [
      .warn(
        self, "The safe day for filing was \(filing.safe); the last is \(filing.legal).",
        "Send it today.")
    ]
  }
}
