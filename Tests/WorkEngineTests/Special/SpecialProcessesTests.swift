import Billing
import Testing
import WorkEngine

@Suite("Special processes")
struct SpecialProcessesTests {
  /// A patient with a bit of everything.
  private static let facts = SpecialFacts(
    patient: PatientID(1),
    rentals: [
      Rented.rental(
        "E1390", ["RR", "N1"], category: .oxygen, start: "2021-01-31", cap: 36, id: 1, order: 1),
      Rented.rental(
        "E0431", ["RR", "N1"], category: .oxygen, start: "2021-01-31", cap: 36, id: 2, order: 1),
      Rented.rental("E0601", start: "2024-05-20", id: 4, order: 2),
      Rented.rental("E0260", start: "2025-03-15", id: 5, order: 5),
    ],
    charges: [
      SpecialRulesData.charge("A7034", on: "2025-03-01", line: 2, id: 2),
      SpecialRulesData.charge("A7032", on: "2025-03-01", units: 2, id: 1),
    ],
    orders: [
      Rented.order(
        [
          SpecialRulesData.line(1, "A7032", units: 2, days: 30),
          SpecialRulesData.line(2, "A7034", days: 90),
        ], served: "2025-03-01")
    ],
    documents: [
      SpecialRulesData.document(
        .authorization, validFrom: "2025-03-01", through: "2025-07-31", codes: ["E0260"],
        number: "AUTH-1", order: 5)
    ])

  @Test("The same facts in another order give the same work in the same order")
  func deterministic() {
    var other = SpecialFacts(
      patient: Self.facts.patient, rentals: Self.facts.rentals.reversed(),
      charges: Self.facts.charges.reversed(), orders: Self.facts.orders.reversed(),
      documents: Self.facts.documents.reversed())
    other.payer = Self.facts.payer
    for offset in stride(from: 0, to: 600, by: 7) {
      let today = Rented.day("2025-03-01").adding(days: offset)
      let due = SpecialProcesses.due(
        Self.facts, rules: SpecialRulesData.rules, on: today, horizonDays: 30)
      #expect(
        due
          == SpecialProcesses.due(
            other, rules: SpecialRulesData.rules, on: today, horizonDays: 30))
      #expect(due.map(\.dueOn) == due.map(\.dueOn).sorted())
    }
  }

  @Test("Work keeps its name from the day it opens to the day it closes")
  func sameWork() {
    let rules = SpecialRulesData.rules
    var before: [SpecialDue] = []
    for offset in 0..<600 {
      let today = Rented.day("2025-03-01").adding(days: offset)
      let now = SpecialProcesses.due(Self.facts, rules: rules, on: today, horizonDays: 0)
      #expect(now.allSatisfy { $0.opensOn <= today })
      #expect(now.allSatisfy { lastDay(of: $0).map { today <= $0 } ?? true })
      #expect(now.allSatisfy { $0.opensOn <= $0.dueOn })
      for work in before where lastDay(of: work).map({ today <= $0 }) ?? true {
        #expect(now.contains { isSame($0, work) }, "\(work.kind) of \(work.dueOn) on \(today)")
      }
      before = now
    }
  }

  @Test("What opens within the horizon is what opens on those days")
  func horizon() {
    let rules = SpecialRulesData.rules
    for offset in stride(from: 0, to: 400, by: 11) {
      let today = Rented.day("2025-03-01").adding(days: offset)
      let ahead = SpecialProcesses.due(Self.facts, rules: rules, on: today, horizonDays: 14)
      let now = SpecialProcesses.due(Self.facts, rules: rules, on: today, horizonDays: 0)
      #expect(now.allSatisfy { work in ahead.contains { isSame($0, work) } })
      for work in ahead {
        let then = SpecialProcesses.due(
          Self.facts, rules: rules, on: max(today, work.opensOn), horizonDays: 0)
        #expect(then.contains { isSame($0, work) }, "\(work.kind) of \(work.dueOn) from \(today)")
      }
    }
  }

  @Test("A patient without anything has no work")
  func nothing() {
    #expect(
      SpecialProcesses.due(
        SpecialFacts(patient: PatientID(1)), rules: SpecialRulesData.rules,
        on: Rented.day("2025-03-01"), horizonDays: 365
      ).isEmpty)
  }

  /// Tickets of deliveries and visits may come in for a month after their window.
  private func lastDay(of work: SpecialDue) -> Day? {
    work.closesOn?.adding(days: work.needs.contains(.deliveryTicket) ? 31 : 0)
  }

  private func isSame(_ left: SpecialDue, _ right: SpecialDue) -> Bool {
    left.kind == right.kind && left.rental == right.rental && left.order == right.order
      && left.document == right.document && left.dueOn == right.dueOn
  }
}
