import Billing
import Database

@testable import Store

/// An office with one of everything, recorded on one day, and the keys of it.
struct WholeOffice {
  static let day = Day(rawValue: 20_000)

  let database: OfficeDatabase
  var patient = PatientID(0)
  var payer = PayerID(0)
  var file = FileID(0)
  var claim = ClaimID(0)
  var submission = SubmissionID(0)
  var batch = BatchID(0)
  var remittance = RemittanceID(0)
  var remitClaim = RemitClaimID(0)
  var order = OrderID(0)
  var rental = RentalID(0)
  var charge = ChargeID(0)
  var hold = HoldID(0)
  var document = DocumentID(0)
  var special = SpecialID(0)
  var activity = ActivityID(0)
  var item = WorkItemID(0)
  var balance = ProviderBalanceID(0)
  var deposit = DepositID(0)

  init(_ database: OfficeDatabase) throws {
    self.database = database
    try database.write { connection in
      try addFileAndClaim(connection)
      try addRemittance(connection)
      try addOrder(connection)
      try addWork(connection)
      try addRequests(connection)
      try addMoney(connection)
    }
  }

  init() throws {
    try self.init(try OfficeDatabase.inMemory(migrations: Schema.migrations))
  }

  private static let person = Identity(lastName: "SAMPLE", firstName: "PAT", memberID: "M1")
  private static let procedure = ProcedureCode("E0601", ["RR", "KX"])

  private mutating func addFileAndClaim(_ connection: Connection) throws {
    let day = Self.day
    try Files.begin(
      name: "a.837", hash: "h", byteCount: 1, at: Timestamp(rawValue: 1), by: "tlee", known: day,
      in: connection)
    file = try Files.find(hash: "h", in: connection)?.id ?? file
    try SetProgress.begin(file: file, position: 0, kind: "837", control: "1", in: connection)
    try Files.complete(
      file, summary: "",
      problems: [FileProblem(isError: true, at: FilePlace(segment: 1, byte: 1), message: "m")],
      in: connection)
    payer = try Payers.insert(
      name: "SAMPLE HEALTH", identifier: "S1", family: .commercial, ruleKey: nil, state: nil,
      in: connection
    ).id
    patient = try Patients.findOrInsert(Self.person, in: connection)
    try Patients.addCoverage(
      of: patient, payer: payer, memberID: "M1", sequence: .primary, in: connection)
    claim = try Claims.insert(
      Claims.New(
        controlNumber: "A1", origin: .claimFile, patient: patient, payer: payer,
        sequence: .primary, memberID: "M1", frequency: .original, payerControlNumber: "",
        placeOfService: "12", priorAuthorization: "", diagnoses: ["G4733"],
        service: ServiceDates(day), charge: Cents(1000), nextPayer: nil, priorClaim: nil),
      known: day, in: connection)
    let line = try Claims.insertLine(
      SentLine(
        number: 1, controlNumber: "L1", procedure: Self.procedure, unitsInThousandths: 1000,
        service: ServiceDates(day), charge: Cents(1000)), expected: Cents(800),
      of: claim, in: connection)
    _ = try Ledger.post(
      JournalEntry(
        cause: .charge, on: day,
        postings: [
          Posting(account: .payerReceivable, amount: Cents(1000), claim: claim, line: line),
          Posting(account: .revenue, amount: Cents(-1000), claim: claim),
        ]), claim: claim, known: day, in: connection)
    batch = BatchID(
      try Submissions.findOrInsertBatch(
        file: file, outboxName: "a.837", sender: "S",
        numbers: ControlNumbers(interchange: "1", group: "1", set: "1"), reference: "B1",
        sentOn: day, in: connection))
    submission = try Submissions.insert(
      claim: claim, controlNumber: "A1", frequency: .original, sentOn: day, batch: batch.rawValue,
      image: [1], billingNPI: "1234567893", known: day, in: connection)
    try InterchangeAnswers.keep(
      InterchangeAnswers.Refusal(
        file: file, interchangeControl: "1", interchangeDay: day, note: "024"), position: 0,
      known: day, in: connection)
    try Acknowledgments.insert(
      file: file, submission: submission, kind: .claim, on: day, verdict: .accepted, hop: 2,
      statusCodes: "A2:20", reasons: [], known: day, in: connection)
  }

  private mutating func addRemittance(_ connection: Connection) throws {
    let day = Self.day
    let denial = Adjustment(group: .contractual, reason: "16", amount: Cents(1000))
    let answer = RemittanceClaim(
      controlNumber: "A1", status: .denied, charge: Cents(1000), paid: .zero,
      patientResponsibility: .zero, filingIndicator: "CI", payerControlNumber: "P1",
      frequency: "1", patient: Self.person, correctedMemberID: "",
      crossoverCarrier: "", adjustments: [], remarks: [], service: ServiceDates(day),
      originalReference: "",
      lines: [
        RemittanceLine(
          procedure: Self.procedure, submittedProcedure: nil, charge: Cents(1000), paid: .zero,
          unitsInThousandths: 1000, service: ServiceDates(day), controlNumber: "L1",
          adjustments: [denial], remarks: ["M124"], allowed: nil, difference: .zero)
      ], differences: ClaimDifferences())
    remittance = try Remittances.insert(
      Remittance(
        traceNumber: "EFT1", originator: "1",
        payer: NamedPayer(
          name: "SAMPLE HEALTH", identifier: "S1", filingIndicator: "CI"),
        payeeIdentifier: "1234567893", payment: .zero, method: "NON", paymentDate: day,
        productionDate: day, claims: [], providerAdjustments: [], controlNumbers: ControlNumbers(),
        balance: RemittanceDifferences()), claimCount: 1, claimsPaid: .zero, payer: payer,
      file: file, setPosition: 0, known: day, in: connection)
    try TypedRemittances.insert(
      remittance, kind: .check, user: "tlee", known: day, in: connection)
    remitClaim = try RemitClaims.insert(
      answer, position: 0, of: remittance, matchedTo: claim, state: .posted,
      staging: [.alreadyPaid], known: day, in: connection)
    try RemitClaims.markDenial(denial, line: 1, of: remitClaim, in: connection)
  }

  private mutating func addOrder(_ connection: Connection) throws {
    let day = Self.day
    guard let payer = try Payers.find(payer, in: connection) else { return }
    order = try Orders.insert(
      Orders.New(
        draft: OrderDraft(
          number: "SO-1", patient: Self.person, delivery: Delivery(deliveredOn: day),
          lines: [
            OrderLine(
              number: 1, kind: .rental, procedure: Self.procedure, unitCharge: Cents(1000),
              diagnosisPointers: [1])
          ], stays: [Stay(kind: .hospital, from: day, through: nil)]), patient: patient,
        coverages: [Coverage(payer: payer, sequence: .primary, memberID: "M1")],
        prescriber: try Prescribers.save(
          Prescriber(npi: "1234567893", lastName: "SAMPLE", firstName: "DOC", isEnrolled: true),
          in: connection), standing: .delivered, receivedOn: day,
        revisedAt: Timestamp(rawValue: 1), contentHash: "h"), known: day, in: connection)
    try OrderProblems.add(
      .price, of: order, team: .intake, isReturn: false, message: "m", on: day, in: connection)
    rental = try Rentals.insert(
      Rental(
        id: RentalID(0), order: order, orderLine: 1, patient: patient, payer: payer.id,
        procedure: Self.procedure, category: .cappedRental, serialNumber: "1", startedOn: day,
        capMonths: 13, monthlyCharge: Cents(1000),
        breaks: [RentalBreak(kind: .billing, from: day, through: nil)]), part: 1, known: day,
      in: connection)
    let made = try Charges.insert(
      Charge(
        id: ChargeID(0), order: order, orderLine: 1, rental: rental, rentalMonth: 1,
        procedure: Self.procedure, units: 1, service: ServiceDates(day),
        amount: Cents(1000), expected: Cents(800)), part: 1001, of: patient, known: day,
      in: connection)
    charge = made ?? charge
    document = try Documents.insert(
      DocumentDraft(
        kind: .refillRequest, dated: day, answers: [SupplyAnswer(code: "A7030", units: 1)]),
      of: patient, order: order, receivedOn: day, known: day, in: connection)
    hold = try Holds.insert(
      Hold(
        id: HoldID(0), subject: .charge(charge), type: .manual, reason: "other", detail: "",
        team: .billing, owner: nil, placedOn: day, placedBy: "tlee", edit: "", reviewOn: nil),
      known: day, in: connection)
    let named = NamedPayer(name: payer.name, identifier: "S1", filingIndicator: "CI")
    try Eligibilities.insert(
      EligibilityInquiry(
        trace: "E1", patient: Self.person, payer: named, serviceOn: day),
      of: patient, payer: payer.id, askedOn: day, fileName: "270", in: connection)
    try Eligibilities.answer(
      EligibilityAnswer(
        trace: "E1", patient: Self.person, payer: named, serviceOn: day,
        answeredOn: day, standing: .active), known: day, in: connection)
    try OutgoingFiles.insert(
      name: "270", kind: .eligibility, hash: "h", bytes: [1], interchangeControl: "1", known: day,
      in: connection)
    let due = SpecialDue(
      kind: .resupply, patient: patient, order: order, opensOn: day, dueOn: day, closesOn: nil,
      reason: "r", needs: [.refillRequest])
    special = try SpecialWorks.save(due, payer: payer.id, known: day, in: connection) ?? special
  }

  private mutating func addWork(_ connection: Connection) throws {
    try DayTurns.add(
      DayTurn(
        at: Timestamp(rawValue: 1), from: nil, to: Self.day, cause: .clock, user: "tlee",
        charges: 0, items: 0), chain: "c", in: connection)
    activity = try Activities.insert(
      Activities.New(
        at: Timestamp(rawValue: 1), on: Self.day, user: "tlee", session: "s", verb: .note,
        resultCode: "", subject: .claim(claim), queue: .denials, note: "n", detail: "",
        followUpOn: nil, decision: DecisionText.encode([:]), targetClaim: nil,
        isProductive: true, bulk: nil), chain: "c", in: connection)
    if let kept = try RemitClaims.find(remitClaim, in: connection) {
      var after = AnswerChanges.Facts(kept)
      after.postedAt = Timestamp(rawValue: 2)
      try AnswerChanges.apply(
        after, to: kept, activity: activity, known: Self.day, in: connection)
    }
    if let header = try Remittances.find(remittance, in: connection) {
      try Remittances.change(
        header, to: .voided, activity: activity, known: Self.day, in: connection)
      try Remittances.setStanding(.standing, of: remittance, in: connection)
    }
    balance = try ProviderBalances.insert(
      ProviderBalances.New(
        account: .recoupment, payer: payer, reference: "ICN1", amount: Cents(500),
        remittance: remittance, on: Self.day), activity: activity, known: Self.day, in: connection)
    try Underpayments.save(
      remitClaim, claim: claim, line: 1, allowed: Cents(3_000), expected: Cents(6_000),
      source: .learnt, known: Self.day, in: connection)
    _ = try RefusedSets.insert(
      RefusedSet.Facts(
        controlNumber: "0002", traceNumber: "EFT2", originator: "1", payer: nil,
        amount: Cents(1), day: Self.day,
        problem: FileProblem(isError: true, message: "an amount cannot be read")),
      payer: payer, fileName: "bad.835", hash: "bad", position: 1, known: Self.day, in: connection)
    if let before = try Charges.find(charge, in: connection) {
      try ChargeRevisions.insert(
        charge, activity: activity, before: before, after: before, known: Self.day, in: connection)
    }
    for insertion in [
      "submission_earlier (submission_id, answer, answer_hop, known_on) SELECT id, 'none', 0",
      "remit_claim_earlier (remit_claim_id, state, staging, known_on) SELECT id, 'staged', ''",
      "charge_earlier (charge_id, standing, known_on) SELECT id, 'unbilled'",
    ] {
      let table = insertion.prefix { $0 != " " }.dropLast("_earlier".count)
      try connection.run("INSERT INTO \(insertion), \(Self.day.rawValue) FROM \(table)")
    }
    try WorkItems.save(
      Self.placement, of: .claim(claim),
      label: WorkItems.Label(
        reference: "A1", patientName: "SAMPLE, PAT", payer: payer, procedure: "E0601",
        serviceOn: Self.day), rollsOn: nil, in: connection)
    item = try WorkItems.find(.claim(claim), in: connection)?.item.id ?? item
  }

  private func addRequests(_ connection: Connection) throws {
    let day = Self.day
    try Requests.open(
      DocumentLetter(
        contractor: .dmeMAC, asksFor: "records", datedOn: day, dueOn: day.adding(days: 45),
        lines: [1]), about: .claim(claim), activity: activity, known: day, in: connection)
    guard let facts = try ClaimPayers.facts(of: claim, in: connection) else { return }
    try ClaimPayers.keep(
      before: facts, after: facts, of: claim, activity: activity, known: day, in: connection)
  }

  private mutating func addMoney(_ connection: Connection) throws {
    let day = Self.day
    deposit = try Deposits.insert(
      DepositDraft(
        receivedOn: day, form: .ach, amount: Cents(700), payer: "SAMPLE HEALTH",
        reference: "EFT1"), occurrence: 1, file: file, line: 4, user: "tlee", known: day,
      in: connection)
    try DepositMatches.insert(
      deposit: deposit, remittance: remittance, amount: Cents(1), activity: nil, known: day,
      in: connection)
    let match = try DepositMatches.standing(of: deposit, in: connection)
    try DepositMatches.takeApart(match[0], activity: activity, known: day, in: connection)
    try Deposits.add(.voided, to: deposit, activity: activity, known: day, in: connection)
    try Deposits.add(.restored, to: deposit, activity: activity, known: day, in: connection)
    _ = try DepositDocuments.insert(
      of: deposit, path: "/slip.pdf", hash: "h", byteCount: 1, user: "tlee", known: day,
      in: connection)
    let long = day.adding(days: -5000)
    try BookCloses.add(
      BookCloses.Kept(
        period: BookPeriod(long), isReopening: false, closedThrough: long, receivable: .zero,
        at: Timestamp(rawValue: 1), user: "tlee", reason: "", knownOn: day), in: connection)
    for target in [ApprovalTarget.period(BookPeriod(long)), .work(.claim(claim))] {
      _ = try Approvals.insert(
        Approval(
          id: ApprovalID(0), purpose: .reopenClose, target: target, amount: .zero,
          askedBy: "tlee", askedOn: day, reason: "r"), known: day, in: connection)
    }
  }

  /// A denial with money and no deadline.
  static let placement = Placement(
    queue: .denials, lane: .work, tier: .noDeadline, governing: nil, deadlines: [],
    balance: Cents(1000), expected: Cents(800), reasonCode: "CO-16 M124", reason: "r",
    followUpOn: nil, why: [])
}
