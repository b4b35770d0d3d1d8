package import Billing

/// Money in the bank, with what of it is matched.
package struct DepositStory: Equatable, Sendable {
  package var deposit: Deposit
  /// Matches that stand.
  package var matches: [DepositMatch]
  /// Decisions that stand, oldest first.
  package var decisions: [RecordedDecision]

  package init(deposit: Deposit, matches: [DepositMatch], decisions: [RecordedDecision]) {
    self.deposit = deposit
    self.matches = matches
    self.decisions = decisions
  }
}

extension DepositStory: SubjectStory {
  var words: String { "a deposit" }

  /// In Cash posting as long as part of it belongs to no remittance.
  func placement(rules: RuleBook, on today: Day) -> Placement? {
    let left = deposit.left
    guard left > .zero else { return nil }
    let content = deposit.content
    var draft = PlacementDraft(
      queue: .cashPosting, limit: nil, balance: left, expected: left, decisions: decisions,
      rules: rules, on: today)
    draft.reasonCode = content.form.comesWithRemittance ? "no remittance" : "no owner"
    let what =
      deposit.matched == .zero
      ? "\(content.amount) came into the bank on \(content.receivedOn)"
      : "\(left) of \(content.amount) of \(content.receivedOn)"
    draft.reason =
      content.form.comesWithRemittance
      ? "\(what), and no remittance explains it"
      : "\(what) by \(content.form.title.lowercased()): nobody has said whose it is"
    draft.why.append(
      "The bank shows \(content.amount) (\(content.form.title)) on \(content.receivedOn).")
    draft.why += matches.map { "\($0.amount) of it is the money of \($0.trace)." }
    return draft.placement()
  }

  func draft(in situation: Situation) -> AdviceDraft {
    guard situation.candidates.isEmpty else {
      return AdviceDraft(.matchDeposit, "Compare number, amount and day, then match them.", [])
    }
    guard deposit.content.form.comesWithRemittance else {
      return AdviceDraft(.followUp, "Find out whose money it is, and say so in a note.", [])
    }
    return AdviceDraft(
      .calledPayer,
      "Ask the payer for the remittance of this payment; with a check it may have come on paper.",
      [])
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [.matchDeposit, .calledPayer, .checkedPortal, .unmatchDeposit, .voidDeposit]
  }
}
