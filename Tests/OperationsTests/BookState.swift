// What the books of an office hold, read inside a transaction that is rolled back afterwards.

import Billing
import Database
import Desk
import Foundation

/// The books as one text a part, read with plain SQL beside the program's own statements.
struct BookState: Equatable {
  private(set) var parts: [String: String] = [:]

  /// Every part is one statement of rows of text.
  init(_ connection: Connection) throws {
    for (name, sql) in Self.statements {
      parts[name] =
        try connection.first(
          "SELECT coalesce(group_concat(line, char(10)), '') FROM (\(sql))"
        ) { $0.text(0) } ?? ""
    }
  }

  /// What stands in one of two states alone, by part.
  func differences(to other: BookState) -> [String] {
    parts.keys.sorted().filter { parts[$0] != other.parts[$0] }.flatMap { key in
      let (mine, theirs) = (lines(key), other.lines(key))
      return mine.filter { !theirs.contains($0) }.map { "\(key) - \($0)" }
        + theirs.filter { !mine.contains($0) }.map { "\(key) + \($0)" }
    }
  }

  private func lines(_ key: String) -> [String] {
    (parts[key] ?? "").split(separator: "\n").map(String.init)
  }

  /// The statements of ``OfficeState``, and how far every subject has come, with each row named
  /// `line`.
  private static let statements: [(name: String, sql: String)] =
    (OfficeState.statements + OfficeState.orderStatements).map { name, sql in
      // Orders that special work made and an undo cancelled keep their number.
      (
        name,
        name == "orders"
          ? sql.named("line").replacingOrdersMadeHere : sql.named("line")
      )
    } + [
      (
        "balances",
        """
        SELECT json_array(claim_id, line_id, charge_id, account, sum(amount_cents)) AS line
        FROM posting GROUP BY claim_id, line_id, charge_id, account
        HAVING sum(amount_cents) <> 0 ORDER BY claim_id, line_id, charge_id, account
        """
      ),
      (
        "billed charges",
        """
        SELECT json_array(id, standing, claim_id, claim_line_id) AS line FROM charge
        WHERE standing <> 'withdrawn' ORDER BY id
        """
      ),
    ]
}

extension String {
  fileprivate var replacingOrdersMadeHere: String {
    guard let order = range(of: "ORDER BY") else { return self }
    return self[..<order.lowerBound] + "WHERE NOT (number LIKE 'S-%' AND standing = 'cancelled') "
      + self[order.lowerBound...]
  }

  /// A statement `SELECT json_array(...) FROM ...` with a name for its one column.
  fileprivate func named(_ name: String) -> String {
    var depth = 0
    for index in indices {
      if self[index] == "(" { depth += 1 }
      guard self[index] == ")" else { continue }
      depth -= 1
      if depth == 0 {
        return String(self[...index]) + " AS \(name)" + String(self[self.index(after: index)...])
      }
    }
    return self
  }
}
