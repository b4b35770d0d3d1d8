import Billing

extension ClaimStory: SubjectStory {
  var words: String { "a claim" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    ClaimPlacement.place(self, rules: rules, on: today)
  }

  func draft(in situation: Situation) -> AdviceDraft {
    guard let actions = situation.actions else { return AdviceDraft(.note, "", []) }
    return Playbook.draft(actions, rules: situation.rules, on: situation.today)
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    let pending: [DecisionVerb] =
      situation.reading?.appeals.pending == nil ? [] : [.appealOutcome]
    return pending + [
      .resubmit, .replace, .void, .changePayer, .reopen, .appeal, .billNext, .transferPatient,
      .writeOff, .obtainAuthorization, .documentRequest, .calledPayer, .checkedPortal,
      .requestDocuments, .checkEligibility,
    ]
  }
}
