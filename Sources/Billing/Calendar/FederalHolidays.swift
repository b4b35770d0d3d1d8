/// The eleven federal holidays (5 USC 6103), on the days on which offices are closed for them.
package enum FederalHolidays {
  /// Whether federal offices are closed on a day: Friday for a Saturday, Monday for a Sunday.
  package static func isHoliday(_ day: Day) -> Bool { name(of: day) != nil }

  /// The holiday that is observed on a day, or nil.
  package static func name(of day: Day) -> String? {
    let (year, month, _) = day.components
    for holiday in all where holiday.month == month {
      if observed(holiday, in: year) == day { return holiday.name }
    }
    // Only New Year's Day can be observed in another month, and then it is in another year too.
    if month == 12, let newYear = all.first, observed(newYear, in: year + 1) == day {
      return newYear.name
    }
    return nil
  }

  /// The days observed for one year's holidays, in order; the first may lie in the year before.
  package static func observed(in year: Int) -> [Day] {
    all.compactMap { observed($0, in: year) }
  }

  private struct Holiday {
    let name: String
    let month: Int
    let date: HolidayDate
    /// First year in which it was a federal holiday in its present form.
    let since: Int
  }

  private enum HolidayDate {
    case fixed(Int)
    /// The n-th such weekday of the month; 0 is the last.
    case nth(Int, Weekday)
  }

  private static let all = [
    Holiday(name: "New Year's Day", month: 1, date: .fixed(1), since: 1870),
    Holiday(
      name: "Birthday of Martin Luther King, Jr.", month: 1, date: .nth(3, .monday), since: 1986),
    Holiday(name: "Washington's Birthday", month: 2, date: .nth(3, .monday), since: 1971),
    Holiday(name: "Memorial Day", month: 5, date: .nth(0, .monday), since: 1971),
    Holiday(name: "Juneteenth", month: 6, date: .fixed(19), since: 2021),
    Holiday(name: "Independence Day", month: 7, date: .fixed(4), since: 1870),
    Holiday(name: "Labor Day", month: 9, date: .nth(1, .monday), since: 1894),
    Holiday(name: "Columbus Day", month: 10, date: .nth(2, .monday), since: 1971),
    Holiday(name: "Veterans Day", month: 11, date: .fixed(11), since: 1978),
    Holiday(name: "Thanksgiving Day", month: 11, date: .nth(4, .thursday), since: 1942),
    Holiday(name: "Christmas Day", month: 12, date: .fixed(25), since: 1870),
  ]

  private static func observed(_ holiday: Holiday, in year: Int) -> Day? {
    guard year >= holiday.since else { return nil }
    switch holiday.date {
    case .fixed(let number):
      guard let day = Day(year: year, month: holiday.month, day: number) else { return nil }
      switch day.weekday {
      case .saturday: return day.adding(days: -1)
      case .sunday: return day.adding(days: 1)
      default: return day
      }
    case .nth(let count, let weekday):
      let length = Day.daysIn(month: holiday.month, year: year)
      guard let first = Day(year: year, month: holiday.month, day: 1) else { return nil }
      let firstHit = (weekday.rawValue - first.weekday.rawValue + 7) % 7
      let number =
        count == 0 ? firstHit + (length - 1 - firstHit) / 7 * 7 : firstHit + count * 7 - 7
      return first.adding(days: number)
    }
  }
}
