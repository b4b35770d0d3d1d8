import Billing

extension OrderStory: SubjectStory {
  var words: String { "an order" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    OrderPlacement.place(self, rules: rules, on: today)
  }

  func draft(in situation: Situation) -> AdviceDraft { OrderAdvice.draft(self) }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [
      .confirm, .returnOrder, .attachDocument, .requestDocuments, .checkEligibility, .cancelOrder,
    ]
  }
}
