import Billing

extension ClaimStory: SubjectStory {
  var words: String { "a claim" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    ClaimPlacement.place(self, rules: rules, on: today)
  }

  func draft(in situation: Situation) -> AdviceDraft {
    guard let actions = situation.actions else { return AdviceDraft(.note, "", []) }
    return Playbook.draft(actions)
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    Playbook.menu
  }
}
