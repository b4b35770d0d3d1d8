import Billing
import Desk

/// The made-up orders, charges, batches and special work of the office named `orders`.
enum FakeOrders {
  static let today = FakeData.today
  static let medicare = Payer(
    id: PayerID(1), name: "Medicare DMAC C", identifier: "18003", family: .medicareDME)
  static let aetna = Payer(
    id: PayerID(2), name: "Aetna Sample Plan", identifier: "60054", family: .commercial)
  static let prescriber = Prescriber(
    npi: "1234567893", lastName: "MADEUP", firstName: "MORGAN", phone: "8005550142",
    isEnrolled: true)

  static func fill(_ office: inout FakeOffice) {
    office.items += items
    office.subjects = [
      WorkItemID(101): .order(good), WorkItemID(102): .order(wrong),
      WorkItemID(111): .charge(heldForOrder), WorkItemID(112): .charge(heldForAuthorization),
      WorkItemID(121): .batch(batchDetail), WorkItemID(122): .charge(ready),
      WorkItemID(131): .special(resupply),
      WorkItemID(132): .special(maintenance),
    ]
    office.orderRows = rows
    office.board = board
    office.calendar = calendar
    office.holdsReport = holdsReport
    office.orderProblems = problems
  }

  // MARK: Items

  private static func item(
    _ id: Int64, _ queue: QueueName, _ reference: String, _ patient: String, _ payer: Payer,
    _ procedure: String, _ code: String, _ reason: String, cents: Int64, age: Int, due: Int?,
    subject: WorkSubject
  ) -> FakeItem {
    var item = FakeItem(
      id: WorkItemID(id), queue: queue, reference: reference, patient: patient, payer: payer.name,
      family: payer.family, procedure: procedure, reasonCode: code, reason: reason,
      balance: Cents(cents), expected: Cents(cents * 8 / 10), age: age,
      safe: due.map { today.adding(days: $0) })
    item.subject = subject
    return item
  }

  private static var items: [FakeItem] {
    var held = item(
      111, .holds, "SO-4980/1", "TESTER, TERRY", medicare, "E1390 RR", "swo-missing",
      "The standard written order is missing.", cents: 25_000, age: 41, due: 60,
      subject: .charge(ChargeID(11)))
    held.owner = "documentation"
    var second = item(
      112, .holds, "SO-4991/1", "EXAMPLE, ELLIS", aetna, "E0601 RR", "authorization-missing",
      "No authorization covers the line.", cents: 18_000, age: 12, due: 40,
      subject: .charge(ChargeID(12)))
    second.owner = "authorization"
    return [
      item(
        101, .orderConfirmation, "SO-5001", "FICTION, FAYE", medicare, "E0601 RR +1", "delivered",
        "Delivered yesterday and not confirmed.", cents: 24_150, age: 1, due: 364,
        subject: .order(OrderID(1))),
      item(
        102, .orderConfirmation, "SO-5002", "INVENTED, IVY", medicare, "A4253 NU",
        "quantity-mismatch", "Delivered more than was prescribed.", cents: 9_600, age: 2,
        due: 363, subject: .order(OrderID(2))),
      held, second,
      item(
        121, .transmission, "CLAIMS-1118.837", "", medicare, "", "no answer",
        "No answer to the batch, 3 days after sending.", cents: 412_300, age: 3, due: nil,
        subject: .batch(BatchID(1))),
      item(
        122, .transmission, "SO-4990/1", "NOBODY, NED", medicare, "E0260 RR", "ready",
        "Ready to bill to Medicare DMAC C.", cents: 14_000, age: 20, due: 345,
        subject: .charge(ChargeID(13))),
      item(
        131, .special, "SO-4400", "SAMPLE, PAT", aetna, "A7030 NU +2", "resupply",
        "PAP supplies run out on Dec 10.", cents: 31_200, age: 0, due: 19,
        subject: .special(SpecialID(1))),
      item(
        132, .special, "SO-2210", "ROE, RICHARD", medicare, "E1390 MS", "maintenance",
        "Six months since the last maintenance.", cents: 7_500, age: 0, due: 25,
        subject: .special(SpecialID(2))),
    ]
  }

  private static func order(
    _ id: Int64, _ number: String, _ last: String, _ first: String, lines: [OrderLine],
    standing: OrderStanding = .delivered, payer: Payer = medicare, delivered: Int = -1
  ) -> Order {
    Order(
      id: OrderID(id), number: number,
      patient: Patient(
        id: PatientID(id), lastName: last, firstName: first,
        birthDate: Day(year: 1948, month: 5, day: 2), sex: "F",
        address: PostalAddress(
          street: "12 Nowhere Lane", city: "Sampleton", state: "TN", zip: "370010000"),
        phone: "8005550100"),
      coverages: [
        Coverage(
          payer: payer, sequence: .primary, memberID: "1EG4TE5MK73", filingIndicator: "MB",
          effectiveFrom: Day(year: 2020, month: 1, day: 1)),
        Coverage(
          payer: Payer(
            id: PayerID(9), name: "Plainview Supplemental", identifier: "PLV01",
            family: .commercial), sequence: .secondary, memberID: "PV0042",
          filingIndicator: "CI"),
      ], prescriber: prescriber, diagnoses: ["G4733", "J449"],
      orderedOn: today.adding(days: delivered - 12),
      delivery: Delivery(method: .inPerson, deliveredOn: today.adding(days: delivered)),
      placeOfService: "12", lines: lines, standing: standing,
      receivedOn: today, rowVersion: 1)
  }

  private static func document(
    _ id: Int64, _ kind: DocumentKind, dated: Int, signed: Int? = nil, signer: String = ""
  ) -> Document {
    Document(
      id: DocumentID(id), patient: PatientID(1), order: OrderID(1),
      content: DocumentDraft(
        kind: kind, dated: today.adding(days: dated),
        signedOn: signed.map { today.adding(days: $0) }, signer: signer),
      receivedOn: today)
  }

  private static let pap = OrderLine(
    number: 1, kind: .rental, procedure: ProcedureCode("E0601", ["RR", "KX"]),
    description: "CPAP device", serialNumber: "SN-0042", unitCharge: Cents(12_000))

  private static let mask = OrderLine(
    number: 2, kind: .supply, procedure: ProcedureCode("A7030", ["NU", "KX"]),
    description: "Full face mask", daysSupplied: 90, unitCharge: Cents(12_150))

  static let good = OrderDetail(
    order: order(1, "SO-5001", "FICTION", "FAYE", lines: [pap, mask]),
    documents: [
      document(1, .standardWrittenOrder, dated: -13, signed: -12, signer: "MADEUP, MORGAN"),
      document(2, .proofOfDelivery, dated: -1, signed: -1, signer: "FICTION, FAYE"),
      document(3, .sleepStudy, dated: -40),
    ],
    findings: [
      OrderFinding(
        check: "PriceAgreesWithAllowable", line: 2, cause: .price, isBlocking: false,
        message: "The charge is below what the payer allows ($131.20).",
        fix: "Compare the unit charge with the fee schedule.")
    ], charges: [], expected: [1: Cents(9_650), 2: Cents(12_150)], item: WorkItemID(101))

  static let wrong = OrderDetail(
    order: order(
      2, "SO-5002", "INVENTED", "IVY",
      lines: [
        OrderLine(
          number: 1, kind: .supply, procedure: ProcedureCode("A4253", ["NU", "KX"]),
          description: "Test strips, 50", prescribedUnits: 2, deliveredUnits: 6,
          daysSupplied: 90, unitCharge: Cents(1_600))
      ], delivered: -2), documents: [],
    findings: [
      OrderFinding(
        check: "DeliveredUnitsAgreeWithPrescription", line: 1, cause: .quantityMismatch,
        isBlocking: true, message: "6 units were delivered, the prescription says 2.",
        fix: "Correct the quantity, or obtain a prescription for 6."),
      OrderFinding(
        check: "DeliveryHasProof", cause: .missingProofOfDelivery, isBlocking: true,
        message: "No signed proof of delivery is indexed.",
        fix: "Index the delivery ticket with its signature."),
    ], charges: [], expected: [1: Cents(4_800)], item: WorkItemID(102))

  // MARK: Charges

  private static let concentrator = Rental(
    id: RentalID(1), order: OrderID(3), orderLine: 1, patient: PatientID(3), payer: PayerID(1),
    procedure: ProcedureCode("E1390", ["RR"]), category: .oxygen, serialNumber: "OX-7788",
    startedOn: today.adding(days: -132), capMonths: 36, monthlyCharge: Cents(25_000))

  static let heldForOrder = ChargeDetail(
    charge: Charge(
      id: ChargeID(11), order: OrderID(3), orderLine: 1, rental: RentalID(1), rentalMonth: 4,
      procedure: ProcedureCode("E1390", ["RR"]), units: 1,
      service: ServiceDates(today.adding(days: -41), through: today.adding(days: -11)),
      amount: Cents(25_000), expected: Cents(20_000),
      serialNumber: "OX-7788", diagnosisPointers: [2]), place: .held,
    order: order(
      3, "SO-4980", "TESTER", "TERRY", lines: [], standing: .confirmed, delivered: -132),
    coverage: nil, rental: concentrator,
    holds: [
      HoldRow(
        hold: Hold(
          id: HoldID(1), subject: .charge(ChargeID(11)), type: .documentation,
          reason: "swo-missing", detail: "No standard written order for E1390 is indexed.",
          team: .documentation, owner: nil, placedOn: today.adding(days: -9), placedBy: "docket",
          edit: "EveryItemNeedsAWrittenOrder", reviewOn: today.adding(days: 3)),
        title: "Standard written order missing", days: 9, document: .standardWrittenOrder),
      HoldRow(
        hold: Hold(
          id: HoldID(2), subject: .charge(ChargeID(11)), type: .manual, reason: "audit",
          detail: "Chart review of oxygen patients.", team: .respiratory, owner: "mkim",
          placedOn: today.adding(days: -40), placedBy: "mkim", edit: "",
          reviewOn: today.adding(days: -2)), title: "Under audit", days: 40),
    ],
    findings: [
      EditFinding(
        edit: "EveryItemNeedsAWrittenOrder", outcome: .hold(reason: "swo-missing"),
        message: "No standard written order covers E1390.",
        advice: "Obtain it from the prescriber and index it."),
      EditFinding(
        edit: "NarrativeIsShort", outcome: .warn,
        message: "The rental was taken over; payers may ask for the first month.",
        advice: "Keep the proof of the first delivery at hand."),
    ], documents: [], eligibility: nil)

  static let heldForAuthorization = ChargeDetail(
    charge: Charge(
      id: ChargeID(12), order: OrderID(4), orderLine: 1,
      procedure: ProcedureCode("E0601", ["RR"]), units: 1,
      service: ServiceDates(today.adding(days: -12)), amount: Cents(18_000),
      expected: Cents(14_400),
      serialNumber: "SN-0077"), place: .held,
    order: order(
      4, "SO-4991", "EXAMPLE", "ELLIS", lines: [], standing: .confirmed, payer: aetna,
      delivered: -12), coverage: nil, rental: nil,
    holds: [
      HoldRow(
        hold: Hold(
          id: HoldID(3), subject: .charge(ChargeID(12)), type: .authorization,
          reason: "authorization-missing", detail: "Aetna asks for an authorization of E0601.",
          team: .authorization, owner: nil, placedOn: today.adding(days: -12), placedBy: "docket",
          edit: "AuthorizationCoversTheLine", reviewOn: today.adding(days: 1)),
        title: "Authorization missing", days: 12, document: .authorization)
    ],
    findings: [
      EditFinding(
        edit: "AuthorizationCoversTheLine", outcome: .hold(reason: "authorization-missing"),
        message: "No authorization covers E0601.", advice: "Index the authorization.")
    ], documents: [],
    eligibility: EligibilityAnswer(
      trace: "T1", patient: NamedPerson(lastName: "EXAMPLE", firstName: "ELLIS"),
      memberID: "W0001",
      payer: NamedPayer(
        name: "Aetna Sample Plan", identifier: "60054", filingIndicator: "CI",
        sequence: .primary, memberID: "W0001"), serviceOn: today.adding(days: -12),
      answeredOn: today.adding(days: -10), standing: .active, planName: "Sample PPO"))

  static let ready: ChargeDetail = {
    var detail = heldForAuthorization
    detail.charge.id = ChargeID(13)
    detail.charge.procedure = ProcedureCode("E0260", ["RR"])
    detail.holds = []
    detail.findings = []
    detail.place = .ready
    return detail
  }()

  // MARK: Special work

  private static func supply(_ code: String, units: Int, cents: Int64) -> SpecialItem {
    SpecialItem(procedure: ProcedureCode(code, ["NU"]), units: units, expected: Cents(cents))
  }

  static let resupply = SpecialDetail(
    work: SpecialWork(
      id: SpecialID(1),
      due: SpecialDue(
        kind: .resupply, patient: PatientID(5), order: OrderID(5),
        items: [
          supply("A7030", units: 1, cents: 12_150), supply("A7038", units: 6, cents: 1_800),
          supply("A7035", units: 1, cents: 2_400),
        ], opensOn: today.adding(days: -11), dueOn: today.adding(days: 9),
        closesOn: today.adding(days: 60), reason: "PAP supplies run out on Dec 10.",
        needs: [.refillRequest, .standardWrittenOrder]), standing: .open),
    patient: Patient(
      id: PatientID(5), lastName: "SAMPLE", firstName: "PAT", birthDate: nil, sex: "M"),
    payer: aetna, rental: nil,
    evidence: [
      EvidenceRow(
        kind: .standardWrittenOrder,
        document: document(
          9, .standardWrittenOrder, dated: -200, signed: -199, signer: "MADEUP, MORGAN")),
      EvidenceRow(kind: .refillRequest, document: nil),
    ],
    refusal: "The patient has not asked for anything yet; nothing may ship before Nov 30.")

  static let maintenance = SpecialDetail(
    work: SpecialWork(
      id: SpecialID(2),
      due: SpecialDue(
        kind: .maintenance, patient: PatientID(6), rental: RentalID(2),
        items: [
          SpecialItem(
            procedure: ProcedureCode("E1390", ["MS"]), units: 1, expected: Cents(7_500))
        ], opensOn: today, dueOn: today, closesOn: nil,
        reason: "Six months since the last maintenance; 36 months are paid.",
        needs: [.deliveryTicket]), standing: .open),
    patient: Patient(
      id: PatientID(6), lastName: "ROE", firstName: "RICHARD", birthDate: nil, sex: "M"),
    payer: medicare, rental: nil,
    evidence: [EvidenceRow(kind: .deliveryTicket, document: nil)],
    refusal: "The visit has not happened yet.")
}
