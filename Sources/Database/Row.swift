import CSQLite

/// One row of a result, valid only inside the closure that is given it.
///
/// Columns are counted from zero and are read with the type that the schema gives them. A column
/// of another type, or NULL where none may be, makes the whole query fail as
/// ``DatabaseFailure/corrupt(detail:)``: no zero ever stands in for a missing amount.
package struct Row: ~Copyable {
  private let statement: PreparedStatement

  init(_ statement: PreparedStatement) {
    self.statement = statement
  }

  /// How many columns there are.
  package var count: Int { statement.columnCount }

  /// Whether the column is NULL.
  package func isNull(_ column: Int) -> Bool {
    type(column) == SQLITE_NULL
  }

  /// An integer that is always there.
  package func int(_ column: Int) -> Int64 {
    expect(SQLITE_INTEGER, column)
    return unsafe sqlite3_column_int64(statement.handle, CInt(truncatingIfNeeded: column))
  }

  /// An integer, or nil for NULL.
  package func intOrNil(_ column: Int) -> Int64? {
    isNull(column) ? nil : int(column)
  }

  /// A truth value, kept as one or zero; any other number makes the whole query fail.
  package func bool(_ column: Int) -> Bool {
    let value = int(column)
    if value != 0, value != 1, statement.fault == nil {
      statement.fault = "column \(column) holds a number where one or zero belongs"
    }
    return value == 1
  }

  /// A text that is always there; bytes that are not UTF-8 come out as U+FFFD.
  package func text(_ column: Int) -> String {
    expect(SQLITE_TEXT, column)
    let index = CInt(truncatingIfNeeded: column)
    guard let start = unsafe sqlite3_column_text(statement.handle, index) else { return "" }
    let count = unsafe Int(sqlite3_column_bytes(statement.handle, index))
    return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// A text, or nil for NULL.
  package func textOrNil(_ column: Int) -> String? {
    isNull(column) ? nil : text(column)
  }

  /// Bytes that are always there.
  package func blob(_ column: Int) -> [UInt8] {
    expect(SQLITE_BLOB, column)
    let index = CInt(truncatingIfNeeded: column)
    guard let start = unsafe sqlite3_column_blob(statement.handle, index) else { return [] }
    let count = unsafe Int(sqlite3_column_bytes(statement.handle, index))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Bytes, or nil for NULL.
  package func blobOrNil(_ column: Int) -> [UInt8]? {
    isNull(column) ? nil : blob(column)
  }

  private func type(_ column: Int) -> CInt {
    unsafe sqlite3_column_type(statement.handle, CInt(truncatingIfNeeded: column))
  }

  private func expect(_ wanted: CInt, _ column: Int) {
    if type(column) != wanted { note(wanted, column) }
  }

  private func note(_ wanted: CInt, _ column: Int) {
    guard statement.fault == nil else { return }
    statement.fault =
      "column \(column) holds \(name(type(column))) where \(name(wanted)) belongs, "
      + "in “\(statement.sql)”"
  }

  private func name(_ type: CInt) -> String {
    switch type {
    case SQLITE_INTEGER: "an integer"
    case SQLITE_TEXT: "text"
    case SQLITE_BLOB: "bytes"
    case SQLITE_NULL: "nothing"
    default: "a floating-point number"
    }
  }
}
