import Billing

/// Where an order waits between delivery and its charges (queue 1 of domain reference 1.4).
enum OrderPlacement {
  static func place(_ story: OrderStory, rules: RuleBook, on today: Day) -> Placement? {
    switch story.order.standing {
    case .open, .confirmed, .cancelled: nil
    case .delivered: delivered(story, rules: rules, on: today)
    case .returned: returned(story, rules: rules, on: today)
    }
  }

  private static func delivered(
    _ story: OrderStory, rules: RuleBook, on today: Day
  ) -> Placement {
    var draft = draft(story, rules: rules, on: today)
    if let served = story.order.delivery.servedOn {
      draft.why.append("It reached the patient on \(served) and is not confirmed.")
    }
    guard let first = story.blocking.first else {
      draft.reasonCode = "ready"
      draft.reason = "Ready to confirm"
      draft.why.append("Every check is clean: confirming makes its charges.")
      draft.why += story.findings.map { "To know: " + $0.sentence }
      return draft.placement()
    }
    draft.reasonCode = first.cause.rawValue
    draft.reason = first.words
    draft.why += story.blocking.map(\.sentence)
    draft.why += story.findings.filter { !$0.isBlocking }.map { "To know: " + $0.sentence }
    return draft.placement()
  }

  private static func returned(
    _ story: OrderStory, rules: RuleBook, on today: Day
  ) -> Placement {
    var draft = draft(story, rules: rules, on: today)
    draft.reasonCode = "returned"
    draft.reason = "The front office has it to put right"
    guard let step = story.decisions.last(where: { $0.verb == .returnOrder }) else {
      draft.why.append("It was given back to the front office.")
      return draft.placement()
    }
    draft.why.append("Returned on \(step.on)." + (step.note.isBlank ? "" : " " + step.note))
    let days = rules.result(for: .returnOrder)?.followUpDays ?? 1
    draft.waitBeforeDeadline(
      until: step.followUpOn ?? step.on.adding(days: days), margin: rules.deferMarginDays,
      or: "It should be back by now: ask the front office.")
    return draft.placement()
  }

  private static func draft(
    _ story: OrderStory, rules: RuleBook, on today: Day
  ) -> PlacementDraft {
    PlacementDraft(
      queue: .orderConfirmation, limit: story.filing, balance: story.charge,
      expected: story.expected, decisions: story.decisions, rules: rules, on: today)
  }
}

extension OrderStory {
  /// What keeps it from being confirmed, in the order of the checks.
  var blocking: [OrderFinding] { findings.filter(\.isBlocking) }

  /// What its lines charge, in cents; no order from outside is too large for it.
  fileprivate var charge: Cents {
    order.lines.reduce(into: .zero) { total, line in
      let (amount, isTooLarge) = line.unitCharge.rawValue.multipliedReportingOverflow(
        by: Int64(line.deliveredUnits))
      let (sum, overflows) = total.rawValue.addingReportingOverflow(amount)
      if !isTooLarge, !overflows { total = Cents(sum) }
    }
  }
}

extension OrderFinding {
  /// `Serial number missing on line 2`.
  var words: String {
    let text = message.hasSuffix(".") ? String(message.dropLast()) : message
    guard let line, !text.contains("line \(line)"), !text.contains("item \(line)") else {
      return text
    }
    return text + " on line \(line)"
  }

  /// The finding with what mends it.
  var sentence: String { words + "." + (fix.isEmpty ? "" : " " + fix.asSentence) }
}

extension String {
  /// With a full stop at its end.
  var asSentence: String { hasSuffix(".") || isEmpty ? self : self + "." }
}
