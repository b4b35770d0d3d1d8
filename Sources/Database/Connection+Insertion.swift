import CSQLite

extension Connection {
  /// Inserts one row and gives the key that the database chose for it.
  ///
  /// The statement is a plain INSERT, which this driver may ask in its own way: SQLite answers
  /// RETURNING from a table that it makes for each run, which costs as much as three rows. One with
  /// ON CONFLICT does not always insert, so it says RETURNING itself and is asked with `first`.
  ///
  /// - Throws: `sql` where it did not insert exactly one row; any failure of the statement.
  package func insert(
    _ statement: Statement, _ arguments: SQLValue...
  ) throws(DatabaseFailure) -> Int64 {
    try key(after: try run(statement, arguments), statement.sql)
  }

  /// Inserts one row and gives the key that the database chose for it.
  ///
  /// - Throws: `sql` where it did not insert exactly one row; any failure of the statement.
  package func insert(
    _ sql: String, _ arguments: SQLValue...
  ) throws(DatabaseFailure) -> Int64 {
    try key(after: try run(sql, arguments), sql)
  }

  private func key(after rows: Int, _ sql: String) throws(DatabaseFailure) -> Int64 {
    guard rows == 1 else {
      throw .sql(message: "one row was to be inserted and \(rows) were", statement: sql)
    }
    return unsafe sqlite3_last_insert_rowid(handle)
  }
}
