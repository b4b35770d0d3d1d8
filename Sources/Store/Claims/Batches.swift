package import Billing
package import Database

/// Batches that went out from the transmission screen, with what answered them.
///
/// They name their receiver; a claim sent again by itself has a batch without one, and is followed
/// as a claim.
package enum Batches {
  private static let reading = """
    SELECT batch.id, batch.outbox_name, batch.receiver, batch.interchange_control, batch.sent_day,
      count(submission.id), coalesce(sum(claim.charge_cents), 0),
      count(*) FILTER (WHERE submission.answer = 'received'),
      count(*) FILTER (WHERE submission.answer = 'accepted'),
      count(*) FILTER (WHERE submission.answer = 'rejected')
    FROM batch JOIN submission ON submission.batch_id = batch.id
      AND submission.answer <> 'withdrawn'
    JOIN claim ON claim.id = submission.claim_id
    WHERE batch.outbox_name IS NOT NULL
    """
  private static let together = reading + " AND batch.receiver <> ''"

  /// A batch with its counts; nil where nothing of it stands.
  package static func find(_ id: BatchID, in connection: Connection) throws -> Batch? {
    try connection.first(
      together + " AND batch.id = ?1 GROUP BY batch.id", [SQLValue(id)]
    ) { batch(from: $0) }
  }

  /// What stands of the claims in a file, one claim that was sent by itself too.
  package static func withFile(_ name: String, in connection: Connection) throws -> Batch? {
    try connection.first(
      reading + " AND batch.outbox_name = ?1 GROUP BY batch.id", [.text(name)]
    ) { batch(from: $0) }
  }

  /// The latest batches, newest first.
  package static func latest(_ limit: Int, in connection: Connection) throws -> [Batch] {
    try connection.rows(
      together + " GROUP BY batch.id ORDER BY batch.id DESC LIMIT ?1", [SQLValue(limit)]
    ) { batch(from: $0) }
  }

  package static func setReceiver(
    _ receiver: String, of id: BatchID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE batch SET receiver = ?2 WHERE id = ?1", SQLValue(id), .text(receiver))
  }

  /// The batch of a sending, where it went out from here.
  package static func ofSubmission(
    _ submission: SubmissionID, in connection: Connection
  ) throws -> BatchID? {
    try connection.first(
      """
      SELECT batch.id FROM submission JOIN batch ON batch.id = submission.batch_id
      WHERE submission.id = ?1 AND batch.outbox_name IS NOT NULL AND batch.receiver <> ''
      """, [SQLValue(submission)]
    ) { BatchID($0.int(0)) }
  }

  /// Claims of a batch with the latest answer to it.
  package static func claims(
    of id: BatchID, in connection: Connection
  ) throws -> [(claim: ClaimID, number: String, patient: String, charge: Cents, answer: String)] {
    try connection.rows(
      """
      SELECT claim.id, submission.control_number, patient.last_name, patient.first_name,
        claim.charge_cents, submission.answer, submission.id
      FROM submission JOIN claim ON claim.id = submission.claim_id
      JOIN patient ON patient.id = claim.patient_id
      WHERE submission.batch_id = ?1 AND submission.answer <> 'withdrawn' ORDER BY submission.id
      """, [SQLValue(id)]
    ) { row in
      let first = row.text(3)
      return (
        ClaimID(row.int(0)), row.text(1),
        first.isEmpty ? row.text(2) : row.text(2) + ", " + first, row.cents(4),
        try row.word(5, Words.submissionAnswer, key: 6).rawValue
      )
    }
  }

  /// What answered a batch: kind, day, verdict, and how many claims.
  package static func answers(
    to id: BatchID, in connection: Connection
  ) throws -> [(kind: Acknowledgments.Kind, on: Day, verdict: Acknowledgments.Verdict, claims: Int)]
  {
    try connection.rows(
      """
      SELECT acknowledgment.kind, acknowledgment.answered_day, acknowledgment.verdict, count(*)
      FROM acknowledgment JOIN submission ON submission.id = acknowledgment.submission_id
      WHERE submission.batch_id = ?1 GROUP BY 1, 2, 3 ORDER BY 2, 1, 3
      """, [SQLValue(id)]
    ) {
      (
        try $0.word(0, Words.acknowledgmentKind, key: .many), $0.day(1),
        try $0.word(2, Words.acknowledgmentVerdict, key: .many), Int($0.int(3))
      )
    }
  }

  /// Whether anything answered a batch.
  package static func isAnswered(_ id: BatchID, in connection: Connection) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM submission JOIN acknowledgment
        ON acknowledgment.submission_id = submission.id
      WHERE submission.batch_id = ?1 LIMIT 1
      """, [SQLValue(id)]
    ) { $0.bool(0) } ?? false
  }

  /// The acceptance that proves that a claim was filed in time: the first of the payer that has it.
  package static func filingProof(
    of claim: ClaimID, in connection: Connection
  ) throws -> (
    on: Day, controlNumber: String, kind: Acknowledgments.Kind, codes: String, file: String
  )? {
    try connection.first(
      """
      SELECT acknowledgment.answered_day, submission.control_number, acknowledgment.kind,
        acknowledgment.status_codes, file.name, acknowledgment.id
      FROM acknowledgment JOIN submission ON submission.id = acknowledgment.submission_id
      JOIN file ON file.id = acknowledgment.file_id
      JOIN claim ON claim.id = submission.claim_id
      WHERE submission.claim_id = ?1 AND acknowledgment.verdict = 'accepted'
        AND coalesce(submission.payer_id, claim.payer_id) = claim.payer_id
      ORDER BY acknowledgment.answered_day, acknowledgment.id LIMIT 1
      """, [SQLValue(claim)]
    ) {
      (
        $0.day(0), $0.text(1), try $0.word(2, Words.acknowledgmentKind, key: 5), $0.text(3),
        $0.text(4)
      )
    }
  }

  private static func batch(from row: borrowing Row) -> Batch {
    Batch(
      id: BatchID(row.int(0)), fileName: row.textOrNil(1) ?? "", receiver: row.text(2),
      interchangeControl: row.text(3), sentOn: row.day(4), claims: Int(row.int(5)),
      total: row.cents(6), received: Int(row.int(7)), accepted: Int(row.int(8)),
      rejected: Int(row.int(9)))
  }
}
