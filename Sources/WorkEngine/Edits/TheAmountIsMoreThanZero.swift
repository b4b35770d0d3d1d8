package import Billing

/// Edit 20 of domain reference 6.6: a charge above zero, for at least one unit.
///
/// Holds: such a line is rejected. A charge below what the payer is expected to allow only warns:
/// payers pay the lesser of the two, so money is given away, but nothing is wrong with the claim.
package enum TheAmountIsMoreThanZero: ChargeEdit {
  package static let name = "The amount is more than zero"
  package static let cause = OrderProblemCause.price

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let charge = review.charge
    if charge.amount <= .zero {
      return [
        .hold(
          self, "price-zero", "The charge is \(charge.amount).", "Enter the office's price.",
          sendsBack: cause)
      ]
    }
    if charge.units < 1 {
      return [
        .hold(
          self, "price-zero", "The line is for \(charge.units) units.",
          "Enter how many units were delivered.", sendsBack: .quantityMismatch)
      ]
    }
    guard charge.amount < charge.expected else { return [] }
    return [
      .warn(
        self, "The charge of \(charge.amount) is below the expected \(charge.expected).",
        "Raise the office's price: payers pay the lesser of the two.")
    ]
  }
}
