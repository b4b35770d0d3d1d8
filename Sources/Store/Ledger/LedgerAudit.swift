package import Billing
package import Database

/// The questions `docket check` asks of the ledger.
package enum LedgerAudit {
  /// The sum of all postings, in cents: zero, always.
  package static func sum(in connection: Connection) throws -> Cents {
    try scalar("SELECT coalesce(sum(amount_cents), 0) FROM posting", in: connection)
  }

  /// Entries that do not sum to zero.
  package static func unbalancedEntries(
    in connection: Connection
  ) throws -> [(id: Int64, sum: Cents)] {
    try connection.rows(
      """
      SELECT entry_id, sum(amount_cents) FROM posting
      GROUP BY entry_id HAVING sum(amount_cents) <> 0
      """
    ) { ($0.int(0), $0.cents(1)) }
  }

  /// Lines whose kept balances differ from the sums of their postings.
  package static func differingLines(in connection: Connection) throws -> [ClaimLineID] {
    try connection.rows(
      """
      SELECT claim_line.id FROM claim_line LEFT JOIN (
        SELECT line_id,
          sum(CASE WHEN account = 'payer-receivable' THEN amount_cents ELSE 0 END) AS payer,
          sum(CASE WHEN account = 'next-payer-receivable' THEN amount_cents ELSE 0 END) AS next,
          sum(CASE WHEN account = 'patient-receivable' THEN amount_cents ELSE 0 END) AS patient,
          sum(CASE WHEN account = 'suspense' THEN amount_cents ELSE 0 END) AS paid,
          sum(CASE WHEN account IN ('contractual-adjustment', 'other-adjustment', 'write-off')
            THEN amount_cents ELSE 0 END) AS adjusted
        FROM posting WHERE line_id IS NOT NULL GROUP BY line_id
      ) AS sums ON sums.line_id = claim_line.id
      WHERE claim_line.payer_cents <> coalesce(sums.payer, 0)
        OR claim_line.next_payer_cents <> coalesce(sums.next, 0)
        OR claim_line.patient_cents <> coalesce(sums.patient, 0)
        OR claim_line.paid_cents <> coalesce(sums.paid, 0)
        OR claim_line.adjusted_cents <> coalesce(sums.adjusted, 0)
      """
    ) { ClaimLineID($0.int(0)) }
  }

  /// What the remittances say was paid, in cents.
  package static func payment(in connection: Connection) throws -> Cents {
    try payment(.standing, in: connection)
  }

  /// What remittances say was paid of which nobody said yet what they are, in cents.
  package static func waiting(in connection: Connection) throws -> Cents {
    try payment(.asked, in: connection)
  }

  private static func payment(
    _ standing: RemittanceStanding, in connection: Connection
  ) throws -> Cents {
    try connection.first(
      "SELECT coalesce(sum(payment_cents), 0) FROM remittance WHERE standing = ?1",
      [.text(standing.rawValue)]
    ) { $0.cents(0) } ?? .zero
  }

  /// Cash taken in by the ledger, in cents.
  package static func cash(in connection: Connection) throws -> Cents {
    try scalar(
      "SELECT coalesce(sum(amount_cents), 0) FROM posting WHERE account = 'cash'", in: connection)
  }

  /// What stands on an account, in cents.
  package static func balance(
    of account: LedgerAccount, in connection: Connection
  ) throws -> Cents {
    try connection.first(
      "SELECT coalesce(sum(amount_cents), 0) FROM posting WHERE account = ?1",
      [.text(account.rawValue)]
    ) { $0.cents(0) } ?? .zero
  }

  /// What stands below zero on claims, with the payer, the next payer or the patient, in cents.
  package static func credit(in connection: Connection) throws -> Cents {
    try scalar(
      """
      SELECT coalesce(sum(min(payer, 0) + min(next, 0) + min(patient, 0)), 0)
      FROM (SELECT sum(payer_cents) AS payer, sum(next_payer_cents) AS next,
        sum(patient_cents) AS patient FROM claim_line GROUP BY claim_id)
      """, in: connection)
  }

  /// Cash still unexplained, in cents.
  package static func suspense(in connection: Connection) throws -> Cents {
    try scalar(
      "SELECT coalesce(-sum(amount_cents), 0) FROM posting WHERE account = 'suspense'",
      in: connection)
  }

  /// The same as kept by the trigger, for the first screen.
  package static func keptSuspense(in connection: Connection) throws -> Cents {
    try scalar(
      "SELECT -amount_cents FROM ledger_total WHERE account = 'suspense'", in: connection)
  }

  /// Cash explained by posted claims and provider adjustments, in cents: counted from its own
  /// entries, so that posted plus suspense equal to payment is a finding and not an identity.
  package static func posted(in connection: Connection) throws -> Cents {
    try scalar(
      """
      SELECT coalesce(sum(posting.amount_cents), 0) FROM posting
      JOIN journal_entry ON journal_entry.id = posting.entry_id
      WHERE posting.account = 'suspense' AND journal_entry.cause <> 'cash-received'
      """, in: connection)
  }

  /// Remittances whose kept totals differ from their claims and provider adjustments.
  package static func differingRemittances(
    in connection: Connection
  ) throws -> [(trace: String, detail: String)] {
    try connection.rows(
      """
      SELECT remittance.trace_number, remittance.claim_count, count(remit_claim.id),
        remittance.claims_paid_cents, coalesce(sum(remit_claim.paid_cents), 0)
      FROM remittance LEFT JOIN remit_claim ON remit_claim.remittance_id = remittance.id
      GROUP BY remittance.id
      HAVING remittance.claim_count <> count(remit_claim.id)
        OR remittance.claims_paid_cents <> coalesce(sum(remit_claim.paid_cents), 0)
        OR remittance.payment_cents <> remittance.claims_paid_cents
          - remittance.provider_adjusted_cents + remittance.difference_cents
      """
    ) {
      (
        $0.text(0),
        "\($0.int(1)) claims said, \($0.int(2)) kept; \($0.cents(3)) said, \($0.cents(4)) kept"
      )
    }
  }

  /// Remittances whose cash entry is missing or differs from the payment.
  package static func differingCash(in connection: Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT remittance.trace_number FROM remittance LEFT JOIN (
        SELECT journal_entry.remittance_id AS id, sum(posting.amount_cents) AS cents
        FROM journal_entry JOIN posting ON posting.entry_id = journal_entry.id
        WHERE posting.account = 'cash' GROUP BY journal_entry.remittance_id
      ) AS received ON received.id = remittance.id
      WHERE coalesce(received.cents, 0)
        <> CASE WHEN standing = 'standing' THEN remittance.payment_cents ELSE 0 END
      """
    ) { $0.text(0) }
  }

  /// Deposits whose entries are not what came into the bank, or what a void one leaves: nothing.
  package static func differingDeposits(in connection: Connection) throws -> [DepositID] {
    try connection.rows(
      """
      SELECT deposit.id FROM deposit LEFT JOIN (
        SELECT journal_entry.deposit_id AS id,
          sum(CASE WHEN account = 'bank' THEN amount_cents ELSE 0 END) AS bank,
          sum(CASE WHEN account = 'cash' THEN amount_cents ELSE 0 END) AS cash
        FROM journal_entry JOIN posting ON posting.entry_id = journal_entry.id
        WHERE journal_entry.deposit_id IS NOT NULL GROUP BY journal_entry.deposit_id
      ) AS entries ON entries.id = deposit.id
      WHERE coalesce(entries.bank, 0)
          <> CASE WHEN \(Deposits.isVoid) THEN 0 ELSE deposit.amount_cents END
        OR coalesce(entries.cash, 0) <> -coalesce(entries.bank, 0)
      ORDER BY deposit.id
      """
    ) { DepositID($0.int(0)) }
  }

  /// Deposits and remittances that are matched with more than they are, and matches of what does not
  /// count: void deposits, remittances that are void or stand for another one.
  package static func differingMatches(in connection: Connection) throws -> [String] {
    let standing =
      "SELECT * FROM deposit_match WHERE \(DepositMatches.stands)"
    return try connection.rows(
      """
      SELECT 'deposit ' || deposit.id FROM deposit
      JOIN (SELECT deposit_id, sum(amount_cents) AS cents FROM (\(standing)) GROUP BY deposit_id)
        AS matched ON matched.deposit_id = deposit.id
      WHERE matched.cents > deposit.amount_cents OR \(Deposits.isVoid)
      UNION ALL
      SELECT 'remittance ' || remittance.trace_number FROM remittance
      JOIN (SELECT remittance_id, sum(amount_cents) AS cents FROM (\(standing))
        GROUP BY remittance_id) AS matched ON matched.remittance_id = remittance.id
      WHERE matched.cents
        > CASE WHEN standing = 'standing' THEN remittance.payment_cents ELSE 0 END
      """
    ) { $0.text(0) }
  }

  /// What stands on the account of the bank, in cents.
  package static func bank(in connection: Connection) throws -> Cents {
    try scalar(
      "SELECT coalesce(sum(amount_cents), 0) FROM posting WHERE account = 'bank'", in: connection)
  }

  /// What of the deposits is matched with remittances, in cents.
  package static func matchedDeposits(in connection: Connection) throws -> Cents {
    try scalar(
      "SELECT coalesce(sum(amount_cents), 0) FROM deposit_match WHERE \(DepositMatches.stands)",
      in: connection)
  }

  /// Entries that lie in a closed period although they were made after it was closed.
  package static func closedPeriodFault(in connection: Connection) throws -> String? {
    guard let close = try BookCloses.standing(in: connection) else { return nil }
    let now = try PeriodTotals.receivable(through: close.period.last, in: connection)
    guard now != close.receivable else { return nil }
    return "receivables through \(close.period.last) were \(close.receivable) when the "
      + "\(close.period.kind.rawValue) \(close.period) was closed, and are \(now) now"
  }

  package static func count(of table: CountedTable, in connection: Connection) throws -> Int {
    if table == .claim { return try Claims.count(in: connection) }
    return Int(try scalar("SELECT count(*) FROM \(table.rawValue)", in: connection).rawValue)
  }

  /// Tables that `check` and the home screen count.
  package enum CountedTable: String, Sendable { case file, claim, remittance }

  private static func scalar(_ sql: String, in connection: Connection) throws -> Cents {
    try connection.first(sql) { $0.cents(0) } ?? .zero
  }
}
