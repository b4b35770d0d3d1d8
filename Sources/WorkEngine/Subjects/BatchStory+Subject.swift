import Billing

/// A batch is only looked at: what is wrong with it is decided on its claims and charges.
extension BatchStory: SubjectStory {
  var words: String { "a batch" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    BatchPlacement.place(self, rules: rules, on: today)
  }

  func draft(in situation: Situation) -> AdviceDraft {
    AdviceDraft(
      .checkedPortal,
      "See whether the clearinghouse has \(batch.fileName); if not, send the file again.",
      ["Nothing has answered the batch of \(batch.sentOn)."])
  }

  func menu(in situation: Situation) -> [DecisionVerb] { [.checkedPortal, .calledPayer] }
}
