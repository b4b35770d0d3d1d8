import CSQLite

extension DatabaseFailure {
  /// What SQLite's extended result code means, with the message that the connection holds.
  init(code: CInt, on database: OpaquePointer?, sql: String) {
    let message = unsafe sqlite3_errmsg(database).map { unsafe String(cString: $0) }
    self.init(code: code, message: message ?? "no message", sql: sql)
  }

  /// An error of any room as a failure of this one.
  init(_ error: any Error) {
    self = error as? DatabaseFailure ?? .io(detail: String(describing: error))
  }

  /// What SQLite's code says of a whole file when it comes while the file is being opened; nil when
  /// it says no more than at other times.
  init?(opening path: String, code: CInt) {
    switch code & 0xFF {
    case SQLITE_NOTADB:
      self = .cannotOpen(path: path, reason: "it is not a database, or its beginning is damaged")
    case SQLITE_CANTOPEN, SQLITE_PERM:
      self = .cannotOpen(
        path: path,
        reason: "this account may not open it. Check the rights of the file and its folder")
    default: return nil
    }
  }

  /// What SQLite's extended result code and message mean.
  init(code: CInt, message: String, sql: String) {
    switch code & 0xFF {
    case SQLITE_CONSTRAINT:
      self = .constraint(ConstraintKind(code: code), detail: ConstraintKind.subject(of: message))
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
      self = .busy(reason: "the database is in use by another program (\(message)). Try again")
    case SQLITE_FULL: self = .diskFull(detail: message)
    case SQLITE_IOERR, SQLITE_NOMEM, SQLITE_NOLFS:
      self = .io(detail: "\(message), code \(code)")
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(detail: "\(message), code \(code)")
    case SQLITE_INTERRUPT: self = .interrupted
    case SQLITE_CANTOPEN: self = .io(detail: "\(message), code \(code)")
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
      self = .refused(
        reason: "the database may not be written (\(message), code \(code)). "
          + "Check who owns the file and its folder, and that both may be written")
    default: self = .sql(message: "\(message), code \(code)", statement: sql)
    }
  }
}

extension DatabaseFailure.ConstraintKind {
  /// The kind in an extended result code (sqlite.org/rescode.html).
  fileprivate init(code: CInt) {
    self =
      switch code >> 8 {
      case 1: .check
      case 3: .foreignKey
      case 5: .notNull
      case 6, 8, 10: .unique
      case 7: .trigger
      case 12: .datatype
      default: .other
      }
  }

  /// The part of SQLite's message after "UNIQUE constraint failed: ", which names the columns.
  fileprivate static func subject(of message: String) -> String {
    let words = message.split(separator: " constraint failed: ", maxSplits: 1)
    return words.count == 2 ? String(words[1]) : message
  }
}
