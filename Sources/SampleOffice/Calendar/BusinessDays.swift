import Billing

/// The days on which an office and its payers work: no weekends, and three holidays that all keep.
enum BusinessDays {
  static func contains(_ day: Day) -> Bool {
    switch day.weekday {
    case .saturday, .sunday: return false
    default: break
    }
    let (_, month, date) = day.components
    return !((month == 1 && date == 1) || (month == 7 && date == 4) || (month == 12 && date == 25))
  }

  /// The day itself or the first business day after it.
  static func onOrAfter(_ day: Day) -> Day {
    var day = day
    while !contains(day) { day = day.adding(days: 1) }
    return day
  }

  /// So many business days later.
  static func after(_ day: Day, _ count: Int) -> Day {
    var day = day
    for _ in 0..<count { day = onOrAfter(day.adding(days: 1)) }
    return day
  }

  /// The first day of a payer's week on or after a day.
  static func payDay(_ weekdays: [Weekday], onOrAfter day: Day) -> Day {
    var day = onOrAfter(day)
    while !weekdays.contains(day.weekday) { day = onOrAfter(day.adding(days: 1)) }
    return day
  }
}
