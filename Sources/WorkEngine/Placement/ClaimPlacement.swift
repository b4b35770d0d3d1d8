package import Billing

/// Which one queue holds a claim, by which deadline, for how much money, and why.
///
/// Pure: the same facts, rules and day give the same placement. The order of the questions is the
/// waterfall of domain reference 1.9: cash posting, rejection, denial and appeal,
/// transmission to the next payer, follow-up.
package enum ClaimPlacement {
  /// The placement of a claim, or nil where it needs no work.
  ///
  /// None is needed for a claim that is settled with its payers, and for one with remittances in
  /// cash posting, which stand there under subjects of their own, as a credit of the claim does.
  package static func place(_ story: ClaimStory, rules: RuleBook, on today: Day) -> Placement? {
    let reading = StoryReading(story, rules: rules)
    if story.stagedRemittances > 0 { return nil }
    return ClaimPlacer(reading: reading, rules: rules, today: today).placement
  }
}
