import Billing
import Testing
import WorkEngine

/// What the special processes read from the shipped catalogue.
@Suite("Shipped rules of the special processes")
struct ShippedSpecialRulesTests {
  @Test(
    "Contents belong to their system",
    arguments: [
      ("E0424", ["E0441"]), ("E0439", ["E0442"]), ("E0431", ["E0443"]), ("E0434", ["E0444"]),
      ("E1390", []), ("E1392", []),
    ])
  func contents(code: String, contents: [String]) throws {
    let rental = Rented.rental(
      code, ["RR", "N1"], category: .oxygen, start: "2021-06-15", cap: 36)
    let due = SpecialProcesses.due(
      SpecialFacts(patient: PatientID(1), rentals: [rental]), rules: try Made.rules(),
      on: Rented.day("2024-06-15"), horizonDays: 0)
    #expect(
      due.filter { $0.kind == .oxygenContents }.flatMap { $0.items.map(\.procedure.code) }
        == contents)
  }

  @Test("Concentrators and transfilling equipment have maintenance, gas and liquid systems none")
  func maintenance() throws {
    let rules = try Made.rules()
    let day = Rented.day("2026-06-15")
    for code in ["E1390", "E1391", "E1392", "K0738", "E0433"] {
      #expect(rules.item(code, on: day)?.hasMaintenance == true, "\(code)")
    }
    for code in ["E0424", "E0431", "E0434", "E0439", "E0601"] {
      #expect(rules.item(code, on: day)?.hasMaintenance == false, "\(code)")
    }
  }

  @Test("A PAP device has its trial, and caps are those of the categories")
  func devices() throws {
    let rules = try Made.rules()
    #expect(PapTrial.applies(to: Rented.rental(start: "2026-01-31"), rules: rules))
    #expect(!PapTrial.applies(to: Rented.rental("E0260", start: "2026-01-31"), rules: rules))
    for items in rules.catalog.values {
      for item in items where item.category == .oxygen && item.capMonths != nil {
        #expect(item.capMonths == 36, "\(item.code)")
      }
      for item in items where item.category == .cappedRental && item.capMonths != nil {
        #expect(item.capMonths == 13, "\(item.code)")
      }
    }
  }
}
