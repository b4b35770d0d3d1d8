package import Billing
package import Database

/// Sendings of claims and the batches they went out in.
package enum Submissions {
  /// The latest word of a front end about a sending, as it is kept.
  enum KeptAnswer: String, CaseIterable {
    case none, received, accepted, rejected
    /// Taken back before it left the house.
    case withdrawn
  }

  private static let batchFinding = Statement(
    """
    SELECT id FROM batch WHERE sender = ?1 AND interchange_control = ?2 AND group_control = ?3
      AND set_control = ?4 AND sent_day = ?5
    """)
  private static let insertion = Statement(
    """
    INSERT INTO submission (claim_id, control_number, frequency, sent_day, batch_id, payer_id,
      activity_id, known_on, billing_npi)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    """)
  private static let imageInsertion = Statement(
    "INSERT INTO submission_image (submission_id, image) VALUES (?1, ?2)")

  /// The batch of one ST of an 837P, added where new; `reference` is its BHT03.
  package static func findOrInsertBatch(
    file: FileID?, outboxName: String?, sender: String, numbers: ControlNumbers,
    reference: String, sentOn: Day,
    in connection: Connection
  ) throws -> Int64 {
    let known = try connection.first(
      batchFinding,
      [
        .text(sender), .text(numbers.interchange), .text(numbers.group), .text(numbers.set),
        SQLValue(sentOn),
      ]
    ) { $0.int(0) }
    if let known { return known }
    return try connection.insert(
      Statement.batchInsertion, SQLValue(file), SQLValue(outboxName), .text(sender),
      .text(numbers.interchange), .text(numbers.group), .text(numbers.set), SQLValue(sentOn),
      .text(reference))
  }

  /// Adds a sending with the claim as sent.
  ///
  /// `payer` is where it went, nil where that is the payer that the claim is with; `activity` is the
  /// decision that sent it, nil for what came in a file or goes out in a batch; `known` is the
  /// business day of the office.
  package static func insert(
    claim: ClaimID, controlNumber: String, frequency: ClaimFrequency, sentOn: Day, batch: Int64,
    image: [UInt8], billingNPI: String, payer: PayerID? = nil, activity: ActivityID? = nil,
    known: Day, in connection: Connection
  ) throws -> SubmissionID {
    let id = try connection.insert(
      insertion, SQLValue(claim), .text(controlNumber), .text(frequency.rawValue),
      SQLValue(sentOn), .integer(batch), SQLValue(payer), SQLValue(activity), SQLValue(known),
      .text(billingNPI))
    try connection.run(imageInsertion, .integer(id), .blob(image))
    return SubmissionID(id)
  }

  /// The sending of a claim in one batch, where that claim was read from it before.
  package static func find(
    claim: ClaimID, batch: Int64, in connection: Connection
  ) throws -> SubmissionID? {
    try connection.first(
      "SELECT id FROM submission WHERE batch_id = ?1 AND claim_id = ?2",
      [.integer(batch), SQLValue(claim)]
    ) { SubmissionID($0.int(0)) }
  }

  /// Whether any claim went out under an NPI (loop 2010AA); for an empty one whether any names one.
  package static func areBilled(
    under npi: String, in connection: Connection
  ) throws -> Bool {
    try connection.first(
      npi.isEmpty
        ? "SELECT 1 FROM submission WHERE billing_npi <> ?1 LIMIT 1"
        : "SELECT 1 FROM submission WHERE billing_npi = ?1 LIMIT 1", [.text(npi)]
    ) { $0.bool(0) } ?? false
  }

  /// Whether the office ever read or wrote a claim file.
  package static func hasAny(in connection: Connection) throws -> Bool {
    try connection.first("SELECT 1 FROM batch LIMIT 1") { $0.bool(0) } ?? false
  }

  /// The bytes of the latest sending of a claim.
  package static func latestImage(
    of claim: ClaimID, in connection: Connection
  ) throws -> [UInt8]? {
    try connection.first(
      """
      SELECT submission_image.image FROM submission
      JOIN submission_image ON submission_image.submission_id = submission.id
      WHERE submission.claim_id = ?1 AND submission.answer <> 'withdrawn'
      ORDER BY submission.id DESC LIMIT 1
      """, [SQLValue(claim)]
    ) { $0.blob(0) }
  }

  private static let reading = Statement(
    """
    SELECT id, control_number, frequency, sent_day, answer, answer_day, payer_id FROM submission
    WHERE claim_id = ?1 AND answer <> 'withdrawn' ORDER BY id
    """)

  /// All sendings of a claim, oldest first, with the reasons of those rejected.
  package static func all(
    of claim: ClaimID, in connection: Connection
  ) throws -> [ClaimSubmission] {
    try connection.rows(reading, [SQLValue(claim)]) { row in
      let id = SubmissionID(row.int(0))
      let sentOn = row.day(3)
      let day = row.dayOrNil(5) ?? sentOn
      let answer: SubmissionAnswer =
        switch try row.word(4, Words.submissionAnswer) {
        case .received: .received(on: day)
        case .accepted: .accepted(on: day)
        case .rejected:
          .rejected(
            on: day, reasons: try Acknowledgments.reasons(ofSubmission: id, in: connection))
        case .none, .withdrawn: .none
        }
      return ClaimSubmission(
        id: id, controlNumber: row.text(1),
        frequency: try row.word(2, Words.submissionFrequency), sentOn: sentOn,
        answer: answer, payer: row.idOrNil(6, of: Payer.self))
    }
  }

  /// The sending that a decision made, standing or taken back.
  package static func made(
    by activity: ActivityID, in connection: Connection
  ) throws -> (id: SubmissionID, controlNumber: String, isUnanswered: Bool)? {
    try connection.first(
      "SELECT id, control_number, answer FROM submission WHERE activity_id = ?1",
      [SQLValue(activity)]
    ) { (SubmissionID($0.int(0)), $0.text(1), $0.text(2) == "none") }
  }

  /// The latest sending of a claim that was written here, standing or taken back; for those of
  /// before each sending knew its decision.
  package static func madeHere(
    of claim: ClaimID, isWithdrawn: Bool, in connection: Connection
  ) throws -> (id: SubmissionID, controlNumber: String, isUnanswered: Bool)? {
    try connection.first(
      """
      SELECT submission.id, submission.control_number, submission.answer FROM submission
      JOIN batch ON batch.id = submission.batch_id
      WHERE submission.claim_id = ?1 AND batch.outbox_name IS NOT NULL
        AND (submission.answer = 'withdrawn') = ?2
      ORDER BY submission.id DESC LIMIT 1
      """, [SQLValue(claim), SQLValue(isWithdrawn)]
    ) {
      (
        SubmissionID($0.int(0)), $0.text(1),
        try $0.word(2, Words.submissionAnswer) == KeptAnswer.none
      )
    }
  }

  /// The sendings of a batch that were taken back, in their order.
  package static func withdrawn(
    from batch: BatchID, in connection: Connection
  ) throws -> [(id: SubmissionID, claim: ClaimID)] {
    try connection.rows(
      """
      SELECT id, claim_id FROM submission WHERE batch_id = ?1 AND answer = 'withdrawn' ORDER BY id
      """, [SQLValue(batch)]
    ) { (SubmissionID($0.int(0)), ClaimID($0.int(1))) }
  }

  /// Where a sending went: its batch's file in the outbox.
  package static func outboxName(
    of submission: SubmissionID, in connection: Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT batch.outbox_name FROM submission JOIN batch ON batch.id = submission.batch_id
      WHERE submission.id = ?1
      """, [SQLValue(submission)]
    ) { $0.textOrNil(0) } ?? nil
  }

  /// Takes a sending back that never left the house, or brings it back; `known` is the business day.
  package static func setWithdrawn(
    _ isWithdrawn: Bool, submission: SubmissionID, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE submission SET answer = ?2, answer_known_on = ?3
      WHERE id = ?1 AND answer IN ('none', 'withdrawn')
      """, SQLValue(submission),
      .text((isWithdrawn ? KeptAnswer.withdrawn : KeptAnswer.none).rawValue), SQLValue(known))
  }
}

extension Statement {
  fileprivate static let batchInsertion = Statement(
    """
    INSERT INTO batch (file_id, outbox_name, sender, interchange_control, group_control,
      set_control, sent_day, reference)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    """)
}
