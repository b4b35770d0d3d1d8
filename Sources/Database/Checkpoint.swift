import CSQLite

/// Moves the write-ahead log into the file, in the place of SQLite's own automatic way.
///
/// SQLite does it inside COMMIT and swallows a failing disk there. Here it is a step of its own
/// after COMMIT, still inside the gate, and what it complains about is heard.
enum Checkpoint {
  /// Pages in the log from which on it is moved: SQLite's own default.
  static let threshold = 1_000

  /// Moves as much as readers allow.
  ///
  /// - Throws: What the disk complained about. What was committed stays committed.
  static func run(on handle: OpaquePointer) throws(DatabaseFailure) {
    let code = unsafe sqlite3_wal_checkpoint_v2(
      handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    // Busy: somebody reads what lies under the log; the next commit tries again.
    guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else {
      throw unsafe DatabaseFailure(code: code, on: handle, sql: "checkpoint")
    }
  }
}
