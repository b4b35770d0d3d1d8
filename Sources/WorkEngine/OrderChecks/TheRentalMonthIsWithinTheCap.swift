package import Billing

/// A rental that is taken over goes on at a month that is still paid (domain reference 7.4).
package enum TheRentalMonthIsWithinTheCap: OrderCheck {
  package static let name = "The rental month is within the cap"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      guard line.kind == .rental else { return nil }
      if line.firstRentalMonth < 1 {
        return finding(
          line: line.number, .other, "For " + line.label + ", the first rental month is none.",
          fix: "Months are counted from 1.")
      }
      guard let cap = review.item(line, rules)?.capMonths, line.firstRentalMonth > cap else {
        return nil
      }
      return finding(
        line: line.number, .other,
        "For " + line.label + ", month " + String(line.firstRentalMonth) + " is past the "
          + String(cap) + " months that are paid.",
        fix: "Correct the month. If the rent is over, the item is the patient's or stays unpaid.")
    }
  }
}
