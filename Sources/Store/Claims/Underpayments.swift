package import Billing
package import Database

/// Lines that payers allowed too little for, as their answers said when they were posted.
package enum Underpayments {
  private static let knowing = Statement("SELECT 1 FROM underpayment WHERE claim_id = ?1 LIMIT 1")

  /// Keeps a line of an answer that allows too little; posted once more, it is said anew.
  package static func save(
    _ answer: RemitClaimID, claim: ClaimID, line: Int, allowed: Cents, expected: Cents,
    source: Underpayment.Source, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO underpayment (remit_claim_id, claim_id, line, allowed_cents, expected_cents,
        source, known_on)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (remit_claim_id, line) DO UPDATE SET claim_id = excluded.claim_id,
        allowed_cents = excluded.allowed_cents, expected_cents = excluded.expected_cents,
        source = excluded.source
      """, SQLValue(answer), SQLValue(claim), SQLValue(line), SQLValue(allowed),
      SQLValue(expected), .text(source.rawValue), SQLValue(known))
  }

  /// Whether a claim was ever underpaid.
  package static func isKnown(_ claim: ClaimID, in connection: Connection) throws -> Bool {
    try connection.first(knowing, [SQLValue(claim)]) { _ in true } ?? false
  }

  /// What of a claim stands as underpaid; nil where nothing does.
  ///
  /// Payments of later answers of the same payer level count against it.
  package static func find(
    _ claim: ClaimID, in connection: Connection
  ) throws -> Underpayment? {
    let lines = try connection.rows(
      """
      SELECT underpayment.line, claim_line.code, claim_line.modifiers, underpayment.allowed_cents,
        underpayment.expected_cents, underpayment.source, remittance.trace_number,
        remittance.notice_day, underpayment.id
      FROM underpayment JOIN remit_claim ON remit_claim.id = underpayment.remit_claim_id
      JOIN remittance ON remittance.id = remit_claim.remittance_id
      JOIN claim_line ON claim_line.claim_id = underpayment.claim_id
        AND claim_line.number = underpayment.line
      WHERE underpayment.claim_id = ?1 AND remit_claim.state = 'posted'
        AND remit_claim.claim_id = ?1
      ORDER BY underpayment.line, underpayment.id
      """, [SQLValue(claim)]
    ) {
      Underpayment.Line(
        number: Int($0.int(0)),
        procedure: ProcedureCode($0.text(1), CodeList.codes($0.text(2))), allowed: $0.cents(3),
        expected: $0.cents(4), source: try $0.word(5, Words.underpaymentSource, key: 8),
        traceNumber: $0.text(6), noticeOn: $0.day(7))
    }
    guard !lines.isEmpty else { return nil }
    // One line is missing once, however often the payer repeats itself: its last answer counts.
    let last = Dictionary(lines.map { ($0.number, $0) }, uniquingKeysWith: { _, newer in newer })
    return Underpayment(
      claim: claim, lines: last.values.sorted { $0.number < $1.number },
      paidSince: try paidSince(claim, in: connection))
  }

  /// Paid on a claim by answers after the last one that stands as underpaid, in cents.
  package static func paidSince(
    _ claim: ClaimID, in connection: Connection
  ) throws -> Cents {
    try connection.first(
      """
      SELECT coalesce(sum(later.paid_cents), 0) FROM remit_claim AS later
      WHERE later.claim_id = ?1 AND later.state = 'posted'
        AND later.posted_at > (SELECT max(remit_claim.posted_at) FROM underpayment
          JOIN remit_claim ON remit_claim.id = underpayment.remit_claim_id
          WHERE underpayment.claim_id = ?1 AND remit_claim.state = 'posted')
        AND later.status NOT IN ('2', '3', '20', '21')
      """, [SQLValue(claim)]
    ) { $0.cents(0) } ?? .zero
  }

  /// Claims that were ever underpaid.
  package static func claims(in connection: Connection) throws -> [ClaimID] {
    try connection.rows("SELECT DISTINCT claim_id FROM underpayment ORDER BY claim_id") {
      ClaimID($0.int(0))
    }
  }

  /// A line that stands as underpaid, with the payer that said so.
  package struct Standing: Sendable {
    package var claim: ClaimID
    package var payer: PayerID
    /// Foreign text.
    package var payerName: String
    package var code: String
    /// In cents, for all units.
    package var allowed: Cents
    package var expected: Cents
  }

  /// Every line that stands as underpaid, claim after claim; of several answers for a line the last.
  package static func standing(in connection: Connection) throws -> [Standing] {
    try connection.rows(
      """
      SELECT underpayment.claim_id, payer.id, payer.name, claim_line.code,
        underpayment.allowed_cents, underpayment.expected_cents
      FROM underpayment JOIN remit_claim ON remit_claim.id = underpayment.remit_claim_id
      JOIN remittance ON remittance.id = remit_claim.remittance_id
      JOIN payer ON payer.id = remittance.payer_id
      JOIN claim_line ON claim_line.claim_id = underpayment.claim_id
        AND claim_line.number = underpayment.line
      WHERE remit_claim.state = 'posted' AND remit_claim.claim_id = underpayment.claim_id
        AND NOT EXISTS (SELECT 1 FROM underpayment AS newer
          JOIN remit_claim AS answer ON answer.id = newer.remit_claim_id
          WHERE newer.claim_id = underpayment.claim_id AND newer.line = underpayment.line
            AND newer.id > underpayment.id AND answer.state = 'posted'
            AND answer.claim_id = newer.claim_id)
      ORDER BY underpayment.claim_id, underpayment.line
      """
    ) {
      Standing(
        claim: ClaimID($0.int(0)), payer: PayerID($0.int(1)), payerName: $0.text(2),
        code: $0.text(3), allowed: $0.cents(4), expected: $0.cents(5))
    }
  }
}
