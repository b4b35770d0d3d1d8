/// How the office came to a business day.
package enum DayTurnCause: String, CaseIterable, Sendable {
  /// The machine's date was ahead.
  case clock
  /// A sample office was opened for the day that was stated.
  case stated
  /// A supervisor opened a day that was far ahead.
  case opened
  /// A supervisor took the last turn back.
  case back
}

/// One turn of the business day.
package struct DayTurn: Equatable, Sendable {
  /// The machine's clock.
  package var at: Timestamp
  /// Nil for the first day of an office.
  package var from: Day?
  package var to: Day
  package var cause: DayTurnCause
  package var user: String
  /// Charges that the new day made, or that were taken back with it.
  package var charges: Int
  /// Items that it moved.
  package var items: Int

  package init(
    at: Timestamp, from: Day?, to day: Day, cause: DayTurnCause, user: String, charges: Int,
    items: Int
  ) {
    self.at = at
    self.from = from
    self.to = day
    self.cause = cause
    self.user = user
    self.charges = charges
    self.items = items
  }
}

/// The business day of an office beside the date of the machine.
package struct DayStanding: Equatable, Sendable {
  /// The day of the office.
  package var day: Day
  /// The date of the machine, in its own zone.
  package var clock: Day
  /// How many days the clock may be ahead before a supervisor is asked.
  package var leapDays: Int

  package init(day: Day, clock: Day, leapDays: Int) {
    self.day = day
    self.clock = clock
    self.leapDays = leapDays
  }

  /// The clock is so far ahead that a supervisor must say whether it is right.
  package var isLeap: Bool { clock - day > leapDays }

  /// The office is on a day that has not come by the clock.
  package var isClockBehind: Bool { clock < day }
}
