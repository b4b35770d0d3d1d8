package import Billing

/// The two dates of a time limit (domain reference 2.1 and 2.6).
extension DeadlineRule {
  /// The last safe day and the last legal day for a clock that starts on `clock`.
  ///
  /// Day 0 is the clock date. The presumption of receipt moves the start of the legal clock only,
  /// and is in calendar days. The safe day leaves it out and is rolled back to a business day,
  /// because whether a limit that ends on a weekend moves forward is not agreed between sources.
  package func dates(from clock: Day) -> (safe: Day, legal: Day) {
    (
      safe: lastDay(from: clock).adding(days: -safeMarginDays).previousBusinessDay,
      legal: lastDay(from: clock.adding(days: presumedReceiptDays))
    )
  }

  private func lastDay(from start: Day) -> Day {
    switch unit {
    case .days: start.adding(days: count)
    case .businessDays: start.adding(businessDays: count)
    case .months: start.adding(months: count)
    case .years: start.adding(years: count)
    case .yearEnds: Day(year: start.year + count, month: 12, day: 31) ?? start
    }
  }
}
