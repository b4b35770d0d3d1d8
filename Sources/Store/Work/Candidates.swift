import Billing
import Database

/// Items among which all that a filter leaves must be, as an index of one field knows them.
///
/// It is only ever a first choice: what it gives is judged by the whole filter again, so it may give
/// too many and must never give too few. The statement numbers the queue `?1`, the lane `?2`, and its
/// own arguments from where it is told.
struct Candidates: Sendable {
  private let sources: [Source]

  /// One statement that gives identities, with `?` where its arguments go.
  private struct Source: Sendable {
    var sql: String
    var arguments: [SQLValue] = []
  }

  /// Behind every text that begins with another one.
  private static let end = "\u{10FFFF}"

  var arguments: [SQLValue] { sources.flatMap(\.arguments) }

  /// The statement, its arguments numbered from `first`.
  func text(numberedFrom first: Int) -> String {
    var number = first
    return sources.map { source in
      source.sql.reduce(into: "") { text, character in
        text.append(character)
        guard character == "?" else { return }
        text += String(number)
        number += 1
      }
    }.joined(separator: " UNION ALL ").replacing("$", with: "?")
  }

  /// What is known of the parts of a filter that must all hold; nothing where no index helps.
  static func all(of filter: WorkFilter, user: String, today: Day) -> [Candidates] {
    switch filter {
    case .all(let parts): parts.flatMap { all(of: $0, user: user, today: today) }
    case .mine: [Candidates(sources: owners(user, upTo: user) + [leases])]
    case .field(let field, let comparison, let values):
      sources(of: field, comparison, values, today: today).map { [Candidates(sources: $0)] } ?? []
    case .everything, .word, .unclaimed, .not, .any: []
    }
  }

  /// One source for each value, or nil where one of them has none.
  private static func sources(
    of field: FilterField, _ comparison: FilterComparison, _ values: [FilterValue], today: Day
  ) -> [Source]? {
    guard !values.isEmpty else { return nil }
    var found: [Source] = []
    for value in values {
      switch (field, value) {
      case (.claim, .text(let text)) where !text.isEmpty:
        let prefix = text.lowercased()
        found.append(
          Source(
            sql: range(of: Dialect.folded("reference"), in: "work_item_reference", "is_closed = 0"),
            arguments: [.text(prefix), .text(prefix + end)]))
      case (.owner, .text(let text)) where !text.isEmpty:
        let prefix = text.lowercased()
        found += owners(prefix, upTo: prefix + end) + [leases]
      case (.due, .day(let day)):
        found.append(days("safe_day", in: "work_item_due", comparison, day))
      case (.dos, .day(let day)):
        found.append(days("service_day", in: "work_item_age", comparison, day))
      case (.age, .number(let days)) where (0...999_999).contains(days):
        // Older means an earlier day of service.
        found.append(
          Candidates.days(
            "service_day", in: "work_item_age", comparison.mirrored, today.adding(days: -days)))
      default: return nil
      }
    }
    return found
  }

  private static func days(
    _ column: String, in index: String, _ comparison: FilterComparison, _ day: Day
  ) -> Source {
    Source(
      sql: """
        SELECT id FROM work_item \(Dialect.by(index))
        WHERE queue = $1 AND lane = $2 AND is_closed = 0 AND \(column) \(comparison.sign) ?
        """, arguments: [SQLValue(day)])
  }

  private static func range(of column: String, in index: String, _ isIndexed: String) -> String {
    """
    SELECT id FROM work_item \(Dialect.by(index))
    WHERE \(isIndexed) AND \(column) >= ? AND \(column) <= ?
    """
  }

  private static func owners(_ first: String, upTo last: String) -> [Source] {
    [
      Source(
        sql: range(of: Dialect.folded("owner"), in: "work_item_owner", "owner IS NOT NULL"),
        arguments: [.text(first), .text(last)])
    ]
  }

  /// Whatever somebody holds: no more than there are billers at work.
  private static let leases = Source(
    sql: """
      SELECT id FROM work_item \(Dialect.by("work_item_lease")) WHERE lease_session IS NOT NULL
      """)
}

extension FilterComparison {
  /// The sign in a statement.
  var sign: String {
    switch self {
    case .has: "="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .less: "<"
    case .lessOrEqual: "<="
    }
  }

  /// What the other side of a subtraction must be.
  fileprivate var mirrored: FilterComparison {
    switch self {
    case .has: .has
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    }
  }
}
