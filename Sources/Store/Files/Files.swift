package import Billing
package import Database

/// Imported files by content hash, and how far each transaction set was applied.
package enum Files {
  /// A file that was begun, and whether it is done.
  package struct Known: Equatable, Sendable {
    package var id: FileID
    package var name: String
    package var importedAt: Timestamp
    package var isComplete: Bool
  }

  package static func find(hash: String, in connection: Connection) throws -> Known? {
    try connection.first(
      "SELECT id, name, imported_at, is_complete FROM file WHERE content_hash = ?1", [.text(hash)]
    ) {
      Known(
        id: FileID($0.int(0)), name: $0.text(1), importedAt: Timestamp(rawValue: $0.int(2)),
        isComplete: try $0.word(3, Words.fileComplete))
    }
  }

  package static func name(of id: FileID, in connection: Connection) throws -> String? {
    try connection.first("SELECT name FROM file WHERE id = ?1", [SQLValue(id)]) { $0.text(0) }
  }

  /// Notes that a file was begun; harmless where another process did so first.
  ///
  /// `known` is the business day of the office, and `at` the instant.
  package static func begin(
    name: String, hash: String, byteCount: Int, at: Timestamp, by user: String,
    known: Day, in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO file (name, content_hash, byte_count, imported_at, imported_by, summary,
        is_complete, known_on)
      VALUES (?1, ?2, ?3, ?4, ?5, '', 0, ?6) ON CONFLICT DO NOTHING
      """, .text(name), .text(hash), SQLValue(byteCount), .integer(at.rawValue), .text(user),
      SQLValue(known))
  }

  package static func complete(
    _ id: FileID, summary: String, problems: [FileProblem], in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE file SET is_complete = 1, summary = ?2 WHERE id = ?1 AND is_complete = 0",
      SQLValue(id), .text(summary))
    for (position, problem) in problems.enumerated() {
      try connection.run(
        """
        INSERT INTO file_problem (file_id, position, is_error, segment, byte, element, message)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING
        """, SQLValue(id), SQLValue(position), SQLValue(problem.isError),
        SQLValue(problem.place.segment), SQLValue(problem.place.byte), .text(problem.place.element),
        .text(problem.message))
    }
  }

  /// The newest files first.
  package static func page(
    offset: Int, limit: Int, in connection: Connection
  ) throws -> [(file: Known, byteCount: Int64, summary: String)] {
    try connection.rows(
      """
      SELECT id, name, imported_at, is_complete, byte_count, summary FROM file
      ORDER BY id DESC LIMIT ?1 OFFSET ?2
      """, [SQLValue(limit), SQLValue(offset)]
    ) {
      (
        Known(
          id: FileID($0.int(0)), name: $0.text(1), importedAt: Timestamp(rawValue: $0.int(2)),
          isComplete: try $0.word(3, Words.fileComplete)), $0.int(4), $0.text(5)
      )
    }
  }

  package static func problems(of id: FileID, in connection: Connection) throws -> [FileProblem] {
    try connection.rows(
      """
      SELECT is_error, segment, byte, element, message FROM file_problem
      WHERE file_id = ?1 ORDER BY position
      """, [SQLValue(id)]
    ) {
      FileProblem(
        isError: try $0.word(0, Words.problemIsError, key: .known(id.rawValue)),
        at: FilePlace(segment: Int($0.int(1)), byte: Int($0.int(2)), element: $0.text(3)),
        message: $0.text(4))
    }
  }
}
