package import Billing
package import Database

/// What bills to the next payer took from a claim while its own payer had not answered.
package enum EarlyShares {
  private static let reading = Statement(
    """
    SELECT posting.line_id, sum(posting.amount_cents)
    FROM claim AS later JOIN journal_entry ON journal_entry.claim_id = later.id
    JOIN posting ON posting.entry_id = journal_entry.id
    WHERE later.prior_claim_id = ?1 AND posting.claim_id = ?1 AND posting.line_id IS NOT NULL
      AND posting.account = 'payer-receivable'
    GROUP BY posting.line_id HAVING sum(posting.amount_cents) < 0
    """)

  /// Cents by line that later claims took from the account of the claim's own payer; empty for nearly
  /// every claim.
  ///
  /// - Throws: Any failure of the database.
  package static func taken(
    from claim: ClaimID, in connection: Connection
  ) throws -> [ClaimLineID: Cents] {
    var taken: [ClaimLineID: Cents] = [:]
    try connection.forEach(reading, [SQLValue(claim)]) { row in
      taken[ClaimLineID(row.int(0))] = -row.cents(1)
    }
    return taken
  }
}
