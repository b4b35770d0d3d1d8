/// Brings a file to the schema that this program knows, in one transaction, or refuses it.
struct Schema: Sendable {
  /// What every office file says it is: "DKT1", at byte 68 of the file.
  static let applicationID: Int64 = 0x444B_5431

  private let migrations: [Migration]

  /// The room's own first step, and then those of the rooms above.
  init(_ migrations: [Migration]) {
    self.migrations = [Schema.own] + migrations
  }

  /// How many steps this program knows; written into the file as `user_version`.
  var version: Int64 { Int64(migrations.count) }

  private static let own = Migration(
    id: "0000-database",
    sql: """
      CREATE TABLE schema_migration (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        applied_milliseconds INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE clock_floor (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        milliseconds INTEGER NOT NULL
      ) STRICT;
      INSERT INTO clock_floor (id, milliseconds) VALUES (1, 0);
      PRAGMA application_id = \(applicationID);
      """)

  /// The steps that the file does not have yet.
  ///
  /// - Throws: `refused` when the file is another program's, or a newer or another Docket's.
  func pending(in connection: Connection, path: String) throws -> [Migration] {
    let known = try Schema.applied(in: connection)
    if known.isEmpty {
      let isEmpty = try connection.first("SELECT 1 FROM sqlite_schema LIMIT 1") { _ in true } == nil
      guard isEmpty else {
        throw DatabaseFailure.refused(
          reason: "\(path) is the database of another program. Name an office of Docket")
      }
      return migrations
    }
    guard known.count <= migrations.count else {
      throw DatabaseFailure.refused(
        reason: "\(path) was written by a newer Docket "
          + "(it has “\(known[migrations.count])”). Update this program")
    }
    for (applied, expected) in zip(known, migrations) where applied != expected.id {
      throw DatabaseFailure.refused(
        reason: "\(path) has the step “\(applied)” where this program has “\(expected.id)”. "
          + "Use the version of Docket that wrote it")
    }
    return Array(migrations.dropFirst(known.count))
  }

  /// Applies the steps; the caller's transaction holds them together.
  ///
  /// - Throws: `refused` where a row stands against a step, before that step changed anything.
  func apply(_ pending: [Migration], in connection: Connection) throws {
    guard !pending.isEmpty else { return }
    var position = version - Int64(pending.count)
    for migration in pending {
      // A file that is new has no rows to be at fault.
      for query in migration.faults where pending.count < migrations.count {
        if let fault = try connection.first(query, [], { RowFault($0) }) {
          throw DatabaseFailure.refused(
            reason: "the office cannot be brought up to date: \(fault.place). Nothing was changed. "
              + "Open it with the Docket that wrote it, or restore a backup")
        }
      }
      try connection.runScript(migration.sql)
      position += 1
      try connection.run(
        "INSERT INTO schema_migration (position, id, applied_milliseconds) VALUES (?1, ?2, ?3)",
        .integer(position), .text(migration.id), .integer(connection.clockMilliseconds()))
    }
    try connection.runScript("PRAGMA user_version = \(version)")
  }

  /// Refuses what a step would leave without the row that it refers to.
  ///
  /// - Throws: `refused` with the table; nothing was changed then.
  func checkReferences(in connection: Connection) throws {
    let dangling = try connection.first("PRAGMA foreign_key_check") { ($0.text(0), $0.text(2)) }
    guard let dangling else { return }
    throw DatabaseFailure.refused(
      reason: "the office cannot be brought up to date: a row of \(dangling.0) refers to a row of "
        + "\(dangling.1) that is not there. Nothing was changed. Restore a backup")
  }

  /// The identities of the steps in the file, in their order; none in an empty or foreign file.
  static func applied(in connection: Connection) throws -> [String] {
    guard
      try connection.first("PRAGMA application_id", [], { $0.int(0) }) == applicationID
    else { return [] }
    return try connection.rows("SELECT id FROM schema_migration ORDER BY position") { $0.text(0) }
  }

  /// Refuses to write when another process has brought the file to a newer schema meanwhile.
  func checkStillCurrent(in connection: Connection) throws {
    let found = try connection.first(Schema.readVersion) { $0.int(0) }
    guard found == version else {
      throw DatabaseFailure.refused(
        reason: "the office was changed by another version of Docket while this one was open. "
          + "Leave this program and start it again")
    }
  }

  private static let readVersion = Statement("PRAGMA user_version")
}
