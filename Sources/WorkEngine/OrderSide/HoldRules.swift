import Billing

/// Placing and releasing holds by hand (domain reference 1.5).
struct HoldRules {
  let story: ChargeStory
  let rules: RuleBook
  let isSupervisor: Bool
  let today: Day

  /// Why nothing can be released as the charge stands, or nil.
  var stateRefusal: String? {
    let open = story.openHolds
    guard let first = open.first else { return "No hold is open on this charge." }
    guard !isSupervisor, open.allSatisfy(\.isAutomatic) else { return nil }
    return automatic(first)
  }

  func refusal(placing details: DecisionDetails) -> String? {
    guard case .hold(let entry) = details else { return "Say why it is held." }
    guard let row = rules.holdReasons[entry.reason] else {
      return "\"\(entry.reason)\" is no hold reason of this office."
    }
    if entry.type != row.type {
      return "\"\(row.title)\" is of the type \"\(row.type.title)\", not \"\(entry.type.title)\"."
    }
    if entry.isForAgreement, story.review.charge.rental == nil {
      return "The charge belongs to no rental whose months could be held."
    }
    return refusal(reviewOn: entry.reviewOn, of: row)
  }

  func refusal(releasing decision: Decision) -> String? {
    guard case .release(let id, let allMonths, let evidence) = decision.details else {
      return "Say which hold is released, and what released it."
    }
    let open = story.openHolds
    let released = id.map { id in open.filter { $0.id == id } } ?? open
    guard !released.isEmpty else { return "No such hold is open on this charge." }
    if allMonths, story.review.charge.rental == nil {
      return "The charge belongs to no rental: there are no other months."
    }
    if let hold = released.first(where: \.isAutomatic) {
      if !isSupervisor { return automatic(hold) }
      if evidence.isBlank { return "Say what evidence releases a hold that a rule placed." }
    }
    return evidence.isBlank && decision.note.isBlank ? "Say what released it." : nil
  }

  private func automatic(_ hold: Hold) -> String {
    "A rule placed it and releases it when this is true: \(hold.edit.asSentence) "
      + "A supervisor may release it with evidence."
  }

  private func refusal(reviewOn day: Day?, of row: HoldReasonRow) -> String? {
    guard let day else {
      return row.type == .manual ? "Say when somebody looks at it again." : nil
    }
    if day <= today { return "The review day must be after today." }
    let latest = today.adding(days: rules.orders.manualHoldDays)
    guard row.type == .manual, day > latest else { return nil }
    return "A manual hold is looked at again by \(latest) at the latest, "
      + "\(rules.orders.manualHoldDays) days from now."
  }
}
