import Billing
import Testing
import WorkEngine

@Suite("Eligibility check")
struct EligibilityCheckTests {
  // Months on the 15th.
  private static let rental = Rented.rental("E0260", start: "2025-03-15", id: 4, order: 2)

  private static func due(_ answer: EligibilityAnswer?, on today: String) -> [SpecialDue] {
    SpecialProcesses.due(
      SpecialFacts(patient: PatientID(1), rentals: [rental], eligibility: answer),
      rules: SpecialRulesData.rules, on: Rented.day(today), horizonDays: 0
    ).filter { $0.kind == .eligibilityCheck }
  }

  struct Row: Sendable {
    let answer: EligibilityAnswer?
    let today: String
    let dueOn: String?
  }

  @Test(
    "Before the next month that the latest answer does not speak for",
    arguments: [
      Row(answer: nil, today: "2025-06-07", dueOn: nil),
      Row(answer: nil, today: "2025-06-08", dueOn: "2025-06-15"),
      Row(answer: nil, today: "2025-06-15", dueOn: "2025-06-15"),
      Row(answer: nil, today: "2025-06-16", dueOn: nil),
      // Asked on June 10: good for 31 days, so for June 15 and not for July 15.
      Row(answer: SpecialRulesData.answer(on: "2025-06-10"), today: "2025-06-12", dueOn: nil),
      Row(
        answer: SpecialRulesData.answer(on: "2025-06-10"), today: "2025-07-08",
        dueOn: "2025-07-15"),
      Row(answer: SpecialRulesData.answer(on: "2025-06-14"), today: "2025-07-15", dueOn: nil),
      Row(
        answer: SpecialRulesData.answer(.inactive, on: "2025-06-10"), today: "2025-06-12",
        dueOn: "2025-06-15"),
      Row(
        answer: SpecialRulesData.answer(.unknown, on: "2025-06-10"), today: "2025-06-12",
        dueOn: "2025-06-15"),
      Row(
        answer: SpecialRulesData.answer(on: "2025-06-10", through: "2025-06-14"),
        today: "2025-06-12", dueOn: "2025-06-15"),
      Row(
        answer: SpecialRulesData.answer(on: "2025-06-10", from: "2025-06-16"),
        today: "2025-06-12", dueOn: "2025-06-15"),
      // The rent is over.
      Row(answer: nil, today: "2026-04-10", dueOn: nil),
    ])
  func checks(_ row: Row) {
    #expect(
      Self.due(row.answer, on: row.today).map(\.dueOn.description) == [row.dueOn].compactMap { $0 })
  }

  @Test("Before a supply is shipped too")
  func supplies() {
    let facts = SpecialFacts(
      patient: PatientID(1),
      charges: [SpecialRulesData.charge("A4351", on: "2025-03-01", units: 120)],
      orders: [
        Rented.order(
          [SpecialRulesData.line(1, "A4351", units: 120, days: 30)], served: "2025-03-01")
      ])
    let due = SpecialProcesses.due(
      facts, rules: SpecialRulesData.rules, on: Rented.day("2025-03-14"), horizonDays: 0)
    #expect(due.filter { $0.kind == .eligibilityCheck }.map(\.dueOn.description) == ["2025-03-21"])
  }
}
