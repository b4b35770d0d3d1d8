package import Billing

/// Which time limits run on a claim (domain reference 2.1 to 2.6).
package enum DeadlineEngine {
  /// Every limit whose clock has started, earliest safe day first.
  ///
  /// These are all limits of the rules data that have a clock date in the story, not only those
  /// of the actions that are still possible: `ClaimPlacement` chooses among them.
  package static func deadlines(for story: ClaimStory, rules: RuleBook) -> [Deadline] {
    deadlines(
      for: StoryReading(story, rules: rules), of: Set(DeadlineKind.allCases), rules: rules)
  }

  /// The limits of some kinds: for each the most specific rows that are in force on their clock
  /// date, and the earlier of two that apply (rule 6 of domain reference 2.6).
  static func deadlines(
    for reading: StoryReading, of wanted: Set<DeadlineKind>, rules: RuleBook
  ) -> [Deadline] {
    var found = limits(
      kinds(for: reading).filter(wanted.contains), payer: reading.payer, rules: rules
    ) { clock(in: reading, kind: $0, $1) }
    if wanted.contains(.documentRequest), !reading.owedRecords.isEmpty {
      found += reading.owedRecords.compactMap {
        RequestDeadline.deadline(for: $0, payer: reading.payer, rules: rules)
      }
      found.sort(by: isEarlier)
    }
    return found
  }

  /// The initial filing limit of service that is on no claim yet, nil where no rule is known.
  package static func filing(
    payer: Payer, service: ServiceDates, rules: RuleBook
  ) -> Deadline? {
    limits([.initialClaim], payer: payer, rules: rules) { _, clock in
      switch clock {
      case .serviceFrom: service.first
      case .serviceThrough: service.through
      case .primaryRemittance, .remittance, .notice, .identified, .letter: nil
      }
    }.first
  }

  private static func limits(
    _ kinds: [DeadlineKind], payer: Payer, rules: RuleBook,
    clock: (DeadlineKind, DeadlineClock) -> Day?
  ) -> [Deadline] {
    if kinds.isEmpty { return [] }
    var best = [Candidate?](repeating: nil, count: kinds.count)
    // Only the fields that decide are touched: copying whole rows would cost more than all else.
    for (slot, kind) in kinds.enumerated() {
      for index in rules.deadlinePlaces(of: payer.family, kind: kind) {
        guard let specificity = specificity(of: rules.deadlines[index], for: payer),
          specificity >= best[slot]?.specificity ?? 0,
          let start = clock(kind, rules.deadlines[index].clock),
          rules.deadlines[index].effective.contains(start)
        else { continue }
        let dates = rules.deadlines[index].dates(from: start)
        let candidate = Candidate(
          rule: index, specificity: specificity, clock: start, safe: dates.safe, legal: dates.legal)
        if let other = best[slot], !candidate.beats(other) { continue }
        best[slot] = candidate
      }
    }
    return best.compactMap { $0.map { deadline($0, payer: payer, rules: rules) } }
      .sorted(by: isEarlier)
  }

  private struct Candidate {
    let rule: Int
    let specificity: Int
    let clock: Day
    let safe: Day
    let legal: Day

    func beats(_ other: Candidate) -> Bool {
      if specificity != other.specificity { return specificity > other.specificity }
      return (safe, legal) < (other.safe, other.legal)
    }
  }

  private static func deadline(
    _ candidate: Candidate, payer: Payer, rules: RuleBook
  ) -> Deadline {
    let rule = rules.deadlines[candidate.rule]
    return Deadline(
      kind: rule.kind, safe: candidate.safe, legal: candidate.legal,
      reason: DeadlineReason.text(rule, payer: payer, clock: candidate.clock), ruleID: rule.id,
      isVerified: rule.confidence != .unverified)
  }

  /// How closely a row of a payer's family speaks of it: 4 by name, 2 by state, 0 by family alone;
  /// nil where it speaks of another.
  private static func specificity(of rule: DeadlineRule, for payer: Payer) -> Int? {
    var specificity = 0
    if let key = rule.payerKey {
      guard key == payer.ruleKey else { return nil }
      specificity += 4
    }
    if let state = rule.state {
      guard state == payer.state else { return nil }
      specificity += 2
    }
    return specificity
  }

  static func isEarlier(_ left: Deadline, _ right: Deadline) -> Bool {
    (left.safe, left.legal, left.kind.rawValue) < (right.safe, right.legal, right.kind.rawValue)
  }

  private static func kinds(for reading: StoryReading) -> [DeadlineKind] {
    var kinds: [DeadlineKind] = [.initialClaim]
    if reading.isSecondaryClaim { kinds.append(.secondaryClaim) }
    if reading.determinedOn != nil { kinds += [.correctedClaim, .reopening, .dispute] }
    if let level = reading.nextAppealLevel { kinds.append(.appeal(level)) }
    if reading.dismissedOn != nil { kinds.append(.dismissal) }
    if reading.isCredit { kinds.append(.refund) }
    return kinds
  }

  private static func clock(
    in reading: StoryReading, kind: DeadlineKind, _ clock: DeadlineClock
  ) -> Day? {
    switch clock {
    case .serviceFrom: return reading.story.serviceFrom
    case .serviceThrough: return reading.story.serviceThrough
    case .primaryRemittance: return reading.primaryRemittanceOn
    case .remittance, .notice:
      switch kind {
      case .appealSecond, .appealThird, .appealFourth, .appealFifth: return reading.appealDecidedOn
      case .dismissal: return reading.dismissedOn
      default: return reading.determinedOn
      }
    case .identified: return reading.creditIdentifiedOn
    case .letter: return nil
    }
  }
}
