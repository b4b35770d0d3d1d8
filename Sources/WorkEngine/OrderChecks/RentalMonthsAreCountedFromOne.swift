package import Billing

/// A rental begins with month 1, or with a later one where it is taken over.
package enum RentalMonthsAreCountedFromOne: OrderCheck {
  package static let name = "Rental months are counted from one"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      guard line.kind == .rental, line.firstRentalMonth < 1 else { return nil }
      return finding(
        line: line.number, .other, "For " + line.label + ", the first rental month is none.",
        fix: "Months are counted from 1.")
    }
  }
}
