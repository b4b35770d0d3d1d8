import CSQLite

/// What the writer of an open office did since it was opened, for benches.
package struct DatabaseEffort: Equatable, Sendable {
  /// Statements run, those that only read included; those of triggers are not counted.
  package var statements = 0
  /// Rows inserted, changed or deleted, those of triggers included.
  package var rows = 0
  /// Transactions that were kept.
  package var commits = 0

  package init(statements: Int = 0, rows: Int = 0, commits: Int = 0) {
    self.statements = statements
    self.rows = rows
    self.commits = commits
  }
}

extension OfficeDatabase {
  /// What the writer did since it was opened.
  ///
  /// - Throws: `refused` when the office is closed, or from inside a `write`.
  package func effort() throws -> DatabaseEffort {
    try connections.writing.lend { connection in
      var effort = connection.effort
      effort.rows = unsafe Int(sqlite3_total_changes(connection.handle))
      return effort
    }
  }
}
