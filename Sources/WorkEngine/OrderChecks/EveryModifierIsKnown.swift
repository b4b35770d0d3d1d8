package import Billing

/// Every modifier is one of the rules, stands once, and goes together with the others.
package enum EveryModifierIsKnown: OrderCheck {
  package static let name = "Every modifier is known and goes with the others"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    review.order.lines.flatMap { line -> [OrderFinding] in
      let modifiers = line.procedure.modifiers
      var findings: [OrderFinding] = []
      for modifier in modifiers where !rules.modifiers.isEmpty && rules.modifiers[modifier] == nil {
        findings.append(
          finding(
            line: line.number, .wrongModifiers, isBlocking: modifier.utf8.count != 2,
            "For " + line.label + ", the modifier \"" + modifier + "\" is not known.",
            fix: "Correct it. If it is right, add it to the modifiers of the rules."))
      }
      if Set(modifiers).count < modifiers.count {
        findings.append(
          finding(
            line: line.number, .wrongModifiers, "For " + line.label + ", a modifier stands twice.",
            fix: "Take one of them off."))
      }
      for (place, modifier) in modifiers.enumerated() {
        for other in modifiers[(place + 1)...] where excludes(modifier, other, rules) {
          findings.append(
            finding(
              line: line.number, .wrongModifiers,
              "For " + line.label + ", " + modifier + " and " + other + " cannot stand together.",
              fix: "Keep the one that is true."))
        }
      }
      return findings
    }
  }

  private static func excludes(_ one: String, _ other: String, _ rules: RuleBook) -> Bool {
    rules.modifiers[one]?.excludes.contains(other) ?? false
      || rules.modifiers[other]?.excludes.contains(one) ?? false
  }
}
