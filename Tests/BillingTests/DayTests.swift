import Billing
import Testing

@Suite("Calendar days")
struct DayTests {
  @Test(
    "dates and day numbers are one another's inverse",
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2024, 2, 29, 19_782),
      (2026, 11, 21, 20_778), (1900, 3, 1, -25_508), (9999, 12, 31, 2_932_896),
    ])
  func converts(year: Int, month: Int, day: Int, number: Int) throws {
    let made = try #require(Day(year: year, month: month, day: day))
    #expect(made.rawValue == Int32(number))
    #expect(made.components == (year, month, day))
  }

  @Test("every day of two centuries goes there and back")
  func roundTrips() {
    for number in Int32(-36_000)...Int32(40_000) {
      let day = Day(rawValue: number)
      let (year, month, dayOfMonth) = day.components
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
    }
  }

  @Test(
    "a year later is the same month and day, and February 29 becomes 28",
    arguments: [
      ("2023-03-15", "2024-03-15"), ("2024-02-29", "2025-02-28"), ("2025-03-15", "2026-03-15"),
      ("2023-12-31", "2024-12-31"),
    ])
  func addsYears(from: String, to: String) throws {
    #expect(try #require(Day(from)).adding(years: 1) == Day(to))
  }

  @Test(
    "months end where the shorter month ends",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-11-21", 14, "2028-01-21"),
    ])
  func addsMonths(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(from)).adding(months: months) == Day(to))
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "2026", "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "20260001", "2026/01/01",
      "2026-1-01", "2-0261-124", "20-26-0101", "abcdefgh", "２０２６０１０１", "2026-01-011", "0000-01-01",
    ])
  func refuses(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("both spellings are read, and written as asked")
  func reads() throws {
    let day = try #require(Day("20261124"))
    #expect(day == Day("2026-11-24"))
    #expect(day.description == "2026-11-24")
    #expect(day.ccyymmdd == "20261124")
    #expect(day.short == "Nov 24")
    #expect(day.weekday == .tuesday)
  }
}
