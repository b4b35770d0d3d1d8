import Billing

/// Where a charge waits that is on no claim yet: held, or ready for the next batch.
enum ChargePlacement {
  static func place(_ story: ChargeStory, rules: RuleBook, on today: Day) -> Placement? {
    guard story.review.charge.standing == .unbilled else { return nil }
    let holds = story.openHolds
    return holds.isEmpty
      ? ready(story, rules: rules, on: today) : held(story, holds, rules: rules, on: today)
  }

  private static func held(
    _ story: ChargeStory, _ holds: [Hold], rules: RuleBook, on today: Day
  ) -> Placement {
    var draft = draft(story, queue: .holds, rules: rules, on: today)
    var reasons: [String] = []
    for hold in holds where !reasons.contains(hold.reason) { reasons.append(hold.reason) }
    draft.reasonCode = reasons.joined(separator: ", ")
    draft.reason = holds.first?.words(rules) ?? "Held"
    draft.why += holds.map { $0.sentence(rules, on: today) }
    // Nobody has looked at an automatic hold yet: only who placed one may let it rest.
    let reviews = holds.filter { !$0.isAutomatic }.compactMap(\.reviewOn)
    if reviews.count == holds.count, let review = reviews.min() {
      draft.waitBeforeDeadline(
        until: review, margin: rules.deferMarginDays, or: "The review set for \(review) is due.")
    }
    return draft.placement()
  }

  private static func ready(
    _ story: ChargeStory, rules: RuleBook, on today: Day
  ) -> Placement {
    var draft = draft(story, queue: .transmission, rules: rules, on: today)
    let payer = story.review.coverage.map { " to " + $0.payer.name } ?? ""
    draft.reasonCode = story.warnings.isEmpty ? "ready" : "warning"
    draft.reason = story.warnings.first?.message ?? "Ready to bill" + payer
    draft.why += story.warnings.map { "Warning: \($0.message.asSentence) \($0.advice.asSentence)" }
    draft.why.append("No hold is open: it goes out\(payer) with the next batch.")
    return draft.placement()
  }

  private static func draft(
    _ story: ChargeStory, queue: QueueName, rules: RuleBook, on today: Day
  ) -> PlacementDraft {
    let charge = story.review.charge
    return PlacementDraft(
      queue: queue, limit: story.review.filing, balance: charge.amount, expected: charge.expected,
      decisions: story.decisions, rules: rules, on: today)
  }
}

extension ChargeStory {
  /// Open holds of the charge and of its agreement, the oldest first.
  var openHolds: [Hold] {
    holds.filter(\.isOpen).sorted {
      ($0.placedOn, $0.id.rawValue) < ($1.placedOn, $1.id.rawValue)
    }
  }
}

extension Hold {
  /// What is missing; the reason's title where nobody said more.
  func words(_ rules: RuleBook) -> String {
    detail.isBlank ? rules.holdReasons[reason]?.title ?? reason : detail
  }

  /// What is missing, who must act, and since when it has waited.
  func sentence(_ rules: RuleBook, on today: Day) -> String {
    let who = owner.map { "\($0) (\(team.title))" } ?? team.title
    let days = today - placedOn
    var text = "\(type.title) hold: \(words(rules).asSentence) \(who) must act"
    text += "; held since \(placedOn), \(days) day\(days == 1 ? "" : "s")"
    if case .rental = subject { text += ", with all months of the rental" }
    return text + "."
  }
}
