package import Billing

/// Edit 8 of domain reference 6.6: rent ends with the months that are paid (7.4, 7.5).
///
/// Holds: month 14 of a capped rental and month 37 of oxygen are denied (CARC 108), and the patient
/// may own the item by then. The cap is the agreement's, else the catalogue's.
package enum TheMonthIsWithinTheCap: ChargeEdit {
  package static let name = "The month is within the cap"
  package static let cause = OrderProblemCause.other

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard review.isRent, let month = review.charge.rentalMonth,
      let cap = review.rental.map(\.capMonths) ?? review.item?.capMonths, month > cap
    else { return [] }
    return [
      .hold(
        self, "rental-past-cap", "Month \(month) is past the \(cap) months that are paid.",
        "Correct the month; where the rent is over, stop it: a new period needs a new need.",
        sendsBack: cause)
    ]
  }
}
