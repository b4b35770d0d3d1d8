import Billing

/// Acts of every verb, each value of each of them used at least once.
enum SampleActs {
  static let day = WorkEngineTests.day("2026-01-07")
  static let ahead = WorkEngineTests.day("2026-02-20")

  static let all: [Decision.Act] =
    sending + contesting + money + asking + handing + posting
    + orders + charges + special + refunds + patients

  private static let corrections: [ClaimCorrection] = [
    .memberID("1MADEUP11"), .patientName(last: "MADE UP", first: "MARTA ANN"),
    .birthDate(WorkEngineTests.day("1948-05-02")), .sex("F"), .groupNumber("G 12=3"),
    .priorAuthorization("PA\\9"), .placeOfService("12"), .diagnoses(["G4733", "Z9989"]),
    .taxonomy("332B00000X"), .claimNote("line 1\\n is one"),
    .procedure(line: 1, ProcedureCode("E0601", ["RR", "KX"])),
    .procedure(line: 12, ProcedureCode("A7030")), .units(line: 1, inThousandths: 2500),
    .units(line: 2, inThousandths: 30_000), .charge(line: 2, Cents(12_050)),
    .service(line: 1, from: day, through: day),
    .service(line: 2, from: WorkEngineTests.day("2025-11-24"), through: day),
    .lineNote(line: 2, "PATIENT OWNED E0601, SINCE 2023"),
    .orderingProvider(line: 1, lastName: "DE BIRCH", firstName: "KIM", npi: "1000000012"),
  ]

  static let sending: [Decision.Act] = [
    .resubmit(Resending()), .resubmit(Resending([.sex("U")])), .resubmit(Resending(corrections)),
    .resubmit(Resending(late: LateReason("the payer said it had it"))),
    .replace(Resending(corrections, late: LateReason("flood = force"))), .replace(Resending()),
    .void, .billNext, .sameBill(.same), .sameBill(.another),
    .changePayer(
      PayerChange(
        .instead,
        NewCoverage(
          payerName: "MADE UP HEALTH", payerIdentifier: "55555", memberID: "M1",
          filingIndicator: "CI", groupNumber: "G1"))),
    .changePayer(
      PayerChange(
        .first, NewCoverage(payerName: "MADE UP HEALTH", payerIdentifier: "", memberID: "M1"))),
    .changePayer(
      PayerChange(
        .answered, NewCoverage(payerName: "A", payerIdentifier: "B", memberID: "C"),
        answer: PrimaryAnswer(paid: Cents(1234), patientShare: Cents(500), paidOn: day))),
    .changePayer(
      PayerChange(
        .answered, NewCoverage(payerName: "A", payerIdentifier: "B", memberID: "C"),
        answer: PrimaryAnswer(paid: .zero, patientShare: .zero, paidOn: day))),
  ]

  static let contesting: [Decision.Act] =
    [
      .reopen(nil), .reopen(LateReason("new evidence")),
      .appeal(Appeal(.first, together: ["A1", "A2"], late: LateReason("fire"))),
    ] + AppealLevel.allCases.map { .appeal(Appeal($0)) }
    + AppealOutcome.allCases.map { .appealOutcome(AppealDecision($0, noticeOn: day)) }

  static let money: [Decision.Act] = [
    .transferPatient(Cents(1)), .transferPatient(Cents(123_456)),
    .writeOff(WriteOff(reason: "SMALL", amount: Cents(999))),
  ]

  static let asking: [Decision.Act] =
    [
      .calledPayer(PayerContact()),
      .calledPayer(
        PayerContact(
          status: "not on file", spokeTo: "Ms. Made Up", reference: "REF 1", promisedBy: ahead,
          checkNumber: "CK 9", checkOn: day)),
      .checkedPortal(PayerContact(status: "pended")),
      .checkedPortal(
        PayerContact(
          status: "paid", spokeTo: "nobody", reference: "R", promisedBy: ahead, checkNumber: "1",
          checkOn: day)), .requestDocuments, .checkEligibility,
      .documentRequest(
        .letter(
          DocumentLetter(
            contractor: .payer, asksFor: "the order,\nand the study", datedOn: day, dueOn: ahead,
            lines: [1, 3]))), .documentRequest(.sent(on: day, how: "esMD 77")),
      .obtainAuthorization(.asked(on: day, reference: "")),
      .obtainAuthorization(.asked(on: day, reference: "Q1")),
      .obtainAuthorization(.refused(on: day, reference: "Q2")),
      .obtainAuthorization(
        .obtained(
          AuthorizationGrant(
            number: "PA1", codes: ["E0601", "A7030"], valid: Validity(from: day, through: ahead),
            units: 6))), .obtainAuthorization(.obtained(AuthorizationGrant(number: "PA2"))),
    ]
    + RecordsContractor.allCases.map {
      .documentRequest(
        .letter(DocumentLetter(contractor: $0, asksFor: "", datedOn: day, dueOn: ahead)))
    } + DocumentRequestResult.allCases.map { .documentRequest(.result($0, on: day)) }

  static let handing: [Decision.Act] = [
    .followUp, .note, .deferred(to: nil), .deferred(to: "mruiz"), .escalate, .deescalate,
    .assign(to: nil), .assign(to: "mruiz"), .pin, .unpin, .breakLease,
  ]

  static let posting: [Decision.Act] = [
    .match(.claim(ClaimID(7))), .match(.madeFromRemittance), .post(),
    .post(
      PostingInstructions(
        lines: [1: .lines([2]), 2: .lines([1, 3]), 3: .held], meaning: .correction)),
    .post(PostingInstructions(look: .another)),
    .leaveInSuspense(reason: "asked"), .applyBalance(ClaimID(7), Cents(2500)), .unpost,
    .voidRemittance, .postEOB,
    .matchDeposit(MoneyMatch([3])), .matchDeposit(MoneyMatch([3, 14])),
    .matchDeposit(MoneyMatch([3], amount: Cents(101))), .unmatchDeposit(from: nil),
    .unmatchDeposit(from: RemittanceID(3)), .voidDeposit, .grant, .refuse,
    .settle(reason: "CORRECTED"), .dispute(reference: ""), .dispute(reference: "CASE 7"),
    .accept(reason: "SMALL"),
  ]

  static let refunds: [Decision.Act] =
    [
      .refund(.investigate(on: day)), .refund(.approve), .refund(.refuse),
      .refund(.sent(on: day, number: "CK 4711")), .refund(.recoup(reference: "ICN = 1")),
      .refund(.transfer(to: ClaimID(9), Cents(7))),
    ]
    + CreditCause.allCases.map {
      .refund(.request(RefundRequest(amount: Cents(7840), payee: "MADE UP, PLAN", cause: $0)))
    }

  static let patients: [Decision.Act] =
    [
      .statement(StatementNotice(run: 12, amount: Cents(12_000))),
      .plan(PaymentPlan(installment: Cents(4000), firstDue: ahead, count: 3)),
      .transferPayer(ShareToPayer(claim: "A1", amount: Cents(5), isForNextPayer: false)),
      .transferPayer(ShareToPayer(claim: "A1", amount: Cents(5), isForNextPayer: true)),
      .patientWriteOff(WriteOff(reason: "SMALL", amount: Cents(99))),
      .payment(
        PatientPayment(
          amount: Cents(3000), method: .check, number: "88", on: day,
          parts: [
            .init(claim: "A:1", line: 2, amount: Cents(2500)),
            .init(claim: "A2", line: 1, amount: Cents(1)),
          ])),
    ]
    + PatientPayment.Method.allCases.map {
      .payment(
        PatientPayment(amount: Cents(1), method: $0, number: $0 == .cash ? "" : "7", on: day))
    } + BillingMark.allCases.map { .billingMark($0) }

  static let orders: [Decision.Act] =
    [.confirm, .cancelOrder, .transmit]
    + OrderProblemCause.allCases.map { .returnOrder($0, $0.team) }
    + Team.allCases.map { .returnOrder(.price, $0) }

  static let charges: [Decision.Act] =
    [
      .hold(HoldEntry(reason: "audit")),
      .hold(
        HoldEntry(
          reason: "audit", team: .billing, owner: "mruiz", reviewOn: ahead, isForAgreement: true)),
      .releaseHold(ManualRelease(evidence: "seen")),
      .releaseHold(ManualRelease(HoldID(12), allMonths: true, evidence: "seen = true")),
      .attachDocument(
        DocumentDraft(
          kind: .refillRequest, dated: day, signedOn: day, signer: "MADE UP, MARTA",
          valid: Validity(from: day, through: ahead), codes: ["A7030"], number: "N 1",
          unitsGranted: 3,
          value: 84, answers: [SupplyAnswer(code: "A7030", units: 1)], contentHash: "abc",
          fileReference: "shelf 4, box \\2")),
      .correctCharge([
        .modifiers(["RR", "KX"]), .units(2), .amount(Cents(9_900)), .serialNumber("S 1"),
        .narrative("ONE\nTWO"), .authorizationNumber("PA"), .service(from: day, through: ahead),
        .diagnosisPointers([2, 1]),
      ]), .correctCharge([.narrative(""), .authorizationNumber("")]),
      .correctCharge([.service(from: day, through: nil)]),
      .correctCharge([.service(from: nil, through: day)]), .correctCharge([]),
      .withdrawCharge(reason: "ERROR"), .pickUp(on: day),
    ] + DocumentKind.allCases.map { .attachDocument(DocumentDraft(kind: $0, dated: day)) }

  static let special: [Decision.Act] = [
    .contactPatient(
      PatientAnswer(
        [SupplyAnswer(code: "A7030", units: 1), SupplyAnswer(code: "A7038", units: 0)],
        requestedBy: "the patient")), .fulfil(Fulfilment(on: day)),
    .fulfil(Fulfilment(on: day, delivered: [SupplyAnswer(code: "A7030", units: 2)])), .decline,
  ]
}
