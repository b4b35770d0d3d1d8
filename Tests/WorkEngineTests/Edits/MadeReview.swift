import Billing
import Testing
import WorkEngine

/// Charges with all that surrounds them, in order and made up, for the tests of the edits.
enum MadeReview {
  static let today = day("2026-06-15")

  static func day(_ text: String) -> Day { Day(text) ?? Day(rawValue: 0) }

  // MARK: Rules

  /// A small book made for the tests: none of its numbers come from the shipped tables.
  static var rules: RuleBook {
    var rules = RuleBook()
    for item in items { rules.catalog[item.code] = [item] }
    let pricing = ["NU", "UE", "RR", "MS", "KH", "KI", "KJ", "RA", "RB", "KF"]
    let policy = ["KX", "GA", "GY", "GZ", "GX", "EY", "N1", "N2", "N3", "KS", "CG"]
    let informational = ["RT", "LT", "A1", "A2", "GW", "CR", "99"]
    for code in pricing { rules.modifiers[code] = row(code, .pricing) }
    for code in policy { rules.modifiers[code] = row(code, .policy) }
    for code in informational { rules.modifiers[code] = row(code, .informational) }
    rules.modifiers["KS"]?.excludes = ["KX"]
    rules.jurisdictions = ["OH": "17013", "NY": "16013", "TX": "18003"]
    rules.holdReasons = [
      "swo-missing": HoldReasonRow(
        code: "swo-missing", title: "Written order missing", type: .documentation,
        team: .documentation, document: .standardWrittenOrder, reviewDays: 7),
      "authorization-missing": HoldReasonRow(
        code: "authorization-missing", title: "Authorization missing", type: .authorization,
        team: .authorization, document: .authorization, reviewDays: 3),
      "eligibility-inactive": HoldReasonRow(
        code: "eligibility-inactive", title: "Not eligible", type: .system, team: .eligibility,
        reviewDays: 2),
      "price-zero": HoldReasonRow(
        code: "price-zero", title: "No price", type: .system, team: .billing, reviewDays: 1),
    ]
    return rules
  }

  private static func row(_ code: String, _ position: ModifierRow.Position) -> ModifierRow {
    ModifierRow(code: code, meaning: "made up", position: position)
  }

  private static var items: [CatalogItem] {
    [
      CatalogItem(
        code: "E0601", title: "PAP device", category: .cappedRental, capMonths: 13,
        isSerialized: true, documents: [.sleepStudy], authorizationFamilies: [.commercial],
        policyModifierFamilies: [.medicareDME], diagnosisPrefixes: ["G4733"]),
      CatalogItem(
        code: "E1390", title: "Concentrator", category: .oxygen, capMonths: 36,
        isSerialized: true, documents: [.bloodGasStudy], oneOf: [["N1", "N2", "N3", "KX"]]),
      CatalogItem(
        code: "E0441", title: "Contents", category: .oxygen, baseCodes: ["E1390"]),
      CatalogItem(
        code: "A7030", title: "Mask", category: .supply, policyModifierFamilies: [.medicareDME],
        baseCodes: ["E0601"], unitLimit: UnitLimit(1, days: 90)),
      CatalogItem(
        code: "A7032", title: "Cushion", category: .supply, unitLimit: UnitLimit(2, days: 30)),
      CatalogItem(
        code: "A6212", title: "Dressing", category: .surgicalDressing, oneOf: [["A1", "A2"]]),
      CatalogItem(code: "E0143", title: "Walker", category: .inexpensive),
      CatalogItem(
        code: "L1833", title: "Knee orthosis", category: .prostheticOrthotic, isSided: true),
      CatalogItem(
        code: "A5512", title: "Insert", category: .therapeuticShoe, isSided: true,
        unitLimit: UnitLimit(6, days: 365)),
      CatalogItem(
        code: "K0823", title: "Power wheelchair", category: .cappedRental, capMonths: 13,
        documents: [.writtenOrderPriorToDelivery, .faceToFace]),
      CatalogItem(code: "K0739", title: "Labour", category: .inexpensive, needsNarrative: true),
      CatalogItem(
        code: "K0553", title: "Old supply", category: .supply,
        effective: Validity(through: day("2022-12-31"))),
      CatalogItem(
        code: "E0650", title: "Compressor", category: .inexpensive,
        documents: [.certificateOfMedicalNecessity, .continuedUse]),
      CatalogItem(code: "E0465", title: "Ventilator", category: .frequentServicing),
      CatalogItem(code: "B9002", title: "Pump", category: .parenteralEnteral, capMonths: 15),
    ]
  }

  // MARK: Parties

  static func payer(
    _ family: PayerFamily = .medicareDME, name: String = "MADEUP MAC", identifier: String = "17013",
    id: Int64 = 1
  ) -> Payer {
    Payer(id: PayerID(id), name: name, identifier: identifier, family: family)
  }

  static func coverage(
    _ family: PayerFamily = .medicareDME, _ sequence: PayerSequence = .primary, id: Int64 = 1,
    memberID: String = "1EG4TE5MK73"
  ) -> Coverage {
    Coverage(
      payer: payer(family, name: family == .medicareDME ? "MADEUP MAC" : "MADEUP PLAN", id: id),
      sequence: sequence, memberID: memberID)
  }

  static var patient: Patient {
    Patient(
      id: PatientID(1), lastName: "SAMPLEPERSON", firstName: "ANNA", birthDate: day("1950-02-03"),
      sex: "F",
      address: PostalAddress(
        street: "1 INVENTED ST", city: "NOWHERE", state: "OH", zip: "430041234"))
  }

  static var prescriber: Prescriber {
    Prescriber(npi: "1234567893", lastName: "MADEUP", firstName: "DORA", isEnrolled: true)
  }

  static var eligibility: EligibilityAnswer {
    EligibilityAnswer(
      trace: "1",
      patient: Identity(lastName: "SAMPLEPERSON", firstName: "ANNA", memberID: "1EG4TE5MK73"),
      payer: NamedPayer(name: "MADEUP MAC", identifier: "17013", filingIndicator: "MB"),
      serviceOn: day("2026-05-30"),
      answeredOn: day("2026-05-30"), standing: .active)
  }

  // MARK: Documents

  static func document(
    _ kind: DocumentKind, _ dated: String, id: Int64 = 1, signer: String = "DR MADEUP",
    codes: [String] = [], number: String = "", unitsGranted: Int? = nil, value: Int? = nil,
    from: String? = nil, through: String? = nil, answers: [SupplyAnswer] = []
  ) -> Document {
    Document(
      id: DocumentID(id), patient: PatientID(1), order: OrderID(1),
      content: DocumentDraft(
        kind: kind, dated: day(dated), signedOn: day(dated), signer: signer,
        valid: Validity(from: from.map(day), through: through.map(day)), codes: codes,
        number: number,
        unitsGranted: unitsGranted, value: value, answers: answers),
      receivedOn: day(dated))
  }

  // MARK: Reviews

  /// A charge of an order that was delivered in person on its first day, all in order.
  static func sold(
    _ code: String = "E0143", _ modifiers: [String] = ["NU"], units: Int = 1,
    on served: String = "2026-06-01", kind: LineKind = .purchase
  ) -> ChargeReview {
    let from = day(served)
    let procedure = ProcedureCode(code, modifiers)
    let charge = Charge(
      id: ChargeID(100), order: OrderID(1), orderLine: 1, procedure: procedure, units: units,
      service: ServiceDates(from), amount: Cents(20_000), expected: Cents(10_000))
    let line = OrderLine(
      number: 1, kind: kind, procedure: procedure, prescribedUnits: units, deliveredUnits: units,
      unitCharge: Cents(20_000))
    let order = Order(
      id: OrderID(1), number: "M-1", patient: patient, coverages: [coverage()],
      prescriber: prescriber, diagnoses: ["G4733", "J449"], orderedOn: day("2026-05-20"),
      delivery: Delivery(deliveredOn: from), placeOfService: "12", lines: [line],
      standing: .confirmed, receivedOn: from, rowVersion: 1)
    return ChargeReview(
      charge: charge, order: order, coverage: coverage(), item: rules.item(code, on: from),
      documents: [
        document(.standardWrittenOrder, "2026-05-20", id: 1),
        document(.proofOfDelivery, served, id: 2),
        document(.sleepStudy, "2026-04-01", id: 3),
        document(.bloodGasStudy, "2026-05-15", id: 4),
      ],
      eligibility: eligibility)
  }

  /// One month of a rental that began on 2026-01-10, all in order, its trial passed.
  static func rent(
    _ code: String = "E0601", month: Int = 1, modifiers: [String]? = nil
  ) -> ChargeReview {
    let item = rules.item(code, on: today)
    let started = day("2026-01-10")
    let category = item?.category ?? .cappedRental
    let given =
      modifiers
      ?? ["RR"]
      + (RentalModifiers.ofMonth(month, category: category).map { [$0] } ?? [])
      + [category == .oxygen ? "N1" : "KX"]
    var review = sold(code, given, on: "2026-01-10", kind: .rental)
    review.charge.rental = RentalID(7)
    review.charge.rentalMonth = month
    review.charge.serviceFrom = started.adding(months: month - 1)
    review.charge.serviceThrough = started.adding(months: month).adding(days: -1)
    review.charge.serialNumber = "SN-INVENTED-1"
    review.rental = Rental(
      id: RentalID(7), order: OrderID(1), orderLine: 1, patient: PatientID(1), payer: PayerID(1),
      procedure: ProcedureCode(code, ["RR"]), category: category, serialNumber: "SN-INVENTED-1",
      startedOn: started, capMonths: item?.capMonths, monthlyCharge: Cents(20_000))
    review.order.orderedOn = day("2026-01-05")
    review.documents = [
      document(.standardWrittenOrder, "2026-01-05", id: 1),
      document(.proofOfDelivery, "2026-01-10", id: 2),
      document(.sleepStudy, "2025-12-01", id: 3),
      document(.bloodGasStudy, "2025-12-20", id: 4),
      document(.usageReport, "2026-03-10", id: 5, value: 80),
      document(.continuedUse, "2026-03-15", id: 6),
    ]
    review.eligibility?.serviceOn = review.charge.serviceFrom
    return review
  }

  /// Another charge of the patient, from another order.
  static func other(
    _ code: String, _ modifiers: [String] = [], units: Int = 1, from: String,
    through: String? = nil, id: Int64 = 50, order: Int64 = 9, month: Int? = nil
  ) -> Charge {
    Charge(
      id: ChargeID(id), order: OrderID(order), orderLine: 1, rentalMonth: month,
      procedure: ProcedureCode(code, modifiers), units: units,
      service: ServiceDates(day(from), through: day(through ?? from)), amount: Cents(20_000),
      expected: Cents(10_000))
  }
}

/// A review and what one edit must say of it.
struct EditCase: Sendable, CustomTestStringConvertible {
  var words: String
  var review: ChargeReview
  var expected: [EditFinding.Outcome]
  var rules: RuleBook
  var today: Day
  var testDescription: String { words }

  init(
    _ words: String, _ expected: EditFinding.Outcome...,
    from start: ChargeReview = MadeReview.sold(),
    rules: RuleBook = MadeReview.rules, on today: Day = MadeReview.today,
    change: (inout ChargeReview) -> Void = { _ in }
  ) {
    self.words = words
    self.expected = expected
    self.rules = rules
    self.today = today
    review = start
    change(&review)
  }

  /// Runs one edit and compares outcomes; every finding must bear the edit's name and say
  /// something.
  func check(_ edit: any ChargeEdit.Type, at place: SourceLocation = #_sourceLocation) {
    let findings = edit.findings(in: review, rules: rules, on: today)
    #expect(findings.map(\.outcome) == expected, "\(findings)", sourceLocation: place)
    for finding in findings {
      #expect(finding.edit == edit.name, sourceLocation: place)
      #expect(!finding.message.isEmpty && !finding.advice.isEmpty, sourceLocation: place)
    }
  }
}

extension MadeReview {
  /// The book with the office in it, which bears the prescriber's number and sells no orthoses.
  static var rulesOfOffice: RuleBook {
    var rules = rules
    rules.supplier = Supplier(
      name: "INVENTED MEDICAL SUPPLY", npi: "1234567893", taxID: "000000000",
      taxonomy: "332B00000X", address: patient.address, contactName: "NOBODY", phone: "5555550100",
      submitterID: "MADEUP", clearinghouses: [],
      accreditedFor: [.inexpensive, .cappedRental, .oxygen, .supply])
    return rules
  }
}
