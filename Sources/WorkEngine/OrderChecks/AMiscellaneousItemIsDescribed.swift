package import Billing

/// A code that says nothing by itself needs words (domain reference 6.4).
package enum AMiscellaneousItemIsDescribed: OrderCheck {
  package static let name = "A miscellaneous item is described"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      let needsWords =
        review.item(line, rules)?.needsNarrative ?? false
        || line.procedure.modifiers.contains { $0 == "RA" || $0 == "RB" }
      guard needsWords, line.narrative.isEmpty else { return nil }
      return finding(
        line: line.number, .other, isBlocking: line.description.isEmpty,
        "For " + line.label + ", the claim line needs a narrative.",
        fix: "Write what it is, maker and model, and why, in 80 characters.")
    }
  }
}
