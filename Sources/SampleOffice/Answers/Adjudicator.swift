import Billing

/// A payer's answer to a claim, the same whenever it is asked for.
struct Adjudicator: Sendable {
  var office: SampleOfficeFacts

  /// What the remittance says of an entry: one claim, or a reversal and its correction.
  func answers(to entry: RemittanceEntry) -> [AnsweredClaim] {
    let claim = office.claim(entry.key)
    let payer = PayerTable.all[Int(entry.payer)]
    var random = SplitMix64(seed: office.seed, .remittance, entry.key.rawValue)
    let base = processed(claim, payer, acceptedOn: entry.acceptedOn)
    switch entry.kind {
    case .paid: return [crossedOver(base, claim, &random)]
    case .secondary: return [next(claim, payer, entry.acceptedOn)]
    case .secondaryAsPrimary: return [base]
    case .reversal, .reversalWithRecoveryLater: return [base.reversed]
    case .correction: return [corrected(base, payer, &random)]
    case .reversalAndCorrection: return [base.reversed, corrected(base, payer, &random)]
    case .denied, .lineDenied, .deniedWithoutLines:
      return [denied(base, entry, claim, &random)]
    default: return [odd(base, entry.kind, payer, &random)]
    }
  }

  /// The claim paid as the contract says.
  private func processed(
    _ claim: SampleClaim, _ payer: SamplePayer, acceptedOn: Day
  ) -> AnsweredClaim {
    let (year, month, _) = claim.serviceOn.components
    var deductible: Int64 =
      month == 1 && claim.patient.choice % 3 == 0 && payer.coinsurancePercent > 0
      ? (year > 2025 ? 28_300 : 25_700) : 0
    var lines: [AnsweredLine] = []
    lines.reserveCapacity(claim.lines.count)
    for (index, line) in claim.lines.enumerated() {
      lines.append(
        AnsweredLine(
          code: line.code, modifiers: line.modifiers, charge: line.charge, paid: 0,
          paidUnits: line.units, from: claim.serviceOn, through: claim.serviceThrough(index),
          controlNumber: claim.lineControlNumber(index), adjustments: []))
      Self.price(&lines[index], allowed: line.allowed, payer, deductible: &deductible)
    }
    var answer = AnsweredClaim(
      controlNumber: claim.controlNumber, status: "1", charge: 0, paid: 0,
      filingIndicator: payer.remittanceIndicator,
      payerControlNumber: claim.payerControlNumber(of: payer, acceptedOn: acceptedOn),
      placeOfService: claim.placeOfService,
      patient: Identity(
        lastName: claim.identity.last, firstName: claim.identity.first,
        memberID: claim.patient.memberID(payer: payer)),
      receivedOn: acceptedOn,
      service: ServiceDates(claim.serviceOn, through: lines.map(\.through).max()), lines: lines)
    answer.total()
    return answer
  }

  /// Splits the charge of a line: above the schedule, deductible, the patient's share, payment.
  static func price(
    _ line: inout AnsweredLine, allowed: Int64, _ payer: SamplePayer, deductible: inout Int64
  ) {
    var adjustments: [AnsweredAdjustment] = []
    if line.charge > allowed {
      adjustments.append(AnsweredAdjustment(.contractual, "45", line.charge - allowed))
    }
    let first = min(deductible, allowed)
    deductible -= first
    let share = (allowed - first) * Int64(payer.coinsurancePercent) / 100
    var paid = allowed - first - share
    if payer.isMedicare, paid > 0 {
      // Sequestration: 2 % of the payment.
      let held = (paid * 2 + 50) / 100
      paid -= held
      if held > 0 { adjustments.append(AnsweredAdjustment(.contractual, "253", held)) }
    }
    if first > 0 {
      adjustments.append(AnsweredAdjustment(.patientResponsibility, "1", first))
    }
    if share > 0 {
      let reason = payer.family == .medicareAdvantage ? "3" : "2"
      adjustments.append(AnsweredAdjustment(.patientResponsibility, reason, share))
    }
    line.adjustments = adjustments
    line.paid = paid
    line.allowed = allowed
  }

  /// Medicare passes the claim on to the next payer itself, nearly always.
  private func crossedOver(
    _ answer: AnsweredClaim, _ claim: SampleClaim, _ random: inout SplitMix64
  ) -> AnsweredClaim {
    var answer = answer
    if claim.crossesOver {
      // Some contractors leave the status at 1 and only name the carrier.
      answer.status = random.chance(perMille: 120) ? "1" : "19"
      answer.crossover = claim.nextPayer
      answer.remarks = ["MA01", claim.nextPayer?.family == .medicaid ? "MA07" : "MA18"]
    } else if claim.payer.isMedicare {
      answer.remarks = ["MA01"]
    }
    if random.chance(perMille: 8) {
      answer.correctedMemberID =
        claim.payer.isMedicare
        ? InventedNumbers.mbi(claim.patient.number + 100_000_000) : answer.patient.memberID + "01"
    }
    return answer
  }

  /// The next payer's answer: the first payer's decision stands, and it pays the patient's share.
  private func next(
    _ claim: SampleClaim, _ payer: SamplePayer, _ acceptedOn: Day
  ) -> AnsweredClaim {
    var answer = processed(claim, claim.payer, acceptedOn: acceptedOn)
    answer.status = "2"
    answer.filingIndicator = payer.remittanceIndicator
    answer.payerControlNumber = claim.payerControlNumber(of: payer, acceptedOn: acceptedOn)
    answer.patient.memberID = claim.patient.memberID(payer: payer)
    for index in answer.lines.indices {
      let open = answer.lines[index].adjustments
        .reduce(Int64(0)) { $1.group == .patientResponsibility ? $0 + $1.cents : $0 }
      // A state's programme pays part of the share and forgives the rest.
      let paid = payer.family == .medicaid ? open * 6 / 10 : open
      var adjustments = [AnsweredAdjustment(.other, "23", answer.lines[index].charge - open)]
      if paid < open {
        adjustments.append(AnsweredAdjustment(.contractual, "45", open - paid))
      }
      answer.lines[index].adjustments = adjustments
      answer.lines[index].paid = paid
      answer.lines[index].allowed = nil
    }
    answer.total()
    return answer
  }
}

extension SampleClaim {
  /// Whether Medicare's answer says that the claim went on to the next payer.
  var crossesOver: Bool {
    nextPayer != nil && payer.isMedicare && patient.choice % 100 < 93
  }
}
