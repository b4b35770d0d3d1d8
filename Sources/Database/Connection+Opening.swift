import CSQLite

extension Connection {
  /// What a connection is for, which decides how it is opened and set.
  enum Kind { case writer, reader, memory }

  /// Opens a file, or `:memory:`, and sets the connection as ``Settings`` has it.
  ///
  /// A writer may have to make, mend or move the log: it is opened in a writer's turn.
  ///
  /// - Throws: `cannotOpen` when the file is none of SQLite's or may not be opened; `notDurable`;
  ///   any failure of a setting.
  static func open(
    _ path: String, _ kind: Kind, clock: @escaping @Sendable () -> Int64
  ) throws(DatabaseFailure) -> Connection {
    var opened: OpaquePointer?
    // No lock of SQLite's own is needed: a connection is never in two threads' hands at once.
    let way = kind == .reader ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = unsafe sqlite3_open_v2(path, &opened, way | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle = unsafe opened else {
      let failure = unsafe DatabaseFailure(code: code, on: opened, sql: "open")
      _ = unsafe sqlite3_close(opened)
      throw DatabaseFailure(opening: path, code: code) ?? failure
    }
    do throws(DatabaseFailure) {
      try unsafe Settings.prepare(handle, kind)
    } catch {
      let code = unsafe sqlite3_extended_errcode(handle)
      _ = unsafe sqlite3_close(handle)
      throw DatabaseFailure(opening: path, code: code) ?? error
    }
    let connection = unsafe Connection(handle: handle, clock: clock)
    if kind == .writer { connection.watchLog() }
    return connection
  }

  /// Finalizes every statement and closes the connection, which is of no use afterwards.
  ///
  /// A connection that is let go without it stays open until the process ends: nothing closes the
  /// file out of turn.
  ///
  /// - Throws: What SQLite says when it cannot close.
  func close() throws(DatabaseFailure) {
    stopWatchingLog()
    cache.removeAll()
    let code = unsafe sqlite3_close(handle)
    guard code == SQLITE_OK else {
      throw unsafe DatabaseFailure(code: code, on: handle, sql: "close")
    }
  }
}
