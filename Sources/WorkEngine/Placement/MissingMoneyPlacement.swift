import Billing

/// Where a remittance waits whose money the bank has not shown.
enum MissingMoneyPlacement {
  /// Waiting up to the last day on which the money may come, and open after it.
  static func place(
    _ money: MissingMoney, _ story: StagedRemittanceStory, rules: RuleBook, on today: Day
  ) -> Placement {
    let due = rules.deposits.dueDay(of: money)
    var draft = PlacementDraft(
      queue: .cashPosting, limit: nil, balance: money.left, expected: money.left,
      decisions: story.decisions, rules: rules, on: today)
    draft.reasonCode = today > due ? "no money" : "awaiting money"
    draft.reason =
      today > due
      ? "The bank has not shown \(money.left) of it, which was due by \(due)"
      : "The bank is to show \(money.left) of it by \(due)"
    draft.why.append("Paid on \(money.paidOn) by \(money.method), says the remittance.")
    draft.wait(
      until: due.adding(days: 1),
      or: "\(money.left) of it should have been in the bank by \(due).")
    return draft.placement()
  }
}

extension StagedRemittanceStory {
  /// The same with what the bank has not shown: a remittance is one piece of work.
  func withMissingMoney(_ placement: Placement?, rules: RuleBook, on today: Day) -> Placement? {
    guard let money = missingMoney else { return placement }
    guard var placement else {
      return MissingMoneyPlacement.place(money, self, rules: rules, on: today)
    }
    let due = rules.deposits.dueDay(of: money)
    if today > due {
      placement.why.append("The bank has not shown \(money.left) of it, which was due by \(due).")
    }
    return placement
  }
}
