import CSQLite

extension OfficeDatabase {
  /// A copy of the whole office in memory, with a clock of its own.
  ///
  /// What is done in either does not show in the other: one made-up office, built once, gives every
  /// test an office that it may spoil.
  ///
  /// - Parameter clock: Milliseconds since 1970, read by the copy alone.
  /// - Returns: The copy, gone when it is let go.
  /// - Throws: Any failure to read this office.
  package func copyInMemory(
    clock: @escaping @Sendable () -> Int64
  ) throws -> OfficeDatabase {
    try OfficeDatabase(
      inMemoryWith: schema,
      connections: Opening.checked(Connections(inMemory: clock)) { copy in
        try copy.writing.lend { target in
          try connections.reading.lend { try target.takeOver($0) }
        }
      })
  }
}

extension Connection {
  /// Takes every page of another database in the place of its own, through SQLite's backup.
  fileprivate func takeOver(_ source: Connection) throws(DatabaseFailure) {
    guard let backup = unsafe sqlite3_backup_init(handle, "main", source.handle, "main") else {
      throw unsafe DatabaseFailure(code: sqlite3_errcode(handle), on: handle, sql: "backup")
    }
    _ = unsafe sqlite3_backup_step(backup, -1)
    let code = unsafe sqlite3_backup_finish(backup)
    guard code == SQLITE_OK else {
      throw unsafe DatabaseFailure(code: code, on: handle, sql: "backup")
    }
  }
}
