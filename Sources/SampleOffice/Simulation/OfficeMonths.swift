import Billing

/// The months of the office, day by day: what is sent, what comes back, and what is still awaited.
struct OfficeMonths: Sendable {
  private(set) var truth = SampleTruth()
  private let office: SampleOfficeFacts
  private let calendar: ServiceCalendar
  private let writer: BatchWriter
  private var batchDesk: BatchDesk
  private var acknowledgmentDesk: AcknowledgmentDesk
  private var remittanceDesk: RemittanceDesk
  private var sends: [Agenda<ClaimKey>]
  private var clearinghouseAnswers: Agenda<Batch>
  private var payerAnswers: Agenda<Batch>
  private var piles: [Agenda<RemittanceEntry>]
  private var latePiles: Agenda<LatePile>
  private var repeats: Agenda<[SampleRemittance]>
  private var names = FileNames()
  private var remittanceEnvelopes = 800_000

  /// A payer's remittances that reach the office days after they were made.
  private struct LatePile {
    var payer: Int
    var producedOn: Day
    var entries: [RemittanceEntry]
  }

  init(office: SampleOfficeFacts) {
    self.office = office
    calendar = ServiceCalendar(office: office)
    writer = BatchWriter(office: office)
    batchDesk = BatchDesk(office: office)
    acknowledgmentDesk = AcknowledgmentDesk(office: office)
    remittanceDesk = RemittanceDesk(office: office)
    let first = office.firstDay
    sends = Clearinghouse.allCases.map { _ in Agenda(from: first, through: office.today) }
    clearinghouseAnswers = Agenda(from: first, through: office.today)
    payerAnswers = Agenda(from: first, through: office.today)
    piles = PayerTable.all.map { _ in Agenda(from: first, through: office.today) }
    latePiles = Agenda(from: first, through: office.today)
    repeats = Agenda(from: first, through: office.today)
  }

  /// Every file of a day in order: answers in the morning, claims in the afternoon.
  mutating func files(on day: Day) -> [SampleFile] {
    calendar.claims(servedOn: day) { key, clearinghouse, ready in
      sends[clearinghouse.rawValue].add(key, on: sendDay(onOrAfter: ready))
    }
    guard day.isWorkday else { return [] }
    var files: [SampleFile] = []
    for batch in clearinghouseAnswers.take(day) { answer(batch, on: day, &files) }
    for batch in payerAnswers.take(day) { answerOfPayers(batch, on: day, &files) }
    for payer in PayerTable.all { pay(payer, on: day, &files) }
    for late in latePiles.take(day) {
      remit(PayerTable.all[late.payer], late.entries, producedOn: late.producedOn, on: day, &files)
    }
    for repeated in repeats.take(day) { repeatRemittances(repeated, on: day, &files) }
    for clearinghouse in Clearinghouse.allCases { send(to: clearinghouse, on: day, &files) }
    return files
  }

  /// A small office sends once a week, others every business day.
  private func sendDay(onOrAfter day: Day) -> Day {
    office.patients < 400
      ? day.nextPayDay([.thursday]) : day.nextWorkday
  }

  // MARK: sent

  private mutating func send(
    to clearinghouse: Clearinghouse, on day: Day, _ files: inout [SampleFile]
  ) {
    let keys = sends[clearinghouse.rawValue].take(day)
    guard !keys.isEmpty else { return }
    for batch in batchDesk.batches(keys, to: clearinghouse, on: day) {
      let asks = batch.isRefused || batch.number % 16 == 0
      let (bytes, charge) = writer.file(batch, asksForAcknowledgment: asks)
      truth.claimFiles += 1
      truth.claimsSent += batch.claimCount
      truth.chargeSent += charge
      files.append(names.file(day, "837P", clearinghouse.slug, bytes))
      if asks {
        truth.interchangeAcknowledgmentFiles += 1
        files.append(
          names.file(
            day, "TA1", clearinghouse.slug,
            acknowledgmentDesk.interchangeAcknowledgment(of: batch)))
      }
      guard !batch.isRefused else {
        truth.claimsInRefusedFiles += batch.claimCount
        continue
      }
      for set in batch.sets where set.error != nil {
        truth.setsRejected += 1
        truth.claimsInRejectedSets += set.claims.count
      }
      truth.implementationAcknowledgmentFiles += 1
      files.append(
        names.file(
          day, "999", clearinghouse.slug,
          acknowledgmentDesk.implementationAcknowledgment(of: batch)))
      clearinghouseAnswers.add(batch, on: day.adding(workdays: 1))
    }
  }

  // MARK: received

  private mutating func answer(_ batch: Batch, on day: Day, _ files: inout [SampleFile]) {
    var answer = AcknowledgedClaims(payer: nil)
    var passed = batch
    for index in batch.sets.indices where batch.sets[index].error == nil {
      var kept: [ClaimKey] = []
      for key in batch.sets[index].claims {
        let claim = office.claim(key)
        switch FrontEndVerdict(claim: claim, sentOn: batch.sentOn, office: office) {
        case .refusedByClearinghouse(let edit):
          truth.claimsRejected += 1
          answer.add(claim, edit: edit, on: day, batch: batch)
        case .silence: truth.claimsNeverAcknowledged += 1
        case .accepted, .refusedByPayer:
          kept.append(key)
          answer.add(claim, edit: nil, on: day, batch: batch)
        }
      }
      passed.sets[index].claims = kept
    }
    passed.sets.removeAll { $0.error != nil || $0.claims.isEmpty }
    payerAnswers.add(passed, on: day.adding(workdays: 1))
    guard !answer.isEmpty else { return }
    truth.claimAcknowledgmentFiles += 1
    files.append(
      names.file(
        day, "277CA", batch.clearinghouse.slug,
        acknowledgmentDesk.claimAcknowledgments([answer], of: batch, on: day)))
  }

  private mutating func answerOfPayers(_ batch: Batch, on day: Day, _ files: inout [SampleFile]) {
    var answers = PayerTable.all.map { AcknowledgedClaims(payer: $0) }
    for set in batch.sets {
      for key in set.claims {
        let claim = office.claim(key)
        let verdict = FrontEndVerdict(claim: claim, sentOn: batch.sentOn, office: office)
        guard claim.payer.acknowledgesClaims else {
          schedule(claim, acceptedOn: day)
          continue
        }
        if case .refusedByPayer(let edit) = verdict {
          truth.claimsRejected += 1
          answers[claim.payer.number].add(claim, edit: edit, on: day, batch: batch)
        } else {
          answers[claim.payer.number].add(claim, edit: nil, on: day, batch: batch)
          schedule(claim, acceptedOn: day)
        }
      }
    }
    let sources = answers.filter { !$0.isEmpty }
    guard !sources.isEmpty else { return }
    truth.claimAcknowledgmentFiles += 1
    files.append(
      names.file(
        day, "277CA", batch.clearinghouse.slug + "-payers",
        acknowledgmentDesk.claimAcknowledgments(sources, of: batch, on: day)))
  }

  private mutating func schedule(_ claim: SampleClaim, acceptedOn day: Day) {
    guard
      case .answer(let entry, let production) = Fate(claim: claim, acceptedOn: day, office: office)
    else { return }
    piles[Int(entry.payer)].add(entry, on: production)
  }

  // MARK: remittances

  private mutating func pay(_ payer: SamplePayer, on day: Day, _ files: inout [SampleFile]) {
    let entries = piles[payer.number].take(day)
    guard !entries.isEmpty else { return }
    var random = SplitMix64(
      seed: office.seed, .remittance,
      UInt64(bitPattern: Int64(day.rawValue)) << 8 | UInt64(payer.number))
    if random.chance(perMille: 12) {
      let arrival = day.adding(workdays: random.within(2...7))
      latePiles.add(LatePile(payer: payer.number, producedOn: day, entries: entries), on: arrival)
      return
    }
    remit(payer, entries, producedOn: day, on: day, &files)
  }

  private mutating func remit(
    _ payer: SamplePayer, _ entries: [RemittanceEntry], producedOn: Day, on day: Day,
    _ files: inout [SampleFile]
  ) {
    let remittances = remittanceDesk.remittances(
      of: payer, producedOn: producedOn, entries: entries, counting: &truth)
    guard let first = remittances.first else { return }
    for entry in entries {
      let sequels = Sequel.entries(
        after: entry, producedOn: day, office: office, counting: &truth)
      for (sequel, later) in sequels { piles[Int(sequel.payer)].add(sequel, on: later) }
    }
    truth.remittanceFiles += 1
    files.append(names.file(day, "835", payer.slug, encode(remittances, on: day)))
    // A portal download, a second mailbox: the same payment comes again.
    var random = SplitMix64(seed: office.seed, .remittance, UInt64(truth.remittances) | 1 << 59)
    if random.chance(perMille: 9) {
      repeats.add([first], on: day.adding(workdays: random.within(1...8)))
    }
  }

  private mutating func repeatRemittances(
    _ remittances: [SampleRemittance], on day: Day, _ files: inout [SampleFile]
  ) {
    guard let payer = remittances.first?.payer else { return }
    truth.repeatedRemittances += remittances.count
    truth.remittanceFiles += 1
    files.append(names.file(day, "835", payer.slug + "-again", encode(remittances, on: day)))
  }

  private mutating func encode(_ remittances: [SampleRemittance], on day: Day) -> [UInt8] {
    remittanceEnvelopes += 1
    return SampleRemittance.file(remittances, number: remittanceEnvelopes, on: day)
  }
}
