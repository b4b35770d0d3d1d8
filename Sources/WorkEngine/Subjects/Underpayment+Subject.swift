import Billing

extension UnderpaymentStory: SubjectStory {
  var words: String { "an underpayment" }

  /// Open in Denials until it is accepted, paid after all, or its answer is taken back; nothing of it
  /// is open in the books, and what is missing is expected.
  func placement(rules: RuleBook, on today: Day) -> Placement? {
    let missing = underpayment.shortfall
    guard missing > .zero, !decisions.contains(where: { $0.verb == .accept }) else { return nil }
    let reading = reading(rules)
    let kinds = DeadlineKind.appeals.union([.dispute])
    var draft = PlacementDraft(
      queue: .denials,
      limits: GoverningDeadline(
        DeadlineEngine.deadlines(for: reading, of: kinds, rules: rules), of: kinds, on: today),
      balance: .zero, expected: missing, decided: DecisionReading(decisions), rules: rules,
      on: today)
    draft.reasonCode = "underpaid"
    draft.reason = "\(reading.payer.name) allowed \(missing) less than expected"
    draft.why = underpayment.lines.map { line in
      let source =
        line.source == .contract
        ? "by the fee schedule" : "as most of the payer's last answers for the code have it"
      return "Line \(line.number), \(line.procedure.description): \(line.allowed) allowed, "
        + "\(line.expected) expected \(source)."
    }
    if underpayment.paidSince > .zero {
      draft.why.append("\(underpayment.paidSince) was paid on the claim since.")
    }
    if let dispute = decisions.last(where: { $0.verb == .dispute }) {
      draft.reason = "\(missing) is disputed with \(reading.payer.name)"
      draft.wait(
        until: dispute.followUpOn
          ?? dispute.on.adding(days: rules.followUp(reading.payer.family).nextDays),
        or: "The answer to the dispute is overdue: ask the payer for it.")
    }
    return draft.placement()
  }

  /// The claim as the payer reads it that allowed too little.
  private func reading(_ rules: RuleBook) -> StoryReading {
    StoryReading(claim, rules: rules).atOwnLevel(rules)
  }

  func draft(in situation: Situation) -> AdviceDraft {
    let isDisputed = decisions.contains { $0.verb == .dispute }
    var draft =
      isDisputed
      ? AdviceDraft(.calledPayer, "Ask what became of the dispute.", [])
      : AdviceDraft(
        .dispute, "Compare it with the contract; where the payer is wrong, dispute it in time.", [])
    draft.fallback = .followUp
    return draft
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [.dispute, .accept, .calledPayer, .checkedPortal]
  }
}
