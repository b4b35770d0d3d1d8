import Billing
import Testing
import WorkEngine

@Suite("Words of a line")
struct NarrativeTests {
  private static let from = Day(rawValue: 20_440)

  private static func charge(
    _ code: String, _ modifiers: [String] = [], month: Int? = nil, words: String = ""
  ) -> Charge {
    Charge(
      id: ChargeID(1), order: OrderID(1), orderLine: 1, rentalMonth: month,
      procedure: ProcedureCode(code, modifiers), units: 1, service: ServiceDates(from),
      amount: Cents(100), expected: .zero, narrative: words)
  }

  private static func line(
    _ kind: LineKind = .purchase, days: Int? = nil, description: String = "", words: String = ""
  ) -> OrderLine {
    OrderLine(
      number: 1, kind: kind, procedure: ProcedureCode("A0000"), description: description,
      daysSupplied: days, unitCharge: Cents(100), narrative: words)
  }

  private static func item(needsWords: Bool = false, bases: [String] = []) -> CatalogItem {
    CatalogItem(
      code: "A0000", title: "Item", category: .supply, baseCodes: bases, needsNarrative: needsWords)
  }

  private static func rental(_ kind: RentalBreak.Kind, from: Int, through: Int?) -> Rental {
    Rental(
      id: RentalID(1), order: OrderID(1), orderLine: 1, patient: PatientID(1), payer: PayerID(1),
      procedure: ProcedureCode("E0601"), category: .cappedRental, serialNumber: "",
      startedOn: Self.from.adding(days: -90), capMonths: 13, monthlyCharge: Cents(100),
      breaks: [
        RentalBreak(
          kind: kind, from: Self.from.adding(days: from),
          through: through.map { Self.from.adding(days: $0) })
      ])
  }

  private static let cases: [(narrative: Narrative, reasons: [NarrativeReason], text: String)] = [
    (Narrative(charge: charge("A7030"), line: line(), item: nil), [], ""),
    (
      Narrative(charge: charge("A7038"), line: line(.supply, days: 90), item: nil),
      [.longSupply], "90 DAY SUPPLY"
    ),
    (Narrative(charge: charge("A7038"), line: line(.supply, days: 31), item: nil), [], ""),
    (
      Narrative(
        charge: charge("K0739", words: "replaced motor, 4 units"), line: nil,
        item: item(needsWords: true)), [.repair], "REPAIR LABOR REPLACED MOTOR, 4 UNITS"
    ),
    (
      Narrative(
        charge: charge("E1399"),
        line: line(description: "Bath lift: large", words: "Sample mk2 msrp $900"),
        item: item(needsWords: true)), [.unlistedCode], "BATH LIFT LARGE SAMPLE MK2 MSRP $900"
    ),
    (
      Narrative(charge: charge("E0601", ["NU", "RA"], words: "stolen"), line: nil, item: nil),
      [.replacement], "REPL STOLEN"
    ),
    (
      Narrative(charge: charge("E2366", ["NU", "RB"]), line: nil, item: nil),
      [.replacedPart], "REPL PART"
    ),
    (
      Narrative(charge: charge("K0462", ["RR"], words: "K0823 in repair"), line: nil, item: nil),
      [.loaner], "LOANER K0823 IN REPAIR"
    ),
    (
      Narrative(
        charge: charge("E0601", ["RR", "KJ"], month: 5), line: nil, item: nil,
        rental: rental(.billing, from: -20, through: -5)),
      [.breakInRental], "BREAK IN BILLING 11/28/25-12/13/25"
    ),
    (
      Narrative(
        charge: charge("E0601", ["RR", "KJ"], month: 5), line: nil, item: nil,
        rental: rental(.need, from: -80, through: -50)), [], ""
    ),
    (
      Narrative(
        charge: charge("E0601", ["RR", "KJ"], month: 5), line: nil, item: nil,
        rental: rental(.need, from: -80, through: nil)), [], ""
    ),
    (
      Narrative(
        charge: charge("A7030"), line: nil, item: item(bases: ["E0601"]),
        base: Narrative.BaseEquipment(code: "E0601", acquiredOn: Day("2024-03-09"))),
      [.baseEquipment], "FOR PT OWNED E0601 PURCH 03/2024"
    ),
    (
      Narrative(
        charge: charge("A7030"), line: nil, item: item(),
        base: Narrative.BaseEquipment(code: "E0601", acquiredOn: nil)), [], ""
    ),
    (
      Narrative(
        charge: charge("E0601", ["RR", "KH", "KX", "LT", "KE"]), line: nil, item: nil), [],
      "MODS LT KE"
    ),
  ]

  @Test("the words say what the rules ask for, then what people wrote", arguments: cases.indices)
  func words(_ index: Int) {
    let (narrative, reasons, text) = Self.cases[index]
    #expect(narrative.reasons == reasons)
    #expect(narrative.text == text)
  }

  @Test("composed once more, the words stay the same", arguments: cases.indices)
  func stays(_ index: Int) {
    var narrative = Self.cases[index].narrative
    let text = narrative.text
    narrative.charge.narrative = text
    narrative.line?.narrative = ""
    #expect(narrative.text == text)
  }

  @Test("what only a person can say is missing until somebody wrote it")
  func missing() {
    let cases: [(Narrative, [NarrativeReason])] = [
      (Narrative(charge: Self.charge("K0739"), line: nil, item: nil), [.repair]),
      (Narrative(charge: Self.charge("K0739", words: "MOTOR"), line: nil, item: nil), []),
      (Narrative(charge: Self.charge("E0601", ["RA"]), line: nil, item: nil), [.replacement]),
      (Narrative(charge: Self.charge("E2366", ["RB"]), line: nil, item: nil), []),
      (
        Narrative(
          charge: Self.charge("E1399"), line: Self.line(description: "BATH LIFT"),
          item: Self.item(needsWords: true)), [.unlistedCode]
      ),
      (
        Narrative(charge: Self.charge("A7038"), line: Self.line(.supply, days: 90), item: nil), []
      ),
    ]
    for (narrative, missing) in cases { #expect(narrative.missing == missing) }
  }

  @Test("long words are shortened as examiners know them, then cut at a word")
  func fits() {
    let cases: [(words: String, text: String)] = [
      (
        "REPLACEMENT WHEELCHAIR BATTERY",
        "REPLACEMENT WHEELCHAIR BATTERY"
      ),
      (
        "Replacement battery with warranty for patient owned wheelchair purchased in January 2019",
        "REPL BATT WITH WARRANTY FOR PATIENT OWNED WHEELCHAIR PURCHASED IN JANUARY 2019"
      ),
      (
        "Patient requires additional custom cushion, accessories and battery without standard "
          + "warranty through manufacturer in Sampleton",
        "PT REQ ADDL CUST CUSH ACC & BATT W/O STD WARR THROUGH MANUFACTURER IN SAMPLETON"
      ),
      (
        String(repeating: "WORD ", count: 20),
        String(repeating: "WORD ", count: 15) + "WORD"
      ),
      (String(repeating: "A", count: 100), String(repeating: "A", count: 80)),
    ]
    for (words, text) in cases {
      let narrative = Narrative(
        charge: Self.charge("A7030", words: words), line: nil, item: nil)
      #expect(narrative.text == text)
      #expect(narrative.text.unicodeScalars.count <= 80)
    }
  }
}
