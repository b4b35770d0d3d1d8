package import Billing
package import Database

/// The journal: entries that sum to zero, and the balances they leave on the lines.
package enum Ledger {
  private static let entryInsertion = Statement(
    """
    INSERT INTO journal_entry (cause, entry_day, claim_id, remittance_id, remit_claim_id,
      activity_id, reverses, known_on, deposit_id, belongs_day)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """)
  private static let postingInsertion = RowsInsertion(
    into: "posting (entry_id, position, account, amount_cents, claim_id, line_id, charge_id)",
    columns: 7, most: 16)
  private static let lineUpdate = Statement(
    """
    UPDATE claim_line SET payer_cents = payer_cents + ?2, next_payer_cents = next_payer_cents + ?3,
      patient_cents = patient_cents + ?4, paid_cents = paid_cents + ?5,
      adjusted_cents = adjusted_cents + ?6
    WHERE id = ?1
    """)

  /// Writes an entry and moves the balances of the lines it names.
  ///
  /// An entry of a closed day is dated forward to the open one, and says which day it belongs to.
  ///
  /// `known` is the business day of the office.
  package static func post(
    _ entry: JournalEntry, claim: ClaimID? = nil, remittance: RemittanceID? = nil,
    remitClaim: RemitClaimID? = nil, deposit: DepositID? = nil, activity: ActivityID? = nil,
    reverses: Int64? = nil, known: Day, in connection: Connection
  ) throws -> Int64 {
    let day = try BookCloses.openDay(for: entry.on, known: known, in: connection)
    let id = try connection.insert(
      entryInsertion, .text(entry.cause.rawValue), SQLValue(day), SQLValue(claim),
      SQLValue(remittance), SQLValue(remitClaim), SQLValue(activity), SQLValue(reverses),
      SQLValue(known), SQLValue(deposit), SQLValue(day == entry.on ? nil : entry.on))
    var moved: [ClaimLineID: LineBalances] = [:]
    var rows: [SQLValue] = []
    rows.reserveCapacity(entry.postings.count * 7)
    for (position, posting) in entry.postings.enumerated() {
      rows += [
        .integer(id), SQLValue(position), .text(posting.account.rawValue),
        SQLValue(posting.amount), SQLValue(posting.claim), SQLValue(posting.line),
        SQLValue(posting.charge),
      ]
      if let line = posting.line { moved[line, default: LineBalances()].move(posting) }
    }
    try postingInsertion.run(values: rows, in: connection)
    for (line, change) in moved.sorted(by: { $0.key < $1.key }) {
      try connection.run(
        lineUpdate, SQLValue(line), SQLValue(change.payer), SQLValue(change.nextPayer),
        SQLValue(change.patient), SQLValue(change.paid), SQLValue(change.adjusted))
    }
    return id
  }

  /// An entry as kept.
  package struct Kept: Equatable, Sendable {
    package var id: Int64
    package var entry: JournalEntry
    package var claim: ClaimID?
    package var remittance: RemittanceID?
    package var remitClaim: RemitClaimID?
    package var deposit: DepositID?
    package var activity: ActivityID?
    package var isReversed: Bool
  }

  /// The entries made by one activity, oldest first.
  package static func entries(
    ofActivity activity: ActivityID, in connection: Connection
  ) throws -> [Kept] {
    try entries("activity_id = ?1", [SQLValue(activity)], in: connection)
  }

  /// The entries that posted one claim of a remittance, oldest first.
  package static func entries(
    ofRemitClaim remitClaim: RemitClaimID, of remittance: RemittanceID, in connection: Connection
  ) throws -> [Kept] {
    try entries(
      "remit_claim_id = ?1 AND remittance_id = ?2", [SQLValue(remitClaim), SQLValue(remittance)],
      in: connection)
  }

  /// The entry by which a claim of a remittance stands posted now, nil where it moved no money.
  ///
  /// What was undone and done again stands by its last entry, which reverses a reversal.
  package static func standing(
    ofRemitClaim remitClaim: RemitClaimID, of remittance: RemittanceID, in connection: Connection
  ) throws -> Kept? {
    try entries(
      ofRemitClaim: remitClaim, of: remittance, in: connection
    ).last { $0.entry.cause == .remittanceClaim }.flatMap { try standing($0, in: connection) }
  }

  /// The entry by which another still counts: itself, or what reversed its reversal; nil where it
  /// counts no more.
  package static func standing(_ entry: Kept, in connection: Connection) throws -> Kept? {
    var standing = entry
    while standing.isReversed {
      guard let undo = try reversal(of: standing, in: connection), undo.isReversed,
        let redo = try reversal(of: undo, in: connection)
      else { return nil }
      standing = redo
    }
    return standing
  }

  private static func reversal(of kept: Kept, in connection: Connection) throws -> Kept? {
    try entries("reverses = ?1", [.integer(kept.id)], in: connection).first
  }

  /// What an answer stands for in the books now: one amount for each account and line.
  package static func effect(
    ofRemitClaim remitClaim: RemitClaimID, in connection: Connection
  ) throws -> [Posting] {
    try connection.rows(
      """
      SELECT posting.account, posting.claim_id, posting.line_id, sum(posting.amount_cents)
      FROM journal_entry JOIN posting ON posting.entry_id = journal_entry.id
      WHERE journal_entry.remit_claim_id = ?1
      GROUP BY posting.account, posting.claim_id, posting.line_id
      HAVING sum(posting.amount_cents) <> 0
      ORDER BY posting.line_id, posting.account
      """, [SQLValue(remitClaim)]
    ) {
      Posting(
        account: try $0.word(0, Words.postingAccount, key: .many), amount: $0.cents(3),
        claim: $0.idOrNil(1, of: Claim.self), line: $0.idOrNil(2, of: ClaimLine.self))
    }
  }

  /// What people gave up of each line of a claim, less what was taken back, in cents.
  package static func writtenOffByLine(
    of claim: ClaimID, in connection: Connection
  ) throws -> [ClaimLineID: Cents] {
    try byLine(
      """
      SELECT line_id, sum(amount_cents) FROM posting
      WHERE claim_id = ?1 AND account = 'write-off' AND line_id IS NOT NULL GROUP BY line_id
      """, claim, in: connection)
  }

  /// What people moved to the patient on each line of a claim, less what was taken back, in cents.
  package static func movedToPatientByLine(
    of claim: ClaimID, in connection: Connection
  ) throws -> [ClaimLineID: Cents] {
    // A reversal counts with the entry at the root of what it reverses.
    try byLine(
      """
      WITH RECURSIVE moved (id) AS (
        SELECT id FROM journal_entry WHERE claim_id = ?1 AND cause = 'transfer'
        UNION SELECT journal_entry.id FROM journal_entry JOIN moved ON journal_entry.reverses = moved.id
      )
      SELECT posting.line_id, sum(posting.amount_cents)
      FROM moved JOIN posting ON posting.entry_id = moved.id
      WHERE posting.account = 'patient-receivable' AND posting.line_id IS NOT NULL
      GROUP BY posting.line_id
      """, claim, in: connection)
  }

  private static func byLine(
    _ sql: String, _ claim: ClaimID, in connection: Connection
  ) throws -> [ClaimLineID: Cents] {
    let rows = try connection.rows(sql, [SQLValue(claim)]) {
      (ClaimLineID($0.int(0)), $0.cents(1))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// Whether what is open on a claim differs from what one entry left there.
  package static func hasMoved(
    _ claim: ClaimID, since entry: Int64, in connection: Connection
  ) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM posting WHERE entry_id > ?1 AND claim_id = ?2 AND line_id IS NOT NULL
      GROUP BY line_id, account HAVING sum(amount_cents) <> 0
      """, [.integer(entry), SQLValue(claim)]
    ) { $0.bool(0) } ?? false
  }

  /// Whether people posted, gave up or moved anything of a claim that still stands.
  package static func isMovedByPeople(
    _ claim: ClaimID, in connection: Connection
  ) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM journal_entry JOIN posting ON posting.entry_id = journal_entry.id
      WHERE journal_entry.claim_id = ?1 AND journal_entry.activity_id IS NOT NULL
        AND journal_entry.cause <> 'charge'
      GROUP BY posting.account, posting.line_id HAVING sum(posting.amount_cents) <> 0
      """, [SQLValue(claim)]
    ) { _ in true } ?? false
  }

  /// What people gave up of a claim, less what was taken back, in cents.
  package static func writtenOff(
    of claim: ClaimID, in connection: Connection
  ) throws -> Cents {
    try connection.first(
      """
      SELECT coalesce(sum(amount_cents), 0) FROM posting
      WHERE claim_id = ?1 AND account = 'write-off'
      """, [SQLValue(claim)]
    ) { $0.cents(0) } ?? .zero
  }

  /// Entries of a remittance that belong to no answer of it: its cash, its provider adjustments, its
  /// difference; oldest first.
  package static func entries(
    ofRemittance remittance: RemittanceID, in connection: Connection
  ) throws -> [Kept] {
    try entries(
      "remittance_id = ?1 AND remit_claim_id IS NULL AND claim_id IS NULL",
      [SQLValue(remittance)], in: connection)
  }

  /// Whether a later answer took back a part of what an answer posted.
  package static func isRestated(
    _ remitClaim: RemitClaimID, in connection: Connection
  ) throws -> Bool {
    try entries(
      "remit_claim_id = ?1 AND cause = 'restatement'", [SQLValue(remitClaim)], in: connection
    ).contains { try standing($0, in: connection) != nil }
  }

  /// The entries that move money of a claim, oldest first.
  package static func entries(
    ofClaim claim: ClaimID, in connection: Connection
  ) throws -> [Kept] {
    try entries("claim_id = ?1", [SQLValue(claim)], in: connection)
  }

  private static func entries(
    _ condition: String, _ arguments: [SQLValue], in connection: Connection
  ) throws -> [Kept] {
    try connection.rows(
      """
      SELECT id, cause, entry_day, claim_id, remittance_id, remit_claim_id, activity_id,
        EXISTS (SELECT 1 FROM journal_entry AS later WHERE later.reverses = journal_entry.id),
        deposit_id
      FROM journal_entry WHERE \(condition) ORDER BY id
      """, arguments
    ) { row in
      let id = row.int(0)
      let remittance = row.idOrNil(4, of: Remittance.self)
      let remitClaim = row.idOrNil(5, of: RemittanceClaim.self)
      let postings = try connection.rows(
        """
        SELECT account, amount_cents, claim_id, line_id, charge_id FROM posting
        WHERE entry_id = ?1 ORDER BY position
        """, [.integer(id)]
      ) {
        Posting(
          account: try $0.word(0, Words.postingAccount, key: .known(id)), amount: $0.cents(1),
          claim: $0.idOrNil(2, of: Claim.self), line: $0.idOrNil(3, of: ClaimLine.self),
          remittance: remittance, remitClaim: remitClaim, charge: $0.idOrNil(4, of: Charge.self))
      }
      let entry = try JournalEntry(
        cause: row.word(1, Words.entryCause), on: row.day(2), postings: postings)
      return Kept(
        id: id, entry: entry, claim: row.idOrNil(3, of: Claim.self), remittance: remittance,
        remitClaim: remitClaim, deposit: row.idOrNil(8, of: Deposit.self),
        activity: row.idOrNil(6, of: Activity.self),
        isReversed: row.bool(7))
    }
  }

  /// What is still in suspense because of one remittance, in cents.
  package static func suspense(
    of remittance: RemittanceID, in connection: Connection
  ) throws -> Cents {
    try connection.first(
      """
      SELECT coalesce(-sum(posting.amount_cents), 0)
      FROM journal_entry JOIN posting ON posting.entry_id = journal_entry.id
      WHERE journal_entry.remittance_id = ?1 AND posting.account = 'suspense'
      """, [SQLValue(remittance)]
    ) { $0.cents(0) } ?? .zero
  }
}
