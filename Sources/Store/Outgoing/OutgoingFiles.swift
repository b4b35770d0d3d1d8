package import Billing
package import Database

/// The outbox's ledger: every file that was written to be picked up, with its bytes.
package enum OutgoingFiles {
  private static let columns = """
    SELECT id, name, kind, content_hash, byte_count, interchange_control, known_on, state, gone_on,
      activity_id
    FROM outgoing_file
    """
  private static let finding = Statement(columns + " WHERE name = ?1")
  private static let insertion = Statement(
    """
    INSERT INTO outgoing_file (name, kind, content_hash, byte_count, interchange_control, state,
      known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, 'pending', ?6)
    """)

  /// Adds a file that gets its name in the outbox after the commit.
  ///
  /// `known` is the business day of the office.
  package static func insert(
    name: String, kind: OutgoingFile.Kind, hash: String, bytes: [UInt8],
    interchangeControl: String, known: Day, in connection: Connection
  ) throws {
    let id = try connection.insert(
      insertion, .text(name), .text(kind.rawValue), .text(hash), .integer(Int64(bytes.count)),
      .text(interchangeControl), SQLValue(known))
    try connection.run(
      "INSERT INTO outgoing_content (file_id, bytes) VALUES (?1, ?2)", .integer(id),
      .blob(bytes))
  }

  package static func find(
    _ name: String, in connection: Connection
  ) throws -> OutgoingFile? {
    try connection.first(finding, [.text(name)]) { try file(from: $0) }
  }

  /// The latest file of an interchange control number.
  package static func withControl(
    _ number: String, in connection: Connection
  ) throws -> OutgoingFile? {
    try connection.first(
      columns + " WHERE interchange_control = ?1 ORDER BY id DESC LIMIT 1", [.text(number)]
    ) { try file(from: $0) }
  }

  /// The one file whose name begins so; nil where there is none, or more than one.
  package static func beginning(
    with text: String, in connection: Connection
  ) throws -> OutgoingFile? {
    let found = try connection.rows(
      columns + " WHERE substr(name, 1, length(?1)) = ?1 LIMIT 2", [.text(text)]
    ) { try file(from: $0) }
    return found.count == 1 ? found[0] : nil
  }

  /// Those that should lie in the folder, or wait for their name; oldest first.
  package static func lying(in connection: Connection) throws -> [OutgoingFile] {
    try connection.rows(
      columns + " WHERE state = 'pending' OR state = 'written' ORDER BY id"
    ) { try file(from: $0) }
  }

  /// The names of the latest files, newest first.
  package static func latestNames(
    _ limit: Int, in connection: Connection
  ) throws -> [String] {
    try connection.rows(
      "SELECT name FROM outgoing_file ORDER BY id DESC LIMIT ?1", [.integer(Int64(limit))]
    ) { $0.text(0) }
  }

  /// The bytes as they were sent; nil for a file of before they were kept.
  package static func bytes(
    of id: OutgoingFileID, in connection: Connection
  ) throws -> [UInt8]? {
    try connection.first(
      "SELECT bytes FROM outgoing_content WHERE file_id = ?1", [SQLValue(id)]
    ) { $0.blob(0) }
  }

  /// Says where a file is now; `goneOn` is the business day on which it was first seen to be gone.
  package static func setState(
    _ state: OutgoingFile.State, goneOn: Day? = nil, of id: OutgoingFileID,
    in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE outgoing_file SET state = ?2, gone_on = ?3 WHERE id = ?1", SQLValue(id),
      .text(state.rawValue), SQLValue(goneOn))
  }

  /// Ties a file to the decision that sent it.
  package static func setActivity(
    _ activity: ActivityID, ofFile name: String, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE outgoing_file SET activity_id = ?2 WHERE name = ?1", .text(name),
      SQLValue(activity))
  }

  /// Whether anything answered what is in a file: TA1, 999, 277CA, or a 271.
  package static func isAnswered(_ name: String, in connection: Connection) throws -> Bool {
    try connection.first(
      """
      SELECT EXISTS (SELECT 1 FROM batch JOIN submission ON submission.batch_id = batch.id
          JOIN acknowledgment ON acknowledgment.submission_id = submission.id
          WHERE batch.outbox_name = ?1)
        OR EXISTS (SELECT 1 FROM eligibility
          WHERE file_name = ?1 AND answered_day IS NOT NULL)
      """, [.text(name)]
    ) { $0.int(0) != 0 } ?? false
  }

  /// The claim, batch or order that a file is about, for its line in the journal.
  package static func subject(
    of file: OutgoingFile, in connection: Connection
  ) throws -> WorkSubject? {
    let name = SQLValue.text(file.name)
    switch file.kind {
    case .batch:
      return try connection.first("SELECT id FROM batch WHERE outbox_name = ?1", [name]) {
        .batch(BatchID($0.int(0)))
      }
    case .claim:
      return try connection.first(
        """
        SELECT submission.claim_id FROM submission JOIN batch ON batch.id = submission.batch_id
        WHERE batch.outbox_name = ?1
        """, [name]
      ) { .claim(ClaimID($0.int(0))) }
    case .eligibility:
      return try connection.first(
        """
        SELECT max(sales_order.id) FROM eligibility
        JOIN sales_order ON sales_order.patient_id = eligibility.patient_id
        WHERE eligibility.file_name = ?1 HAVING count(*) > 0
        """, [name]
      ) { .order(OrderID($0.int(0))) }
        ?? connection.first(
          """
          SELECT max(claim.id) FROM eligibility
          JOIN claim ON claim.patient_id = eligibility.patient_id
          WHERE eligibility.file_name = ?1 HAVING count(*) > 0
          """, [name]
        ) { .claim(ClaimID($0.int(0))) }
    }
  }

  private static func file(from row: borrowing Row) throws -> OutgoingFile {
    OutgoingFile(
      id: row.id(0, of: OutgoingFile.self), name: row.text(1),
      kind: try row.word(2, Words.outgoingKind), contentHash: row.textOrNil(3),
      byteCount: row.intOrNil(4), interchangeControl: row.text(5), writtenOn: row.day(6),
      state: try row.word(7, Words.outgoingState), goneOn: row.dayOrNil(8),
      activity: row.idOrNil(9, of: Activity.self))
  }
}
