import Billing
import Database
package import Desk
import Store

extension Office {
  /// What payers allowed less than expected, by the payer that answered and code, the largest
  /// shortfall first.
  ///
  /// Each line counts once, with the last answer that stands. What a payer paid on a claim since is
  /// told of its lines one after the other, of none more than it is short.
  ///
  /// - Throws: Any failure of the database.
  package func underpayments() throws -> [UnderpaymentRow] {
    try database.read { connection in
      var rows: [[String]: UnderpaymentRow] = [:]
      var paid: (claim: ClaimID, rest: Cents)?
      for line in try Underpayments.standing(in: connection) {
        var since = paid?.claim == line.claim ? paid?.rest ?? .zero : .zero
        if paid?.claim != line.claim {
          since = max(.zero, try Underpayments.paidSince(line.claim, in: connection))
        }
        let settled = min(since, line.expected - line.allowed)
        paid = (line.claim, since - settled)
        rows[
          [String(line.payer.rawValue), line.code],
          default: UnderpaymentRow(
            payer: line.payerName, code: line.code, lines: 0, allowed: .zero, expected: .zero)
        ].add(allowed: line.allowed, expected: line.expected, paidSince: settled)
      }
      return rows.values.sorted {
        ($1.shortfall, $0.payer, $0.code) < ($0.shortfall, $1.payer, $1.code)
      }
    }
  }
}

extension UnderpaymentRow {
  fileprivate mutating func add(allowed: Cents, expected: Cents, paidSince: Cents) {
    lines += 1
    self.allowed += allowed
    self.expected += expected
    self.paidSince += paidSince
  }
}
