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

  private static func paidSince(
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

  /// What stands by payer and code, the largest shortfall first.
  package static func totals(
    in connection: Connection
  ) throws -> [(payer: String, code: String, lines: Int, allowed: Cents, expected: Cents)] {
    try connection.rows(
      """
      SELECT payer.name, claim_line.code, count(*), sum(underpayment.allowed_cents),
        sum(underpayment.expected_cents)
      FROM underpayment JOIN remit_claim ON remit_claim.id = underpayment.remit_claim_id
      JOIN claim ON claim.id = underpayment.claim_id JOIN payer ON payer.id = claim.payer_id
      JOIN claim_line ON claim_line.claim_id = claim.id AND claim_line.number = underpayment.line
      WHERE remit_claim.state = 'posted'
      GROUP BY payer.id, claim_line.code
      ORDER BY sum(underpayment.allowed_cents) - sum(underpayment.expected_cents), payer.name,
        claim_line.code
      """
    ) { ($0.text(0), $0.text(1), Int($0.int(2)), $0.cents(3), $0.cents(4)) }
  }
}
