import Billing

/// Claims on which money stands that belongs to somebody else (domain reference 5.11).
enum CreditPlacement {
  /// An overdue refund stays in front of the biller: nothing is lost by it, but a duty is.
  static func place(_ reading: StoryReading, rules: RuleBook, on today: Day) -> Placement {
    let balances = reading.story.balances
    let credit = [balances.payer, balances.nextPayer, balances.patient]
      .filter { $0 < .zero }.total()
    let limits = GoverningDeadline(
      DeadlineEngine.deadlines(for: reading, of: [.refund], rules: rules), of: [.refund],
      on: today)
    var why = ["More was paid or adjusted than was open: \(credit)."]
    var tier = Tier.of(safe: limits.governing?.safe, legal: nil, today: today)
    if let refund = limits.governing {
      why.append("\(refund.reason): give it back by \(refund.safe).")
      if limits.isExpired { why.append("That day is past: give it back now.") }
    }
    var lane = reading.isWithLead ? Lane.lead : .work
    var followUp: Day?
    if let pause = reading.pause, let day = pause.followUpOn, day > today {
      followUp = day
      lane = .waiting
      why.append("\(pause.verb.title) on \(pause.on): it comes back on \(day).")
    }
    if reading.isPinned { tier = .pinned }
    return Placement(
      queue: .creditBalances, lane: lane, tier: tier, governing: limits.governing,
      deadlines: limits.deadlines, balance: credit, expected: -credit, reasonCode: "credit",
      reason: "\(-credit) on this claim belongs to somebody else.", followUpOn: followUp, why: why)
  }
}
