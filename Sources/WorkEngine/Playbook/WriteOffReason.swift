import Billing

/// Which reason fits when a claim is given up (domain reference 3.7 rule 8).
enum WriteOffReason {
  /// The reason of the code; without one that of the state; nil where the office has none left.
  static func proposed(for actions: ActionRules) -> WriteOffRow? {
    let rules = actions.rules
    if let code = actions.options.leadRow?.writeOffReason,
      let row = rules.writeOffs.first(where: { $0.code == code })
    {
      return row
    }
    let total = actions.reading.open + actions.reading.story.writtenOff
    if let small = row(.smallBalance, rules), total <= small.limit { return small }
    if isAppealOver(actions), let row = row(.appealsExhausted, rules) { return row }
    if isLate(actions), let row = row(.late, rules) { return row }
    return row(.otherwise, rules)
  }

  private static func row(_ use: WriteOffRow.Use, _ rules: RuleBook) -> WriteOffRow? {
    rules.writeOffs.first { $0.use == use }
  }

  /// Only what was appealed can be exhausted: a limit that ran out unused is none of it.
  private static func isAppealOver(_ actions: ActionRules) -> Bool {
    guard actions.reading.determinedOn != nil, actions.reading.appeals.wasMade else { return false }
    return actions.reading.nextAppealLevel == nil
      || actions.options.refusal(of: .appeal) == nil
        && actions.lateReasonNeeded(for: .appeal) != nil
  }

  private static func isLate(_ actions: ActionRules) -> Bool {
    actions.lateReasonNeeded(for: .resubmit) != nil
      || actions.lateReasonNeeded(for: .replace) != nil
  }
}
