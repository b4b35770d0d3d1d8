package import Billing

/// Rentals carry RR and nothing of a purchase; purchases say new or used (domain reference 7.2).
///
/// Docket adds RR and the month's modifier itself when it confirms, so their absence is only told.
package enum TheModifiersFitTheKind: OrderCheck {
  package static let name = "The modifiers fit the kind of the line"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.compactMap { line in
      let modifiers = Set(line.procedure.modifiers)
      if line.kind == .rental {
        let wrong = line.procedure.modifiers.filter { ["NU", "UE"].contains($0) }
        if !wrong.isEmpty {
          return finding(
            line: line.number, .wrongModifiers,
            "For " + line.label + ", a rental, " + wrong.joined(separator: ", ")
              + " says that it is none.", fix: "Take it off, or make the line a purchase.")
        }
        guard modifiers.isDisjoint(with: ["RR", "LL", "KR"]) else { return nil }
        return finding(
          line: line.number, .wrongModifiers, isBlocking: false,
          "For " + line.label + ", a rental, RR is not given.",
          fix: "Nothing to do: it is added with the month's modifier at confirmation.")
      }
      let wrong = line.procedure.modifiers.filter { ["RR", "LL", "KR", "KI", "KJ"].contains($0) }
      if !wrong.isEmpty {
        return finding(
          line: line.number, .wrongModifiers,
          "For " + line.label + ", " + wrong.joined(separator: ", ") + " says that it is rented.",
          fix: "Make the line a rental, or take the modifier off.")
      }
      return nil
    }
  }
}
