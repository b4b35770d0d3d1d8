package import Database

/// Named values of the office: the day rolled last, the next control number, the rules in force.
package enum Settings {
  package static func value(_ name: String, in connection: Connection) throws -> String? {
    try connection.first("SELECT value FROM setting WHERE name = ?1", [.text(name)]) { $0.text(0) }
  }

  package static func set(
    _ name: String, to value: String, in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO setting (name, value) VALUES (?1, ?2)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, .text(name), .text(value))
  }

  /// The next number of a series that is never used twice, from 1.
  package static func nextNumber(
    of series: String, in connection: Connection
  ) throws -> Int64 {
    let next = (try value(series, in: connection).flatMap { Int64($0) } ?? 0) + 1
    try set(series, to: String(next), in: connection)
    return next
  }
}
