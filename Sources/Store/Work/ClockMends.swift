package import Billing
package import Database

/// The order of events in an office: the time of its clock, behind everything from before the clock
/// was mended.
package enum OfficeSequence {
  /// Times of a clock are below this for two hundred years to come.
  private static let span: Int64 = 1 << 43

  /// The place of an event.
  ///
  /// - Parameters:
  ///   - milliseconds: The office's clock then.
  ///   - clockMends: How often it had been mended before.
  /// - Returns: A number that rises from event to event.
  package static func value(at milliseconds: Int64, clockMends: Int64) -> Int64 {
    milliseconds + clockMends * span
  }

  /// The place of what happens now.
  ///
  /// - Throws: Any failure of the database.
  package static func now(in connection: Connection) throws -> Timestamp {
    let mends = try connection.first(ClockMends.counting) { $0.int(0) } ?? 0
    return Timestamp(
      rawValue: value(at: try connection.clockMilliseconds(), clockMends: mends))
  }
}

/// When the office's clock was set back to the machine's; only ever added.
package enum ClockMends {
  fileprivate static let counting = Statement("SELECT count(*) FROM clock_mend")

  /// Sets the clock back, frees what is held until a day that will not come, and adds a line.
  ///
  /// - Returns: The line, with its place after the last line of the journal.
  /// - Throws: Any failure of the database.
  package static func add(
    user: String, note: String, known: Day, chain: (ClockMend, String) -> String,
    in connection: Connection
  ) throws -> ClockMend {
    let from = try connection.clockMilliseconds()
    let after =
      try connection.first("SELECT max(id) FROM activity") { $0.intOrNil(0) ?? 0 } ?? 0
    let previous =
      try connection.first("SELECT chain FROM clock_mend ORDER BY id DESC LIMIT 1") { $0.text(0) }
      ?? ""
    try connection.resetClock()
    let mend = ClockMend(
      from: Timestamp(rawValue: from), to: Timestamp(rawValue: try connection.clockMilliseconds()),
      user: user, note: note, afterActivity: ActivityID(after), known: known)
    try connection.run(
      """
      INSERT INTO clock_mend (from_milliseconds, to_milliseconds, user, note, after_activity,
        known_on, chain)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """, .integer(from), .integer(mend.to.rawValue), .text(user), .text(note),
      .integer(after), SQLValue(known), .text(chain(mend, previous)))
    try connection.run(
      """
      UPDATE work_item SET lease_user = NULL, lease_session = NULL, lease_expires = NULL
      WHERE lease_session IS NOT NULL
      """)
    return mend
  }

  /// Every line with its chain value, oldest first.
  package static func all(in connection: Connection) throws -> [(mend: ClockMend, chain: String)] {
    try connection.rows(
      """
      SELECT from_milliseconds, to_milliseconds, user, note, after_activity, known_on, chain
      FROM clock_mend ORDER BY id
      """
    ) { row in
      (
        ClockMend(
          from: Timestamp(rawValue: row.int(0)), to: Timestamp(rawValue: row.int(1)),
          user: row.text(2), note: row.text(3), afterActivity: ActivityID(row.int(4)),
          known: row.day(5)), row.text(6)
      )
    }
  }
}
