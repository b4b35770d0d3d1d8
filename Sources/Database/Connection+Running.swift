import CSQLite

extension Connection {
  /// Opens the connection for one transaction.
  func lend(for use: Use) {
    self.use = use
    aborted = nil
    instant = nil
  }

  /// Ends the use, whatever happened.
  func takeBack() {
    use = .none
  }

  /// Whether a transaction is open in SQLite.
  var isInTransaction: Bool {
    unsafe sqlite3_get_autocommit(handle) == 0
  }

  /// Runs BEGIN, COMMIT, ROLLBACK or a setting: no rule of `run` applies.
  func control(_ sql: String) throws(DatabaseFailure) {
    let statement = try cache.statement(sql)
    defer { statement.reset() }
    while try statement.step() {}
  }

  /// Whether SQLite looks at references; outside a transaction only.
  func setForeignKeys(_ isOn: Bool) throws(DatabaseFailure) {
    try control("PRAGMA foreign_keys = \(isOn ? "ON" : "OFF")")
  }

  /// Runs a statement to its end; how many rows it changed.
  func run(
    _ prepared: PreparedStatement, _ arguments: [SQLValue]
  ) throws(DatabaseFailure) -> Int {
    let statement = try ready(prepared, arguments)
    defer { statement.reset() }
    let before = unsafe sqlite3_total_changes(handle)
    do {
      while try statement.step() {}
    } catch {
      throw noticed(error)
    }
    guard unsafe sqlite3_total_changes(handle) != before else { return 0 }
    return unsafe Int(sqlite3_changes(handle))
  }

  /// Visits rows until the visit says that it is enough.
  func each(
    _ prepared: PreparedStatement, _ arguments: [SQLValue],
    _ visit: (borrowing Row) throws -> Bool
  ) throws {
    let statement = try ready(prepared, arguments)
    defer { statement.reset() }
    let row = Row(statement)
    while try stepped(statement) {
      let more = try visit(row)
      if let fault = statement.fault { throw DatabaseFailure.corrupt(detail: fault) }
      if !more { return try finish(statement) }
    }
  }

  /// Runs a change whose rows are no longer wanted to its end: only there does SQLite check its
  /// foreign keys, and a reset before would take the change back without a word.
  private func finish(_ statement: PreparedStatement) throws(DatabaseFailure) {
    guard !statement.isReading else { return }
    while try stepped(statement) {}
  }

  private func stepped(_ statement: PreparedStatement) throws(DatabaseFailure) -> Bool {
    do {
      return try statement.step()
    } catch {
      throw noticed(error)
    }
  }

  /// The statement with its arguments, or a second one when the first is in the middle of a use.
  private func ready(
    _ prepared: PreparedStatement, _ arguments: [SQLValue]
  ) throws(DatabaseFailure) -> PreparedStatement {
    if let aborted { throw aborted }
    switch use {
    case .none:
      throw .refused(reason: "a database connection was used after its transaction had ended")
    case .reading where !prepared.isReading:
      throw .refused(reason: "a change was tried in a reading transaction")
    case .reading, .writing: break
    }
    let statement =
      prepared.isRunning ? try unsafe PreparedStatement(prepared.sql, on: handle) : prepared
    try statement.bind(arguments)
    statement.isRunning = true
    effort.statements += 1
    return statement
  }

  /// Remembers a failure after which SQLite rolled back by itself: whatever followed would be
  /// kept one statement at a time.
  func noticed(_ failure: DatabaseFailure) -> DatabaseFailure {
    if use == .writing, !isInTransaction { aborted = failure }
    return failure
  }
}
