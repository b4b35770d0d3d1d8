import CSQLite

/// What every connection is set to, and what is read back before anybody may use it.
enum Settings {
  /// Kilobytes of pages that the writer may keep: an import touches many pages of every index.
  private static let writerCache = 16_000
  /// Kilobytes of pages that each reader may keep: a page of a list touches few.
  private static let readerCache = 2_000
  /// Milliseconds to wait for a lock of SQLite's.
  ///
  /// The gate makes writers wait in turn; this is for the short moments in which SQLite itself opens,
  /// recovers or closes the log.
  private static let patience: CInt = 10_000

  /// Sets one new connection.
  static func prepare(_ handle: OpaquePointer, _ kind: Connection.Kind) throws(DatabaseFailure) {
    _ = unsafe sqlite3_busy_timeout(handle, patience)
    _ = unsafe sqlite3_extended_result_codes(handle, 1)
    let code = unsafe shim_refuse_quoted_values(handle)
    guard code == SQLITE_OK else { throw unsafe DatabaseFailure(code: code, on: handle, sql: "") }
    // A mapped file shows other processes' writes early: with it the WAL-reset race damaged files
    // within a second. In memory there is no file, and SQLite answers nothing.
    let mapped = try unsafe pragma("mmap_size = 0", on: handle)
    guard mapped == "0" || mapped == nil else {
      throw .notDurable(reason: "SQLite insists on mapping the file into memory")
    }
    let settings = [
      "trusted_schema = OFF",
      "cell_size_check = ON",
      "temp_store = MEMORY",
      "foreign_keys = ON",
      // The first look into the file, which tells a database from anything else.
      "cache_size = -\(kind == .reader ? readerCache : writerCache)",
      // Only the writer moves the log into the file, and only inside the gate (see Checkpoint).
      "wal_autocheckpoint = 0",
      "journal_size_limit = 33554432",
    ]
    for setting in settings {
      _ = try unsafe pragma(setting, on: handle)
    }
    guard try unsafe pragma("foreign_keys", on: handle) == "1" else {
      throw .notDurable(reason: "this SQLite does not check foreign keys")
    }
    if kind == .writer { try unsafe makeDurable(handle) }
  }

  /// Sets what a writer's promise rests on, and refuses to go on if it does not hold.
  ///
  /// `synchronous = NORMAL`, which many use beside a write-ahead log, loses commits that were
  /// already acknowledged when the power fails.
  private static func makeDurable(_ handle: OpaquePointer) throws(DatabaseFailure) {
    // SQLite quietly opens for reading what it may not write.
    guard unsafe sqlite3_db_readonly(handle, "main") == 0 else {
      throw DatabaseFailure(
        code: SQLITE_READONLY, message: "attempt to write a readonly database", sql: "open")
    }
    guard try unsafe pragma("journal_mode = WAL", on: handle) == "wal" else {
      throw .notDurable(
        reason: "SQLite does not switch on its write-ahead log. Keep the office on a local disk")
    }
    _ = try unsafe pragma("synchronous = FULL", on: handle)
    guard try unsafe pragma("synchronous", on: handle) == "2" else {
      throw .notDurable(reason: "SQLite does not keep synchronous = FULL")
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
