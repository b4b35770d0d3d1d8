import Database
package import Desk
import Store

extension Office {
  /// What payers allowed less than expected, by payer and code, the largest shortfall first.
  ///
  /// - Throws: Any failure of the database.
  package func underpayments() throws -> [UnderpaymentRow] {
    try database.read { connection in
      try Underpayments.totals(in: connection).map {
        UnderpaymentRow(
          payer: $0.payer, code: $0.code, lines: $0.lines, allowed: $0.allowed,
          expected: $0.expected)
      }
    }
  }
}
