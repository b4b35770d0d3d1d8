import Billing

extension CreditStory: SubjectStory {
  var words: String { "a credit balance" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    CreditPlacement.place(self, rules: rules, on: today)
  }

  func draft(in situation: Situation) -> AdviceDraft {
    var draft = AdviceDraft(
      .followUp, "Find the payment that is too much, and give it back or move it.",
      ["Money on the claim belongs to somebody else."])
    draft.resultCode = situation.rules.resultToApprove(.followUp)?.code
    return draft
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [.calledPayer, .checkedPortal, .requestDocuments]
  }
}
