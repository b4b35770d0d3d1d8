package import Billing
import Database
package import Desk
import Store

extension DepositQuery {
  fileprivate var selection: Deposits.Selection {
    Deposits.Selection(
      form: form, isUnmatchedOnly: isUnmatchedOnly, from: from, through: through)
  }
}

extension Office {
  /// Deposits, the newest first, with the sums of all that are meant.
  ///
  /// - Throws: Any failure of the database.
  package func deposits(_ query: DepositQuery) throws -> DepositsPage {
    try database.read { connection in
      let rows = DepositRows(office: self, connection: connection)
      return DepositsPage(
        rows: try Deposits.page(
          query.selection, offset: query.offset, limit: query.limit, in: connection
        ).map { try rows.row(of: $0) },
        count: try Deposits.count(query.selection, in: connection),
        forms: try Deposits.sums(query.selection, in: connection).map {
          DepositSum(name: $0.form.title, count: $0.count, amount: $0.amount, matched: $0.matched)
        })
    }
  }

  /// One deposit with everything that is known of it.
  ///
  /// - Throws: ``Refusal`` where there is none; any failure of the database.
  package func deposit(_ id: DepositID) throws -> DepositDetail {
    try database.read { connection in
      guard let deposit = try Deposits.find(id, in: connection) else {
        throw Refusal(
          "There is no deposit \(id.rawValue); docket deposit list shows those there are.")
      }
      return try DepositRows(office: self, connection: connection).detail(of: deposit)
    }
  }

  /// The deposits of a time, by form and by payer, with how fast they were posted.
  ///
  /// - Throws: Any failure of the database.
  package func depositsReport(from: Day, through: Day) throws -> DepositsReport {
    let query = DepositQuery(from: from, through: through, limit: 1_000_000)
    let page = try deposits(query)
    let standing = page.rows.filter { !$0.deposit.isVoid }
    let payers = Dictionary(grouping: standing) { $0.payer.isEmpty ? "not named" : $0.payer }
      .map { name, rows in
        DepositSum(
          name: name, count: rows.count, amount: rows.map(\.deposit.content.amount).total(),
          matched: rows.map(\.deposit.matched).total())
      }.sorted { ($1.amount, $0.name) < ($0.amount, $1.name) }
    let lags = standing.filter { $0.postedOn != nil }.map(\.lag).sorted()
    return DepositsReport(
      from: from, through: through, forms: page.forms, payers: payers, rows: page.rows,
      medianLag: lags.isEmpty ? nil : lags[(lags.count - 1) / 2],
      ninthDecileLag: lags.isEmpty ? nil : lags[(lags.count * 9 + 9) / 10 - 1],
      withinTwo: lags.isEmpty ? nil : lags.count { $0 <= 2 } * 10_000 / lags.count,
      open: standing.count { $0.postedOn == nil })
  }
}
