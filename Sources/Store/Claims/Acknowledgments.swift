package import Billing
package import Database

/// Answers of the front end: 999 for a whole set, 277CA for one claim.
package enum Acknowledgments {
  /// What an answer says.
  package enum Verdict: String, Sendable, CaseIterable { case received, accepted, rejected }

  /// Which set it came in.
  package enum Kind: String, Sendable, CaseIterable {
    case interchange = "TA1"
    case set = "999"
    case claim = "277CA"
  }

  private static let insertion = Statement(
    """
    INSERT INTO acknowledgment (file_id, submission_id, kind, answered_day, verdict, status_codes,
      known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """)
  private static let reasonInsertion = Statement(
    """
    INSERT INTO rejection_reason (acknowledgment_id, position, code, meaning, fix, line, payer_text)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """)
  // The furthest hop has the last word; of one hop, the later answer.
  private static let answering = Statement(
    """
    UPDATE submission SET answer = ?2, answer_day = ?3, answer_hop = ?4, answer_known_on = ?5
    WHERE id = ?1 AND answer <> 'withdrawn'
      AND (?4 > answer_hop OR ?4 = answer_hop AND ?3 >= coalesce(answer_day, ?3))
    """)

  private static let standing = Statement("SELECT answer FROM submission WHERE id = ?1")

  /// Adds an answer and lets it speak for the sending where it comes from at least as far.
  ///
  /// Hop 1 is a 999, 2 a clearinghouse's 277CA, 3 the payer's. Gives whether the sending stands
  /// differently now: one more word that it was received changes nothing.
  @discardableResult
  package static func insert(
    file: FileID, submission: SubmissionID, kind: Kind, on day: Day, verdict: Verdict, hop: Int,
    statusCodes: String, reasons: [RejectionReason], known: Day, in connection: Connection
  ) throws -> Bool {
    let id = try connection.insert(
      insertion, SQLValue(file), SQLValue(submission), .text(kind.rawValue), SQLValue(day),
      .text(verdict.rawValue), .text(statusCodes), SQLValue(known))
    for (position, reason) in reasons.enumerated() {
      try connection.run(
        reasonInsertion, .integer(id), SQLValue(position), .text(reason.code),
        .text(reason.meaning), .text(reason.fix), .text(reason.line), .text(reason.payerText))
    }
    let before = try connection.first(standing, [SQLValue(submission)]) {
      try $0.word(0, Words.submissionAnswer, key: .known(submission.rawValue))
    }
    let isHeard =
      try connection.run(
        answering, SQLValue(submission), .text(verdict.rawValue), SQLValue(day), SQLValue(hop),
        SQLValue(known)) == 1
    let wasOpen = before == Submissions.KeptAnswer.none || before == .received
    return isHeard && !(wasOpen && verdict == .received)
  }

  /// Why a sending was refused: the reasons of its last rejecting answer.
  package static func reasons(
    ofSubmission submission: SubmissionID, in connection: Connection
  ) throws -> [RejectionReason] {
    try connection.rows(
      """
      SELECT code, meaning, fix, line, payer_text FROM rejection_reason
      WHERE acknowledgment_id = (SELECT max(id) FROM acknowledgment
        WHERE submission_id = ?1 AND verdict = 'rejected')
      ORDER BY position
      """, [SQLValue(submission)]
    ) {
      RejectionReason(
        code: $0.text(0), meaning: $0.text(1), fix: $0.text(2), line: $0.text(3),
        payerText: $0.text(4))
    }
  }

  /// Every answer to the sendings of a claim, oldest first, for its timeline.
  package static func all(
    of claim: ClaimID, in connection: Connection
  ) throws -> [(on: Day, kind: Kind, verdict: Verdict, codes: String, file: String)] {
    try connection.rows(
      """
      SELECT acknowledgment.answered_day, acknowledgment.kind, acknowledgment.verdict,
        acknowledgment.status_codes, file.name, acknowledgment.id
      FROM submission
      JOIN acknowledgment ON acknowledgment.submission_id = submission.id
      JOIN file ON file.id = acknowledgment.file_id
      WHERE submission.claim_id = ?1 ORDER BY acknowledgment.id
      """, [SQLValue(claim)]
    ) {
      (
        $0.day(0), try $0.word(1, Words.acknowledgmentKind, key: 5),
        try $0.word(2, Words.acknowledgmentVerdict, key: 5), $0.text(3), $0.text(4)
      )
    }
  }

  /// Sendings that a 999 speaks of: by our group and set control numbers.
  package static func submissions(
    groupControl: String, setControl: String, answeredOn day: Day, in connection: Connection
  ) throws -> [(submission: SubmissionID, claim: ClaimID)] {
    // Control numbers come round again after years: the latest batch before the answer is meant.
    try connection.rows(
      """
      SELECT id, claim_id FROM submission WHERE batch_id = (
        SELECT id FROM batch WHERE group_control = ?1 AND set_control = ?2 AND sent_day <= ?3
        ORDER BY sent_day DESC, id DESC LIMIT 1)
      ORDER BY id
      """, [.text(groupControl), .text(setControl), SQLValue(day)]
    ) { (SubmissionID($0.int(0)), ClaimID($0.int(1))) }
  }

  /// Sendings of the latest group with this control number, for a group that is refused whole.
  package static func submissions(
    groupControl: String, answeredOn day: Day, in connection: Connection
  ) throws -> [(submission: SubmissionID, claim: ClaimID)] {
    try connection.rows(
      """
      SELECT submission.id, submission.claim_id FROM submission
      JOIN batch ON batch.id = submission.batch_id
      WHERE batch.group_control = ?1 AND submission.answer <> 'withdrawn' AND batch.sent_day = (
        SELECT max(sent_day) FROM batch WHERE group_control = ?1 AND sent_day <= ?2)
      ORDER BY submission.id
      """, [.text(groupControl), SQLValue(day)]
    ) { (SubmissionID($0.int(0)), ClaimID($0.int(1))) }
  }

  /// One claim of a batch, as a whole batch is answered.
  package struct BatchClaim: Equatable, Sendable {
    package var submission: SubmissionID
    package var claim: ClaimID
    /// CLM01 of the sending.
    package var controlNumber: String
    package var charge: Cents
    /// NM109 of loop 2010AA; empty where it was not kept.
    package var billingNPI: String
  }

  /// Sendings of the latest set with this number of ours (BHT03), for a 277CA about a whole batch.
  package static func batch(
    reference: String, answeredOn day: Day, in connection: Connection
  ) throws -> [BatchClaim] {
    guard !reference.isEmpty else { return [] }
    return try connection.rows(
      """
      SELECT submission.id, submission.claim_id, submission.control_number, claim.charge_cents,
        submission.billing_npi
      FROM submission JOIN batch ON batch.id = submission.batch_id
      JOIN claim ON claim.id = submission.claim_id
      WHERE batch.reference = ?1 AND submission.answer <> 'withdrawn' AND batch.sent_day = (
        SELECT max(sent_day) FROM batch WHERE reference = ?1 AND sent_day <= ?2)
      ORDER BY submission.id
      """, [.text(reference), SQLValue(day)]
    ) {
      BatchClaim(
        submission: SubmissionID($0.int(0)), claim: ClaimID($0.int(1)), controlNumber: $0.text(2),
        charge: $0.cents(3), billingNPI: $0.text(4))
    }
  }

  /// Sendings of the latest interchange with this control number, for a TA1.
  package static func submissions(
    interchangeControl: String, answeredOn day: Day, in connection: Connection
  ) throws -> [(submission: SubmissionID, claim: ClaimID)] {
    try connection.rows(
      """
      SELECT submission.id, submission.claim_id FROM submission
      JOIN batch ON batch.id = submission.batch_id
      WHERE batch.interchange_control = ?1 AND batch.sent_day = (
        SELECT max(sent_day) FROM batch WHERE interchange_control = ?1 AND sent_day <= ?2)
      ORDER BY submission.id
      """, [.text(interchangeControl), SQLValue(day)]
    ) { (SubmissionID($0.int(0)), ClaimID($0.int(1))) }
  }

  private static let latestSending = Statement(
    """
    SELECT id, claim_id FROM submission WHERE control_number = ?1 AND sent_day <= ?2
    ORDER BY id DESC LIMIT 1
    """)

  /// The sending that a 277CA speaks of: the latest with the control number up to its day.
  package static func submission(
    controlNumber: String, answeredOn day: Day, in connection: Connection
  ) throws -> (submission: SubmissionID, claim: ClaimID)? {
    try connection.first(latestSending, [.text(controlNumber), SQLValue(day)]) {
      (SubmissionID($0.int(0)), ClaimID($0.int(1)))
    }
  }
}
