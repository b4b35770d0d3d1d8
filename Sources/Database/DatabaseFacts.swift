/// What is true of an open database, for the verb doctor and for tests.
///
/// Sizes are in bytes.
package struct DatabaseFacts: Sendable, Equatable {
  /// The file, or `:memory:`.
  package var path: String
  /// SQLite's own version, such as `3.40.1`.
  package var sqliteVersion: String
  /// Whether this SQLite has the WAL-reset race, which the write gate keeps away.
  package var hasWALResetRace: Bool
  package var journalMode: String
  /// `FULL` on the connection that writes; anything else was refused at opening.
  package var synchronous: String
  /// 0 on every connection; anything else was refused at opening.
  package var memoryMapBytes: Int64
  package var foreignKeysAreChecked: Bool
  package var pageSize: Int64
  package var pageCount: Int64
  package var freePageCount: Int64
  package var fileBytes: Int64
  package var walBytes: Int64
  /// The file's permission bits, such as 0o660.
  package var fileMode: Int
  package var folderMode: Int
  /// The account number that owns the file.
  package var owner: Int
  /// The migrations that were applied, in their order.
  package var migrations: [String]
  /// By how many milliseconds the office's clock stands ahead of this machine's, if it does.
  package var clockAheadMilliseconds: Int64
  /// What the last try to move the log into the file complained about, if it did.
  package var checkpointTrouble: String?
}

/// Something that works still but will not for ever.
package enum DatabaseWarning: Sendable, Equatable {
  /// The write-ahead log has grown to this many bytes and does not get shorter.
  case logIsLong(bytes: Int64)
  /// The log could not be moved into the file.
  case checkpointFailed(reason: String)

  /// What it means and what to do, in one line.
  package var message: String {
    switch self {
    case .logIsLong(let bytes):
      "the database's log has grown to \(bytes / 1_048_576) MB. "
        + "Close screens that stand open for long; if it stays, run `docket doctor`"
    case .checkpointFailed(let reason):
      "the database's log could not be written into its file (\(reason)). "
        + "Nothing is lost yet; look at the disk"
    }
  }
}
