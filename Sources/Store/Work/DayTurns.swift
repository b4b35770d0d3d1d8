package import Billing
package import Database

/// How the office came to each business day: lines that are only ever added, chained by hash.
package enum DayTurns {
  package static func add(
    _ turn: DayTurn, chain: String, in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO day_turn (at, from_day, to_day, cause, user, charges, items, chain)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """, .integer(turn.at.rawValue), SQLValue(turn.from), SQLValue(turn.to),
      .text(turn.cause.rawValue), .text(turn.user), SQLValue(turn.charges), SQLValue(turn.items),
      .text(chain))
  }

  /// The chain value of the last line, empty where there is none.
  package static func lastChain(in connection: Connection) throws -> String {
    try connection.first("SELECT chain FROM day_turn ORDER BY id DESC LIMIT 1") { $0.text(0) } ?? ""
  }

  /// Every turn with its chain value, oldest first.
  package static func all(
    in connection: Connection
  ) throws -> [(turn: DayTurn, chain: String)] {
    try connection.rows(
      """
      SELECT id, at, from_day, to_day, cause, user, charges, items, chain FROM day_turn ORDER BY id
      """
    ) { row in
      (
        DayTurn(
          at: Timestamp(rawValue: row.int(1)), from: row.dayOrNil(2), to: row.day(3),
          cause: try row.word(4, Words.turnCause), user: row.text(5), charges: Int(row.int(6)),
          items: Int(row.int(7))),
        row.text(8)
      )
    }
  }
}
