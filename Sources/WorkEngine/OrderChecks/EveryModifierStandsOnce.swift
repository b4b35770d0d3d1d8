package import Billing

/// A line names each of its modifiers once; its charge would silently drop the second.
package enum EveryModifierStandsOnce: OrderCheck {
  package static let name = "Every modifier stands once"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      let modifiers = line.procedure.modifiers
      guard Set(modifiers).count < modifiers.count else { return nil }
      return finding(
        line: line.number, .wrongModifiers, "For " + line.label + ", a modifier stands twice.",
        fix: "Take one of them off.")
    }
  }
}
