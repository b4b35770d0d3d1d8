package import Billing
package import Database

/// What the ledger says of a period: the sums behind the month-end pack.
package enum PeriodTotals {
  /// One account over a period, in cents.
  package struct AccountRow: Equatable, Sendable {
    package var account: LedgerAccount
    package var start: Cents
    package var debits: Cents
    /// Below zero.
    package var credits: Cents

    package var end: Cents { start + debits + credits }
  }

  /// A SQL list of accounts.
  private static func list(_ accounts: [LedgerAccount]) -> String {
    accounts.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  /// Every account that anything was ever posted to up to the end of a period.
  package static func accounts(
    _ period: BookPeriod, in connection: Connection
  ) throws -> [AccountRow] {
    try connection.rows(
      """
      SELECT account,
        sum(CASE WHEN entry_day < ?1 THEN amount_cents ELSE 0 END),
        sum(CASE WHEN entry_day >= ?1 AND amount_cents > 0 THEN amount_cents ELSE 0 END),
        sum(CASE WHEN entry_day >= ?1 AND amount_cents < 0 THEN amount_cents ELSE 0 END),
        min(posting.entry_id)
      FROM posting JOIN journal_entry ON journal_entry.id = posting.entry_id
      WHERE entry_day <= ?2 GROUP BY account
      """, [SQLValue(period.first), SQLValue(period.last)]
    ) { row in
      AccountRow(
        account: try row.word(0, Words.postingAccount, key: 4), start: row.cents(1),
        debits: row.cents(2), credits: row.cents(3))
    }
  }

  /// What moved receivables in a period, by the account on the other side of the entries, in cents:
  /// debits positive; money that came in and money that went out apart.
  package static func counterparts(
    _ period: BookPeriod, in connection: Connection
  ) throws -> [(account: LedgerAccount, debits: Cents, credits: Cents)] {
    let receivables = list(LedgerAccount.receivables)
    return try connection.rows(
      """
      SELECT account, sum(CASE WHEN amount_cents > 0 THEN amount_cents ELSE 0 END),
        sum(CASE WHEN amount_cents < 0 THEN amount_cents ELSE 0 END), min(posting.entry_id)
      FROM posting JOIN journal_entry ON journal_entry.id = posting.entry_id
      WHERE entry_day BETWEEN ?1 AND ?2 AND account NOT IN (\(receivables))
        AND EXISTS (SELECT 1 FROM posting AS beside WHERE beside.entry_id = journal_entry.id
          AND beside.account IN (\(receivables)))
      GROUP BY account
      """, [SQLValue(period.first), SQLValue(period.last)]
    ) { (try $0.word(0, Words.postingAccount, key: 3), $0.cents(1), $0.cents(2)) }
  }

  /// All receivables at the end of a day, in cents.
  package static func receivable(
    through day: Day, in connection: Connection
  ) throws -> Cents {
    try connection.first(
      """
      SELECT coalesce(sum(amount_cents), 0)
      FROM posting JOIN journal_entry ON journal_entry.id = posting.entry_id
      WHERE entry_day <= ?1 AND account IN (\(list(LedgerAccount.receivables)))
      """, [SQLValue(day)]
    ) { $0.cents(0) } ?? .zero
  }

  /// Entries of a period that are about a day before it: how many, and what they moved of the
  /// receivables, in cents, by the month that they belong to.
  package static func forwarded(
    _ period: BookPeriod, in connection: Connection
  ) throws -> [(month: BookPeriod, entries: Int, receivable: Cents)] {
    let rows = try connection.rows(
      """
      SELECT journal_entry.id, belongs_day, coalesce((SELECT sum(amount_cents) FROM posting
        WHERE posting.entry_id = journal_entry.id
          AND account IN (\(list(LedgerAccount.receivables)))), 0)
      FROM journal_entry
      WHERE entry_day BETWEEN ?1 AND ?2 AND belongs_day IS NOT NULL AND belongs_day < ?1
      ORDER BY journal_entry.id
      """, [SQLValue(period.first), SQLValue(period.last)]
    ) { (BookPeriod(monthOf: $0.day(1)), $0.cents(2)) }
    return Dictionary(grouping: rows, by: \.0).sorted { $0.key.first < $1.key.first }.map {
      (month: $0.key, entries: $0.value.count, receivable: $0.value.map(\.1).total())
    }
  }
}
