import Billing

/// Makes the remittances of a payer's pay day out of the claims that wait for it.
struct RemittanceDesk: Sendable {
  var office: SampleOfficeFacts
  private let adjudicator: Adjudicator
  /// Runs over all remittances; part of every trace number.
  private var number = 0
  /// What each payer carries forward for each location: amount and the trace it comes from.
  private var carried: [Int: (cents: Int64, trace: String)] = [:]
  /// Overpayments that a payer takes back from a later remittance.
  private var recoveries: [Int: [Recovery]] = [:]
  /// Numbers of claims of others, counted up from the office's last patient.
  private var foreigners = 0

  private struct Recovery {
    var due: Day
    var reference: String
    var cents: Int64
  }

  /// As many claims as one remittance holds at most.
  static let claimsInRemittance = 400

  init(office: SampleOfficeFacts) {
    self.office = office
    adjudicator = Adjudicator(office: office)
  }

  /// The remittances of one pay day: by location, with what is carried and taken back.
  mutating func remittances(
    of payer: SamplePayer, producedOn day: Day, entries: [RemittanceEntry],
    counting truth: inout SampleTruth
  ) -> [SampleRemittance] {
    var byLocation: [[AnsweredClaim]] = Array(repeating: [], count: Supplier.npis.count)
    var adjustments: [[SampleRemittance.PayerAdjustment]] = byLocation.map { _ in [] }
    for entry in entries {
      let location = SampleState.all[office.patient(entry.key.patient).state].location
      let answers = adjudicator.answers(to: entry)
      truth.count(answers, of: entry)
      if entry.kind == .reversalWithRecoveryLater, let answer = answers.first, answer.paid < 0 {
        // Nothing is taken yet: the reversal is offset now and asked for in a later remittance.
        adjustments[location].append(
          SampleRemittance.PayerAdjustment(
            reason: "WO", reference: answer.payerControlNumber, cents: answer.paid))
        recoveries[slot(payer, location), default: []].append(
          Recovery(
            due: day.adding(days: 14), reference: answer.payerControlNumber, cents: -answer.paid))
      }
      byLocation[location] += answers
    }
    var remittances: [SampleRemittance] = []
    for location in byLocation.indices {
      var extra = adjustments[location]
      for part in parts(of: byLocation[location], payer) {
        remittances.append(remittance(of: payer, location, day, part, extra, counting: &truth))
        extra = []
      }
    }
    return remittances
  }

  /// The claims of each remittance: not too many, and for some payers those without money apart.
  private func parts(of claims: [AnsweredClaim], _ payer: SamplePayer) -> [[AnsweredClaim]] {
    var groups = [claims]
    if payer.sendsDenialsApart, !claims.contains(where: { $0.paid < 0 }) {
      groups = [claims.filter { $0.paid != 0 }, claims.filter { $0.paid == 0 }]
    }
    return groups.flatMap { group in
      stride(from: 0, to: group.count, by: Self.claimsInRemittance).map {
        Array(group[$0..<min($0 + Self.claimsInRemittance, group.count)])
      }
    }
  }

  private mutating func remittance(
    of payer: SamplePayer, _ location: Int, _ day: Day, _ claims: [AnsweredClaim],
    _ adjustments: [SampleRemittance.PayerAdjustment], counting truth: inout SampleTruth
  ) -> SampleRemittance {
    number += 1
    var random = SplitMix64(seed: office.seed, .remittance, UInt64(number) | 1 << 60)
    let trace =
      (payer.method == "CHK" ? "7" : "EFT") + office.mark + InventedNumbers.padded(number, 8)
    var remittance = SampleRemittance(
      payer: payer, location: location, trace: trace, producedOn: day,
      paidOn: day.adding(workdays: payer.method == "CHK" ? 1 : 2), payment: 0, claims: claims,
      adjustments: adjustments)
    addForeignClaim(to: &remittance, &random, counting: &truth)
    addInterest(to: &remittance, &random)
    addRecoveries(to: &remittance)
    addCarried(to: &remittance)
    let left = remittance.settle()
    if left > 0 { carried[slot(payer, location)] = (left, trace) }
    if remittance.payment == 0 { truth.zeroPayments += 1 }
    if random.chance(perMille: office.today - day < 90 ? 10 : 3), remittance.payment > 0 {
      let level = random.below(SampleRemittance.Imbalance.allCases.count)
      remittance.spoil(
        SampleRemittance.Imbalance.allCases[level], cents: Int64(random.within(1...9)))
      truth.unbalancedRemittances += 1
    }
    truth.count(remittance)
    return remittance
  }

  private func slot(_ payer: SamplePayer, _ location: Int) -> Int {
    payer.number * Supplier.npis.count + location
  }

  /// Interest of clean claims paid late: PLB L6 and, for information, AMT*I of a claim.
  private func addInterest(to remittance: inout SampleRemittance, _ random: inout SplitMix64) {
    guard remittance.payer.isMedicare, random.chance(perMille: 60),
      let index = remittance.claims.firstIndex(where: { $0.paid > 5_000 })
    else { return }
    let interest = max(1, remittance.claims[index].paid / 900)
    remittance.claims[index].interest = interest
    remittance.adjustments.append(
      SampleRemittance.PayerAdjustment(
        reason: "L6", reference: remittance.claims[index].payerControlNumber, cents: -interest))
  }

  private mutating func addRecoveries(to remittance: inout SampleRemittance) {
    let slot = slot(remittance.payer, remittance.location)
    guard let all = recoveries[slot] else { return }
    for recovery in all where recovery.due <= remittance.producedOn {
      remittance.adjustments.append(
        SampleRemittance.PayerAdjustment(
          reason: "WO", reference: recovery.reference, cents: recovery.cents))
    }
    recoveries[slot] = all.filter { $0.due > remittance.producedOn }
  }

  private mutating func addCarried(to remittance: inout SampleRemittance) {
    guard
      let (cents, trace) = carried.removeValue(
        forKey: slot(remittance.payer, remittance.location))
    else { return }
    remittance.adjustments.append(
      SampleRemittance.PayerAdjustment(reason: "FB", reference: trace, cents: cents))
  }

  /// Now and then a payer answers a claim of some other office.
  private mutating func addForeignClaim(
    to remittance: inout SampleRemittance, _ random: inout SplitMix64,
    counting truth: inout SampleTruth
  ) {
    let isRecent = office.today - remittance.producedOn < 100
    let expected = remittance.claims.count * (isRecent ? 19 : 4)
    guard random.below(1_000) < min(expected, 1_000) else { return }
    for _ in 0...(expected / 1_000) {
      guard let key = foreignKey(servedBefore: remittance.producedOn.adding(days: -20)) else {
        return
      }
      let entry = RemittanceEntry(
        key: key, kind: .foreign, payer: UInt8(remittance.payer.number),
        acceptedOn: remittance.producedOn.adding(days: -16))
      let answers = adjudicator.answers(to: entry)
      truth.count(answers, of: entry)
      remittance.claims += answers
    }
  }

  private mutating func foreignKey(servedBefore day: Day) -> ClaimKey? {
    for _ in 0..<40 {
      foreigners += 1
      let patient = office.patient(office.patients + foreigners)
      let (year, month, _) = day.adding(days: -31).components
      if let therapyMonth = patient.therapyMonth(inMonth: year * 12 + month - 1),
        !patient.therapy.lines(month: therapyMonth, choice: patient.choice).isEmpty
      {
        return ClaimKey(patient: patient.number, month: therapyMonth)
      }
    }
    return nil
  }
}
