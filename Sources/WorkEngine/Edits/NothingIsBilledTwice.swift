package import Billing

/// Edit 23 of domain reference 6.6: no other charge with patient, code, modifiers and day of
/// service the same.
///
/// Holds the later of the two: the payer denies it (CARC 18), and where both are paid, money has to
/// go back. The same month of one rental is the same charge whatever its modifiers.
package enum NothingIsBilledTwice: ChargeEdit {
  package static let name = "Nothing is billed twice"
  package static let cause = OrderProblemCause.wrongItem

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let charge = review.charge
    for index in review.history.indices
    where review.history[index].serviceFrom == charge.serviceFrom
      || (charge.rental != nil && review.history[index].rental == charge.rental)
    {
      guard isSame(review.history[index], charge), review.isPreceded(by: review.history[index])
      else { continue }
      return [finding(charge, besides: review.history[index])]
    }
    return []
  }

  /// What one order says twice of one piece goes back; a second piece, with a serial number of its
  /// own, may have been delivered, and its charge waits to be told apart.
  private static func finding(_ charge: Charge, besides other: Charge) -> EditFinding {
    let isEnteredTwice =
      other.order == charge.order && other.serialNumber == charge.serialNumber
      && (charge.rental == nil || other.rental != charge.rental)
    return .hold(
      self, "duplicate",
      isEnteredTwice
        ? "The same as item \(other.orderLine) of the order: \(charge.procedure.description)."
        : "\(charge.procedure.code) of \(charge.serviceFrom) is on another charge as well.",
      isEnteredTwice
        ? "Add the units to one line, or tell the two apart by their modifiers."
        : "Withdraw this charge; where it is true, tell the two apart by their modifiers.",
      sendsBack: isEnteredTwice ? cause : nil)
  }

  private static func isSame(_ other: Charge, _ charge: Charge) -> Bool {
    guard other.procedure.code == charge.procedure.code else { return false }
    if charge.rental != nil, other.rental == charge.rental, charge.rentalMonth != nil,
      other.rentalMonth == charge.rentalMonth
    {
      return true
    }
    let (ours, theirs) = (OverflowingModifiers.all(of: charge), OverflowingModifiers.all(of: other))
    return other.serviceFrom == charge.serviceFrom && ours.count == theirs.count
      && ours.allSatisfy(theirs.contains)
  }
}
