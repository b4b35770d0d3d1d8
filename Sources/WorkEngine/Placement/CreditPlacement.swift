import Billing

/// Credits of claims: money that belongs to somebody else (domain reference 5.11).
///
/// They stand beside what else is to be done about the claim, and never hide it.
enum CreditPlacement {
  /// An overdue refund stays in front of the biller: nothing is lost by it, but a duty is.
  static func place(_ story: CreditStory, rules: RuleBook, on today: Day) -> Placement? {
    let credit = story.amount
    guard credit < .zero else { return nil }
    let limits = GoverningDeadline(
      DeadlineEngine.deadlines(for: story.reading(rules), of: [.refund], rules: rules),
      of: [.refund], on: today)
    var why = ["More was paid or adjusted than was open: \(credit). It is \(story.ownerName)'s."]
    var tier = Tier.of(safe: limits.governing?.safe, legal: nil, today: today)
    if let refund = limits.governing {
      why.append("\(refund.reason): give it back by \(refund.safe).")
      if limits.isExpired { why.append("That day is past: give it back now.") }
    } else {
      why.append("By when it must be given back is not on file for \(story.ownerName).")
    }
    let decided = DecisionReading(story.decisions, pause: story.decisions.last { $0.isPause })
    var lane = decided.isWithLead ? Lane.lead : .work
    var followUp: Day?
    if let pause = decided.pause, let day = pause.followUpOn, day > today {
      followUp = day
      lane = .waiting
      why.append("\(pause.verb.title) on \(pause.on): it comes back on \(day).")
    }
    if decided.isPinned { tier = .pinned }
    return Placement(
      queue: .creditBalances, lane: lane, tier: tier, governing: limits.governing,
      deadlines: limits.deadlines, balance: credit, expected: -credit, reasonCode: "credit",
      reason: "\(-credit) on this claim belongs to \(story.ownerName).", followUpOn: followUp,
      why: why)
  }
}

extension CreditStory {
  /// The claim as the one reads it who is to get the money back.
  func reading(_ rules: RuleBook) -> StoryReading {
    var story = claim
    if case .payer(let payer) = owner { story.payer = payer }
    return StoryReading(story, rules: rules)
  }

  /// Whose money it is, in words.
  package var ownerName: String {
    switch owner {
    case .payer(let payer): payer.name
    case .patient: "the patient"
    }
  }
}
