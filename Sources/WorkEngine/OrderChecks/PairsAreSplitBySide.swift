package import Billing

/// A pair of shoes or inserts is entered as a pair, RT and LT (domain reference 6.2).
///
/// Their edit lets several units stand for one foot, since inserts come so; two of them on one foot
/// are a pair that was entered for one side.
package enum PairsAreSplitBySide: OrderCheck {
  package static let name = "Pairs are split by side"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      guard let item = review.item(line, rules), item.isSided,
        item.category == .therapeuticShoe, line.kind != .rental, line.deliveredUnits > 1,
        Set(line.procedure.modifiers).intersection(["RT", "LT"]).count == 1
      else { return nil }
      return finding(
        line: line.number, .quantityMismatch, isBlocking: line.deliveredUnits == 2,
        "For " + line.label + ", " + String(line.deliveredUnits) + " units are for one side.",
        fix: "Check the quantity; a pair has RT and LT.")
    }
  }
}
