import Billing

/// What becomes of a claim once its payer has taken it.
enum Fate: Sendable {
  /// No answer so far, whether it comes later or never.
  case unanswered
  case answer(RemittanceEntry, productionOn: Day)

  /// Open problems are rarer among old claims than among young ones, as in an office that works
  /// them off; the age that counts is measured by the time limit that runs.
  init(claim: SampleClaim, acceptedOn: Day, office: SampleOfficeFacts) {
    var random = SplitMix64(seed: office.seed, .answer, claim.key.rawValue)
    let payer = claim.payer
    let days = random.within(payer.answerDays) + (random.chance(perMille: 40) ? 18 : 0)
    let ready = acceptedOn.adding(days: days)
    let production = ready.nextPayDay(payer.payDays)
    let filingLeft = claim.serviceOn.adding(days: payer.filingDays) - office.today
    if random.chance(perMille: Self.silencePerMille(daysLeft: filingLeft)) {
      self = .unanswered
      return
    }
    var entry = RemittanceEntry(
      key: claim.key, kind: .paid, payer: UInt8(payer.number), acceptedOn: acceptedOn)
    let isLate = acceptedOn > claim.serviceOn.adding(days: payer.filingDays)
    let draw = random.below(1_000)
    if isLate || draw < 330 {
      let kind = Self.denial(claim, isLate: isLate, &random)
      let appealLeft = production.adding(days: payer.appealDays) - office.today
      let left = DenialKind.table[kind].clock == .filing ? filingLeft : appealLeft
      if isLate || random.chance(perMille: Self.openPerMille(daysLeft: left)) {
        entry.denial = UInt8(kind)
        entry.kind = Self.denialShape(claim, DenialKind.table[kind], &random)
      }
    } else {
      entry.kind = Self.oddity(draw - 330, claim, production, office, &random)
    }
    self = .answer(entry, productionOn: production)
  }

  /// How many claims stay without an answer, by the days left to send them again.
  private static func silencePerMille(daysLeft: Int) -> Int {
    switch daysLeft {
    case ..<0: 42
    case ...60: 260
    case ...150: 145
    default: 92
    }
  }

  /// How many denials are still open, by the days left to act on them.
  private static func openPerMille(daysLeft: Int) -> Int {
    switch daysLeft {
    case ..<0: 200
    case ...60: 1_000
    default: 820
    }
  }

  private static func denial(
    _ claim: SampleClaim, isLate: Bool, _ random: inout SplitMix64
  ) -> Int {
    if isLate, let late = DenialKind.table.firstIndex(where: { $0.reason == "29" }) {
      return late
    }
    let weights = DenialKind.table.map {
      $0.fits(claim.payer, claim.patient.therapy) && $0.reason != "29" ? $0.weight : 0
    }
    return random.index(byWeight: weights)
  }

  private static func denialShape(
    _ claim: SampleClaim, _ denial: DenialKind, _ random: inout SplitMix64
  ) -> AnswerKind {
    if !denial.claimRemarks.isEmpty, denial.lineRemarks.isEmpty, random.chance(perMille: 250) {
      return .deniedWithoutLines
    }
    return claim.lines.count > 1 && !denial.saysDenied && random.chance(perMille: 600)
      ? .lineDenied : .denied
  }

  /// Answers that are paid but need a look, mostly of the last months.
  private static func oddity(
    _ draw: Int, _ claim: SampleClaim, _ production: Day, _ office: SampleOfficeFacts,
    _ random: inout SplitMix64
  ) -> AnswerKind {
    let isRecent = office.today - production < 75
    switch draw {
    case ..<22: return .paidShort
    case ..<34:
      return claim.lines.contains { $0.units > 1 } ? .unitsCut : .paid
    case ..<44: return .garbledNumber
    case ..<62: return .modifiersDropped
    case ..<70: return .codeChanged
    case ..<90: return isRecent || random.chance(perMille: 200) ? .chargeDiffers : .paid
    case ..<95: return isRecent && random.chance(perMille: 400) ? .predetermination : .paid
    case ..<100: return isRecent && random.chance(perMille: 400) ? .notOurs : .paid
    default: return .paid
    }
  }
}
