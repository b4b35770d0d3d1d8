package import Billing
package import Database

/// Refusals of whole interchanges (TA1), kept since the interchange itself may be read after them.
package enum InterchangeAnswers {
  /// One TA1 that refuses an interchange.
  package struct Refusal: Equatable, Sendable {
    package var file: FileID
    /// TA101, the ISA13 of the interchange.
    package var interchangeControl: String
    /// TA102, its ISA09.
    package var interchangeDay: Day
    /// TA105.
    package var note: String

    package init(file: FileID, interchangeControl: String, interchangeDay: Day, note: String) {
      self.file = file
      self.interchangeControl = interchangeControl
      self.interchangeDay = interchangeDay
      self.note = note
    }
  }

  /// Keeps a refusal, once however often its file is taken up; `known` is the business day.
  package static func keep(
    _ refusal: Refusal, position: Int, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO interchange_answer (file_id, position, interchange_control, interchange_day, note,
        known_on)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING
      """, SQLValue(refusal.file), SQLValue(position), .text(refusal.interchangeControl),
      SQLValue(refusal.interchangeDay), .text(refusal.note), SQLValue(known))
  }

  /// Refusals of an interchange with this number (ISA13) and day that were read so far.
  package static func all(
    ofInterchange control: String, on day: Day, in connection: Connection
  ) throws -> [Refusal] {
    try connection.rows(
      """
      SELECT file_id, note FROM interchange_answer
      WHERE interchange_control = ?1 AND interchange_day = ?2 ORDER BY file_id, position
      """, [.text(control), SQLValue(day)]
    ) {
      Refusal(
        file: FileID($0.int(0)), interchangeControl: control, interchangeDay: day, note: $0.text(1))
    }
  }

  /// Sendings of a set that no TA1 has answered yet.
  package static func unanswered(
    batch: Int64, in connection: Connection
  ) throws -> [(submission: SubmissionID, claim: ClaimID)] {
    try connection.rows(
      """
      SELECT id, claim_id FROM submission WHERE batch_id = ?1 AND NOT EXISTS (
        SELECT 1 FROM acknowledgment WHERE submission_id = submission.id AND kind = 'TA1')
      ORDER BY id
      """, [.integer(batch)]
    ) { (SubmissionID($0.int(0)), ClaimID($0.int(1))) }
  }
}
