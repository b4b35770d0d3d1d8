package import Billing

/// What a decision says where the biller says nothing, so that Enter is usually right.
package enum DecisionDefaults {
  /// The decision with result code, follow-up day and appeal level filled in where empty.
  ///
  /// The story is that of the claim, where the item is about one.
  package static func filled(
    _ decision: Decision, story: ClaimStory?, item: WorkItem?, rules: RuleBook, on today: Day
  ) -> Decision {
    let safe = item.flatMap { $0.tier == .expired ? nil : $0.safe }
    return filled(
      decision, reading: story.map { StoryReading($0, rules: rules) }, safe: safe, rules: rules,
      on: today)
  }

  /// As above; a day put off to leaves room before the safe day.
  static func filled(
    _ decision: Decision, reading: StoryReading?, safe: Day?, rules: RuleBook, on today: Day
  ) -> Decision {
    let withMoney =
      reading.map { moneyFilled(decision, reading: $0, rules: rules, on: today) } ?? decision
    return dated(withMoney, reading: reading, safe: safe, rules: rules, on: today)
  }

  /// The decision with result code, follow-up day and appeal level, without its money.
  static func dated(
    _ decision: Decision, reading: StoryReading?, safe: Day?, rules: RuleBook, on today: Day
  ) -> Decision {
    var filled = reviewed(decision, rules: rules, on: today)
    if filled.verb == .appeal, filled.appealLevel == nil {
      filled.appealLevel = reading?.nextAppealLevel
    }
    let row = rules.result(for: filled.verb, suffix: suffix(of: filled))
    if filled.resultCode.isEmpty { filled.resultCode = row?.code ?? filled.verb.rawValue }
    if filled.followUpOn == nil {
      let isDefault = row.map { $0.code == filled.resultCode } ?? false
      let given = isDefault ? row : rules.results.first { $0.code == filled.resultCode } ?? row
      filled.followUpOn = followUpOn(
        filled.verb, row: given, reading: reading, safe: safe, rules: rules, on: today)
    }
    return filled
  }

  /// A write-off with the reason that fits, and a transfer of no more than the patient's share.
  private static func moneyFilled(
    _ decision: Decision, reading: StoryReading, rules: RuleBook, on today: Day
  ) -> Decision {
    var filled = decision
    switch decision.verb {
    case .writeOff where decision.reasonCode.isEmpty:
      let actions = ActionRules(reading, rules: rules, isSupervisor: false, on: today)
      filled.reasonCode = WriteOffReason.proposed(for: actions)?.code ?? ""
    case .transferPatient where decision.amount == nil:
      let options = DenialOptions(reading, rules: rules)
      if !options.all.isEmpty, options.patientShare < reading.open {
        filled.amount = options.patientShare
      }
    default: break
    }
    return filled
  }

  private static func suffix(of decision: Decision) -> String {
    switch decision.verb {
    case .appeal: decision.appealLevel.map { "L\($0.rawValue)" } ?? ""
    case .calledPayer, .checkedPortal: decision.payerStatus
    default: ""
    }
  }

  /// A hold with a day on which somebody looks again: that of its reason where none is given.
  private static func reviewed(
    _ decision: Decision, rules: RuleBook, on today: Day
  ) -> Decision {
    guard decision.verb == .hold, case .hold(var entry) = decision.details else { return decision }
    if entry.reviewOn == nil {
      entry.reviewOn =
        decision.followUpOn
        ?? rules.holdReasons[entry.reason].map { review(of: $0, rules: rules, on: today) }
    }
    var reviewed = decision
    reviewed.details = .hold(entry)
    reviewed.followUpOn = entry.reviewOn
    return reviewed
  }

  /// A business day after today; for a manual hold no later than the office allows.
  private static func review(of row: HoldReasonRow, rules: RuleBook, on today: Day) -> Day {
    let day = today.adding(days: max(1, row.reviewDays)).nextBusinessDay
    let latest = today.adding(days: rules.orders.manualHoldDays)
    return row.type == .manual ? min(day, latest) : day
  }

  private static func followUpOn(
    _ verb: DecisionVerb, row: ResultRow?, reading: StoryReading?, safe: Day?, rules: RuleBook,
    on today: Day
  ) -> Day? {
    guard let days = days(verb, row: row, reading: reading, rules: rules) else { return nil }
    var day = today.adding(days: days).nextBusinessDay
    // A default must never be one that the rules refuse.
    if verb.isPause || verb == .returnOrder || verb == .reopen, let safe {
      let latest = safe.adding(days: -rules.deferMarginDays).previousBusinessDay
      day = max(min(day, latest), today.adding(days: 1).nextBusinessDay)
    }
    return day
  }

  /// Calendar days from today, nil where the verb brings nothing back.
  private static func days(
    _ verb: DecisionVerb, row: ResultRow?, reading: StoryReading?, rules: RuleBook
  ) -> Int? {
    let family = reading?.payer.family ?? .other
    switch verb {
    case .resubmit, .replace, .void, .changePayer:
      return rules.followUps[family]?.firstDays ?? row?.followUpDays
    case .billNext:
      let next = reading?.story.nextPayer?.family ?? family
      return rules.followUps[next]?.firstDays ?? row?.followUpDays
    case .calledPayer, .checkedPortal:
      return row?.followUpDays ?? rules.followUp(family).nextDays
    default: return row?.followUpDays
    }
  }
}
