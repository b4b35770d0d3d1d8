import Database

/// Inserts many rows into one table with few statements: most of the cost of a row is its statement.
///
/// For a table with triggers SQLite gathers the rows of a statement in a table of its own first, which
/// takes a part of the gain but not all: a posting costs three fifths of one inserted alone.
struct RowsInsertion: Sendable {
  private let columns: Int
  /// Statements for one row, two rows and so on.
  private let statements: [Statement]

  /// - Parameters:
  ///   - target: The table with its columns in brackets.
  ///   - columns: How many columns there are.
  ///   - most: How many rows one statement inserts at most.
  init(into target: String, columns: Int, most: Int = 8) {
    self.columns = columns
    statements = (1...most).map { count in
      let rows = (0..<count).map { row in
        "(" + (1...columns).map { "?\(row * columns + $0)" }.joined(separator: ", ") + ")"
      }
      return Statement("INSERT INTO \(target) VALUES " + rows.joined(separator: ", "))
    }
  }

  func run(_ rows: [[SQLValue]], in connection: Connection) throws {
    try run(values: rows.flatMap(\.self), in: connection)
  }

  /// Inserts rows whose values stand one after another.
  func run(values: [SQLValue], in connection: Connection) throws {
    var rest = values[...]
    while !rest.isEmpty {
      let part = rest.prefix(statements.count * columns)
      try connection.run(statements[part.count / columns - 1], Array(part))
      rest = rest.dropFirst(part.count)
    }
  }
}
