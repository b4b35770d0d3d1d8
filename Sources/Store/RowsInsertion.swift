import Database

/// Inserts many rows into one table with few statements: most of the cost of a row is its statement.
///
/// Not for tables with triggers, for which SQLite would gather the rows in a table of its own first.
struct RowsInsertion: Sendable {
  /// Statements for one row, two rows and so on.
  private let statements: [Statement]

  /// - Parameters:
  ///   - target: The table with its columns in brackets.
  ///   - columns: How many columns there are.
  init(into target: String, columns: Int) {
    statements = (1...8).map { count in
      let rows = (0..<count).map { row in
        "(" + (1...columns).map { "?\(row * columns + $0)" }.joined(separator: ", ") + ")"
      }
      return Statement("INSERT INTO \(target) VALUES " + rows.joined(separator: ", "))
    }
  }

  func run(_ rows: [[SQLValue]], in connection: Connection) throws {
    var rest = rows[...]
    while !rest.isEmpty {
      let part = rest.prefix(statements.count)
      try connection.run(statements[part.count - 1], part.flatMap(\.self))
      rest = rest.dropFirst(part.count)
    }
  }
}
