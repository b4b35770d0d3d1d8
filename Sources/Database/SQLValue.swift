/// One value going into a statement: `?1` takes the first, `?2` the second.
package enum SQLValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  /// An integer, or NULL for nothing.
  package init(_ value: Int64?) {
    self = value.map(SQLValue.integer) ?? .null
  }

  /// A machine integer, or NULL for nothing.
  package init(_ value: Int?) {
    self = value.map { .integer(Int64($0)) } ?? .null
  }

  /// A text, or NULL for nothing.
  package init(_ value: String?) {
    self = value.map(SQLValue.text) ?? .null
  }

  /// One or zero.
  package init(_ value: Bool) {
    self = .integer(value ? 1 : 0)
  }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByNilLiteral, ExpressibleByBooleanLiteral
{
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .integer(value ? 1 : 0) }
}
