package import Billing

/// Modifiers in capital letters, each once, in their order, at most four (domain reference 6.2).
///
/// A fix, since the order follows from the rules data: what prices, then policy, then what only
/// informs. More than four become three and 99, and the rest goes into the narrative. It holds
/// where a modifier is not two letters or digits, and where the narrative has no room; a modifier
/// that the rules do not know only warns.
package enum ModifiersStandInTheirOrder: ChargeEdit {
  package static let name = "Modifiers stand in their order"
  package static let cause = OrderProblemCause.wrongModifiers

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let modifiers = review.charge.procedure.modifiers
    if isClean(modifiers, rules: rules) { return unknown(in: modifiers, rules: rules) }
    let ordered = ordered(modifiers, rules: rules)
    if ordered == modifiers, ordered.count <= mostModifiers, ordered.allSatisfy(hasForm) {
      return unknown(in: modifiers, rules: rules)
    }
    if let wrong = ordered.first(where: { !hasForm($0) }) {
      return [
        .hold(
          self, "modifier-invalid", "\(wrong) does not have the form of a modifier.",
          "Correct it: two letters or digits.", sendsBack: cause)
      ]
    }
    guard ordered.count > mostModifiers else {
      return [
        .fix(
          self, [.modifiers(ordered)],
          "Modifiers stand in capitals, each once: price, policy, information.")
      ]
    }
    return [overflow(of: ordered, review: review)]
  }

  private static func overflow(of ordered: [String], review: ChargeReview) -> EditFinding {
    let (kept, narrative) = OverflowingModifiers.placed(
      ordered, narrative: review.charge.narrative)
    guard narrative.utf8.count <= longestNarrative else {
      return .hold(
        self, "modifier-invalid",
        "There are \(ordered.count) modifiers, and the narrative has no room for the rest.",
        "Shorten the narrative or leave out what only informs.")
    }
    return .fix(
      self, [.modifiers(kept), .narrative(narrative)],
      "A line takes four modifiers: 99 stands for the rest, which is in the narrative.")
  }

  /// Whether nothing is to be done, found out without making anything: nearly every line is clean.
  private static func isClean(_ modifiers: [String], rules: RuleBook) -> Bool {
    guard modifiers.count <= mostModifiers else { return false }
    var last = 0
    for index in modifiers.indices {
      let rank = rank(of: modifiers[index], rules: rules)
      if rank < last || !hasForm(modifiers[index]) { return false }
      if modifiers[..<index].contains(modifiers[index]) { return false }
      last = rank
    }
    return true
  }

  private static func unknown(in modifiers: [String], rules: RuleBook) -> [EditFinding] {
    if rules.modifiers.isEmpty { return [] }
    for modifier in modifiers where modifier != more && rules.modifiers[modifier] == nil {
      return [
        .warn(
          self, "The rules do not know modifier \(modifier).",
          "Check that the payer takes it, and add it to the office's rules.")
      ]
    }
    return []
  }

  /// In capitals, without blanks, each once, in order; those of one position as they came.
  private static func ordered(_ modifiers: [String], rules: RuleBook) -> [String] {
    var ordered = RentalModifiers.placed(
      modifiers.map { $0.filter { $0 != " " }.uppercased() }.filter { !$0.isEmpty }, rules: rules)
    if let place = ordered.firstIndex(of: more) { ordered.append(ordered.remove(at: place)) }
    return ordered
  }

  private static func rank(of modifier: String, rules: RuleBook) -> Int {
    switch modifier {
    case "RR", "NU", "UE", "MS": 0
    case more: 4
    default:
      switch rules.modifiers[modifier]?.position {
      case .pricing: 1
      case .policy: 2
      case .informational, nil: 3
      }
    }
  }

  private static func hasForm(_ modifier: String) -> Bool {
    modifier.utf8.count == 2
      && modifier.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
  }

  private static let more = OverflowingModifiers.more
  private static let mostModifiers = OverflowingModifiers.most
  /// NTE02 of a line.
  private static let longestNarrative = 80
}
