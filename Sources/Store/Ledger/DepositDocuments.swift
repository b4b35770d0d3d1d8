package import Billing
package import Database

/// Papers of a deposit: where they lie, and their hash.
package enum DepositDocuments {
  package struct Kept: Equatable, Sendable {
    package var path: String
    /// SHA-256 of its bytes.
    package var hash: String
    package var byteCount: Int
    package var user: String
    package var knownOn: Day
  }

  /// Adds a paper; false where the same bytes are there already.
  package static func insert(
    of deposit: DepositID, path: String, hash: String, byteCount: Int, user: String, known: Day,
    in connection: Connection
  ) throws -> Bool {
    try connection.run(
      """
      INSERT INTO deposit_document (deposit_id, path, content_hash, byte_count, user, known_on)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING
      """, SQLValue(deposit), .text(path), .text(hash), SQLValue(byteCount), .text(user),
      SQLValue(known)) > 0
  }

  /// Oldest first.
  package static func all(
    of deposit: DepositID, in connection: Connection
  ) throws -> [Kept] {
    try connection.rows(
      """
      SELECT path, content_hash, byte_count, user, known_on FROM deposit_document
      WHERE deposit_id = ?1 ORDER BY id
      """, [SQLValue(deposit)]
    ) {
      Kept(
        path: $0.text(0), hash: $0.text(1), byteCount: Int($0.int(2)), user: $0.text(3),
        knownOn: $0.day(4))
    }
  }
}
