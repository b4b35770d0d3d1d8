import Billing
import Testing
import WorkEngine

@Suite("Rental facts")
struct RentalFactTests {
  struct Pause: Sendable {
    let kind: RentalBreak.Kind
    let from: String
    let through: String?
    let today: String
    let mayBeginAnew: Bool
  }

  // A rental of the 15th: a need that ends on June 20 leaves the month that runs to July 14, and
  // 60 days after it end on September 12.
  @Test(
    "More than 60 days without need, beside the rest of the month, may begin a new period",
    arguments: [
      Pause(
        kind: .need, from: "2025-06-20", through: "2025-09-12", today: "2026-01-01",
        mayBeginAnew: false),
      Pause(
        kind: .need, from: "2025-06-20", through: "2025-09-13", today: "2026-01-01",
        mayBeginAnew: true),
      Pause(
        kind: .need, from: "2025-06-20", through: nil, today: "2025-09-12", mayBeginAnew: false),
      Pause(
        kind: .need, from: "2025-06-20", through: nil, today: "2025-09-13", mayBeginAnew: true),
      // On the anniversary itself the whole month is the rest of it.
      Pause(
        kind: .need, from: "2025-06-15", through: "2025-09-12", today: "2026-01-01",
        mayBeginAnew: false),
      // The day before the anniversary is the last of its month, which ends on June 14.
      Pause(
        kind: .need, from: "2025-06-14", through: "2025-08-14", today: "2026-01-01",
        mayBeginAnew: true),
      Pause(
        kind: .need, from: "2025-06-14", through: "2025-08-13", today: "2026-01-01",
        mayBeginAnew: false),
      Pause(
        kind: .billing, from: "2025-06-20", through: "2025-12-31", today: "2026-01-01",
        mayBeginAnew: false),
    ])
  func beginAnew(_ row: Pause) {
    let rental = Rented.rental(
      start: "2025-01-15", breaks: [(row.kind, row.from, row.through)])
    let says = RentalCalendar.mayBeginAnew(
      after: rental.breaks[0], of: rental, on: Rented.day(row.today))
    #expect(says == row.mayBeginAnew)
    let facts = RentalCalendar.facts(of: rental, on: Rented.day(row.today))
    #expect(facts.contains(.mayBeginAnew(rental.breaks[0])) == row.mayBeginAnew)
  }

  @Test("A break never starts the count again by itself")
  func countGoesOn() {
    let rental = Rented.rental(
      start: "2025-01-15", breaks: [(.need, "2025-06-20", "2025-12-31")])
    let months = RentalCalendar.months(of: rental, through: Rented.day("2026-02-15"))
    #expect(months.map(\.number) == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(months.last?.from.description == "2026-02-15")
  }

  @Test("Running, in a break, at its cap, picked up")
  func standing() {
    let rental = Rented.rental(
      start: "2025-01-15", breaks: [(.billing, "2025-03-01", "2025-03-20")])
    let second = RentalMonth(
      number: 2, from: Rented.day("2025-02-15"), through: Rented.day("2025-03-14"))
    let third = RentalMonth(
      number: 3, from: Rented.day("2025-04-15"), through: Rented.day("2025-05-14"))
    #expect(RentalCalendar.facts(of: rental, on: Rented.day("2025-02-20")) == [.running(second)])
    #expect(
      RentalCalendar.facts(of: rental, on: Rented.day("2025-03-16"))
        == [.running(third), .inBreak(rental.breaks[0])])
    #expect(
      RentalCalendar.facts(of: rental, on: Rented.day("2026-03-15"))
        == [.atCap(.titlePasses, since: Rented.day("2026-03-15"))])
    let returned = Rented.rental(start: "2025-01-15", pickedUp: "2025-02-20")
    #expect(
      RentalCalendar.facts(of: returned, on: Rented.day("2025-02-20"))
        == [.pickedUp(Rented.day("2025-02-20"))])
  }
}
