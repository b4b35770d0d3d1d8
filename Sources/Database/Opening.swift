import GRDB
import GRDBSQLite

/// The steps from a file to a pool that may be used.
enum Opening {
  /// Opens for writing; the caller holds the gate.
  static func readWrite(
    _ file: OfficeFile, _ schema: Schema, _ connections: Connections
  ) throws -> any DatabaseWriter {
    let before = try file.check()
    let pool = try DatabasePool(
      path: file.path, configuration: Settings.configuration(isReadOnly: false))
    try pool.writeWithoutTransaction { database in
      let connection = try connections.connection(of: database)
      try unsafe Settings.makeDurable(connection.handle)
      connection.watchLog()
      try bringUpToDate(connection, schema, path: file.path)
    }
    // SQLite opened it by its name: it must still be the file that was looked at.
    guard try file.check() == before else {
      throw DatabaseFailure.cannotOpen(
        path: file.path, reason: "it was exchanged for another file meanwhile")
    }
    return pool
  }

  /// Opens for reading: takes no turn, makes nothing, changes nothing.
  static func readOnly(
    _ file: OfficeFile, _ schema: Schema, _ connections: Connections
  ) throws -> any DatabaseWriter {
    let pool = try DatabasePool(
      path: file.path, configuration: Settings.configuration(isReadOnly: true))
    try pool.unsafeRead { database in
      let connection = try connections.connection(of: database)
      try connection.transaction(for: .reading) {
        guard try schema.pending(in: connection, path: file.path).isEmpty else {
          throw DatabaseFailure.refused(
            reason: "\(file.path) was written by an older Docket. "
              + "Open it once for writing, which brings it up to date")
        }
      }
    }
    return pool
  }

  /// A database without a file.
  static func inMemory(
    _ schema: Schema, _ connections: Connections
  ) throws -> any DatabaseWriter {
    let queue = try DatabaseQueue(configuration: Settings.configuration(isReadOnly: false))
    try queue.inDatabase { database in
      let connection = try connections.connection(of: database)
      try bringUpToDate(connection, schema, path: ":memory:")
    }
    return queue
  }

  private static func bringUpToDate(
    _ connection: Connection, _ schema: Schema, path: String
  ) throws {
    try connection.transaction(for: .writing) {
      try schema.apply(schema.pending(in: connection, path: path), in: connection)
    }
  }

  /// What went wrong while opening: a failure that does not name the file gets its name.
  static func failure(_ error: any Error, path: String) -> DatabaseFailure {
    if let error = error as? DatabaseError {
      switch error.resultCode {
      case .SQLITE_NOTADB:
        return .cannotOpen(
          path: path, reason: "it is not a database, or its beginning is damaged")
      case .SQLITE_CANTOPEN, .SQLITE_PERM:
        return .cannotOpen(
          path: path,
          reason: "this account may not open it. Check the rights of the file and its folder")
      case .SQLITE_ERROR where error.message?.contains("WAL Mode") == true:
        return .notDurable(
          reason: "SQLite does not switch on its write-ahead log. Keep the office on a local disk")
      default: break
      }
    }
    return DatabaseFailure(error)
  }
}
