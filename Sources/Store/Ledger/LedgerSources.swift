package import Billing
package import Database

/// What moved one receivable of a claim, entry by entry.
package enum LedgerSources {
  /// One entry.
  package struct Movement: Equatable, Sendable {
    package var on: Day
    package var cause: PostingCause
    package var traceNumber: String?
    /// In cents.
    package var amount: Cents
  }

  /// The entries that stand, oldest first; reversed ones and what reverses them are left out.
  package static func all(
    of claim: ClaimID, on account: LedgerAccount, in connection: Connection
  ) throws -> [Movement] {
    try connection.rows(
      """
      SELECT journal_entry.entry_day, journal_entry.cause, remittance.trace_number,
        sum(posting.amount_cents), journal_entry.id
      FROM posting JOIN journal_entry ON journal_entry.id = posting.entry_id
      LEFT JOIN remittance ON remittance.id = journal_entry.remittance_id
      WHERE posting.claim_id = ?1 AND posting.account = ?2 AND posting.line_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM journal_entry AS later
          WHERE later.reverses = journal_entry.id)
        AND (journal_entry.reverses IS NULL OR EXISTS (
          SELECT 1 FROM journal_entry AS undone JOIN journal_entry AS first
            ON first.id = undone.reverses
          WHERE undone.id = journal_entry.reverses))
      GROUP BY journal_entry.id HAVING sum(posting.amount_cents) <> 0
      ORDER BY journal_entry.entry_day, journal_entry.id
      """, [SQLValue(claim), .text(account.rawValue)]
    ) {
      Movement(
        on: $0.day(0), cause: try $0.word(1, Words.entryCause, key: 4),
        traceNumber: $0.textOrNil(2), amount: $0.cents(3))
    }
  }
}
