package import Billing

/// Each side of a sided item is one unit with RT or LT; a pair is split when it is confirmed.
///
/// Domain reference 6.2: two lines, RT and LT, one unit each.
package enum PairsAreSplitBySide: OrderCheck {
  package static let name = "Pairs are split by side"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      guard review.item(line, rules)?.isSided ?? false else { return nil }
      let sides = Set(line.procedure.modifiers).intersection(["RT", "LT"])
      switch (line.deliveredUnits, sides.count) {
      case (1, 1), (2, 0), (2, 2): return nil
      case (1, 0):
        return finding(
          line: line.number, .wrongModifiers, "For " + line.label + ", nobody said which side.",
          fix: "Add RT or LT.")
      case (1, _):
        return finding(
          line: line.number, .wrongModifiers,
          "For " + line.label + ", one unit cannot be for both sides.",
          fix: "Take RT or LT off, or correct the quantity to 2.")
      case (_, 0), (_, 2):
        return finding(
          line: line.number, .quantityMismatch,
          "For " + line.label + ", " + String(line.deliveredUnits) + " units are more than a pair.",
          fix: "Make a line for each side with its own quantity.")
      default:
        return finding(
          line: line.number, .quantityMismatch, isBlocking: line.deliveredUnits == 2,
          "For " + line.label + ", " + String(line.deliveredUnits) + " units are for one side.",
          fix: "Check the quantity; a pair has RT and LT.")
      }
    }
  }
}
