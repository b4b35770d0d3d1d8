import Billing
import Database
import Desk
import Operations
import Testing

/// What an office holds, as text read with plain SQL beside the program's own statements: two
/// offices, or one office before and after, are the same where these are.
struct OfficeState: Equatable {
  var parts: [String: [String]]

  /// The names of the parts that differ, with what is only in one of them.
  func differences(to other: OfficeState) -> [String] {
    parts.keys.sorted().flatMap { key -> [String] in
      let (mine, theirs) = (parts[key] ?? [], other.parts[key] ?? [])
      return mine.filter { !theirs.contains($0) }.map { "\(key) - \($0)" }
        + theirs.filter { !mine.contains($0) }.map { "\(key) + \($0)" }
        + (mine != theirs && mine.sorted() == theirs.sorted() ? ["\(key): another order"] : [])
    }
  }

  /// Each part: columns of one statement; keys and clocks that differ from run to run are left out.
  static let statements: [(name: String, sql: String)] = [
    (
      "items",
      """
      SELECT json_array(queue, lane, tier, subject_kind, reference, payer_id, safe_day, legal_day,
        balance_cents, expected_cents, reason_code, reason, deadline_reason, follow_up_day,
        rolls_on, owner, is_pinned, is_escalated, patient_name, procedure, service_day)
      FROM work_item WHERE is_closed = 0 ORDER BY queue, lane, tier, expected_cents DESC, reference
      """
    ),
    (
      "lines",
      """
      SELECT json_array(claim.control_number, claim.sequence, claim.member_id,
        claim.place_of_service, claim.prior_authorization, claim.diagnoses, claim.payer_control, claim.next_billed,
        claim_line.number, claim_line.code, claim_line.modifiers, claim_line.units,
        claim_line.payer_cents, claim_line.next_payer_cents, claim_line.patient_cents,
        claim_line.paid_cents, claim_line.adjusted_cents)
      FROM claim JOIN claim_line ON claim_line.claim_id = claim.id
      WHERE claim_line.payer_cents <> 0 OR claim_line.next_payer_cents <> 0
        OR claim_line.patient_cents <> 0 OR claim_line.paid_cents <> 0
        OR claim_line.adjusted_cents <> 0
      ORDER BY claim.control_number, claim.sequence, claim.from_day, claim_line.number
      """
    ),
    (
      "accounts",
      """
      SELECT json_array(account, sum(amount_cents)) FROM posting GROUP BY account
      HAVING sum(amount_cents) <> 0 ORDER BY account
      """
    ),
    (
      "answers",
      """
      SELECT json_array(remittance.trace_number, remit_claim.position, remit_claim.state,
        remit_claim.staging, claim.control_number, claim.sequence)
      FROM remit_claim JOIN remittance ON remittance.id = remit_claim.remittance_id
      LEFT JOIN claim ON claim.id = remit_claim.claim_id
      ORDER BY remittance.trace_number, remit_claim.position
      """
    ),
    (
      "sendings",
      """
      SELECT json_array(submission.control_number, submission.frequency, submission.sent_day,
        submission.answer, submission.answer_day, submission.answer_hop)
      FROM submission WHERE submission.answer <> 'withdrawn'
      ORDER BY submission.control_number, submission.sent_day
      """
    ),
    (
      "acknowledgments",
      """
      SELECT json_array(submission.control_number, acknowledgment.kind, acknowledgment.verdict,
        acknowledgment.status_codes)
      FROM acknowledgment JOIN submission ON submission.id = acknowledgment.submission_id
      ORDER BY acknowledgment.id
      """
    ),
  ]

  init(_ office: TestOffice) throws {
    parts = try office.database.read { connection in
      var parts: [String: [String]] = [:]
      for (name, sql) in Self.statements {
        parts[name] = try connection.rows(sql) { $0.text(0) }
      }
      return parts
    }
  }
}

extension TestOffice {
  /// Holds that every cent is accounted for, in the ledger and on the screens: postings sum to zero,
  /// payment is posted plus suspense, all of suspense lies open in Cash posting, `check` is clean.
  func isSound(_ location: SourceLocation = #_sourceLocation) throws {
    let check = try office.check()
    #expect(check.problems == [], sourceLocation: location)
    #expect(check.postingsSum == .zero, sourceLocation: location)
    let totals = check.totals
    #expect(totals.payment == totals.posted + totals.suspense, sourceLocation: location)
    let overview = try office.overview()
    #expect(overview.suspense == totals.suspense, sourceLocation: location)
    #expect(overview.payment == totals.payment, sourceLocation: location)
    let open = try numbers(
      """
      SELECT coalesce(sum(balance_cents), 0) FROM work_item
      WHERE queue = 'cash-posting' AND is_closed = 0 AND subject_kind <> 'deposit'
      """)
    #expect(open == [totals.suspense.rawValue], sourceLocation: location)
  }

  /// Holds that the office is as it was.
  func isAs(
    _ state: OfficeState, _ name: String = "", _ location: SourceLocation = #_sourceLocation
  ) throws {
    let differences = try OfficeState(self).differences(to: state)
    #expect(differences == [], "\(name)", sourceLocation: location)
  }

  /// All columns of all rows of a statement, as numbers.
  func numbers(_ sql: String, _ arguments: SQLValue...) throws -> [Int64] {
    try database.read { connection in
      try connection.rows(sql, arguments) { row in (0..<row.count).map { row.int($0) } }
    }.flatMap(\.self)
  }

  /// All columns of all rows of a statement, as texts.
  func texts(_ sql: String, _ arguments: SQLValue...) throws -> [String] {
    try database.read { connection in
      try connection.rows(sql, arguments) { row in (0..<row.count).map { row.text($0) } }
    }.flatMap(\.self)
  }

  /// Payer, next payer, patient, paid and adjusted cents of each line of a claim, in order.
  func balances(_ control: String, _ sequence: String = "P") throws -> [[Int64]] {
    try database.read { connection in
      try connection.rows(
        """
        SELECT payer_cents, next_payer_cents, patient_cents, paid_cents, adjusted_cents
        FROM claim_line JOIN claim ON claim.id = claim_line.claim_id
        WHERE claim.control_number = ?1 AND claim.sequence = ?2
        ORDER BY claim.id, claim_line.number
        """, [.text(control), .text(sequence)]
      ) { row in (0..<5).map { row.int($0) } }
    }
  }

  /// The sum of one account, in cents.
  func account(_ name: String) throws -> Int64 {
    try numbers(
      "SELECT coalesce(sum(amount_cents), 0) FROM posting WHERE account = ?1", .text(name)
    ).first ?? 0
  }
}
