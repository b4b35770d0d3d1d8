package import Billing

/// A charge is more than nothing, not below what the payer allows, and not far above it.
package enum ThePriceIsNearTheExpectedAllowable: OrderCheck {
  package static let name = "The price is near the expected allowable"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      let charge = line.unitCharge
      guard charge > .zero, let expected = review.expected[line.number], expected > .zero else {
        return nil
      }
      if charge < expected {
        return finding(
          line: line.number, .price, isBlocking: false,
          "For " + line.label + ", the charge " + charge.description + " is below the "
            + expected.description + " that the payer is expected to allow.",
          fix: "Payers pay the lower of the two: correct the price.")
      }
      let (limit, isOver) = expected.rawValue.multipliedReportingOverflow(
        by: Int64(rules.orders.priceTolerancePercent))
      let (hundredfold, isVast) = charge.rawValue.multipliedReportingOverflow(by: 100)
      guard isVast || (!isOver && hundredfold > limit) else { return nil }
      return finding(
        line: line.number, .price, isBlocking: false,
        "For " + line.label + ", the charge " + charge.description + " is far from the "
          + expected.description + " that the payer is expected to allow.",
        fix: "Look for a wrong decimal point, or a price for the whole instead of one unit.")
    }
  }
}
