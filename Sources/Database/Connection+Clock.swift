extension Connection {
  /// The office's one clock, in milliseconds since 1970: the machine's, but never earlier than any
  /// time that a change was made at before.
  ///
  /// One transaction has one time.
  /// Leases are judged by it, so that a clock that was set back cannot hand one item to two
  /// billers. In a writing transaction the time is kept in the file for all to come.
  ///
  /// - Throws: Any failure of the two statements.
  package func clockMilliseconds() throws -> Int64 {
    if let instant { return instant }
    let floor = try first(Self.readFloor) { $0.int(0) } ?? 0
    let now = max(clock(), floor)
    if use == .writing, now > floor { try run(Self.raiseFloor, .integer(now)) }
    instant = now
    return now
  }

  /// Sets the floor back to the machine's clock, after that had stood in the future by mistake.
  ///
  /// - Throws: Any failure of the statement.
  package func resetClock() throws {
    let now = clock()
    try run("UPDATE clock_floor SET milliseconds = ?1", .integer(now))
    instant = now
  }

  private static let readFloor = Statement("SELECT milliseconds FROM clock_floor WHERE id = 1")
  private static let raiseFloor = Statement(
    "UPDATE clock_floor SET milliseconds = ?1 WHERE id = 1 AND milliseconds < ?1")
}
