package import Billing

/// The span on the claim and the next resupply are counted from the days that supplies last.
package enum SuppliesSayHowLongTheyLast: OrderCheck {
  package static let name = "Supplies say how long they last"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      guard line.kind == .supply else { return nil }
      switch line.daysSupplied {
      case let days? where (1...366).contains(days): return nil
      case nil:
        return finding(
          line: line.number, .other, isBlocking: false,
          "Nobody said how many days " + line.label + " lasts.",
          fix: "Enter the days; without them it is billed for one day and no resupply comes up.")
      case let days?:
        return finding(
          line: line.number, .other,
          "For " + line.label + ", " + String(days) + " days cannot be right.",
          fix: "Enter the days that the supplies last: 30 or 90 as a rule.")
      }
    }
  }
}
