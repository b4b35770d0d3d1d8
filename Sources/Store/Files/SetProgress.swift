package import Billing
package import Database

/// How far one transaction set of a file was applied; each step is taken by exactly one process.
package enum SetProgress {
  private static let reading = Statement(
    "SELECT applied, is_complete FROM file_set WHERE file_id = ?1 AND position = ?2")
  private static let step = Statement(
    """
    UPDATE file_set SET applied = ?4, is_complete = ?5
    WHERE file_id = ?1 AND position = ?2 AND applied = ?3 AND is_complete = 0
    """)

  /// How many claims of the set were applied, and whether it is done; nil before it was begun.
  package static func find(
    file: FileID, position: Int, in connection: Connection
  ) throws -> (applied: Int, isComplete: Bool)? {
    try connection.first(reading, [SQLValue(file), SQLValue(position)]) {
      (Int($0.int(0)), try $0.word(1, Words.setComplete, key: .known(file.rawValue)))
    }
  }

  package static func begin(
    file: FileID, position: Int, kind: String, control: String, in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO file_set (file_id, position, kind, control, applied, is_complete)
      VALUES (?1, ?2, ?3, ?4, 0, 0)
      """, SQLValue(file), SQLValue(position), .text(kind), .text(control))
  }

  /// Moves on, or says false where another process has been faster.
  package static func advance(
    file: FileID, position: Int, from: Int, to applied: Int, isComplete: Bool,
    in connection: Connection
  ) throws -> Bool {
    try connection.run(
      step, SQLValue(file), SQLValue(position), SQLValue(from), SQLValue(applied),
      SQLValue(isComplete)) == 1
  }

  /// Sets that were begun and not finished, for `docket check`.
  package static func unfinished(
    in connection: Connection
  ) throws -> [(file: String, control: String, applied: Int)] {
    try connection.rows(
      """
      SELECT file.name, file_set.control, file_set.applied
      FROM file_set JOIN file ON file.id = file_set.file_id
      WHERE file_set.is_complete = 0 ORDER BY file.id, file_set.position
      """
    ) { ($0.text(0), $0.text(1), Int($0.int(2))) }
  }
}
