package import Billing

/// Which claims may be contested with another one in the same appeal, to reach the amount in
/// controversy (42 CFR 405.1006).
package enum AggregationRules {
  /// Why a claim cannot be contested with `own` at a level; nil where it can.
  ///
  /// One office bills for one supplier, so that the appellant is the same by itself.
  package static func refusal(
    of other: ClaimStory, with own: ClaimStory, at level: AppealLevel, rules: RuleBook,
    on today: Day
  ) -> String? {
    let reading = StoryReading(other, rules: rules)
    let payer = StoryReading(own, rules: rules).payer
    if reading.payer.id != payer.id {
      return "it is with \(reading.payer.name), and this one with \(payer.name)."
    }
    let actions = ActionRules(reading, rules: rules, isSupervisor: false, on: today)
    if let refusal = actions.permission(
      for: .appeal, level: level, together: Cents(.max)
    ).refusal {
      return refusal
    }
    return reading.openDenials.isEmpty ? "No denial of it is open." : nil
  }

  /// What of a claim is in dispute, in cents.
  package static func disputed(_ story: ClaimStory, rules: RuleBook) -> Cents {
    StoryReading(story, rules: rules).open
  }
}
