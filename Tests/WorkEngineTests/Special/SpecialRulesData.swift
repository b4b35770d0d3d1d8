import Billing

/// A small catalogue of made-up limits and prices in the shape of the rules data.
enum SpecialRulesData {
  static let rules: RuleBook = {
    var rules = RuleBook()
    for item in items { rules.catalog[item.code] = [item] }
    rules.allowables = [
      "A7034": [AllowableRow(code: "A7034", amount: Cents(7_000))],
      "A7032": [
        AllowableRow(code: "A7032", amount: Cents(2_000)),
        AllowableRow(code: "A7032", family: .medicareDME, amount: Cents(2_500)),
      ],
      "E1390": [
        AllowableRow(code: "E1390", modifier: "RR", amount: Cents(9_000)),
        AllowableRow(code: "E1390", modifier: "MS", amount: Cents(7_500)),
      ],
      "E0443": [AllowableRow(code: "E0443", amount: Cents(6_000))],
      "K0739": [AllowableRow(code: "K0739", amount: Cents(1_500))],
    ]
    return rules
  }()

  private static let items: [CatalogItem] = [
    CatalogItem(
      code: "E0601", title: "CPAP device", category: .cappedRental, capMonths: 13,
      isSerialized: true, documents: [.sleepStudy, .faceToFace]),
    CatalogItem(
      code: "A7034", title: "Nasal mask", category: .supply, baseCodes: ["E0601"],
      unitLimit: UnitLimit(1, days: 90)),
    CatalogItem(
      code: "A7032", title: "Nasal cushion", category: .supply, baseCodes: ["E0601"],
      unitLimit: UnitLimit(2, days: 30)),
    CatalogItem(
      code: "A7033", title: "Nasal pillows", category: .supply, baseCodes: ["E0601"],
      unitLimit: UnitLimit(6, days: 90)),
    CatalogItem(
      code: "A4351", title: "Straight catheter", category: .ostomyUrological,
      unitLimit: UnitLimit(200, days: 30)),
    CatalogItem(
      code: "E1390", title: "Stationary concentrator", category: .oxygen, capMonths: 36,
      isSerialized: true, documents: [.bloodGasStudy], hasMaintenance: true),
    CatalogItem(code: "E0431", title: "Portable gas system", category: .oxygen, capMonths: 36),
    CatalogItem(
      code: "E0443", title: "Portable gas contents", category: .oxygen,
      baseCodes: ["E0431"]),
    CatalogItem(
      code: "E0444", title: "Portable liquid contents", category: .oxygen,
      baseCodes: ["E0434"]),
    CatalogItem(code: "E0466", title: "Ventilator", category: .frequentServicing),
    CatalogItem(code: "E0143", title: "Walker", category: .inexpensive, isSerialized: true),
    CatalogItem(code: "E0260", title: "Bed", category: .cappedRental, capMonths: 13),
    CatalogItem(code: "K0739", title: "Repair labour", category: .supply),
  ]

  static func document(
    _ kind: DocumentKind, dated: String? = nil, validFrom: String? = nil, through: String? = nil,
    codes: [String] = [], number: String = "", units: Int? = nil, used: Int = 0,
    value: Int? = nil, answers: [SupplyAnswer] = [], id: Int64 = 50, order: Int64? = nil
  ) -> Document {
    Document(
      id: DocumentID(id), patient: PatientID(1), order: order.map { OrderID($0) },
      content: DocumentDraft(
        kind: kind, dated: dated.map(Rented.day),
        valid: Validity(from: validFrom.map(Rented.day), through: through.map(Rented.day)),
        codes: codes, number: number, unitsGranted: units,
        value: value, answers: answers),
      receivedOn: Rented.day(dated ?? "2025-01-01"), unitsUsed: used)
  }

  static func charge(
    _ code: String, _ modifiers: [String] = [], on: String, units: Int = 1, line: Int = 1,
    order: Int64 = 3, rental: Int64? = nil, month: Int? = nil, id: Int64 = 1,
    standing: ChargeStanding = .unbilled
  ) -> Charge {
    Charge(
      id: ChargeID(id), order: OrderID(order), orderLine: line, rental: rental.map { RentalID($0) },
      rentalMonth: month, procedure: ProcedureCode(code, modifiers), units: units,
      service: ServiceDates(Rented.day(on)), amount: Cents(10_000),
      expected: Cents(7_000), standing: standing)
  }

  static func line(
    _ number: Int, _ code: String, _ modifiers: [String] = [], kind: LineKind = .supply,
    units: Int = 1, days: Int? = nil, charge: Int64 = 9_900
  ) -> OrderLine {
    OrderLine(
      number: number, kind: kind, procedure: ProcedureCode(code, modifiers),
      description: "made-up \(code)", prescribedUnits: units, deliveredUnits: units,
      daysSupplied: days, unitCharge: Cents(charge), diagnosisPointers: [1])
  }

  static func work(_ due: SpecialDue, _ standing: SpecialWork.Standing = .open) -> SpecialWork {
    SpecialWork(id: SpecialID(11), due: due, standing: standing)
  }

  static func answer(
    _ standing: EligibilityAnswer.Standing = .active, on: String, from: String? = nil,
    through: String? = nil
  ) -> EligibilityAnswer {
    EligibilityAnswer(
      trace: "T1",
      patient: Identity(lastName: "SAMPLEPERSON", firstName: "ADA", memberID: "MADEUP1"),
      payer: NamedPayer(name: "MADE UP", identifier: "X", filingIndicator: "CI"),
      serviceOn: nil,
      answeredOn: Rented.day(on), standing: standing,
      covered: Validity(from: from.map(Rented.day), through: through.map(Rented.day)))
  }
}
