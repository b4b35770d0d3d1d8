import Billing

extension SpecialStory: SubjectStory {
  var words: String { "special work" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    SpecialPlacement.place(self, rules: rules, on: today)
  }

  func draft(in situation: Situation) -> AdviceDraft {
    SpecialAdvice.draft(
      self, fulfilment: fulfilment(rules: situation.rules, on: situation.today))
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [
      .contactPatient, .fulfil, .attachDocument, .requestDocuments, .checkEligibility, .decline,
      .calledPayer,
    ]
  }

  /// Whether its order or charge may be made on a day: open, not too early, with its evidence.
  func fulfilment(rules: RuleBook, on day: Day) -> Permission {
    SpecialFulfilment.permission(work, documents: documents, rules: rules, on: day)
  }

  /// Why nothing is to be decided about it any more.
  var closed: String? {
    switch work.standing {
    case .open, .answered: nil
    case .done: "It is done."
    case .declined: "It was closed as not wanted."
    case .lapsed: "Its window has closed."
    }
  }
}
