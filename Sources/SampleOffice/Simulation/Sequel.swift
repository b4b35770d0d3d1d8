import Billing

/// What a paid claim brings later: the next payer's answer, or the payment taken back.
enum Sequel {
  /// Entries for later remittances, with the day on which each is produced.
  static func entries(
    after entry: RemittanceEntry, producedOn day: Day, office: SampleOfficeFacts,
    counting truth: inout SampleTruth
  ) -> [(RemittanceEntry, Day)] {
    guard entry.kind == .paid else { return [] }
    var random = SplitMix64(seed: office.seed, .fate, entry.key.rawValue ^ 1 << 61)
    let claim = office.claim(entry.key)
    var entries: [(RemittanceEntry, Day)] = []
    if let next = claim.nextPayer {
      entries += nextPayer(next, entry, claim, day, office, &random, counting: &truth)
    }
    let age = office.today - day
    if entries.isEmpty, random.chance(perMille: age < 180 ? 36 : 8) {
      entries += takenBack(entry, claim.payer, day, &random)
    }
    return entries
  }

  private static func nextPayer(
    _ next: SamplePayer, _ entry: RemittanceEntry, _ claim: SampleClaim, _ day: Day,
    _ office: SampleOfficeFacts, _ random: inout SplitMix64, counting truth: inout SampleTruth
  ) -> [(RemittanceEntry, Day)] {
    // Without coinsurance or deductible nothing is left for the next payer.
    guard claim.payer.coinsurancePercent > 0 else { return [] }
    guard claim.crossesOver else {
      truth.nextPayerUnbilled += 1
      return []
    }
    let accepted = day.adding(days: random.within(2...6))
    let ready = accepted.adding(days: random.within(next.answerDays))
    let produced = ready.nextPayDay(next.payDays)
    if random.chance(perMille: 30) || produced > office.today {
      truth.crossoversUnanswered += 1
      return []
    }
    var answer = entry
    answer.kind = random.chance(perMille: 75) ? .secondaryAsPrimary : .secondary
    answer.payer = UInt8(next.number)
    answer.acceptedOn = accepted
    return [(answer, produced)]
  }

  private static func takenBack(
    _ entry: RemittanceEntry, _ payer: SamplePayer, _ day: Day, _ random: inout SplitMix64
  ) -> [(RemittanceEntry, Day)] {
    let ready = day.adding(days: random.within(18...120))
    let produced = ready.nextPayDay(payer.payDays)
    var reversal = entry
    switch random.below(10) {
    case ..<5: reversal.kind = .reversalAndCorrection
    case ..<7:
      reversal.kind = .reversal
      var correction = entry
      correction.kind = .correction
      return [
        (reversal, produced),
        (correction, produced.adding(days: 5).nextPayDay(payer.payDays)),
      ]
    default: reversal.kind = .reversalWithRecoveryLater
    }
    return [(reversal, produced)]
  }
}
