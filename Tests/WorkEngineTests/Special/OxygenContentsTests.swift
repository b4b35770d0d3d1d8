import Billing
import Testing
import WorkEngine

@Suite("Oxygen contents")
struct OxygenContentsTests {
  private static func due(
    _ code: String, start: String, pickedUp: String? = nil,
    breaks: [(RentalBreak.Kind, String, String?)] = [], charges: [Charge] = [],
    documents: [Document] = [], on today: String, horizon: Int = 0
  ) -> [SpecialDue] {
    let rental = Rented.rental(
      code, ["RR", "N1"], category: .oxygen, start: start, cap: 36, breaks: breaks,
      pickedUp: pickedUp, id: 2, order: 1)
    return SpecialProcesses.due(
      SpecialFacts(
        patient: PatientID(1), rentals: [rental], charges: charges, documents: documents),
      rules: SpecialRulesData.rules, on: Rented.day(today), horizonDays: horizon
    ).filter { $0.kind == .oxygenContents }
  }

  @Test("Never within the rental months, monthly after them, never past the useful lifetime")
  func months() {
    #expect(Self.due("E0431", start: "2021-06-15", on: "2024-06-14").isEmpty)
    #expect(
      Self.due("E0431", start: "2021-06-15", on: "2024-06-15").map(\.dueOn.description)
        == ["2024-06-15"])
    #expect(
      Self.due("E0431", start: "2021-06-15", on: "2024-07-14").map(\.dueOn.description)
        == ["2024-06-15"])
    #expect(
      Self.due("E0431", start: "2021-06-15", on: "2026-05-20", horizon: 200)
        .map(\.dueOn.description) == ["2026-04-15", "2026-05-15"])
    #expect(Self.due("E0431", start: "2021-06-15", on: "2026-07-16").isEmpty)
  }

  @Test("A month waits for its ticket, and for its charge once the ticket is there")
  func late() {
    // The month that ends on July 14 waits for tickets until August 14.
    let days = { (documents: [Document], today: String) in
      Self.due("E0431", start: "2021-06-15", documents: documents, on: today)
        .map(\.dueOn.description)
    }
    #expect(days([], "2024-08-14") == ["2024-06-15", "2024-07-15"])
    #expect(days([], "2024-08-15") == ["2024-07-15", "2024-08-15"])
    let ticket = [SpecialRulesData.document(.deliveryTicket, dated: "2024-07-14", order: 1)]
    #expect(days(ticket, "2024-12-01") == ["2024-06-15", "2024-10-15", "2024-11-15"])
    #expect(days(ticket, "2025-07-14").first == "2024-06-15")
    #expect(days(ticket, "2025-07-15").first == "2025-05-15")
  }

  @Test("The contents are those of the rented system")
  func codes() {
    #expect(
      Self.due("E0431", start: "2021-06-15", on: "2024-06-15").first?.items.map(\.procedure.code)
        == ["E0443"])
    #expect(
      Self.due("E0434", start: "2021-06-15", on: "2024-06-15").first?.items.map(\.procedure.code)
        == ["E0444"])
    #expect(Self.due("E1390", start: "2021-06-15", on: "2024-06-15").isEmpty)
  }

  @Test("A month in a break, charged already, or after the pick-up is not due")
  func notDue() {
    let hospital: [(RentalBreak.Kind, String, String?)] = [(.billing, "2024-08-01", "2024-08-20")]
    #expect(
      Self.due("E0431", start: "2021-06-15", breaks: hospital, on: "2024-07-15", horizon: 70)
        .map(\.dueOn.description) == ["2024-06-15", "2024-07-15", "2024-09-15"])
    #expect(
      Self.due(
        "E0431", start: "2021-06-15",
        charges: [SpecialRulesData.charge("E0443", on: "2024-07-20")], on: "2024-07-25",
        horizon: 30
      ).map(\.dueOn.description) == ["2024-06-15", "2024-08-15"])
    #expect(
      Self.due("E0431", start: "2021-06-15", pickedUp: "2024-07-01", on: "2024-08-15").isEmpty)
  }

  @Test("They need the delivery ticket of their month")
  func ticket() throws {
    let due = try #require(Self.due("E0431", start: "2021-06-15", on: "2024-07-15").last)
    #expect(due.needs == [.deliveryTicket])
    for (dated, today, isAllowed) in [
      ("2024-07-14", "2024-07-20", false), ("2024-07-15", "2024-07-20", true),
      ("2024-07-21", "2024-07-20", false), ("2024-08-14", "2024-08-20", true),
      ("2024-08-15", "2024-08-20", false),
    ] {
      let permission = SpecialFulfilment.permission(
        SpecialRulesData.work(due),
        documents: [SpecialRulesData.document(.deliveryTicket, dated: dated, codes: ["E0443"])],
        rules: SpecialRulesData.rules, on: Rented.day(today))
      #expect((permission == .allowed) == isAllowed, "\(dated) on \(today)")
    }
  }
}
