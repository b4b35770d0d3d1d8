import Billing

extension Day {
  /// The first business day of a payer's week on or after this day.
  func nextPayDay(_ weekdays: [Weekday]) -> Day {
    var day = nextBusinessDay
    while !weekdays.contains(day.weekday) { day = day.adding(businessDays: 1) }
    return day
  }
}
