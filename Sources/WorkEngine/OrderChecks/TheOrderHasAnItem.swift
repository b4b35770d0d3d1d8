package import Billing

/// An order without items has nothing to confirm.
package enum TheOrderHasAnItem: OrderCheck {
  package static let name = "The order has an item"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    guard review.order.lines.isEmpty else { return [] }
    return [
      finding(
        .wrongItem, "The order has no items.",
        fix: "Return it to the front office, or cancel it if nothing was delivered.")
    ]
  }
}
