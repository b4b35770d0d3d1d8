import Billing

/// The days on which made-up offices and payers work: no weekends, and three holidays that all keep.
///
/// Not the federal calendar of `Billing`: most payers work and pay on Columbus Day, and tests need
/// files that come on days on which deadlines do not count.
extension Day {
  var isWorkday: Bool {
    let (_, month, date) = components
    return weekday.rawValue <= Weekday.friday.rawValue
      && !((month == 1 && date == 1) || (month == 7 && date == 4) || (month == 12 && date == 25))
  }

  /// This day or the first workday after it.
  var nextWorkday: Day {
    var day = self
    while !day.isWorkday { day = day.adding(days: 1) }
    return day
  }

  /// So many workdays later.
  func adding(workdays count: Int) -> Day {
    var day = self
    for _ in 0..<count { day = day.adding(days: 1).nextWorkday }
    return day
  }

  /// The first workday of a payer's week on or after this day.
  func nextPayDay(_ weekdays: [Weekday]) -> Day {
    var day = nextWorkday
    while !weekdays.contains(day.weekday) { day = day.adding(workdays: 1) }
    return day
  }
}
