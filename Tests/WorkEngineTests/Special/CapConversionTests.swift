import Billing
import Testing
import WorkEngine

@Suite("Cap conversion")
struct CapConversionTests {
  private static func due(
    _ rental: Rental, _ documents: [Document] = [], on today: String,
    rules: RuleBook = SpecialRulesData.rules
  ) -> [SpecialDue] {
    SpecialProcesses.due(
      SpecialFacts(patient: PatientID(1), rentals: [rental], documents: documents), rules: rules,
      on: Rented.day(today), horizonDays: 0
    ).filter { $0.kind == .capConversion }
  }

  @Test("The day after month 13 asks for the title letter, until it is written")
  func capped() throws {
    let rental = Rented.rental("E0260", start: "2025-03-15", id: 4, order: 2)
    #expect(Self.due(rental, on: "2026-04-14").isEmpty)
    let due = try #require(Self.due(rental, on: "2026-04-15").first)
    #expect(due.needs == [.titleTransfer])
    let work = SpecialRulesData.work(due)
    let rules = SpecialRulesData.rules
    let today = Rented.day("2026-04-20")
    let old = [SpecialRulesData.document(.titleTransfer, dated: "2026-04-14", order: 2)]
    let letter = [SpecialRulesData.document(.titleTransfer, dated: "2026-04-16", order: 2)]
    #expect(
      SpecialFulfilment.permission(work, documents: old, rules: rules, on: today)
        == .refused("Needs: Title transfer letter"))
    #expect(
      SpecialFulfilment.permission(work, documents: letter, rules: rules, on: today) == .allowed)
    #expect(
      SpecialFulfilment.lines(work, documents: letter, latest: [:], rules: rules, on: today)
        .isEmpty)
    #expect(Self.due(rental, letter, on: "2026-04-20").isEmpty)
    #expect(Self.due(rental, old, on: "2026-04-20").count == 1)
  }

  @Test("Months in hospital put it off")
  func late() {
    let rental = Rented.rental(
      "E0260", start: "2025-03-15", breaks: [(.billing, "2025-06-10", "2025-08-15")], id: 4)
    #expect(Self.due(rental, on: "2026-07-14").isEmpty)
    #expect(Self.due(rental, on: "2026-07-15").map(\.dueOn.description) == ["2026-07-15"])
  }

  @Test("Oxygen equipment is never the patient's")
  func oxygen() {
    let rental = Rented.rental("E1390", category: .oxygen, start: "2022-12-31", cap: 36, id: 4)
    #expect(Self.due(rental, on: "2025-12-31").map(\.needs) == [[]])
  }

  @Test("The letter of month 10 where the office sends it")
  func tenthMonth() {
    let rental = Rented.rental("E0260", start: "2025-03-15", id: 4, order: 2)
    var rules = SpecialRulesData.rules
    #expect(Self.due(rental, on: "2025-12-20", rules: rules).isEmpty)
    rules.orders.tenthMonthLetter = true
    let due = Self.due(rental, on: "2025-12-20", rules: rules)
    #expect(due.map(\.dueOn.description) == ["2025-12-15"])
    #expect(due.map { $0.closesOn?.description } == ["2026-01-14"])
  }

  @Test("What came back before the end is not converted")
  func returned() {
    let rental = Rented.rental("E0260", start: "2025-03-15", pickedUp: "2026-04-10", id: 4)
    #expect(Self.due(rental, on: "2026-04-20").isEmpty)
  }
}
