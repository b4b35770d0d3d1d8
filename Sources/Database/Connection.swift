import CSQLite

/// The database inside one `read` or `write`: runs statements and gives rows.
///
/// It is lent to the closure and is of no use afterwards: any call then fails. Arguments are
/// numbered `?1`, `?2`, and are never written into the text.
@safe
package final class Connection {
  let handle: OpaquePointer
  let clock: @Sendable () -> Int64
  let cache: StatementCache
  /// What the closure that has the connection may do.
  enum Use { case none, reading, writing }
  var use = Use.none
  /// The failure after which SQLite itself rolled the transaction back: nothing may follow it.
  var aborted: DatabaseFailure?
  /// The instant of this transaction, once asked for.
  var instant: Int64?
  /// How many pages the write-ahead log held after the last commit.
  var logPages = 0
  /// Statements and kept transactions so far; SQLite counts the rows.
  var effort = DatabaseEffort()
  /// What may stop a reading.
  let watch = ReadingWatch()

  init(handle: OpaquePointer, clock: @escaping @Sendable () -> Int64) {
    unsafe self.handle = handle
    self.clock = clock
    cache = unsafe StatementCache(handle)
  }

  /// Runs a statement to its end.
  ///
  /// - Returns: How many rows it inserted, changed or deleted, not counting those of triggers.
  /// - Throws: Any failure of the statement.
  @discardableResult
  package func run(_ sql: String, _ arguments: SQLValue...) throws(DatabaseFailure) -> Int {
    try run(cache.statement(sql), arguments)
  }

  /// Runs a statement to its end, with its arguments in an array.
  ///
  /// - Returns: How many rows it inserted, changed or deleted, not counting those of triggers.
  /// - Throws: Any failure of the statement.
  @discardableResult
  package func run(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseFailure) -> Int {
    try run(cache.statement(sql), arguments)
  }

  /// Runs a kept statement to its end: the fast way for many rows.
  ///
  /// - Returns: How many rows it inserted, changed or deleted, not counting those of triggers.
  /// - Throws: Any failure of the statement.
  @discardableResult
  package func run(
    _ statement: Statement, _ arguments: SQLValue...
  ) throws(DatabaseFailure) -> Int {
    try run(cache.statement(statement), arguments)
  }

  /// Runs a kept statement to its end, with its arguments in an array.
  ///
  /// - Returns: How many rows it inserted, changed or deleted, not counting those of triggers.
  /// - Throws: Any failure of the statement.
  @discardableResult
  package func run(
    _ statement: Statement, _ arguments: [SQLValue]
  ) throws(DatabaseFailure) -> Int {
    try run(cache.statement(statement), arguments)
  }

  /// Every row of a query, mapped.
  ///
  /// - Throws: Any failure of the query, or what `map` throws.
  package func rows<T>(
    _ sql: String, _ arguments: [SQLValue] = [], _ map: (borrowing Row) throws -> T
  ) throws -> [T] {
    var found: [T] = []
    try each(cache.statement(sql), arguments) { row in
      found.append(try map(row))
      return true
    }
    return found
  }

  /// Every row of a kept query, mapped.
  ///
  /// - Throws: Any failure of the query, or what `map` throws.
  package func rows<T>(
    _ statement: Statement, _ arguments: [SQLValue] = [], _ map: (borrowing Row) throws -> T
  ) throws -> [T] {
    var found: [T] = []
    try each(cache.statement(statement), arguments) { row in
      found.append(try map(row))
      return true
    }
    return found
  }

  /// The first row of a query, mapped, or nil when there is none.
  ///
  /// - Throws: Any failure of the query, or what `map` throws.
  package func first<T>(
    _ sql: String, _ arguments: [SQLValue] = [], _ map: (borrowing Row) throws -> T
  ) throws -> T? {
    var found: T?
    try each(cache.statement(sql), arguments) { row in
      found = try map(row)
      return false
    }
    return found
  }

  /// The first row of a kept query, mapped, or nil when there is none.
  ///
  /// - Throws: Any failure of the query, or what `map` throws.
  package func first<T>(
    _ statement: Statement, _ arguments: [SQLValue] = [], _ map: (borrowing Row) throws -> T
  ) throws -> T? {
    var found: T?
    try each(cache.statement(statement), arguments) { row in
      found = try map(row)
      return false
    }
    return found
  }

  /// Visits every row of a query without keeping any.
  ///
  /// - Throws: Any failure of the query, or what `visit` throws.
  package func forEach(
    _ sql: String, _ arguments: [SQLValue] = [], _ visit: (borrowing Row) throws -> Void
  ) throws {
    try each(cache.statement(sql), arguments) { row in
      try visit(row)
      return true
    }
  }

  /// Visits every row of a kept query without keeping any.
  ///
  /// - Throws: Any failure of the query, or what `visit` throws.
  package func forEach(
    _ statement: Statement, _ arguments: [SQLValue] = [], _ visit: (borrowing Row) throws -> Void
  ) throws {
    try each(cache.statement(statement), arguments) { row in
      try visit(row)
      return true
    }
  }

  /// Runs the statements of a text one after another; none may have arguments.
  ///
  /// - Throws: Any failure of one of them; those before it stay done until the transaction ends.
  package func runScript(_ sql: String) throws(DatabaseFailure) {
    if let aborted { throw aborted }
    guard use == .writing else {
      throw .refused(reason: "a script was run outside a writing transaction")
    }
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw noticed(unsafe DatabaseFailure(code: code, on: handle, sql: "a script"))
    }
  }

  /// Does the body so that its changes can be undone without ending the transaction.
  ///
  /// When it throws, what it changed is gone and the error goes on.
  ///
  /// - Throws: What `body` throws, or any failure of the savepoint.
  @discardableResult
  package func savepoint<T>(_ body: () throws -> T) throws -> T {
    try run("SAVEPOINT inner_step")
    do {
      let value = try body()
      try run("RELEASE inner_step")
      return value
    } catch {
      if aborted == nil {
        try run("ROLLBACK TO inner_step")
        try run("RELEASE inner_step")
      }
      throw error
    }
  }
}
