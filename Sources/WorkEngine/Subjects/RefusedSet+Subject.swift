import Billing

extension RefusedSetStory: SubjectStory {
  var words: String { "a remittance that could not be read" }

  /// Open in Cash posting until a readable file takes its place or somebody says what became of it.
  ///
  /// Nothing of it is in the books, so no balance stands; what the payer says that it paid is expected.
  func placement(rules: RuleBook, on today: Day) -> Placement? {
    guard refused.replacedBy == nil, !decisions.contains(where: { $0.verb == .settle }) else {
      return nil
    }
    let facts = refused.facts
    var draft = PlacementDraft(
      queue: .cashPosting, limit: nil, balance: .zero, expected: max(facts.amount ?? .zero, .zero),
      decisions: decisions, rules: rules, on: today)
    draft.reasonCode = "not read"
    draft.reason = sentence
    draft.why = [
      "Set \(facts.controlNumber) of \(refused.file) was refused: \(facts.problem.message)",
      "Nothing of it is posted, and its money may be in the bank.",
    ]
    return draft.placement()
  }

  private var sentence: String {
    let facts = refused.facts
    let what = facts.amount.map { "A payment of \($0)" } ?? "A payment"
    let whose = refused.payer.map { " by \($0.name)" } ?? ""
    let number = facts.traceNumber.isEmpty ? "" : " under \(facts.traceNumber)"
    return "\(what)\(whose)\(number) could not be read: ask the sender for the file again"
  }

  func draft(in situation: Situation) -> AdviceDraft {
    var draft = AdviceDraft(
      .calledPayer, "Ask the sender for a corrected file; once it is read, this goes by itself.", []
    )
    draft.fallback = .followUp
    return draft
  }

  func menu(in situation: Situation) -> [DecisionVerb] { [.settle, .calledPayer, .checkedPortal] }
}
