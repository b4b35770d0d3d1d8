/// Counting in days on which payers and federal offices work.
extension Day {
  /// Monday to Friday, and no federal holiday.
  package var isBusinessDay: Bool {
    weekday.rawValue <= Weekday.friday.rawValue && !FederalHolidays.isHoliday(self)
  }

  /// This day if it is a business day, else the last one before it.
  package var previousBusinessDay: Day {
    var day = self
    while !day.isBusinessDay { day = day.adding(days: -1) }
    return day
  }

  /// This day if it is a business day, else the first one after it.
  package var nextBusinessDay: Day {
    var day = self
    while !day.isBusinessDay { day = day.adding(days: 1) }
    return day
  }

  /// The business day `count` business days later, earlier where negative; day 0 is this one.
  ///
  /// At most 10,000 business days are walked, about forty years.
  package func adding(businessDays count: Int) -> Day {
    let step = count < 0 ? -1 : 1
    var left = min(count.magnitude, 10_000)
    var day = self
    while left > 0 {
      day = day.adding(days: step)
      if day.isBusinessDay { left -= 1 }
    }
    return day
  }
}

extension Day {
  /// How many business days follow this day up to another, that one included; 0 where it is no later.
  ///
  /// At most 10,000 days are walked.
  package func businessDays(until other: Day) -> Int {
    guard self < other else { return 0 }
    return (1...min(other - self, 10_000)).count { adding(days: $0).isBusinessDay }
  }
}
