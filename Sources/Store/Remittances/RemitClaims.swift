package import Billing
package import Database

/// Claims of remittances with their lines and adjustments, word for word as the payer sent them.
package enum RemitClaims {
  /// What became of a claim of a remittance.
  package enum State: String, Sendable, CaseIterable {
    case posted
    /// Waits as a work item of its own.
    case staged
    /// Waits with its whole remittance, which does not balance.
    case held
    /// Was posted and has been taken back by a later reversal.
    case reversed
    /// Carries no money and needs no posting.
    case noted
  }

  private static let insertion = Statement(
    """
    INSERT INTO remit_claim (remittance_id, position, control_number, status, charge_cents,
      paid_cents, patient_share_cents, filing_indicator, payer_control, frequency, last_name,
      first_name, member_id, corrected_member_id, crossover, remarks, from_day, through_day,
      original_reference, differences, claim_id, state, staging, posted_at, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
      ?20, ?21, ?22, ?23, ?24, ?25)
    """)
  private static let lineInsertion = RowsInsertion(
    into: """
      remit_line (remit_claim_id, number, code, modifiers, submitted_code, charge_cents,
        paid_cents, units, from_day, through_day, control_number, remarks, allowed_cents,
        difference_cents)
      """, columns: 14)
  private static let adjustmentInsertion = RowsInsertion(
    into:
      "adjustment (remit_claim_id, line, position, group_code, reason, amount_cents, is_denial)",
    columns: 7, most: 16)

  /// An amount that an answer refuses and a person has to work; line 0 is the claim level.
  package typealias Denied = (line: Int, adjustment: Adjustment)

  /// Adds a claim of a remittance as it stands, with what it refuses where that is known.
  ///
  /// `known` is the business day of the office, here and wherever a fact is recorded.
  package static func insert(
    _ claim: RemittanceClaim, position: Int, of remittance: RemittanceID, matchedTo: ClaimID?,
    state: State, staging: [StagingReason], postedAt: Timestamp? = nil, denied: [Denied] = [],
    known: Day, in connection: Connection
  ) throws -> RemitClaimID {
    let id = try connection.insert(
      insertion, SQLValue(remittance), SQLValue(position), .text(claim.controlNumber),
      .text(claim.status.code), SQLValue(claim.charge), SQLValue(claim.paid),
      SQLValue(claim.patientResponsibility), .text(claim.filingIndicator),
      .text(claim.payerControlNumber), .text(claim.frequency), .text(claim.patient.lastName),
      .text(claim.patient.firstName), .text(claim.patient.memberID), .text(claim.correctedMemberID),
      .text(claim.crossoverCarrier), .text(CodeList.text(claim.remarks)),
      SQLValue(claim.service?.first), SQLValue(claim.service?.through),
      .text(claim.originalReference), .text(StagingText.differences(claim.differences)),
      SQLValue(matchedTo), .text(state.rawValue), .text(StagingText.text(staging)),
      SQLValue(postedAt?.rawValue), SQLValue(known))
    try lineInsertion.run(values: lines(of: claim, id), in: connection)
    try adjustmentInsertion.run(values: adjustments(of: claim, id, denied), in: connection)
    return RemitClaimID(id)
  }

  private static func lines(of claim: RemittanceClaim, _ id: Int64) -> [SQLValue] {
    var rows: [SQLValue] = []
    rows.reserveCapacity(claim.lines.count * 14)
    for (index, line) in claim.lines.enumerated() {
      rows += [
        .integer(id), SQLValue(index + 1), .text(line.procedure.code),
        .text(CodeList.text(line.procedure.modifiers)),
        .text(line.submittedProcedure.map(\.description) ?? ""), SQLValue(line.charge),
        SQLValue(line.paid), .integer(line.unitsInThousandths),
        SQLValue(line.service?.first), SQLValue(line.service?.through), .text(line.controlNumber),
        .text(CodeList.text(line.remarks)), SQLValue(line.allowed?.rawValue),
        SQLValue(line.difference),
      ]
    }
    return rows
  }

  /// One row an adjustment; line 0 is the claim level.
  private static func adjustments(
    of claim: RemittanceClaim, _ id: Int64, _ denied: [Denied]
  ) -> [SQLValue] {
    var rows: [SQLValue] = []
    func add(_ adjustments: [Adjustment], line: Int) {
      for (position, adjustment) in adjustments.enumerated() {
        let isDenial = denied.contains { $0.line == line && $0.adjustment == adjustment }
        rows += [
          .integer(id), SQLValue(line), SQLValue(position), .text(adjustment.group.rawValue),
          .text(adjustment.reason), SQLValue(adjustment.amount), SQLValue(isDenial),
        ]
      }
    }
    add(claim.adjustments, line: 0)
    for (index, line) in claim.lines.enumerated() { add(line.adjustments, line: index + 1) }
    return rows
  }

  // MARK: Changing

  private static let stateUpdate = Statement(
    """
    UPDATE remit_claim SET state = ?2, staging = ?3, posted_at = ?4, state_known_on = ?5
    WHERE id = ?1
    """)
  // By itself, since writing the key that an index holds costs more than all the rest.
  private static let matchUpdate = Statement(
    """
    UPDATE remit_claim SET claim_id = ?2
    WHERE id = ?1 AND coalesce(claim_id, 0) <> coalesce(?2, 0)
    """)
  private static let denialMarking = Statement(
    """
    UPDATE adjustment SET is_denial = 1
    WHERE remit_claim_id = ?1 AND line = ?2 AND group_code = ?3 AND reason = ?4
      AND amount_cents = ?5
    """)

  /// Changes where an answer stands; `known` is the business day of the office.
  package static func setState(
    _ state: State, of id: RemitClaimID, matchedTo: ClaimID?, staging: [StagingReason],
    postedAt: Timestamp?, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      stateUpdate, SQLValue(id), .text(state.rawValue), .text(StagingText.text(staging)),
      SQLValue(postedAt?.rawValue), SQLValue(known))
    try connection.run(matchUpdate, SQLValue(id), SQLValue(matchedTo))
  }

  /// Marks what a person has to work; line 0 is the claim level.
  package static func markDenial(
    _ adjustment: Adjustment, line: Int, of id: RemitClaimID, in connection: Connection
  ) throws {
    try connection.run(
      denialMarking, SQLValue(id), SQLValue(line), .text(adjustment.group.rawValue),
      .text(adjustment.reason), SQLValue(adjustment.amount))
  }

  // MARK: Reading

  /// A claim of a remittance as kept.
  package struct Kept: Equatable, Sendable {
    package var id: RemitClaimID
    package var remittance: RemittanceID
    package var position: Int
    package var claim: RemittanceClaim
    package var matchedTo: ClaimID?
    package var state: State
    package var staging: [StagingReason]
    /// When it was posted last; it tells answers and decisions of one claim apart in time.
    package var postedAt: Timestamp?

    /// Whether it waits for a person, by itself or with its whole remittance.
    package var isWaiting: Bool { state == .staged || state == .held }

    /// The lines that a person left in suspense when the others were posted, by position from 1.
    package var leftLines: Set<Int> {
      for case .linesLeft(let lines) in staging { return Set(lines) }
      return []
    }

    /// Its money in suspense, in cents.
    package var suspense: Cents {
      guard isWaiting else { return .zero }
      let left = leftLines
      if left.isEmpty { return claim.paid }
      return claim.lines.enumerated().filter { left.contains($0.offset + 1) }
        .map(\.element.paid).total()
    }
  }

  private static let columns = """
    id, remittance_id, position, control_number, status, charge_cents, paid_cents,
    patient_share_cents, filing_indicator, payer_control, frequency, last_name, first_name,
    member_id, corrected_member_id, crossover, remarks, from_day, through_day,
    original_reference, differences, claim_id, state, staging, posted_at
    """

  private static let reading = Statement("SELECT \(columns) FROM remit_claim WHERE id = ?1")
  private static let adjustmentReading = Statement(
    """
    SELECT line, group_code, reason, amount_cents FROM adjustment
    WHERE remit_claim_id = ?1 ORDER BY line, position
    """)
  private static let lineReading = Statement(
    """
    SELECT number, code, modifiers, submitted_code, charge_cents, paid_cents, units, from_day,
      through_day, control_number, remarks, allowed_cents, difference_cents
    FROM remit_line WHERE remit_claim_id = ?1 ORDER BY number
    """)

  package static func find(_ id: RemitClaimID, in connection: Connection) throws -> Kept? {
    try connection.first(reading, [SQLValue(id)]) { try kept(from: $0, in: connection) }
  }

  package static func all(
    of remittance: RemittanceID, in connection: Connection
  ) throws -> [Kept] {
    try connection.rows(
      "SELECT \(columns) FROM remit_claim WHERE remittance_id = ?1 ORDER BY position",
      [SQLValue(remittance)]
    ) { try kept(from: $0, in: connection) }
  }

  package static func all(of claim: ClaimID, in connection: Connection) throws -> [Kept] {
    try connection.rows(
      "SELECT \(columns) FROM remit_claim WHERE claim_id = ?1 ORDER BY id", [SQLValue(claim)]
    ) { try kept(from: $0, in: connection) }
  }

  /// What is staged because it was paid to an NPI that was none of ours.
  package static func waitingForPayee(in connection: Connection) throws -> [Kept] {
    try connection.rows(
      """
      SELECT \(columns) FROM remit_claim
      WHERE state = 'staged' AND instr(staging, 'other-payee ') > 0
      ORDER BY id
      """
    ) { try kept(from: $0, in: connection) }
  }

  private static let waitingSearch = Statement(
    """
    SELECT \(columns) FROM remit_claim WHERE control_number = ?1 AND state = 'staged' ORDER BY id
    """)

  /// What is staged under a claim's number.
  package static func staged(
    numbered number: String, in connection: Connection
  ) throws -> [Kept] {
    try connection.rows(waitingSearch, [.text(number)]) { try kept(from: $0, in: connection) }
  }

  /// In SQL over `claim`: whether a remittance came from the payer after the one that has the claim.
  private static func isOfNextPayer(_ remittance: String) -> String {
    """
    coalesce((SELECT payer_id FROM remittance WHERE remittance.id = \(remittance))
      = claim.next_payer_id, 0)
    """
  }

  private static let answeredReading = KeysReading { keys in
    """
    SELECT DISTINCT claim_id FROM remit_claim
    WHERE claim_id IN \(keys) AND (state = 'posted' OR state = 'staged')
    """
  }

  /// Those of some claims that have an answer of any payer, posted or waiting.
  package static func answered(
    among claims: [ClaimID], in connection: Connection
  ) throws -> Set<ClaimID> {
    var answered: Set<ClaimID> = []
    try answeredReading.forEach(claims.map { SQLValue($0) }, in: connection) { row in
      answered.insert(ClaimID(row.int(0)))
    }
    return answered
  }

  private static let answered = Statement(
    """
    SELECT remit_claim.status, remittance.notice_day,
      (SELECT max(sent_day) FROM submission WHERE claim_id = ?1 AND answer <> 'withdrawn'
        AND coalesce(submission.payer_id, claim.payer_id) = \(ClaimPayers.asked)),
      \(isOfNextPayer("remit_claim.remittance_id")), \(isOfNextPayer("?4"))
    FROM remit_claim JOIN remittance ON remittance.id = remit_claim.remittance_id
    JOIN claim ON claim.id = ?1
    JOIN remittance AS own ON own.id = ?4
    WHERE remit_claim.claim_id = ?1 AND remit_claim.id <> ?2 AND (remit_claim.state = 'posted'
      OR remit_claim.state = 'staged' AND remit_claim.status <> '22' AND remit_claim.paid_cents >= 0
        AND remittance.notice_day < own.notice_day)
      AND \(ClaimPayers.asked) = \(ClaimPayers.asked(by: "?3"))
    """)

  /// Whether a posted answer of one payer level came after the latest sending of a claim to the
  /// payer that answers now; an earlier payer's answer belongs to its own sending.
  ///
  /// An answer of the day of sending belongs to an earlier one: payers take longer. An earlier answer
  /// that waits counts like a posted one: it is posted first. The answer that asks names a sending by
  /// its `number` (CLP01); `id` is nil where it is not kept yet.
  package static func isAnswered(
    _ claim: ClaimID, isNextLevel: Bool, beside id: RemitClaimID?, numbered number: String,
    of remittance: RemittanceID, in connection: Connection
  ) throws -> Bool {
    var isAnswered = false
    try connection.forEach(
      answered,
      [SQLValue(claim), SQLValue(id ?? RemitClaimID(0)), .text(number), SQLValue(remittance)]
    ) { row in
      // The payer tells as well as the status: some say "processed as primary" as the second one.
      let isNext = ["2", "3", "20", "21"].contains(row.text(0)) || row.bool(3)
      guard isNext == (isNextLevel || row.bool(4)) else { return }
      if let sent = row.dayOrNil(2), row.day(1) <= sent { return }
      isAnswered = true
    }
    return isAnswered
  }

  private static let later = Statement(
    """
    SELECT 1 FROM remit_claim JOIN remittance ON remittance.id = remit_claim.remittance_id
    WHERE remit_claim.claim_id = ?1 AND remit_claim.state IN ('posted', 'staged')
      AND remittance.notice_day > ?2 LIMIT 1
    """)

  /// Whether an answer with a later notice was read for a claim.
  package static func hasLater(
    _ claim: ClaimID, than notice: Day, in connection: Connection
  ) throws -> Bool {
    try connection.first(later, [SQLValue(claim), SQLValue(notice)]) { _ in true } ?? false
  }

  /// Nothing of an answer is work any more: it waits to be posted anew.
  package static func clearDenials(of id: RemitClaimID, in connection: Connection) throws {
    try connection.run(
      "UPDATE adjustment SET is_denial = 0 WHERE remit_claim_id = ?1 AND is_denial = 1",
      SQLValue(id))
  }

  /// What of a claim's adjustments is work for a person, in cents.
  package static func denied(_ id: RemitClaimID, in connection: Connection) throws -> Cents {
    try connection.first(
      """
      SELECT coalesce(sum(amount_cents), 0) FROM adjustment
      WHERE remit_claim_id = ?1 AND is_denial = 1
      """, [SQLValue(id)]
    ) { $0.cents(0) } ?? .zero
  }

  /// How many claims of a remittance are in each state.
  package static func states(
    of remittance: RemittanceID, in connection: Connection
  ) throws -> [State: Int] {
    var counts: [State: Int] = [:]
    try connection.forEach(
      "SELECT state, count(*) FROM remit_claim WHERE remittance_id = ?1 GROUP BY state",
      [SQLValue(remittance)]
    ) { row in
      counts[try row.word(0, Words.remitClaimState, key: .many)] = Int(row.int(1))
    }
    return counts
  }

  private static func kept(
    from row: borrowing Row, in connection: Connection
  ) throws -> Kept {
    let id = RemitClaimID(row.int(0))
    var byLine: [Int: [Adjustment]] = [:]
    try connection.forEach(adjustmentReading, [SQLValue(id)]) {
      byLine[Int($0.int(0)), default: []].append(
        Adjustment(
          group: try $0.word(1, Words.adjustmentGroup, key: .known(id.rawValue)),
          reason: $0.text(2),
          amount: $0.cents(3)))
    }
    let lines = try connection.rows(lineReading, [SQLValue(id)]) { line in
      let submitted = CodeList.codes(line.text(3))
      return RemittanceLine(
        procedure: ProcedureCode(line.text(1), CodeList.codes(line.text(2))),
        submittedProcedure: submitted.first.map { ProcedureCode($0, Array(submitted.dropFirst())) },
        charge: line.cents(4), paid: line.cents(5), unitsInThousandths: line.int(6),
        service: line.serviceOrNil(7),
        controlNumber: line.text(9), adjustments: byLine[Int(line.int(0))] ?? [],
        remarks: CodeList.codes(line.text(10)), allowed: line.intOrNil(11).map { Cents($0) },
        difference: line.cents(12))
    }
    let claim = RemittanceClaim(
      controlNumber: row.text(3), status: RemittanceClaimStatus(code: row.text(4)),
      charge: row.cents(5), paid: row.cents(6), patientResponsibility: row.cents(7),
      filingIndicator: row.text(8), payerControlNumber: row.text(9), frequency: row.text(10),
      patient: Identity(
        lastName: row.text(11), firstName: row.text(12), memberID: row.text(13)),
      correctedMemberID: row.text(14), crossoverCarrier: row.text(15),
      adjustments: byLine[0] ?? [], remarks: CodeList.codes(row.text(16)),
      service: row.serviceOrNil(17),
      originalReference: row.text(19), lines: lines,
      differences: try row.list(20, Words.remitClaimDifferences) { StagingText.differences($0) })
    return Kept(
      id: id, remittance: RemittanceID(row.int(1)), position: Int(row.int(2)), claim: claim,
      matchedTo: row.idOrNil(21, of: Claim.self),
      state: try row.word(22, Words.remitClaimState),
      staging: try row.list(23, Words.remitClaimStaging) { StagingText.reasons($0) },
      postedAt: row.intOrNil(24).map { Timestamp(rawValue: $0) })
  }
}
