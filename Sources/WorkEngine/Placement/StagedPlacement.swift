package import Billing

/// Where a claim of a remittance waits that could not be posted by itself.
package enum StagedPlacement {
  /// The placement in cash posting, or nil where nothing keeps it from being posted.
  ///
  /// The law sets no limit on posting, so its tier is "no deadline" and the money in suspense
  /// decides the rank; how long it has waited is said in the argument.
  package static func place(
    _ story: StagedRemittanceStory, rules: RuleBook, on today: Day
  ) -> Placement? {
    guard let first = story.reasons.first else { return nil }
    let waited = today - story.paymentDate
    var why = eachOnce(story.reasons.map(\.sentence))
    why.append(
      "Paid on \(story.paymentDate), \(waited) day\(waited == 1 ? "" : "s") ago; "
        + "\(story.suspense) is in suspense because of it.")
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
      queue: .cashPosting, lane: lane, tier: decided.isPinned ? .pinned : .noDeadline,
      governing: nil,
      deadlines: [], balance: story.suspense, expected: amount,
      reasonCode: eachOnce(story.reasons.map(\.code)).prefix(2).joined(separator: ", "),
      reason: first.sentence, followUpOn: followUp, why: why)
  }

  /// Several lines may wait for the same reason: it is said once.
  private static func eachOnce(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
