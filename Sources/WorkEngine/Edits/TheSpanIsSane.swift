package import Billing

/// Edit 17 of domain reference 6.6: dates of service that can be.
///
/// Holds: a date that cannot be is rejected by every payer, or billed before anything was done.
/// A span over New Year only warns, since few payers forbid to cross their plan year and none of
/// them is known to the rules.
package enum TheSpanIsSane: ChargeEdit {
  package static let name = "The span is sane"
  package static let cause = OrderProblemCause.dates
  package static let scope = EditFinding.Scope.order

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let from = review.charge.serviceFrom
    let through = review.charge.serviceThrough
    if let problem = problem(review, from: from, through: through, today: today) {
      return [
        .hold(
          self, "dates-invalid", problem, "Correct the dates of service, or withdraw the charge.",
          sendsBack: cause)
      ]
    }
    guard review.followsMedicare == false, !review.isRent, through - from > 0,
      from.year != through.year
    else { return [] }
    return [
      .warn(
        self, "The span \(from) to \(through) crosses the year.",
        "Where the plan year ends there, bill two lines.")
    ]
  }

  private static func problem(
    _ review: ChargeReview, from: Day, through: Day, today: Day
  ) -> String? {
    if !review.charge.service.isInOrder {
      return "The service ends on \(through), before it begins on \(from)."
    }
    if from > today { return "The day of service, \(from), is still to come." }
    if through - from > longestSpan {
      return "The span \(from) to \(through) is longer than a year."
    }
    if let born = review.order.patient.birthDate, from < born {
      return "The day of service, \(from), is before the patient's birth on \(born)."
    }
    guard review.isRent, let rental = review.rental else { return nil }
    if from < rental.startedOn {
      return "The rental began on \(rental.startedOn), after this month on \(from)."
    }
    if let pickedUp = rental.pickedUpOn, from > pickedUp {
      return "The equipment came back on \(pickedUp), before this month on \(from)."
    }
    return nil
  }

  /// No supply and no rent is billed for more than a year in one line.
  private static let longestSpan = 366
}
