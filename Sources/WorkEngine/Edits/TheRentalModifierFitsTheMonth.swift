package import Billing

/// Edit 7 of domain reference 6.6: KH in month 1, KI in months 2 and 3, KJ from month 4 (7.4).
///
/// A fix: the month decides, and nothing else. Medicare and the plans that follow it get the
/// modifier where it is missing; with another payer a wrong one is corrected and none is added,
/// since many do not take them. Medicare takes none of the three on rent that is not capped.
package enum TheRentalModifierFitsTheMonth: ChargeEdit {
  package static let name = "The rental modifier fits the month"
  package static let cause = OrderProblemCause.wrongModifiers

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    guard let item = review.item, review.isRent else { return [] }
    guard item.category == .cappedRental || item.category == .parenteralEnteral else {
      guard review.followsMedicare, review.charge.procedure.modifiers.contains(where: isMonth)
      else { return [] }
      return [
        .fix(
          self, [.modifiers(review.charge.procedure.modifiers.filter { !isMonth($0) })],
          "KH, KI and KJ belong to capped rentals only.")
      ]
    }
    guard let month = review.charge.rentalMonth,
      let expected = RentalModifiers.ofMonth(month, category: item.category)
    else {
      return [
        .hold(
          self, "modifier-missing", "It is not known which month of the rental this is.",
          "Enter the rental month; where the rental was taken over, go on with its count.")
      ]
    }
    if isRight(review.charge.procedure.modifiers, expected, mayLack: !review.followsMedicare) {
      return []
    }
    return [
      .fix(
        self,
        [
          .modifiers(
            RentalModifiers.of(
              month: month, category: item.category, given: review.charge.procedure.modifiers,
              rules: rules))
        ],
        "Month \(month) of the rental goes out with \(expected).")
    ]
  }

  private static func isMonth(_ modifier: String) -> Bool {
    RentalModifiers.months.contains(modifier)
  }

  private static func isRight(
    _ modifiers: [String], _ expected: String, mayLack: Bool
  ) -> Bool {
    var count = 0
    for modifier in modifiers where isMonth(modifier) {
      if modifier != expected { return false }
      count += 1
    }
    return count == 1 || (count == 0 && mayLack)
  }
}
