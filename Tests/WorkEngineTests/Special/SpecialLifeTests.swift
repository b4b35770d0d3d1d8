import Billing
import Testing
import WorkEngine

/// Whole lives of equipment, their work written out to the day.
@Suite("Lives of rented equipment")
struct SpecialLifeTests {
  private typealias Event = SpecialLife.Event

  @Test("Oxygen: 36 months of rent, contents to month 60, maintenance, new equipment")
  func oxygen() {
    let concentrator = Rented.rental(
      "E1390", ["RR", "N1"], category: .oxygen, start: "2021-01-31", cap: 36, id: 1, order: 1)
    let portable = Rented.rental(
      "E0431", ["RR", "N1"], category: .oxygen, start: "2021-01-31", cap: 36, id: 2, order: 1)
    var life = SpecialLife(
      SpecialFacts(patient: PatientID(1), rentals: [concentrator, portable]))
    life.walk(from: "2021-01-28", through: "2026-04-30") { work, today, life in
      // The visit takes place three days late, the gas comes nine days into the month.
      if work.kind == .maintenance, today == work.dueOn.adding(days: 3) {
        life.charge(ProcedureCode("E1390", ["MS"]), on: today, order: OrderID(1))
      }
      if work.kind == .oxygenContents, today == work.dueOn.adding(days: 9) {
        life.charge(ProcedureCode("E0443"), on: today, order: OrderID(1))
      }
    }
    #expect(life.unstable.isEmpty)
    #expect(life.events == Self.oxygenEvents)
    for code in ["E1390", "E0431"] {
      let months = life.facts.charges.filter {
        $0.procedure.code == code && $0.rentalMonth != nil
      }
      #expect(months.map(\.rentalMonth) == (1...36).map { Optional($0) })
      #expect(months.last?.serviceFrom.description == "2023-12-31")
      #expect(months.allSatisfy { $0.procedure.modifiers == ["RR", "N1"] })
    }
  }

  private static let oxygenEvents: [Event] = [
    Event(on: "2024-01-31", kind: .oxygenContents, code: "E0443", dueOn: "2024-01-31"),
    Event(on: "2024-01-31", kind: .capConversion, code: "E1390", dueOn: "2024-01-31"),
    Event(on: "2024-01-31", kind: .capConversion, code: "E0431", dueOn: "2024-01-31"),
    Event(on: "2024-02-29", kind: .oxygenContents, code: "E0443", dueOn: "2024-02-29"),
    Event(on: "2024-03-31", kind: .oxygenContents, code: "E0443", dueOn: "2024-03-31"),
    Event(on: "2024-04-30", kind: .oxygenContents, code: "E0443", dueOn: "2024-04-30"),
    Event(on: "2024-05-31", kind: .oxygenContents, code: "E0443", dueOn: "2024-05-31"),
    Event(on: "2024-06-30", kind: .oxygenContents, code: "E0443", dueOn: "2024-06-30"),
    Event(on: "2024-07-01", kind: .maintenance, code: "E1390 MS", dueOn: "2024-07-31"),
    Event(on: "2024-07-31", kind: .oxygenContents, code: "E0443", dueOn: "2024-07-31"),
    Event(on: "2024-08-31", kind: .oxygenContents, code: "E0443", dueOn: "2024-08-31"),
    Event(on: "2024-09-30", kind: .oxygenContents, code: "E0443", dueOn: "2024-09-30"),
    Event(on: "2024-10-31", kind: .oxygenContents, code: "E0443", dueOn: "2024-10-31"),
    Event(on: "2024-11-30", kind: .oxygenContents, code: "E0443", dueOn: "2024-11-30"),
    Event(on: "2024-12-31", kind: .oxygenContents, code: "E0443", dueOn: "2024-12-31"),
    Event(on: "2025-01-04", kind: .maintenance, code: "E1390 MS", dueOn: "2025-02-03"),
    Event(on: "2025-01-31", kind: .oxygenContents, code: "E0443", dueOn: "2025-01-31"),
    Event(on: "2025-02-28", kind: .oxygenContents, code: "E0443", dueOn: "2025-02-28"),
    Event(on: "2025-03-31", kind: .oxygenContents, code: "E0443", dueOn: "2025-03-31"),
    Event(on: "2025-04-30", kind: .oxygenContents, code: "E0443", dueOn: "2025-04-30"),
    Event(on: "2025-05-31", kind: .oxygenContents, code: "E0443", dueOn: "2025-05-31"),
    Event(on: "2025-06-30", kind: .oxygenContents, code: "E0443", dueOn: "2025-06-30"),
    Event(on: "2025-07-07", kind: .maintenance, code: "E1390 MS", dueOn: "2025-08-06"),
    Event(on: "2025-07-31", kind: .oxygenContents, code: "E0443", dueOn: "2025-07-31"),
    Event(on: "2025-08-31", kind: .oxygenContents, code: "E0443", dueOn: "2025-08-31"),
    Event(on: "2025-09-30", kind: .oxygenContents, code: "E0443", dueOn: "2025-09-30"),
    Event(on: "2025-10-31", kind: .oxygenContents, code: "E0443", dueOn: "2025-10-31"),
    Event(on: "2025-11-30", kind: .oxygenContents, code: "E0443", dueOn: "2025-11-30"),
    Event(on: "2025-12-31", kind: .oxygenContents, code: "E0443", dueOn: "2025-12-31"),
    Event(on: "2026-01-01", kind: .usefulLifetime, code: "E1390 RR N1 RA", dueOn: "2026-01-31"),
    Event(on: "2026-01-01", kind: .usefulLifetime, code: "E0431 RR N1 RA", dueOn: "2026-01-31"),
  ]

  @Test("A PAP device: trial, thirteen months, title letter, replacement after five years")
  func cappedRental() {
    let device = Rented.rental("E0601", ["RR", "KX"], start: "2025-01-31", id: 4, order: 2)
    var life = SpecialLife(SpecialFacts(patient: PatientID(1), rentals: [device]))
    life.walk(from: "2025-01-30", through: "2030-03-01") { work, today, life in
      // The usage report comes on day 60, the visit on day 80, the letter two days late.
      switch work.kind {
      case .papTrial where today.description == "2025-03-31":
        life.facts.documents.append(
          SpecialRulesData.document(.usageReport, dated: today.description, value: 82, id: 1))
      case .papTrial where today.description == "2025-04-20":
        life.facts.documents.append(
          SpecialRulesData.document(.faceToFace, dated: today.description, id: 2))
      case .capConversion where today == work.dueOn.adding(days: 2):
        life.facts.documents.append(
          SpecialRulesData.document(.titleTransfer, dated: today.description, id: 3))
      default: break
      }
    }
    #expect(life.unstable.isEmpty)
    #expect(
      life.events == [
        Event(on: "2025-03-02", kind: .papTrial, code: "E0601", dueOn: "2025-03-02"),
        Event(on: "2026-02-28", kind: .capConversion, code: "E0601", dueOn: "2026-02-28"),
        Event(
          on: "2030-01-01", kind: .usefulLifetime, code: "E0601 RR KH RA", dueOn: "2030-01-31"),
      ])
    #expect(
      life.facts.charges.map(\.procedure.modifiers) == [
        ["RR", "KH", "KX"], ["RR", "KI", "KX"], ["RR", "KI", "KX"], ["RR", "KJ", "KX"],
        ["RR", "KJ", "KX"], ["RR", "KJ", "KX"], ["RR", "KJ", "KX"], ["RR", "KJ", "KX"],
        ["RR", "KJ", "KX"], ["RR", "KJ", "KX"], ["RR", "KJ", "KX"], ["RR", "KJ", "KX"],
        ["RR", "KJ", "KX"],
      ])
    #expect(
      life.facts.charges.map(\.serviceFrom.description) == [
        "2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30",
        "2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31",
        "2026-01-31",
      ])
  }
}
