import GRDB
import GRDBSQLite

/// What every connection is set to, and what is read back before anybody may use it.
enum Settings {
  /// Kilobytes of pages that the writer may keep: an import touches many pages of every index.
  private static let writerCache = 16_000
  /// Kilobytes of pages that each reader may keep: a page of a list touches few.
  private static let readerCache = 2_000

  /// GRDB's options for one office file.
  static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 3
    configuration.persistentReadOnlyConnections = true
    // The gate makes writers wait in turn; this is for the short moments in which SQLite itself
    // opens, recovers or closes the log. GRDB's default is not to wait at all.
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try prepare(database)
    }
    return configuration
  }

  /// Sets one new connection, reader or writer.
  private static func prepare(_ database: Database) throws {
    guard let handle = unsafe database.sqliteConnection else { return }
    let isWriter = !database.configuration.readonly
    let settings = [
      "trusted_schema = OFF",
      "cell_size_check = ON",
      "temp_store = MEMORY",
      "cache_size = -\(isWriter ? writerCache : readerCache)",
      // Only the writer moves the log into the file, and only inside the gate (see Checkpoint).
      "wal_autocheckpoint = 0",
      "journal_size_limit = 33554432",
    ]
    for setting in settings {
      _ = try unsafe pragma(setting, on: handle)
    }
    // A mapped file shows other processes' writes early: with it the WAL-reset race damaged files
    // within a second. In memory there is no file, and SQLite answers nothing.
    let mapped = try unsafe pragma("mmap_size = 0", on: handle)
    guard mapped == "0" || mapped == nil else {
      throw DatabaseFailure.notDurable(reason: "SQLite insists on mapping the file into memory")
    }
    guard try unsafe pragma("foreign_keys", on: handle) == "1" else {
      throw DatabaseFailure.notDurable(reason: "this SQLite does not check foreign keys")
    }
  }

  /// Sets what the pool turns down when it opens, and refuses to go on if it does not hold.
  ///
  /// `synchronous = NORMAL`, which GRDB sets, loses commits that were already acknowledged when the
  /// power fails.
  static func makeDurable(_ handle: OpaquePointer) throws(DatabaseFailure) {
    _ = try unsafe pragma("synchronous = FULL", on: handle)
    guard try unsafe pragma("synchronous", on: handle) == "2" else {
      throw .notDurable(reason: "SQLite does not keep synchronous = FULL")
    }
    guard try unsafe pragma("journal_mode", on: handle) == "wal" else {
      throw .notDurable(
        reason: "SQLite does not switch on its write-ahead log. Keep the office on a local disk")
    }
    guard try unsafe pragma("wal_autocheckpoint", on: handle) == "0" else {
      throw .notDurable(reason: "SQLite does not leave the log alone")
    }
  }

  /// Sets or asks one setting; the first column of the first row, as text.
  static func pragma(
    _ setting: String, on handle: OpaquePointer
  ) throws(DatabaseFailure) -> String? {
    let statement = try unsafe PreparedStatement("PRAGMA \(setting)", on: handle)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return unsafe sqlite3_column_text(statement.handle, 0).map { unsafe String(cString: $0) }
  }
}
