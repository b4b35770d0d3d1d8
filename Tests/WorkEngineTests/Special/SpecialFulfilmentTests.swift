import Billing
import Testing
import WorkEngine

@Suite("Special fulfilment")
struct SpecialFulfilmentTests {
  private static let rules = SpecialRulesData.rules

  /// Cushions and a mask whose supplies end on March 31: asked from March 1, shipped from 21.
  private static let resupply = SpecialDue(
    kind: .resupply, patient: PatientID(1), order: OrderID(3),
    items: [
      SpecialItem(
        procedure: ProcedureCode("A7032", ["NU", "KX"]), units: 2, expected: Cents(4_000)),
      SpecialItem(
        procedure: ProcedureCode("A7034", ["NU", "KX"]), units: 1, expected: Cents(7_000)),
    ],
    opensOn: Rented.day("2025-03-01"), dueOn: Rented.day("2025-03-21"),
    closesOn: Rented.day("2025-04-19"), reason: "made up", needs: [.refillRequest])

  private static func request(
    _ answers: [SupplyAnswer], dated: String = "2025-03-05", order: Int64? = 3
  ) -> Document {
    SpecialRulesData.document(.refillRequest, dated: dated, answers: answers, order: order)
  }

  private static let yes = request([
    SupplyAnswer(code: "A7032", units: 2), SupplyAnswer(code: "A7034", units: 0),
  ])

  struct Row: Sendable {
    let name: String
    var standing = SpecialWork.Standing.open
    let documents: [Document]
    let today: String
    let refusal: String?
  }

  @Test(
    "A refill is charged with an affirmative answer, in time, and once",
    arguments: [
      Row(name: "yes", documents: [yes], today: "2025-03-21", refusal: nil),
      Row(
        name: "answered", standing: .answered, documents: [yes], today: "2025-03-25",
        refusal: nil),
      Row(
        name: "too early", documents: [yes], today: "2025-03-20",
        refusal: "Not before 2025-03-21: the supply must not be shipped earlier"),
      Row(
        name: "nobody asked", documents: [], today: "2025-03-21", refusal: "Needs: Refill request"),
      Row(
        name: "all answers no", documents: [request([SupplyAnswer(code: "A7032", units: 0)])],
        today: "2025-03-21", refusal: "Needs: Refill request"),
      Row(
        name: "asked before the window",
        documents: [request([SupplyAnswer(code: "A7032", units: 2)], dated: "2025-02-28")],
        today: "2025-03-21", refusal: "Needs: Refill request"),
      Row(
        name: "asked tomorrow",
        documents: [request([SupplyAnswer(code: "A7032", units: 2)], dated: "2025-03-22")],
        today: "2025-03-21", refusal: "Needs: Refill request"),
      Row(
        name: "another order", documents: [request(yes.content.answers, order: 99)],
        today: "2025-03-21", refusal: "Needs: Refill request"),
      Row(
        name: "done", standing: .done, documents: [yes], today: "2025-03-21",
        refusal: "This work is done"),
      Row(
        name: "declined", standing: .declined, documents: [yes], today: "2025-03-21",
        refusal: "The patient declined"),
    ])
  func permission(_ row: Row) {
    let work = SpecialRulesData.work(Self.resupply, row.standing)
    let permission = SpecialFulfilment.permission(
      work, documents: row.documents, rules: Self.rules, on: Rented.day(row.today))
    #expect(permission.refusal == row.refusal, "\(row.name)")
    let lines = SpecialFulfilment.lines(
      work, documents: row.documents, latest: [:], rules: Self.rules, on: Rented.day(row.today))
    #expect(lines.isEmpty == (row.refusal != nil), "\(row.name)")
  }

  @Test("Another patient's request is none")
  func otherPatient() {
    var document = Self.yes
    document.patient = PatientID(2)
    #expect(
      SpecialFulfilment.missing(
        SpecialRulesData.work(Self.resupply), documents: [document], rules: Self.rules,
        on: Rented.day("2025-03-21")) == [.refillRequest])
  }

  @Test("Lines are what was said yes to, within the limits, as the last order had them")
  func lines() throws {
    let request = Self.request([
      SupplyAnswer(code: "A7032", units: 9), SupplyAnswer(code: "A7034", units: 1),
      SupplyAnswer(code: "A4351", units: 200),
    ])
    let authorization = SpecialRulesData.document(
      .authorization, through: "2025-12-31", codes: ["A7034"], number: "AUTH-5", id: 70)
    let lines = SpecialFulfilment.lines(
      SpecialRulesData.work(Self.resupply), documents: [request, authorization],
      latest: ["A7032": SpecialRulesData.line(4, "A7032", ["NU", "KX"], units: 2, days: 30)],
      rules: Self.rules, on: Rented.day("2025-03-24"))
    #expect(lines.map(\.number) == [1, 2])
    #expect(lines.map(\.procedure.description) == ["A7032 NU KX", "A7034 NU KX"])
    #expect(lines.map(\.deliveredUnits) == [2, 1])
    #expect(lines.map(\.unitCharge) == [Cents(9_900), Cents(7_000)])
    #expect(lines.map(\.daysSupplied) == [30, 90])
    #expect(lines.map(\.authorizationNumber) == ["", "AUTH-5"])
    #expect(lines.map(\.narrative) == ["", "90-day supply"])
    #expect(lines.map(\.kind) == [.supply, .supply])
    #expect(lines.first?.description == "made-up A7032")
  }

  @Test("The latest request is the patient's word")
  func latestRequest() {
    let first = Self.request([SupplyAnswer(code: "A7032", units: 2)])
    var second = Self.request([SupplyAnswer(code: "A7034", units: 1)], dated: "2025-03-10")
    second.id = DocumentID(51)
    let lines = SpecialFulfilment.lines(
      SpecialRulesData.work(Self.resupply), documents: [second, first], latest: [:],
      rules: Self.rules, on: Rented.day("2025-03-24"))
    #expect(lines.map(\.procedure.code) == ["A7034"])
  }

  @Test("New equipment is a rental again, or a purchase, with its reason")
  func replacement() throws {
    let rental = Rented.rental(
      "E1390", ["RR", "N1"], category: .oxygen, start: "2021-01-31", cap: 36)
    let facts = SpecialFacts(patient: PatientID(1), rentals: [rental])
    let due = try #require(
      SpecialProcesses.due(facts, rules: Self.rules, on: Rented.day("2026-01-31"), horizonDays: 0)
        .first { $0.kind == .usefulLifetime })
    let old = [
      SpecialRulesData.document(.standardWrittenOrder, dated: "2021-01-20", id: 1, order: 3),
      SpecialRulesData.document(.bloodGasStudy, dated: "2025-11-20", id: 2),
    ]
    let work = SpecialRulesData.work(due)
    let today = Rented.day("2026-02-02")
    #expect(
      SpecialFulfilment.missing(work, documents: old, rules: Self.rules, on: today)
        == [.standardWrittenOrder])
    let new =
      old + [
        SpecialRulesData.document(.standardWrittenOrder, dated: "2026-01-20", id: 3, order: 44)
      ]
    let lines = SpecialFulfilment.lines(
      work, documents: new, latest: [:], rules: Self.rules, on: today)
    #expect(lines.map(\.kind) == [.rental])
    #expect(lines.map(\.firstRentalMonth) == [1])
    #expect(lines.map(\.procedure.description) == ["E1390 RR N1 RA"])
    #expect(lines.map(\.narrative) == ["Replacement: useful lifetime ended 2026-01-31"])
  }

  @Test("An authorization is renewed by one that is good on the day")
  func authorization() {
    let due = SpecialDue(
      kind: .authorizationRenewal, patient: PatientID(1), order: OrderID(3),
      document: DocumentID(60), opensOn: Rented.day("2025-06-01"),
      dueOn: Rented.day("2025-06-01"), closesOn: nil, reason: "made up", needs: [.authorization])
    let today = Rented.day("2025-06-05")
    func missing(_ document: Document) -> [DocumentKind] {
      SpecialFulfilment.missing(
        SpecialRulesData.work(due), documents: [document], rules: Self.rules, on: today)
    }
    #expect(
      missing(SpecialRulesData.document(.authorization, through: "2025-12-31", id: 60))
        == [.authorization])
    #expect(
      missing(SpecialRulesData.document(.authorization, through: "2025-12-31", id: 61)).isEmpty)
    #expect(
      missing(
        SpecialRulesData.document(.authorization, through: "2025-12-31", units: 3, used: 3, id: 61))
        == [.authorization])
  }
}
