import Billing
import Testing
import WorkEngine

@Suite("Resupply")
struct ResupplyTests {
  private static let rules = SpecialRulesData.rules
  private static let device = Rented.rental("E0601", start: "2025-01-31", id: 4, order: 2)

  private static func facts(
    _ charges: [Charge], lines: [OrderLine], rentals: [Rental] = [device],
    family: PayerFamily = .commercial
  ) -> SpecialFacts {
    SpecialFacts(
      patient: PatientID(1),
      payer: Payer(id: PayerID(1), name: "MADE UP", identifier: "", family: family),
      rentals: rentals, charges: charges,
      orders: [Rented.order(lines, served: charges.first?.serviceFrom.description ?? "2025-03-01")],
      eligibility: SpecialRulesData.answer(on: "2025-03-01"))
  }

  private static func resupply(
    _ facts: SpecialFacts, on today: String, horizon: Int = 0, rules: RuleBook = rules
  ) -> [SpecialDue] {
    SpecialProcesses.due(facts, rules: rules, on: Rented.day(today), horizonDays: horizon)
      .filter { $0.kind == .resupply }
  }

  private static let cushions = facts(
    [SpecialRulesData.charge("A7032", ["NU", "KX"], on: "2025-03-01", units: 2)],
    lines: [SpecialRulesData.line(1, "A7032", units: 2, days: 30)])

  struct Window: Sendable {
    let today: String
    /// Opens, due, closes; nil where there is no work.
    let dates: [String]?
  }

  @Test(
    "The contact and ship windows open to the day, and a late one is not lost",
    arguments: [
      // Supply ends on March 31: contact from March 1, shipping from March 21.
      Window(today: "2025-02-28", dates: nil),
      Window(today: "2025-03-01", dates: ["2025-03-01", "2025-03-21", "2025-04-19"]),
      Window(today: "2025-03-21", dates: ["2025-03-01", "2025-03-21", "2025-04-19"]),
      Window(today: "2025-04-19", dates: ["2025-03-01", "2025-03-21", "2025-04-19"]),
      Window(today: "2025-04-20", dates: ["2025-03-31", "2025-04-20", "2025-05-19"]),
      Window(today: "2026-02-14", dates: ["2026-01-25", "2026-02-14", "2026-03-15"]),
      // A year after the last supply nobody is asked any more.
      Window(today: "2026-03-20", dates: nil),
    ])
  func windows(_ row: Window) {
    let due = Self.resupply(Self.cushions, on: row.today)
    #expect(
      due.first.map {
        [$0.opensOn.description, $0.dueOn.description, $0.closesOn?.description ?? ""]
      } == row.dates)
    #expect(due.count == (row.dates == nil ? 0 : 1))
    #expect(due.first?.needs ?? [.refillRequest] == [.refillRequest])
  }

  @Test("An office may have other windows")
  func settings() {
    var rules = Self.rules
    rules.orders.refillContactDays = 14
    rules.orders.refillShipDays = 5
    let due = Self.resupply(Self.cushions, on: "2025-03-20", rules: rules)
    #expect(due.first?.opensOn.description == "2025-03-17")
    #expect(due.first?.dueOn.description == "2025-03-26")
  }

  @Test("The horizon shows what opens later")
  func horizon() {
    #expect(Self.resupply(Self.cushions, on: "2025-02-22", horizon: 6).isEmpty)
    #expect(Self.resupply(Self.cushions, on: "2025-02-22", horizon: 7).count == 1)
  }

  @Test("Items of one order that end together are one piece of work, others another")
  func together() {
    let facts = Self.facts(
      [
        SpecialRulesData.charge("A7032", on: "2025-03-01", units: 2, id: 1),
        SpecialRulesData.charge("A7034", on: "2025-03-01", line: 2, id: 2),
        SpecialRulesData.charge("A4351", on: "2025-03-01", units: 120, line: 3, id: 3),
      ],
      lines: [
        SpecialRulesData.line(1, "A7032", units: 2, days: 30),
        SpecialRulesData.line(2, "A7034", days: 90),
        SpecialRulesData.line(3, "A4351", units: 120, days: 30),
      ])
    let all = Self.resupply(facts, on: "2025-03-01", horizon: 90)
    #expect(all.map(\.dueOn.description) == ["2025-03-21", "2025-05-20"])
    #expect(all.map { $0.items.map(\.procedure.code) } == [["A4351", "A7032"], ["A7034"]])
    #expect(all.map { $0.items.map(\.units) } == [[200, 2], [1]])
  }

  struct Limit: Sendable {
    let name: String
    /// Days and units of A7032 (2 in 30 days).
    let served: [(on: String, units: Int)]
    let days: Int
    let due: String?
    let units: Int
  }

  @Test(
    "Units are what the rolling window leaves",
    arguments: [
      Limit(name: "full", served: [("2025-03-01", 2)], days: 30, due: "2025-03-21", units: 2),
      Limit(name: "one", served: [("2025-03-01", 1)], days: 30, due: "2025-03-21", units: 2),
      // 15 days: the two of March 1 still count on March 16, and nothing is left until March 31.
      Limit(
        name: "early end", served: [("2025-03-01", 2)], days: 15, due: "2025-03-21", units: 2),
      // One of March 1 and one of March 10, for 10 days: on March 20 both count, on March 31 one
      // of them.
      Limit(
        name: "staggered", served: [("2025-03-01", 1), ("2025-03-10", 1)], days: 10,
        due: "2025-03-21", units: 1),
      Limit(
        name: "three months at once", served: [("2025-03-01", 6)], days: 90, due: "2025-05-20",
        units: 6),
    ])
  func limits(_ row: Limit) {
    let charges = row.served.enumerated().map { index, served in
      SpecialRulesData.charge("A7032", on: served.on, units: served.units, id: Int64(index + 1))
    }
    let facts = Self.facts(
      charges,
      lines: [SpecialRulesData.line(1, "A7032", units: row.served[0].units, days: row.days)])
    let due = Self.resupply(facts, on: "2025-03-10", horizon: 60)
    #expect(due.first?.dueOn.description == row.due)
    #expect(due.first?.items.first?.units == row.units)
  }

  @Test("A month's supply is a month's share of a limit of three months")
  func share() {
    let served = [("2025-03-01", 2), ("2025-03-31", 2), ("2025-04-30", 1)]
    for (count, units) in [(1, 2), (2, 2), (3, 2)] {
      let charges = served.prefix(count).enumerated().map { index, row in
        SpecialRulesData.charge("A7033", on: row.0, units: row.1, id: Int64(index + 1))
      }
      let facts = Self.facts(
        charges, lines: [SpecialRulesData.line(1, "A7033", units: 2, days: 30)])
      let due = Self.resupply(facts, on: "2025-04-30", horizon: 60)
      #expect(due.first?.items.map(\.units) == [units], "after \(count)")
    }
  }

  @Test("Without the equipment on file nothing is due")
  func base() {
    let charges = [SpecialRulesData.charge("A7032", on: "2025-03-01", units: 2)]
    let lines = [SpecialRulesData.line(1, "A7032", units: 2, days: 30)]
    let today = "2025-03-21"
    #expect(Self.resupply(Self.facts(charges, lines: lines, rentals: []), on: today).isEmpty)
    var returned = Self.device
    returned.pickedUpOn = Rented.day("2025-03-20")
    #expect(
      Self.resupply(Self.facts(charges, lines: lines, rentals: [returned]), on: today).isEmpty)
    let bought = SpecialRulesData.charge("E0601", ["NU"], on: "2025-01-15", order: 9, id: 8)
    #expect(
      Self.resupply(Self.facts(charges + [bought], lines: lines, rentals: []), on: today).count
        == 1)
  }

  @Test("Withdrawn charges supplied nothing")
  func withdrawn() {
    let facts = Self.facts(
      [
        SpecialRulesData.charge("A7032", on: "2025-03-01", units: 2, standing: .withdrawn)
      ], lines: [SpecialRulesData.line(1, "A7032", units: 2, days: 30)])
    #expect(Self.resupply(facts, on: "2025-03-21").isEmpty)
  }

  @Test("The row of the payer's family sets the expected amount")
  func expected() {
    let charges = [SpecialRulesData.charge("A7032", on: "2025-03-01", units: 2)]
    let lines = [SpecialRulesData.line(1, "A7032", units: 2, days: 30)]
    let medicare = Self.facts(charges, lines: lines, family: .medicareDME)
    #expect(Self.resupply(medicare, on: "2025-03-21").first?.items.first?.expected == Cents(5_000))
    let other = Self.facts(charges, lines: lines)
    #expect(Self.resupply(other, on: "2025-03-21").first?.items.first?.expected == Cents(4_000))
  }
}
