import Billing
import X12

/// Decides what a payer pays for a claim that it read from a file.
struct ClaimJudge: Sendable {
  let seed: UInt64
  /// Months of rent that each payer has paid for each member and code, by their days of service.
  private var rent: [String: Set<Day>] = [:]

  init(seed: UInt64) { self.seed = seed }

  /// What a remittance will say of a claim, and what comes after it.
  struct Judgment: Sendable {
    var answer: AnsweredClaim
    /// Whether the payer passes it on to the next one.
    var crossesOver = false
    /// Whether it takes the payment back later, with a correction.
    var isCorrectedLater = false
  }

  /// The first payer's decision, or that of a later payer after it.
  mutating func judge(_ filed: FiledClaim, acceptedOn day: Day) -> Judgment {
    var random = SplitMix64(seed: seed, .answer, filed.key)
    guard filed.isPrimary else {
      return Judgment(answer: next(filed, of: filed.payer, acceptedOn: day))
    }
    var answer = priced(filed, acceptedOn: day)
    if refusePastCap(filed, &answer) {
      answer.total()
      return Judgment(answer: answer)
    }
    let draw = random.below(1_000)
    if draw < 90, let denial = denial(of: filed, &random) {
      answer = denied(answer, denial, &random)
      return Judgment(answer: answer)
    }
    if draw < 120 {
      let facts = SampleOfficeFacts(seed: seed, patients: 1, today: day)
      let kinds: [AnswerKind] = [
        .paidShort, .modifiersDropped, .unitsCut, .garbledNumber, .chargeDiffers,
      ]
      let kind = kinds[random.below(kinds.count)]
      return Judgment(
        answer: Adjudicator(office: facts).odd(answer, kind, filed.payer, &random))
    }
    var judgment = Judgment(answer: answer)
    if filed.crossesOver {
      judgment.crossesOver = true
      judgment.answer.status = "19"
      judgment.answer.crossover = filed.nextPayer
      judgment.answer.remarks = ["MA01", filed.nextPayer?.family == .medicaid ? "MA07" : "MA18"]
    }
    judgment.isCorrectedLater = !filed.crossesOver && answer.paid > 0 && draw > 988
    return judgment
  }

  /// The correction that follows a reversal.
  func corrected(_ answer: AnsweredClaim, _ filed: FiledClaim) -> AnsweredClaim {
    var random = SplitMix64(seed: seed, .remittance, filed.key)
    let facts = SampleOfficeFacts(seed: seed, patients: 1, today: answer.receivedOn)
    return Adjudicator(office: facts).corrected(answer, filed.payer, &random)
  }

  /// The next payer's answer after a crossover: it has the first one's claim number.
  func crossedOver(
    _ answer: AnsweredClaim, _ filed: FiledClaim, acceptedOn day: Day
  ) -> AnsweredClaim? {
    guard let payer = filed.nextPayer, let other = filed.claim.otherPayers.first else { return nil }
    let shares = answer.lines.map { line in
      line.adjustments.reduce(Int64(0)) {
        $1.group == .patientResponsibility ? $0 + $1.cents : $0
      }
    }
    return answered(
      filed, shares: shares, by: payer, member: other.subscriber.name.id, acceptedOn: day)
  }

  // MARK: The first payer

  private mutating func priced(_ filed: FiledClaim, acceptedOn day: Day) -> AnsweredClaim {
    let month = filed.servedFrom.components.month
    var deductible: Int64 =
      month == 1 && filed.key % 3 == 0 && filed.payer.coinsurancePercent > 0 ? 25_700 : 0
    var answer = empty(filed, filed.payer, member: filed.claim.memberID, status: "1", on: day)
    for index in answer.lines.indices {
      let line = filed.claim.lines[index]
      let product = Product.named(line.procedure.code)
      let isLater = line.procedure.modifiers.contains("KJ")
      let unit = product.allowed * (isLater ? 75 : 100) / 100
      let allowed = min(
        line.chargeCents,
        unit * Int64(answer.lines[index].paidUnits) * Int64(filed.payer.allowedPercent) / 100)
      Adjudicator.price(
        &answer.lines[index], allowed: allowed, filed.payer, deductible: &deductible)
    }
    answer.total()
    return answer
  }

  /// Refuses months of rent after the last that is paid (42 CFR 414.229(f)), and months paid before.
  private mutating func refusePastCap(
    _ filed: FiledClaim, _ answer: inout AnsweredClaim
  ) -> Bool {
    var isRefused = false
    for index in answer.lines.indices where answer.lines[index].modifiers.contains("RR") {
      let line = answer.lines[index]
      let isCapped = line.modifiers.contains { ["KH", "KI", "KJ"].contains($0) }
      let most = isCapped ? 13 : 36
      let key = [filed.payer.identifier, filed.claim.memberID, line.code].joined(separator: " ")
      if rent[key, default: []].contains(line.from) {
        Self.refuse(&answer.lines[index], .other, "18", remark: "N522")
        isRefused = true
      } else if rent[key, default: []].count >= most {
        Self.refuse(&answer.lines[index], .contractual, "108", remark: "N370")
        isRefused = true
      } else {
        rent[key, default: []].insert(line.from)
      }
    }
    return isRefused
  }

  private static func refuse(
    _ line: inout AnsweredLine, _ group: AdjustmentGroup, _ reason: String, remark: String
  ) {
    line.adjustments = [AnsweredAdjustment(group, reason, line.charge)]
    line.remarks = [remark]
    line.paid = 0
    line.paidUnits = 0
    line.allowed = nil
  }

  private func denial(of filed: FiledClaim, _ random: inout SplitMix64) -> DenialKind? {
    let weights = DenialKind.table.map { kind in
      kind.therapies.isEmpty && kind.reason != "29" && kind.fits(filed.payer, .walkingAid)
        ? kind.weight : 0
    }
    let index = random.index(byWeight: weights)
    return DenialKind.table.indices.contains(index) ? DenialKind.table[index] : nil
  }

  private func denied(
    _ base: AnsweredClaim, _ denial: DenialKind, _ random: inout SplitMix64
  ) -> AnsweredClaim {
    var answer = base
    answer.remarks = denial.claimRemarks
    if denial.saysDenied { answer.status = "4" }
    let isWhole = denial.saysDenied || answer.lines.count == 1 || random.chance(perMille: 600)
    let one = random.below(answer.lines.count)
    for index in answer.lines.indices where isWhole || index == one {
      Adjudicator.refuse(&answer.lines[index], denial)
    }
    answer.total()
    return answer
  }

  // MARK: Later payers

  /// What a later payer pays of the share that the first one left to the patient.
  private func next(
    _ filed: FiledClaim, of payer: SamplePayer, acceptedOn day: Day
  ) -> AnsweredClaim {
    let shares = filed.claim.lines.map { line in
      line.adjudications.flatMap(\.adjustments).filter { $0.group == "PR" }
        .flatMap(\.entries).reduce(Int64(0)) { $0 + $1.cents }
    }
    return answered(
      filed, shares: shares, by: payer, member: filed.claim.memberID, acceptedOn: day)
  }

  private func answered(
    _ filed: FiledClaim, shares: [Int64], by payer: SamplePayer, member: String,
    acceptedOn day: Day
  ) -> AnsweredClaim {
    var answer = empty(filed, payer, member: member, status: "2", on: day)
    for index in answer.lines.indices {
      let line = answer.lines[index]
      let open = max(0, min(line.charge, shares.indices.contains(index) ? shares[index] : 0))
      // A state's programme pays part of the share and forgives the rest.
      let paid = payer.family == .medicaid ? open * 6 / 10 : open
      var adjustments: [AnsweredAdjustment] = []
      if line.charge > open {
        adjustments.append(AnsweredAdjustment(.other, "23", line.charge - open))
      }
      if paid < open { adjustments.append(AnsweredAdjustment(.contractual, "45", open - paid)) }
      answer.lines[index].adjustments = adjustments
      answer.lines[index].paid = paid
    }
    answer.total()
    return answer
  }

  private func empty(
    _ filed: FiledClaim, _ payer: SamplePayer, member: String, status: String, on day: Day
  ) -> AnsweredClaim {
    let claim = filed.claim
    let lines = claim.lines.indices.map { index in
      let line = claim.lines[index]
      let days = filed.days(index)
      return AnsweredLine(
        code: line.procedure.code, modifiers: line.procedure.modifiers, charge: line.chargeCents,
        paid: 0, paidUnits: Int((line.unitThousandths ?? 1_000) / 1_000), from: days.from,
        through: days.through, controlNumber: line.controlNumber, adjustments: [])
    }
    let name = claim.patientParty.name
    return AnsweredClaim(
      controlNumber: claim.controlNumber, status: status, charge: claim.chargeCents, paid: 0,
      filingIndicator: payer.remittanceIndicator,
      payerControlNumber: filed.payerControlNumber(of: payer, acceptedOn: day),
      placeOfService: claim.placeOfService,
      patient: Identity(lastName: name.last, firstName: name.first, memberID: member),
      receivedOn: day,
      service: ServiceDates(filed.servedFrom, through: lines.map(\.through).max()), lines: lines)
  }
}
