import Billing
import WorkEngine

/// Made-up orders, charges, batches and special work, with rules of their own.
enum MadeSubjects {
  static let rules: RuleBook = {
    var rules = RuleBook(
      results: [
        result("RETURNED order", .returnOrder, days: 3),
        result("INDEXED", .attachDocument),
        result("DOCREQ sent", .requestDocuments, days: 5), result("FOLLOW UP", .followUp, days: 7),
        result("HOLD placed", .hold), result("PORTAL checked", .checkedPortal, days: 1),
        result("DEFERRED", .deferred, days: 3), result("CALLED payer", .calledPayer, days: 14),
        result("ELIG asked", .checkEligibility, days: 1),
      ],
      writeOffs: [WriteOffRow(code: "small", title: "Small balance", limit: Cents(10_000))])
    rules.payerStatuses = [PayerStatusRow(code: "in process", meaning: "They look at it.")]
    for row in [
      HoldReasonRow(
        code: "swo-missing", title: "Standard written order is missing", type: .documentation,
        team: .documentation, document: .standardWrittenOrder, reviewDays: 7),
      HoldReasonRow(
        code: "eligibility-inactive", title: "Coverage is not active", type: .system,
        team: .eligibility, reviewDays: 3),
      HoldReasonRow(
        code: "serial-missing", title: "Serial number is missing", type: .system,
        team: .fulfilment, reviewDays: 3),
      HoldReasonRow(
        code: "audit", title: "Under audit", type: .manual, team: .billing, reviewDays: 45),
      HoldReasonRow(
        code: "patient-dispute", title: "The patient disputes it", type: .manual, team: .billing,
        reviewDays: 7),
    ] {
      rules.holdReasons[row.code] = row
    }
    return rules
  }()

  private static func result(_ code: String, _ verb: DecisionVerb, days: Int? = nil) -> ResultRow {
    ResultRow(
      code: code, title: code, verb: verb, followUpDays: days, isProductive: true,
      needsApproval: false)
  }

  /// A limit for initial claims whose safe and legal day are the same.
  static func filing(_ last: String) -> Deadline {
    Deadline(
      kind: .initialClaim, safe: day(last), legal: day(last), reason: "Medicare, 1 year",
      ruleID: "made", isVerified: true)
  }

  static let patient = Patient(
    id: PatientID(5), lastName: "MADEUP", firstName: "MARTA", birthDate: nil, sex: "F")

  static func coverage(
    _ payer: Payer = Made.medicare, member: String = "1EG4TE5MK73",
    sequence: PayerSequence = .primary
  ) -> Coverage {
    Coverage(payer: payer, sequence: sequence, memberID: member)
  }

  static func order(
    _ standing: OrderStanding = .delivered, id: Int64 = 7, coverages: [Coverage] = [coverage()]
  ) -> Order {
    Order(
      id: OrderID(id), number: "SO-\(id)", patient: patient, coverages: coverages,
      prescriber: nil, diagnoses: ["G4733"], orderedOn: day("2026-01-02"),
      delivery: Delivery(deliveredOn: day("2026-01-05")), placeOfService: "12",
      lines: [
        OrderLine(
          number: 1, kind: .purchase, procedure: ProcedureCode("A7030", ["NU"]),
          deliveredUnits: 2, unitCharge: Cents(9_000))
      ], standing: standing, receivedOn: day("2026-01-06"), rowVersion: 1)
  }

  static func orderStory(
    _ standing: OrderStanding = .delivered, findings: [OrderFinding] = [],
    decisions: [RecordedDecision] = [], filing last: String? = "2027-01-05"
  ) -> WorkStory {
    .order(
      OrderStory(
        order: order(standing), documents: [], findings: findings, expected: Cents(12_000),
        filing: last.map { filing($0) }, decisions: decisions))
  }

  static let serialMissing = OrderFinding(
    check: "A serialized item has its serial number", line: 2, cause: .serialProblem,
    isBlocking: true, message: "Serial number missing", fix: "Ask the driver for it")
  static let priceOdd = OrderFinding(
    check: "The price is near the expected amount", cause: .price, isBlocking: false,
    message: "The price is far above the expected amount.", fix: "")

  static let rental = Rental(
    id: RentalID(3), order: OrderID(7), orderLine: 1, patient: PatientID(5), payer: PayerID(1),
    procedure: ProcedureCode("E0601", ["RR"]), category: .cappedRental, serialNumber: "S1",
    startedOn: day("2026-01-05"), capMonths: 13, monthlyCharge: Cents(9_000))

  static func charge(
    id: Int64 = 11, order: Int64 = 7, line: Int = 1, from: String = "2026-01-05",
    authorization: String = "", rental: RentalID? = nil, standing: ChargeStanding = .unbilled
  ) -> Charge {
    Charge(
      id: ChargeID(id), order: OrderID(order), orderLine: line, rental: rental,
      procedure: ProcedureCode("A7030", ["NU"]), units: 1, service: ServiceDates(day(from)),
      amount: Cents(18_000), expected: Cents(12_000),
      authorizationNumber: authorization, standing: standing)
  }

  static func chargeStory(
    holds: [Hold] = [], warnings: [EditFinding] = [], rental: Rental? = nil,
    standing: ChargeStanding = .unbilled, decisions: [RecordedDecision] = [],
    filing last: String? = "2027-01-05"
  ) -> WorkStory {
    .charge(
      ChargeStory(
        review: ChargeReview(
          charge: charge(rental: rental?.id, standing: standing), order: order(.confirmed),
          coverage: coverage(), item: nil, rental: rental, filing: last.map { filing($0) }),
        holds: holds, warnings: warnings, decisions: decisions))
  }

  static func hold(
    _ reason: String = "swo-missing", id: Int64 = 1, edit: String = "The order is on file",
    detail: String = "", owner: String? = nil, placed: String = "2026-01-06",
    review: String? = nil, onRental: Bool = false, released: String? = nil
  ) -> Hold {
    let row = rules.holdReasons[reason]
    return Hold(
      id: HoldID(id), subject: onRental ? .rental(RentalID(3)) : .charge(ChargeID(11)),
      type: row?.type ?? .system, reason: reason, detail: detail, team: row?.team ?? .billing,
      owner: owner, placedOn: day(placed), placedBy: "dora", edit: edit,
      reviewOn: review.map(day),
      release: released.map { .init(on: day($0), by: "dora", evidence: "it came") })
  }

  static let disputed = hold("patient-dispute", id: 2, edit: "", review: "2026-01-20")

  static func batchStory(
    isAnswered: Bool = false, decisions: [RecordedDecision] = []
  ) -> WorkStory {
    .batch(
      BatchStory(
        batch: Batch(
          id: BatchID(4), fileName: "B0004.837", receiver: "MADEUP CLEARING",
          interchangeControl: "000000004", sentOn: day("2026-01-16"), claims: 12,
          total: Cents(250_000)),
        isAnswered: isAnswered, filing: filing("2026-12-30"), decisions: decisions))
  }

  static let masks = [
    SpecialItem(procedure: ProcedureCode("A7030", ["NU"]), units: 1, expected: Cents(12_000)),
    SpecialItem(procedure: ProcedureCode("A7038", ["NU"]), units: 6, expected: Cents(1_500)),
  ]

  static func specialStory(
    _ standing: SpecialWork.Standing = .open, kind: SpecialKind = .resupply,
    items: [SpecialItem] = masks, due: String = "2026-01-30", closes: String? = "2026-02-28",
    needs: [DocumentKind] = [],
    payer: Payer? = Made.medicare, decisions: [RecordedDecision] = []
  ) -> WorkStory {
    .special(
      SpecialStory(
        work: SpecialWork(
          id: SpecialID(9),
          due: SpecialDue(
            kind: kind, patient: patient.id, items: items, opensOn: day("2026-01-10"),
            dueOn: day(due), closesOn: closes.map(day),
            reason: "The supply of 2025-11-11 ends on 2026-02-09", needs: needs),
          standing: standing, answers: standing == .answered ? [.init(code: "A7030", units: 1)] : []
        ),
        patient: patient, payer: payer, documents: [], decisions: decisions))
  }

  static func item(safe: String? = nil) -> WorkItem {
    WorkItem(
      id: WorkItemID(1), subject: .charge(ChargeID(11)), queue: .holds, lane: .work, tier: .later,
      safe: safe.map(day), legal: safe.map(day), balance: Cents(18_000), expected: Cents(12_000),
      reasonCode: "", reason: "", deadlineReason: "", followUpOn: nil, owner: nil, lease: nil,
      isPinned: false, rowVersion: 1)
  }
}
