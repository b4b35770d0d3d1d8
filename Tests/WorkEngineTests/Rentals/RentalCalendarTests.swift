import Billing
import Testing
import WorkEngine

@Suite("Rental calendar")
struct RentalCalendarTests {
  @Test("Months are those of the table, to the day", arguments: RentalMonthTable.all)
  func months(table: RentalMonthTable) throws {
    let months = RentalCalendar.months(of: table.rental, through: Rented.day("2040-01-01"))
    #expect(months.map(\.number) == table.months.map(\.number))
    #expect(months.map(\.from.description) == table.months.map(\.from))
    #expect(months.map(\.through.description) == table.months.map(\.through))
  }

  @Test("A month that begins later is not among them", arguments: RentalMonthTable.all)
  func bounded(table: RentalMonthTable) throws {
    let middle = table.months[table.months.count / 2]
    let until = RentalCalendar.months(of: table.rental, through: Rented.day(middle.from))
    #expect(until.last?.number == middle.number)
    let before = RentalCalendar.months(
      of: table.rental, through: Rented.day(middle.from).adding(days: -1))
    #expect(before.count == until.count - 1)
  }

  @Test("Rent without a cap goes on")
  func endless() {
    let ventilator = Rented.rental(
      "E0466", ["RR"], category: .frequentServicing, start: "2020-01-31", cap: nil)
    let months = RentalCalendar.months(of: ventilator, through: Rented.day("2026-01-31"))
    #expect(months.count == 73)
    #expect(months.last?.from.description == "2026-01-31")
    #expect(RentalCalendar.lastMonth(of: ventilator) == nil)
    #expect(RentalCalendar.conversionDay(of: ventilator) == nil)
  }

  struct Due: Sendable {
    let billed: String?
    let today: String
    let numbers: [Int]
  }

  @Test(
    "Months are due once, on their own day and after",
    arguments: [
      Due(billed: nil, today: "2025-01-30", numbers: []),
      Due(billed: nil, today: "2025-01-31", numbers: [1]),
      Due(billed: "2025-01-31", today: "2025-02-27", numbers: []),
      Due(billed: "2025-01-31", today: "2025-02-28", numbers: [2]),
      Due(billed: "2025-01-31", today: "2025-05-01", numbers: [2, 3, 4]),
      Due(billed: "2025-12-31", today: "2026-01-31", numbers: [13]),
      Due(billed: "2026-01-31", today: "2027-01-31", numbers: []),
    ])
  func due(_ row: Due) {
    let rental = Rented.rental(start: "2025-01-31")
    let months = RentalCalendar.dueMonths(
      of: rental, billedThrough: row.billed.map(Rented.day), on: Rented.day(row.today))
    #expect(months.map(\.number) == row.numbers)
  }

  @Test("Walking day by day makes every month exactly once", arguments: RentalMonthTable.all)
  func walking(table: RentalMonthTable) {
    var billed: Day?
    var made: [(Int, Day)] = []
    var today = table.rental.startedOn.adding(days: -3)
    for _ in 0..<1300 {
      for month in RentalCalendar.dueMonths(of: table.rental, billedThrough: billed, on: today) {
        made.append((month.number, today))
        billed = month.from
      }
      today = today.adding(days: 1)
    }
    #expect(made.map(\.0) == table.months.map(\.number))
    #expect(made.map(\.1.description) == table.months.map(\.from))
  }

  struct End: Sendable {
    let category: PaymentCategory
    let cap: Int
    let start: String
    let conversion: String
    let letter: String?
  }

  @Test(
    "The day after the last month ends the rent; a letter goes out where the title passes",
    arguments: [
      End(
        category: .cappedRental, cap: 13, start: "2024-01-31", conversion: "2025-02-28",
        letter: "2025-02-28"),
      End(
        category: .cappedRental, cap: 13, start: "2025-03-15", conversion: "2026-04-15",
        letter: "2026-04-15"),
      End(
        category: .oxygen, cap: 36, start: "2022-12-31", conversion: "2025-12-31", letter: nil),
      End(
        category: .parenteralEnteral, cap: 15, start: "2025-07-01", conversion: "2026-10-01",
        letter: nil),
    ])
  func conversion(_ row: End) {
    let rental = Rented.rental(category: row.category, start: row.start, cap: row.cap)
    #expect(RentalCalendar.conversionDay(of: rental)?.description == row.conversion)
    #expect(RentalCalendar.titleLetterDay(of: rental)?.description == row.letter)
  }

  @Test("A rental that was picked up, or waits in an open break, has no conversion")
  func noConversion() {
    #expect(
      RentalCalendar.conversionDay(of: Rented.rental(start: "2025-01-15", pickedUp: "2025-09-01"))
        == nil)
    let waiting = Rented.rental(start: "2025-01-15", breaks: [(.billing, "2025-06-01", nil)])
    #expect(RentalCalendar.conversionDay(of: waiting) == nil)
    #expect(
      RentalCalendar.months(of: waiting, through: Rented.day("2030-01-01")).map(\.number)
        == [1, 2, 3, 4, 5])
  }

  @Test("The letter of month 10 goes out only where the office asks for it")
  func tenthMonth() {
    var settings = OrderSettings()
    let rental = Rented.rental(start: "2024-01-31")
    #expect(RentalCalendar.tenthMonthLetterDay(of: rental, settings: settings) == nil)
    settings.tenthMonthLetter = true
    #expect(
      RentalCalendar.tenthMonthLetterDay(of: rental, settings: settings)?.description
        == "2024-10-31")
    let oxygen = Rented.rental(category: .oxygen, start: "2024-01-31", cap: 36)
    #expect(RentalCalendar.tenthMonthLetterDay(of: oxygen, settings: settings) == nil)
  }

  @Test("What is paid after the last month depends on the category")
  func afterCap() {
    #expect(RentalCalendar.afterCap(.cappedRental) == .titlePasses)
    #expect(RentalCalendar.afterCap(.oxygen) == .contentsAndMaintenance)
    #expect(RentalCalendar.afterCap(.parenteralEnteral) == .maintenance)
    #expect(RentalCalendar.afterCap(.inexpensive) == .nothing)
  }

  @Test("A takeover counts from the first delivery, wherever that was")
  func firstDelivery() {
    let rental = Rented.rental(start: "2025-10-31", first: 5)
    #expect(RentalCalendar.firstDelivery(of: rental).description == "2025-06-30")
  }
}
