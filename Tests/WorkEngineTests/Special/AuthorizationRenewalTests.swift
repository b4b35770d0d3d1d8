import Billing
import Testing
import WorkEngine

@Suite("Authorization renewal")
struct AuthorizationRenewalTests {
  private static let rental = Rented.rental("E0260", start: "2025-03-15", id: 4, order: 2)

  /// Months 1 to `count` of the bed, charged.
  private static func charged(_ count: Int) -> [Charge] {
    let days = [
      "2025-03-15", "2025-04-15", "2025-05-15", "2025-06-15", "2025-07-15", "2025-08-15",
    ]
    return days.prefix(count).enumerated().map { index, day in
      SpecialRulesData.charge(
        "E0260", ["RR"], on: day, order: 2, rental: 4, month: index + 1, id: Int64(index + 1))
    }
  }

  private static func due(
    _ documents: [Document], months: Int = 0, rental: Rental = rental, on today: String
  ) -> [SpecialDue] {
    SpecialProcesses.due(
      SpecialFacts(
        patient: PatientID(1), rentals: [rental], charges: charged(months), documents: documents),
      rules: SpecialRulesData.rules, on: Rented.day(today), horizonDays: 0
    ).filter { $0.kind == .authorizationRenewal }
  }

  private static func authorization(
    from: String = "2025-03-01", through: String? = "2025-06-30", codes: [String] = ["E0260"],
    units: Int? = nil, used: Int = 0, id: Int64 = 60
  ) -> Document {
    SpecialRulesData.document(
      .authorization, validFrom: from, through: through, codes: codes, number: "AUTH-\(id)",
      units: units, used: used, id: id, order: 2)
  }

  @Test(
    "It opens thirty days before its end and stays until there is another",
    arguments: [
      ("2025-05-31", false), ("2025-06-01", true), ("2025-06-30", true), ("2025-08-01", true),
    ])
  func end(today: String, isOpen: Bool) {
    let due = Self.due([Self.authorization()], months: 3, on: today)
    #expect(due.count == (isOpen ? 1 : 0))
    #expect(due.allSatisfy { $0.dueOn.description == "2025-07-01" })
    #expect(due.allSatisfy { $0.document == DocumentID(60) })
  }

  @Test("The notices are those of the office's settings")
  func notices() {
    #expect(
      AuthorizationRenewal.notices(
        before: Rented.day("2025-07-01"), settings: SpecialRulesData.rules.orders
      ).map(\.description) == ["2025-06-01", "2025-06-17", "2025-06-24"])
  }

  struct Units: Sendable {
    let granted: Int
    let used: Int
    let charged: Int
    /// Day on which the units are not enough, by this day's look.
    let lapse: String?
  }

  @Test(
    "Units run out on the first month that they do not cover",
    arguments: [
      // Six granted: months 1 to 6, so that September 15 has none.
      Units(granted: 6, used: 0, charged: 0, lapse: "2025-09-15"),
      Units(granted: 6, used: 4, charged: 4, lapse: "2025-09-15"),
      Units(granted: 6, used: 6, charged: 6, lapse: "2025-09-15"),
      Units(granted: 13, used: 4, charged: 4, lapse: nil),
      Units(granted: 3, used: 3, charged: 4, lapse: "2025-07-15"),
    ])
  func units(_ row: Units) {
    let documents = [
      Self.authorization(through: nil, units: row.granted, used: row.used)
    ]
    let due = Self.due(documents, months: row.charged, on: "2025-09-14")
    #expect(due.first?.dueOn.description == row.lapse)
  }

  @Test("One that follows it, for its code and its day, ends the work")
  func succeeded() {
    let first = Self.authorization()
    let next = Self.authorization(from: "2025-07-01", through: "2025-12-31", id: 61)
    #expect(Self.due([first, next], months: 3, on: "2025-06-10").isEmpty)
    let late = Self.authorization(from: "2025-07-10", through: "2025-12-31", id: 61)
    #expect(Self.due([first, late], months: 3, on: "2025-06-10").count == 1)
    let other = Self.authorization(
      from: "2025-07-01", through: "2025-12-31", codes: ["E1390"], id: 61)
    #expect(Self.due([first, other], months: 3, on: "2025-06-10").count == 1)
    let used = Self.authorization(
      from: "2025-07-01", through: "2025-12-31", units: 2, used: 2, id: 61)
    #expect(
      Self.due([first, used], months: 3, on: "2025-06-10").map(\.document) == [DocumentID(60)])
  }

  @Test("Nothing is renewed for what needs no more months")
  func notNeeded() {
    let last = Self.authorization(through: "2026-04-10")
    #expect(Self.due([last], on: "2026-04-01").isEmpty)
    let returned = Rented.rental(
      "E0260", start: "2025-03-15", pickedUp: "2025-06-20", id: 4, order: 2)
    #expect(Self.due([Self.authorization()], months: 4, rental: returned, on: "2025-06-21").isEmpty)
  }
}
