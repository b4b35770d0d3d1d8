import Billing

extension CreditStory: SubjectStory {
  var words: String { "a credit balance" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    CreditPlacement.place(self, rules: rules, on: today)
  }

  func draft(in situation: Situation) -> AdviceDraft {
    let progress = CreditReading(self)
    var draft = AdviceDraft(
      .refund, fix(progress), ["Money on the claim belongs to somebody else."])
    if case .awaitingRecoupment = progress.stage { draft.proposed = .followUp }
    draft.fallback = .followUp
    return draft
  }

  private func fix(_ progress: CreditReading) -> String {
    switch progress.stage {
    case .open:
      "Find the payment that is too much, then ask for its refund, or move it to another claim."
    case .investigating: "Find out what is owed, then ask for its refund."
    case .requested: "Compare the request with its sources, then approve or refuse it."
    case .approved: "Send it, then enter the number of the check and its day."
    case .awaitingRecoupment(let reference):
      "When the payer's recovery of \(reference) has come, put it against the claim."
    }
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [.refund, .calledPayer, .checkedPortal, .requestDocuments]
  }
}
