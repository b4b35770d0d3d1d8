import Database

extension DatabaseEffort {
  static func - (after: DatabaseEffort, before: DatabaseEffort) -> DatabaseEffort {
    DatabaseEffort(
      statements: after.statements - before.statements, rows: after.rows - before.rows,
      commits: after.commits - before.commits)
  }

  /// As it stands in the table: `12.3 statements, 30.1 rows a claim, 97 commits`.
  func text(each count: Int, _ noun: String) -> String {
    "\(Figure.each(statements, of: count)) statements, \(Figure.each(rows, of: count)) rows a \(noun), "
      + "\(Figure.grouped(Int64(commits))) commits"
  }
}
