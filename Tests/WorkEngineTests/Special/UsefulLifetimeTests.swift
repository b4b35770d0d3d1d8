import Billing
import Testing
import WorkEngine

@Suite("Useful lifetime")
struct UsefulLifetimeTests {
  private static func due(
    rentals: [Rental] = [], charges: [Charge] = [], on today: String
  ) -> [SpecialDue] {
    SpecialProcesses.due(
      SpecialFacts(patient: PatientID(1), rentals: rentals, charges: charges),
      rules: SpecialRulesData.rules, on: Rented.day(today), horizonDays: 0
    ).filter { $0.kind == .usefulLifetime }
  }

  private static let concentrator = Rented.rental(
    "E1390", ["RR", "N1"], category: .oxygen, start: "2021-02-28", cap: 36, id: 1, order: 1)

  @Test("Five years from the delivery, opened a month before")
  func dates() throws {
    #expect(Self.due(rentals: [Self.concentrator], on: "2026-01-28").isEmpty)
    let due = try #require(Self.due(rentals: [Self.concentrator], on: "2026-01-29").first)
    #expect(due.dueOn.description == "2026-02-28")
    #expect(due.items.map(\.procedure.description) == ["E1390 RR N1 RA"])
    #expect(due.needs == [.standardWrittenOrder, .bloodGasStudy])
  }

  @Test("Months before a takeover count")
  func takeover() throws {
    let rental = Rented.rental(start: "2022-06-30", first: 5, id: 4, order: 2)
    let due = try #require(Self.due(rentals: [rental], on: "2027-02-28").first)
    #expect(due.dueOn.description == "2027-02-28")
  }

  @Test("A PAP device needs a visit that shows continued use, no new sleep study")
  func pap() throws {
    let rental = Rented.rental(start: "2021-02-28", id: 4, order: 2)
    let due = try #require(Self.due(rentals: [rental], on: "2026-02-28").first)
    #expect(due.needs == [.standardWrittenOrder, .faceToFace])
    #expect(due.items.map(\.procedure.description) == ["E0601 RR KH RA"])
  }

  @Test("A unit swapped within the lifetime starts nothing; new equipment after it does")
  func replaced() {
    var swapped = Self.concentrator
    swapped.serialNumber = "SN-MADE-UP-2"
    #expect(
      Self.due(rentals: [swapped], on: "2026-02-28").map(\.dueOn.description) == ["2026-02-28"])
    let new = Rented.rental(
      "E1390", ["RR", "N1"], category: .oxygen, start: "2026-03-02", cap: 36, id: 9, order: 8)
    #expect(Self.due(rentals: [Self.concentrator, new], on: "2026-03-10").isEmpty)
    #expect(
      Self.due(rentals: [Self.concentrator, new], on: "2031-03-02").map(\.rental) == [RentalID(9)])
  }

  @Test("Bought equipment with a serial number has one too, returned equipment none")
  func bought() {
    let walker = SpecialRulesData.charge("E0143", ["NU"], on: "2020-05-10", order: 6)
    #expect(
      Self.due(charges: [walker], on: "2025-05-10").map { $0.items.map(\.procedure.description) }
        == [["E0143 NU RA"]])
    // What one order brought on one day is one piece of work.
    let device = SpecialRulesData.charge("E0601", ["NU"], on: "2020-05-10", order: 6, id: 2)
    let both = Self.due(charges: [walker, device], on: "2025-05-10")
    #expect(
      both.map { $0.items.map(\.procedure.description) } == [["E0143 NU RA", "E0601 NU RA"]])
    #expect(both.map(\.needs) == [[.standardWrittenOrder, .faceToFace]])
    var returned = Self.concentrator
    returned.pickedUpOn = Rented.day("2023-01-01")
    #expect(Self.due(rentals: [returned], on: "2026-02-28").isEmpty)
  }
}
