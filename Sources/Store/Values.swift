package import Billing
package import Database

// How values of the trade become columns and back: one place, so that no query guesses.

extension SQLValue {
  package init(_ amount: Cents) { self = .integer(amount.rawValue) }
  package init(_ day: Day) { self = .integer(Int64(day.rawValue)) }
  package init(_ day: Day?) { self = day.map { SQLValue($0) } ?? .null }
  package init<Subject>(_ id: Identifier<Subject>) { self = .integer(id.rawValue) }
  package init<Subject>(_ id: Identifier<Subject>?) { self = id.map { SQLValue($0) } ?? .null }
}

extension Row {
  package func cents(_ column: Int) -> Cents { Cents(int(column)) }
  package func day(_ column: Int) -> Day { Day(rawValue: Int32(clamping: int(column))) }
  package func dayOrNil(_ column: Int) -> Day? {
    intOrNil(column).map { Day(rawValue: Int32(clamping: $0)) }
  }
  /// The days of a service from two columns side by side; nil where the first is empty.
  package func serviceOrNil(_ column: Int) -> ServiceDates? {
    guard let first = dayOrNil(column) else { return nil }
    return ServiceDates(first, through: dayOrNil(column + 1))
  }
  package func id<Subject>(_ column: Int, of subject: Subject.Type) -> Identifier<Subject> {
    Identifier(int(column))
  }
  package func idOrNil<Subject>(_ column: Int, of subject: Subject.Type) -> Identifier<Subject>? {
    intOrNil(column).map { Identifier($0) }
  }
}

extension Connection {
  /// Saves one row that may be there already, and gives its key: the statement says RETURNING id.
  func save(_ statement: Statement, _ arguments: SQLValue...) throws -> Int64 {
    guard let id = try first(statement, arguments, { $0.int(0) }) else {
      throw DatabaseFailure.sql(message: "no row was saved", statement: statement.sql)
    }
    return id
  }
}

/// Lists of short codes kept in one text column, separated by blanks.
enum CodeList {
  static func text(_ codes: [String]) -> String { codes.joined(separator: " ") }

  /// Numbers of a text, or nil where one of its words is no number.
  static func numbers(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    for code in codes(text) {
      guard let number = Int(code) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  static func codes(_ text: String) -> [String] {
    if text.isEmpty { return [] }
    return text.utf8.contains(UInt8(ascii: " "))
      ? text.split(separator: " ").map(String.init) : [text]
  }
}
