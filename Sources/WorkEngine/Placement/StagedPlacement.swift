package import Billing

/// Where a claim of a remittance waits that could not be posted by itself.
package enum StagedPlacement {
  /// The placement in cash posting, or nil where nothing keeps it from being posted, or where another
  /// answer leads the work of which it is a part.
  ///
  /// The law sets no limit on posting, so it never expires. But the claim behind it may have one, and
  /// no work disappears because an answer waits: the nearest date of the claim, as it stands and as
  /// the answer would leave it, is that of the item (domain reference 5.12, point 8).
  package static func place(
    _ story: StagedRemittanceStory, rules: RuleBook, on today: Day
  ) -> Placement? {
    guard let first = story.reasons.first, story.lead == nil else { return nil }
    let waited = today - story.paymentDate
    var why = eachOnce(story.reasons.map(\.sentence))
    why.append(
      "Paid on \(story.paymentDate), \(waited) day\(waited == 1 ? "" : "s") ago; "
        + "\(story.suspense) is in suspense because of it.")
    let carried = Carried(story, rules: rules, on: today)
    why += carried.why
    var lane = Lane.work
    var followUp: Day?
    let decided = DecisionReading(
      story.decisions, pause: story.decisions.last { $0.isPause })
    if decided.isWithLead {
      lane = .lead
      why.append("It was escalated to a lead.")
    }
    if let pause = decided.pause, let day = decided.pauseEnd(rules) {
      if day > today {
        lane = .waiting
        followUp = day
        why.append("\(pause.verb.title) on \(pause.on): it comes back on \(day).")
      } else {
        why.append("The follow-up set for \(day) is due.")
      }
    }
    if decided.isPinned { why.append("A supervisor pinned it to the top.") }
    let amount = Cents(
      story.suspense.rawValue < 0 ? -story.suspense.rawValue : story.suspense.rawValue)
    return Placement(
      queue: .cashPosting, lane: lane, tier: decided.isPinned ? .pinned : carried.tier,
      governing: carried.governing, deadlines: carried.deadlines, balance: story.suspense,
      expected: max(amount, story.countsClaim ? carried.expected : .zero),
      reasonCode: eachOnce(story.reasons.map(\.code)).prefix(2).joined(separator: ", "),
      reason: first.sentence, followUpOn: followUp, why: why)
  }

  /// Several lines may wait for the same reason: it is said once.
  fileprivate static func eachOnce(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// What the claims behind a staged answer bring with them.
  private struct Carried {
    var tier = Tier.noDeadline
    var governing: Deadline?
    var deadlines: [Deadline] = []
    var expected = Cents.zero
    var why: [String] = []

    init(_ story: StagedRemittanceStory, rules: RuleBook, on today: Day) {
      let places = story.atStake.compactMap { claim in
        ClaimPlacement.place(claim, rules: rules, on: today).map { (claim.claim, $0) }
      }
      // A claim is told twice, as it stands and as it would stand: its dollars count once.
      let byClaim = Dictionary(grouping: places, by: \.0)
      expected = byClaim.values.map { $0.map(\.1.expected).max() ?? .zero }.total()
      let placed = places.map(\.1)
      let ended = placed.filter { $0.tier == .expired }.compactMap(\.governing)
      why += StagedPlacement.eachOnce(
        ended.map { "A limit of the claim ended on \($0.legal) (\($0.reason))." })
      let running = placed.filter { $0.tier != .expired && $0.tier != .pinned }
      guard let first = running.min(by: { $0.tier < $1.tier }) else { return }
      tier = first.tier
      let nearest = running.filter { $0.governing != nil }.min {
        ($0.governing?.safe ?? today) < ($1.governing?.safe ?? today)
      }
      guard let nearest, let limit = nearest.governing else { return }
      governing = limit
      deadlines = nearest.deadlines
      tier = min(tier, Tier.of(safe: limit.safe, legal: limit.legal, today: today))
      why.append(
        "The claim's own limit runs on: act by \(limit.safe) (\(limit.reason)).")
    }
  }
}
