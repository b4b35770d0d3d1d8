import Billing
import Testing

@Suite("Federal holidays")
struct FederalHolidaysTests {
  /// Observed days as the Office of Personnel Management lists them.
  static let published: [Int: [String]] = [
    2024: [
      "2024-01-01", "2024-01-15", "2024-02-19", "2024-05-27", "2024-06-19", "2024-07-04",
      "2024-09-02", "2024-10-14", "2024-11-11", "2024-11-28", "2024-12-25",
    ],
    2025: [
      "2025-01-01", "2025-01-20", "2025-02-17", "2025-05-26", "2025-06-19", "2025-07-04",
      "2025-09-01", "2025-10-13", "2025-11-11", "2025-11-27", "2025-12-25",
    ],
    2026: [
      "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03",
      "2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25",
    ],
    2027: [
      "2027-01-01", "2027-01-18", "2027-02-15", "2027-05-31", "2027-06-18", "2027-07-05",
      "2027-09-06", "2027-10-11", "2027-11-11", "2027-11-25", "2027-12-24",
    ],
  ]

  @Test("Observed days of a year", arguments: published.keys.sorted())
  func observed(year: Int) {
    #expect(
      FederalHolidays.observed(in: year).map(\.description) == Self.published[year])
  }

  @Test("New Year's Day on a Saturday closes the last day of the year before")
  func newYear() {
    #expect(FederalHolidays.name(of: day("2021-12-31")) == "New Year's Day")
    #expect(FederalHolidays.isHoliday(day("2022-01-01")) == false)
    #expect(FederalHolidays.isHoliday(day("2023-01-02")))
  }

  @Test("Holidays begin in their year")
  func beginnings() {
    #expect(FederalHolidays.observed(in: 2020).contains(day("2020-06-19")) == false)
    #expect(FederalHolidays.observed(in: 2021).contains(day("2021-06-18")))
    #expect(FederalHolidays.observed(in: 1985).count == 9)
    #expect(FederalHolidays.observed(in: 1986).count == 10)
  }

  @Test(
    "Business days",
    arguments: [
      ("2026-07-04", "2026-07-02", "2026-07-06"), ("2026-07-03", "2026-07-02", "2026-07-06"),
      ("2026-07-02", "2026-07-02", "2026-07-02"), ("2025-12-25", "2025-12-24", "2025-12-26"),
      ("2026-03-15", "2026-03-13", "2026-03-16"),
    ])
  func business(date: String, before: String, after: String) {
    #expect(day(date).previousBusinessDay == day(before))
    #expect(day(date).nextBusinessDay == day(after))
    #expect(day(date).isBusinessDay == (before == date))
  }

  @Test(
    "Counting business days",
    arguments: [
      ("2026-07-01", 1, "2026-07-02"), ("2026-07-01", 2, "2026-07-06"),
      ("2026-07-06", -1, "2026-07-02"), ("2026-07-04", 0, "2026-07-04"),
      ("2025-12-24", 3, "2025-12-30"),
    ])
  func counting(date: String, count: Int, end: String) {
    #expect(day(date).adding(businessDays: count) == day(end))
  }
}

private func day(_ text: String) -> Day { Day(text) ?? Day(rawValue: 0) }
