import Billing

/// A placement while its argument is being made: lane, tier and dates fall out at the end.
struct PlacementDraft {
  private let queue: QueueName
  private let balance: Cents
  private let expected: Cents
  private let decided: DecisionReading
  private let today: Day
  private var limits: GoverningDeadline
  private var wait: (until: Day, overdue: String)?
  private let rules: RuleBook
  /// Whether somebody waits for records of the office: nothing else is waited for meanwhile.
  private var owesRecords = false
  var reasonCode = ""
  var reason = ""
  var why: [String] = []

  /// Starts a placement in a queue; the amounts are in cents.
  init(
    queue: QueueName, limits: GoverningDeadline, balance: Cents, expected: Cents,
    decided: DecisionReading, rules: RuleBook, on today: Day
  ) {
    self.queue = queue
    self.limits = limits
    self.balance = balance
    self.expected = expected
    self.decided = decided
    self.today = today
    self.rules = rules
  }

  /// Starts the placement of a claim whose possible actions have the limits `kinds`.
  init(
    _ reading: StoryReading, queue: QueueName, kinds: Set<DeadlineKind>, rules: RuleBook,
    on today: Day
  ) {
    let kinds = reading.owedRecords.isEmpty ? kinds : kinds.union([.documentRequest])
    let known = DeadlineEngine.deadlines(for: reading, of: kinds, rules: rules)
    let limits = GoverningDeadline(
      known, of: kinds, missing: MissingLimit.sentences(of: kinds, known: known, reading: reading),
      on: today)
    // A letter puts the dollars of its lines at stake, paid ones too.
    let asked = reading.owedRecords.map(\.amount).total()
    let expected = reading.isNextLevel ? reading.open : min(reading.story.expected, reading.open)
    self.init(
      queue: queue, limits: limits, balance: reading.open,
      expected: asked > .zero ? asked : expected, decided: reading.decided, rules: rules, on: today)
    owesRecords = !reading.owedRecords.isEmpty
  }

  /// Leaves out limits that ran out although they were kept, as filing limits are by a claim that
  /// was taken in before them, or that are another payer's, as when the right payer is looked for.
  mutating func dropPassed(_ kept: Set<DeadlineKind>, missing sentence: String? = nil) {
    let today = today
    let rest = limits.deadlines.filter { !kept.contains($0.kind) || today <= $0.legal }
    var missing = limits.missing
    if let sentence, !rest.contains(where: { kept.contains($0.kind) }) { missing.append(sentence) }
    limits = GoverningDeadline(rest, of: Set(rest.map(\.kind)), missing: missing, on: today)
  }

  /// Keeps the item out of the open lane until a day, and says `overdue` once it has come.
  mutating func wait(until day: Day, or overdue: String) { wait = (day, overdue) }

  /// As `wait(until:or:)`, but never so long that a limit could pass unseen.
  ///
  /// Limits of the kinds that are `kept` already do not count.
  mutating func waitBeforeDeadline(
    until day: Day, margin: Int, ignoring kept: Set<DeadlineKind> = [], or overdue: String
  ) {
    let today = today
    let running = limits.deadlines.first { !kept.contains($0.kind) && today <= $0.legal }
    guard let safe = running?.safe else { return wait(until: day, or: overdue) }
    let latest = safe.adding(days: -margin)
    guard latest < day else { return wait(until: day, or: overdue) }
    wait(until: latest, or: "The deadline is near and no answer has come: act now.")
  }

  /// The finished placement: what a person decided (pause, pin, lead) is laid over it.
  func placement() -> Placement {
    var why = why
    let followUp = followUp(&why)
    var tier = limits.tier(on: today)
    var lane = limits.isExpired ? Lane.expired : .work
    why += rankSteps(tier)
    if decided.isWithLead {
      lane = .lead
      why.append("It was escalated to a lead.")
    }
    if decided.isPinned {
      tier = .pinned
      if lane == .expired { lane = .work }
      why.append("A supervisor pinned it to the top.")
    }
    if followUp != nil { lane = .waiting }
    return Placement(
      queue: queue, lane: lane, tier: tier, governing: limits.governing,
      deadlines: limits.deadlines, balance: balance, expected: expected, reasonCode: reasonCode,
      reason: sentence(reason), followUpOn: followUp, why: why)
  }

  /// The day on which it comes back, nil where it is to be done now.
  private func followUp(_ why: inout [String]) -> Day? {
    guard let pause = decided.pause, let day = decided.pauseEnd(rules) else {
      return automaticWait(&why)
    }
    if day > today {
      why.append("\(pause.verb.title) on \(pause.on): it comes back on \(day).")
      return day
    }
    why.append("The follow-up set for \(day) is due.")
    return nil
  }

  private func automaticWait(_ why: inout [String]) -> Day? {
    guard let wait, !owesRecords else { return nil }
    if wait.until > today {
      why.append("Nothing to do before \(wait.until).")
      return wait.until
    }
    why.append(wait.overdue)
    return nil
  }

  private func rankSteps(_ tier: Tier) -> [String] {
    let missing = limits.missing.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
    if !missing.isEmpty {
      return missing + ["It ranks as if 15 to 30 days were left."] + governingSteps(tier)
    }
    return governingSteps(tier)
  }

  private func governingSteps(_ tier: Tier) -> [String] {
    guard let governing = limits.governing else {
      if !limits.missing.isEmpty { return [] }
      return ["No deadline runs on what can still be done; the amount decides the rank."]
    }
    if limits.isExpired {
      return ["\(governing.reason): the last legal day was \(governing.legal)."]
    }
    let left = governing.safe - today
    var steps = [
      "\(governing.reason): safe until \(governing.safe), \(PlacementText.daysLeft(left)); "
        + "last legal day \(governing.legal)."
    ]
    if !governing.isVerified {
      steps.append("That limit is a default nobody has verified for this payer yet.")
    }
    steps.append("Within \"\(tier.title)\" the larger amount comes first.")
    return steps
  }

  private func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
}
