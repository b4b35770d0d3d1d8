import Database

/// Reads the rows of many keys with few statements: a list of keys is filled up to one of few lengths.
struct KeysReading: Sendable {
  private static let lengths = [1, 8, 64]
  private let statements: [Statement]

  /// - Parameter sql: The query, given a list of keys in SQL for `IN`.
  init(_ sql: (_ keys: String) -> String) {
    statements = Self.lengths.map { length in
      Statement(sql("(" + (1...length).map { "?\($0)" }.joined(separator: ", ") + ")"))
    }
  }

  /// Visits the rows of some keys, of each key once, in the order of the query for every 64 of them.
  func forEach(
    _ keys: [SQLValue], in connection: Connection, _ visit: (borrowing Row) throws -> Void
  ) throws {
    var rest = keys[...]
    while let last = rest.last {
      let place = Self.lengths.firstIndex { $0 >= rest.count } ?? Self.lengths.count - 1
      let length = Self.lengths[place]
      var part = Array(rest.prefix(length))
      rest = rest.dropFirst(length)
      // A key that stands in the list twice is found once.
      while part.count < length { part.append(last) }
      try connection.forEach(statements[place], part, visit)
    }
  }
}
