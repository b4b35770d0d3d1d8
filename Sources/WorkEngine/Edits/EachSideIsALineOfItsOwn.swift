package import Billing

/// Edit 10 of domain reference 6.6: RT and LT, each on a line of its own with one unit (6.2).
///
/// Holds: only a person knows which side it is, and a line cannot be split by a fix of the charge.
/// Inserts of therapeutic shoes come several to a foot and keep their units.
package enum EachSideIsALineOfItsOwn: ChargeEdit {
  package static let name = "Each side is a line of its own"
  package static let cause = OrderProblemCause.wrongModifiers

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let item = review.item, item.isSided, !review.isService else { return [] }
    switch (review.has("RT"), review.has("LT")) {
    case (true, true):
      return [
        .hold(
          self, "modifier-invalid", "RT and LT stand on one line.",
          "Bill two lines, one unit each; where only one came, take the other side off.",
          sendsBack: cause)
      ]
    case (false, false):
      return [
        .hold(
          self, "modifier-missing", "The line does not say for which side it is.", "Add RT or LT.",
          sendsBack: cause)
      ]
    default: break
    }
    guard review.charge.units > 1, item.category != .therapeuticShoe else { return [] }
    return [
      .hold(
        self, "modifier-invalid", "\(review.charge.units) units are billed for one side.",
        "Check the quantity; each side stands on a line of its own, one unit each.",
        sendsBack: review.charge.units == 2 ? .quantityMismatch : nil)
    ]
  }
}
