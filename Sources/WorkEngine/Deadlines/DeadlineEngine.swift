package import Billing

/// Which time limits run on a claim (domain reference 2.1 to 2.6).
package enum DeadlineEngine {
  /// Every limit whose clock has started, earliest safe day first.
  ///
  /// These are all limits of the rules data that have a clock date in the story, not only those
  /// of the actions that are still possible: `ClaimPlacement` chooses among them.
  package static func deadlines(for story: ClaimStory, rules: RuleBook) -> [Deadline] {
    deadlines(for: StoryReading(story), rules: rules)
  }

  static func deadlines(for reading: StoryReading, rules: RuleBook) -> [Deadline] {
    let found = kinds(for: reading).compactMap { kind in
      deadline(kind, payer: reading.payer, rules: rules) { clock(in: reading, kind: kind, $0) }
    }
    return found.sorted(by: isEarlier)
  }

  /// The limit of one kind for a payer: the most specific rows that are in force on their clock
  /// date, and the earlier of two that apply (rule 6 of domain reference 2.6).
  ///
  /// - Parameter clockDate: the day on which a clock started, nil where it has not.
  static func deadline(
    _ kind: DeadlineKind, payer: Payer, rules: RuleBook,
    clockDate: (DeadlineClock) -> Day?
  ) -> Deadline? {
    var best: Deadline?
    var bestSpecificity = -1
    for rule in rules.deadlines where rule.kind == kind {
      guard let specificity = specificity(of: rule, for: payer),
        specificity >= bestSpecificity, let clock = clockDate(rule.clock),
        rule.isEffective(on: clock)
      else { continue }
      let dates = rule.dates(from: clock)
      let deadline = Deadline(
        kind: kind, safe: dates.safe, legal: dates.legal,
        reason: DeadlineReason.text(rule, payer: payer, clock: clock), ruleID: rule.id,
        isVerified: rule.confidence != .unverified)
      if specificity > bestSpecificity || best.map({ isEarlier(deadline, $0) }) ?? true {
        best = deadline
        bestSpecificity = specificity
      }
    }
    return best
  }

  /// How closely a row speaks of a payer: 4 by name, 2 by state, 0 by family; nil not at all.
  private static func specificity(of rule: DeadlineRule, for payer: Payer) -> Int? {
    guard rule.family == payer.family else { return nil }
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
    }
  }
}
