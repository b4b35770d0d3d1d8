import Billing
import WorkEngine

/// Work of every kind in states that between them allow every verb.
enum SampleSituations {
  static let today = WorkEngineTests.day("2026-01-12")

  static func all() throws -> [Situation] {
    try claims() + cash() + subjects() + money()
  }

  private static func situation(
    _ story: WorkStory, _ rules: RuleBook, claim: Claim? = nil,
    candidates: [DecisionField.Choice] = [], lease: Lease? = nil, sheet: PostingSheet? = nil,
    on today: Day = today
  ) throws -> Situation {
    var item = story.placement(rules: rules, on: today).map { Made.item($0) }
    item?.lease = lease
    return Situation(
      story, item: item, rules: rules, on: today, by: Made.supervisor, claim: claim,
      candidates: candidates, sheet: sheet)
  }

  private static func denied(
    _ code: String, _ remarks: [String] = [], payer: Payer = Made.medicare, next: Payer? = nil
  ) -> ClaimStory {
    var story = Made.story(payer)
    story.adjudications = [
      Made.answer("2026-01-02", [Made.denial(code, remarks)], number: "N1")
    ]
    story.nextPayer = next
    return story
  }

  private static func claims() throws -> [Situation] {
    let rules = try Made.rules()
    let claim = Made.claim([
      Made.line(1, "E0601", ["RR", "KH"], charge: 100), Made.line(2, "A7030", ["NU"], charge: 300),
    ])
    var appealed = denied("CO-50")
    appealed.decisions = [Made.decision(.appeal, "2026-01-06", seq: 20, level: .first)]
    var asked = denied("CO-197")
    asked.decisions = [Made.decision(.escalate, "2026-01-06", seq: 20), asking]
    asked.documentRequests = [
      PayerRequest(contractor: .dmeMAC, kind: "review", letterOn: day("2026-01-03"))
    ]
    var sent = asked
    sent.documentRequests[0].sentOn = day("2026-01-05")
    var doubtful = denied("CO-4")
    doubtful.billQuestion = BillQuestion(
      earlier: ClaimID(7), controlNumber: "A7", service: doubtful.service,
      charges: [Cents(10_000), Cents(30_000)])
    let lease = Lease(
      user: "mruiz", session: "s", expires: Timestamp(rawValue: .max), fence: 1)
    return try [
      situation(.claim(denied("CO-16", ["MA130"])), rules, claim: claim),
      situation(.claim(denied("CO-16", ["MA130"])), rules, claim: claim, on: day("2027-06-01")),
      situation(.claim(denied("CO-4", payer: Made.aetna)), rules, claim: claim),
      situation(
        .claim(denied("CO-4", payer: Made.aetna)), rules, claim: claim, on: day("2027-06-01")),
      situation(.claim(denied("CO-4")), rules, claim: claim),
      situation(.claim(denied("CO-4")), rules, claim: claim, on: day("2028-01-03")),
      situation(.claim(doubtful), rules, claim: claim),
      situation(.claim(denied("CO-50")), rules, claim: claim),
      situation(.claim(denied("CO-50")), rules, claim: claim, on: day("2026-06-01")),
      situation(.claim(denied("PR-96", next: Made.supplement)), rules, claim: claim),
      situation(.claim(passedOn), rules, claim: claim),
      situation(.claim(appealed), rules, claim: claim),
      situation(.claim(asked), rules, claim: claim, lease: lease),
      situation(.claim(sent), rules, claim: claim, lease: lease),
    ]
  }

  private static let asking = RecordedDecision(
    activity: ActivityID(21), verb: .obtainAuthorization,
    act: .obtainAuthorization(.asked(on: day("2026-01-06"), reference: "")),
    on: day("2026-01-06"), user: "dora", sequence: 21)

  /// Paid in part, the rest with the next payer.
  private static var passedOn: ClaimStory {
    var story = Made.story(open: 0, next: 2_000)
    story.adjudications = [Made.answer("2026-01-02", paid: 8_000, number: "N1")]
    story.nextPayer = Made.supplement
    return story
  }

  private static func cash() throws -> [Situation] {
    let rules = try Made.rules()
    func staged(_ reasons: [StagingReason], _ claim: ClaimID?) -> StagedRemittanceStory {
      StagedRemittanceStory(
        subject: .remitClaim(RemitClaimID(1)), payer: Made.medicare,
        paymentDate: day("2026-01-05"), suspense: Cents(7_840), reasons: reasons, matchedTo: claim)
    }
    return try [
      situation(
        .stagedAnswer(staged([.unmatched], nil)), rules,
        candidates: [.init("3", "one claim"), .init("4", "another")]),
      situation(.stagedAnswer(staged([.confirmed], ClaimID(3))), rules, sheet: sheet),
      // Posted, and taken back later.
      situation(.stagedAnswer(staged([], ClaimID(3))), rules),
      situation(.remittance(staged([], nil)), rules),
      situation(.remittance(staged([.looksAlike(.correction, "its claims differ")], nil)), rules),
      situation(.refusedSet(RefusedSetStory(refused: refused)), rules),
      situation(.underpayment(underpaid), rules),
      situation(
        .providerBalance(
          ProviderBalanceStory(
            balance: ProviderBalance(
              id: ProviderBalanceID(1), account: .recoupment, payer: Made.medicare,
              reference: "ICN1", open: Cents(2500),
              movements: [
                ProviderBalance.Movement(
                  traceNumber: "EFT1", claim: nil, on: day("2026-01-05"), amount: Cents(2500))
              ]), claim: Made.claim([Made.line(1, "E0601", charge: 12_000)]))), rules),
      situation(
        .credit(
          CreditStory(claim: Made.story(open: -500), owner: .payer(Made.medicare))), rules),
      situation(
        .deposit(MadeMoney.deposit()), rules,
        candidates: [.init("3", "one remittance"), .init("4+5", "two")]),
      situation(.deposit(MadeMoney.deposit(matched: 100)), rules),
      situation(
        .remittance(MadeMoney.remittance(method: "ACH", paid: "2026-01-05")), rules,
        candidates: [.init("7", "a deposit")]),
      situation(.approval(MadeMoney.approval()), rules),
    ]
  }

  private static var refused: RefusedSet {
    RefusedSet(
      id: RefusedSetID(1),
      facts: RefusedSet.Facts(
        controlNumber: "0001", traceNumber: "EFT1", originator: "", payer: nil,
        amount: Cents(7_840), day: day("2026-01-05"),
        problem: FileProblem(isError: true, message: "an amount cannot be read")),
      payer: Made.medicare, file: "bad.835", position: 0, readOn: day("2026-01-06"))
  }

  private static var underpaid: UnderpaymentStory {
    var story = Made.story(open: 0)
    story.adjudications = [Made.answer("2026-01-02", paid: 6_000, number: "N1")]
    return UnderpaymentStory(
      underpayment: Underpayment(
        claim: story.claim,
        lines: [
          Underpayment.Line(
            number: 1, procedure: ProcedureCode("E0601", ["RR"]), allowed: Cents(6_000),
            expected: Cents(10_000), source: .contract, traceNumber: "EFT1",
            noticeOn: day("2026-01-02"))
        ]), claim: story)
  }

  /// Two lines that go where they stand, beside an earlier answer.
  private static var sheet: PostingSheet {
    var sheet = PostingSheet()
    sheet.meaning = .correction
    sheet.lines = [1, 2].map { position in
      SheetLine(
        answer: RemitClaimID(1), position: position, procedure: ProcedureCode("E0601", ["RR"]),
        charge: Cents(10_000), paid: Cents(6_000), reductions: [], targets: [position],
        isHeld: false)
    }
    return sheet
  }

  /// A payer's recovery, a credit step by step, and a patient's balance.
  private static func money() throws -> [Situation] {
    let rules = try Made.rules()
    let recovery = ProviderBalance(
      id: ProviderBalanceID(1), account: .recoupment, payer: Made.medicare, reference: "N1",
      open: Cents(4_500), movements: [])
    func decided(_ act: Decision.Act, _ sequence: Int64) -> RecordedDecision {
      RecordedDecision(
        activity: ActivityID(sequence), verb: act.verb, act: act, on: day("2026-01-08"),
        user: "dora", sequence: sequence)
    }
    let request = decided(
      .refund(
        .request(
          RefundRequest(amount: Cents(4_500), payee: "MADE UP", cause: .duplicatePayment))), 30)
    let credits = [[], [request], [request, decided(.refund(.approve), 31)]].map { decisions in
      var claim = Made.story(Made.medicare)
      claim.balances = LineBalances(payer: Cents(-4_500))
      claim.adjudications = [Made.answer("2026-01-02", paid: 8_000, number: "N1")]
      return CreditStory(claim: claim, owner: .payer(claim.payer), decisions: decisions)
    }
    let patient = PatientStory(
      patient: Patient(
        id: PatientID(1), lastName: "MADE UP", firstName: "MARTA", birthDate: nil, sex: "F"),
      debts: [
        PatientDebt(
          claim: ClaimID(1), controlNumber: "A1", line: ClaimLineID(1), number: 1,
          procedure: ProcedureCode("E0601"), service: day("2025-12-20"), payer: Made.medicare,
          nextPayer: Made.supplement, amount: Cents(900), charge: Cents(12_000))
      ])
    return try [
      situation(
        .providerBalance(
          ProviderBalanceStory(
            balance: recovery, claim: Made.claim([Made.line(1, "E0601", ["RR"], charge: 100)]))),
        rules),
      situation(.patient(patient), rules),
    ]
      + credits.map {
        try situation(.credit($0), rules, candidates: [.init("3", "one"), .init("4", "another")])
      }
  }

  private static func subjects() throws -> [Situation] {
    let rules = MadeSubjects.rules
    return try [
      situation(MadeSubjects.orderStory(), rules),
      situation(MadeSubjects.orderStory(findings: [MadeSubjects.serialMissing]), rules),
      situation(MadeSubjects.chargeStory(rental: MadeSubjects.rental), rules),
      situation(
        MadeSubjects.chargeStory(
          holds: [
            MadeSubjects.disputed, MadeSubjects.hold("audit", id: 3, edit: "", onRental: true),
          ],
          rental: MadeSubjects.rental), rules),
      situation(MadeSubjects.chargeStory(holds: [MadeSubjects.disputed]), rules),
      situation(MadeSubjects.batchStory(), rules, on: day("2026-01-20")),
      situation(MadeSubjects.specialStory(), rules),
      situation(MadeSubjects.specialStory(.answered, due: "2026-01-10"), rules),
    ]
  }
}
