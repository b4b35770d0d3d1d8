import Billing
import Testing
import WorkEngine

@Suite("Maintenance")
struct MaintenanceTests {
  private static func due(_ code: String = "E1390", visits: [String] = []) -> SpecialDue? {
    let rental = Rented.rental(
      code, ["RR", "N1"], category: .oxygen, start: "2021-01-15", cap: 36, id: 1, order: 1)
    let charges = visits.enumerated().map { index, day in
      SpecialRulesData.charge(code, ["MS"], on: day, order: 1, id: Int64(index + 1))
    }
    return SpecialProcesses.due(
      SpecialFacts(patient: PatientID(1), rentals: [rental], charges: charges),
      rules: SpecialRulesData.rules, on: Rented.day("2024-02-01"), horizonDays: 3_000
    ).first { $0.kind == .maintenance }
  }

  struct Visits: Sendable {
    let before: [String]
    let next: String?
  }

  @Test(
    "Six months after month 36, then after each visit, until the lifetime ends",
    arguments: [
      Visits(before: [], next: "2024-07-15"),
      Visits(before: ["2024-07-15"], next: "2025-01-15"),
      Visits(before: ["2024-08-31"], next: "2025-02-28"),
      Visits(before: ["2024-07-15", "2025-03-02"], next: "2025-09-02"),
      Visits(before: ["2025-07-14"], next: "2026-01-14"),
      Visits(before: ["2025-07-15"], next: nil),
    ])
  func visits(_ row: Visits) {
    let due = Self.due(visits: row.before)
    #expect(due?.dueOn.description == row.next)
    #expect(due.map { $0.closesOn?.description == "2026-01-14" } ?? true)
  }

  @Test("Only equipment that the rules name has visits")
  func codes() {
    #expect(Self.due("E0431") == nil)
    #expect(Self.due()?.items.map(\.procedure.description) == ["E1390 MS"])
    #expect(Self.due()?.items.map(\.expected) == [Cents(7_500)])
  }

  @Test("It is charged for the day of the visit, and not before one took place")
  func visit() throws {
    let work = SpecialRulesData.work(try #require(Self.due()))
    let early = [SpecialRulesData.document(.deliveryTicket, dated: "2024-07-10")]
    let visit = [
      SpecialRulesData.document(.deliveryTicket, dated: "2024-07-18", codes: ["E1390"])
    ]
    let today = Rented.day("2024-07-20")
    let latest = [
      "E1390": SpecialRulesData.line(1, "E1390", ["RR", "N1"], kind: .rental, charge: 20_000)
    ]
    for documents in [[], early] {
      #expect(
        SpecialFulfilment.lines(
          work, documents: documents, latest: latest, rules: SpecialRulesData.rules, on: today
        ).isEmpty)
    }
    let lines = SpecialFulfilment.lines(
      work, documents: visit, latest: latest, rules: SpecialRulesData.rules, on: today)
    #expect(lines.map(\.procedure.description) == ["E1390 MS"])
    // The rent's price is not the visit's.
    #expect(lines.map(\.unitCharge) == [Cents(7_500)])
    #expect(lines.map(\.kind) == [.service])
    #expect(
      SpecialFulfilment.serviceDay(of: work, documents: visit, on: today).description
        == "2024-07-18")
  }
}
