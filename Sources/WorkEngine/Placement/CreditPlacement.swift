import Billing

/// Credits of claims: money that belongs to somebody else (domain reference 5.11).
///
/// They stand beside what else is to be done about the claim, and never hide it.
enum CreditPlacement {
  /// An overdue refund stays in front of the biller: nothing is lost by it, but a duty is.
  static func place(_ story: CreditStory, rules: RuleBook, on today: Day) -> Placement? {
    let credit = story.amount
    guard credit < .zero else { return nil }
    let progress = CreditReading(story)
    let limits = limits(of: story, progress, rules: rules, on: today)
    var why = ["More was paid or adjusted than was open: \(credit). It is \(story.ownerName)'s."]
    var tier = Tier.of(safe: limits.governing?.safe, legal: nil, today: today)
    if let refund = limits.governing {
      why.append("\(refund.reason): give it back by \(refund.safe).")
      if limits.isExpired { why.append("That day is past: give it back now.") }
    } else {
      why.append("By when it must be given back is not on file for \(story.ownerName).")
    }
    let decided = DecisionReading(story.decisions)
    var lane = decided.isWithLead ? Lane.lead : .work
    var followUp: Day?
    let step = step(progress, rules: rules)
    if let words = step.words { why.append(words) }
    if step.waitsForAnother { lane = .lead }
    if let day = step.followUpOn, day > today {
      (followUp, lane) = (day, .waiting)
      why.append("It comes back on \(day).")
    }
    if let pause = decided.pause, let day = pause.followUpOn, day > today {
      (followUp, lane) = (day, .waiting)
      why.append("\(pause.verb.title) on \(pause.on): it comes back on \(day).")
    }
    if decided.isPinned { tier = .pinned }
    return Placement(
      queue: .creditBalances, lane: lane, tier: tier, governing: limits.governing,
      deadlines: limits.deadlines, balance: credit, expected: -credit, reasonCode: step.code,
      reason: "\(-credit) on this claim belongs to \(story.ownerName).", followUpOn: followUp,
      why: why)
  }

  /// By when it must be given back, later where an investigation suspends that.
  static func limits(
    of story: CreditStory, _ progress: CreditReading, rules: RuleBook, on today: Day
  ) -> GoverningDeadline {
    let reading = story.reading(rules)
    let known = DeadlineEngine.deadlines(for: reading, of: [.refund], rules: rules)
    return GoverningDeadline(
      progress.suspending(known, identified: reading.creditIdentifiedOn, rules: rules),
      of: [.refund], on: today)
  }

  /// What the last step comes to.
  private struct Step {
    var code: String
    var words: String?
    /// Whether somebody else must act, whom nobody can hand it out to.
    var waitsForAnother = false
    var followUpOn: Day?
  }

  private static func step(_ progress: CreditReading, rules: RuleBook) -> Step {
    switch progress.stage {
    case .open:
      return Step(
        code: "credit",
        words: progress.refused.isEmpty ? nil : "A refund was refused by \(progress.refused).")
    case .investigating:
      return Step(
        code: "investigated", words: "Somebody finds out what is owed.",
        followUpOn: comesBack(progress, "investigate", rules))
    case .requested(let request, let asker):
      return Step(
        code: "to approve",
        words: "\(asker) asks for \(request.amount) to \(request.payee): another person approves.",
        waitsForAnother: true)
    case .approved(let request, let approver, _):
      return Step(
        code: "to send",
        words: "\(approver) approved \(request.amount) to \(request.payee): send it.")
    case .awaitingRecoupment(let reference):
      return Step(
        code: "recoupment", words: "The payer takes it back, under \(reference).",
        followUpOn: comesBack(progress, "recoup", rules))
    }
  }

  private static func comesBack(
    _ progress: CreditReading, _ suffix: String, _ rules: RuleBook
  ) -> Day? {
    progress.last.flatMap { step in
      step.followUpOn
        ?? rules.result(for: .refund, suffix: suffix)?.followUpDays.map {
          step.on.adding(days: $0)
        }
    }
  }
}

extension CreditStory {
  /// The claim as the one reads it who is to get the money back.
  func reading(_ rules: RuleBook) -> StoryReading {
    var story = claim
    if let payer = owner.payer { story.payer = payer }
    return StoryReading(story, rules: rules)
  }

  /// Whose money it is, in words.
  package var ownerName: String { owner.payer?.name ?? "the patient" }
}
