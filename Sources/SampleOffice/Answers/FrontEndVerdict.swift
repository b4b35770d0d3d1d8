import Billing

/// What the clearinghouse and the payer's front end say of a claim that a 999 let through.
enum FrontEndVerdict: Sendable {
  /// Taken into adjudication.
  case accepted
  case refusedByClearinghouse(FrontEndEdit)
  case refusedByPayer(FrontEndEdit)
  /// Lost: no 277CA ever names it.
  case silence

  init(claim: SampleClaim, sentOn: Day, office: SampleOfficeFacts) {
    var random = SplitMix64(seed: office.seed, .fate, claim.key.rawValue)
    let draw = random.below(10_000)
    let rate = Self.refusalsInTenThousand(
      daysLeft: claim.serviceOn.adding(days: claim.payer.filingDays) - office.today,
      age: office.today - sentOn)
    if draw < rate * 7 / 10 {
      self = .refusedByClearinghouse(Self.edit(claim.payer, atPayer: false, &random))
    } else if draw < rate {
      self = .refusedByPayer(Self.edit(claim.payer, atPayer: true, &random))
    } else if draw < rate + 25 {
      self = .silence
    } else {
      self = .accepted
    }
  }

  private static func edit(
    _ payer: SamplePayer, atPayer: Bool, _ random: inout SplitMix64
  ) -> FrontEndEdit {
    let edits = FrontEndEdit.edits(of: payer, atPayer: atPayer)
    return edits[random.index(byWeight: edits.map(\.weight))]
  }

  /// How many claims of an age are refused and still not sent again.
  ///
  /// An office clears refusals within days, so open ones are mostly young; some stay until the
  /// filing limit is near, and a few pass it.
  private static func refusalsInTenThousand(daysLeft: Int, age: Int) -> Int {
    if daysLeft < 0 { return 90 }
    if daysLeft <= 45 { return 900 }
    return switch age {
    case ..<15: 850
    case ..<45: 550
    case ..<120: 300
    default: 200
    }
  }
}
