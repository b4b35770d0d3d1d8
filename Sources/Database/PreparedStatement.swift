import CSQLite

/// One compiled statement of one connection, alive as long as the connection's cache keeps it.
@safe
final class PreparedStatement {
  let handle: OpaquePointer
  let sql: String
  let argumentCount: Int
  let columnCount: Int
  let isReading: Bool
  /// True between the first step and the reset; a second use then gets a statement of its own.
  var isRunning = false
  /// What a row said that its schema cannot say; looked at after every row.
  var fault: String?

  /// Compiles `sql`, which must hold exactly one statement.
  init(_ sql: String, on database: OpaquePointer) throws(DatabaseFailure) {
    var text = sql
    var compiled: OpaquePointer?
    var rest = 0
    let code = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        var tail: UnsafePointer<CChar>?
        let code = unsafe sqlite3_prepare_v3(
          database, characters.baseAddress, CInt(clamping: characters.count),
          UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, &tail)
        if let tail = unsafe tail, let start = characters.baseAddress {
          rest = unsafe characters.count - (tail - start)
        }
        return code
      }
    }
    guard code == SQLITE_OK else {
      throw unsafe DatabaseFailure(code: code, on: database, sql: sql)
    }
    guard let compiled = unsafe compiled else {
      throw .sql(message: "there is no statement", statement: sql)
    }
    unsafe handle = compiled
    self.sql = sql
    argumentCount = unsafe Int(sqlite3_bind_parameter_count(compiled))
    columnCount = unsafe Int(sqlite3_column_count(compiled))
    isReading = unsafe sqlite3_stmt_readonly(compiled) != 0
    let tail = sql.utf8.suffix(rest)
    guard tail.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x3B }) else {
      throw .sql(message: "there is more than one statement", statement: sql)
    }
  }

  deinit {
    _ = unsafe sqlite3_finalize(handle)
  }

  /// Takes the arguments; their number must be the statement's.
  func bind(_ arguments: [SQLValue]) throws(DatabaseFailure) {
    guard arguments.count == argumentCount else {
      throw .sql(
        message: "\(argumentCount) arguments are needed and \(arguments.count) were given",
        statement: sql)
    }
    var index: CInt = 1
    for argument in arguments {
      let code =
        switch argument {
        case .null: unsafe sqlite3_bind_null(handle, index)
        case .integer(let value): unsafe sqlite3_bind_int64(handle, index, value)
        case .text(let value): bind(text: value, at: index)
        case .blob(let value): bind(blob: value, at: index)
        }
      guard code == SQLITE_OK else {
        throw unsafe DatabaseFailure(code: code, on: sqlite3_db_handle(handle), sql: sql)
      }
      index += 1
    }
  }

  private func bind(text: String, at index: CInt) -> CInt {
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty buffer has no address, and no address would bind NULL.
        guard let start = characters.baseAddress else {
          return unsafe sqlite3_bind_text(handle, index, "", 0, copied)
        }
        return unsafe sqlite3_bind_text64(
          handle, index, start, sqlite3_uint64(characters.count), copied, UInt8(SQLITE_UTF8))
      }
    }
  }

  private func bind(blob: [UInt8], at index: CInt) -> CInt {
    unsafe blob.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, bytes.count > 0 else {
        return unsafe sqlite3_bind_zeroblob(handle, index, 0)
      }
      return unsafe sqlite3_bind_blob64(
        handle, index, start, sqlite3_uint64(bytes.count), copied)
    }
  }

  /// One step: true for a row, false at the end.
  func step() throws(DatabaseFailure) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_DONE { return false }
    if code == SQLITE_ROW { return true }
    throw unsafe DatabaseFailure(code: code, on: sqlite3_db_handle(handle), sql: sql)
  }

  /// Ends this use of the statement.
  func reset() {
    _ = unsafe sqlite3_reset(handle)
    isRunning = false
    fault = nil
  }
}

/// Tells SQLite to copy what it is given (`SQLITE_TRANSIENT`, a macro that Swift cannot see).
private var copied: sqlite3_destructor_type? {
  unsafe unsafeBitCast(-1, to: sqlite3_destructor_type?.self)
}
