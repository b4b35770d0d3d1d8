package import Billing
package import Database

/// Claims that may be another sending of an earlier one, and sendings that a person laid together.
package enum BillQuestions {
  /// Keeps that a claim may be another sending of an earlier one; `known` is the business day.
  package static func ask(
    _ claim: ClaimID, isOf earlier: ClaimID, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      "INSERT INTO bill_question (claim_id, earlier_id, known_on) VALUES (?1, ?2, ?3)",
      SQLValue(claim), SQLValue(earlier), SQLValue(known))
  }

  private static let reading = Statement(
    """
    SELECT earlier.id, earlier.control_number, earlier.from_day, earlier.through_day
    FROM bill_question JOIN claim AS earlier ON earlier.id = bill_question.earlier_id
    WHERE bill_question.claim_id = ?1
    """)

  /// The question about a claim, answered or not; nil where nothing is in doubt.
  package static func find(
    about claim: ClaimID, in connection: Connection
  ) throws -> BillQuestion? {
    let question = try connection.first(reading, [SQLValue(claim)]) { row in
      BillQuestion(
        earlier: ClaimID(row.int(0)), controlNumber: row.text(1),
        service: ServiceDates(row.day(2), through: row.day(3)), charges: [])
    }
    guard var question else { return nil }
    question.charges = try connection.rows(
      "SELECT charge_cents FROM claim_line WHERE claim_id = ?1 ORDER BY number",
      [SQLValue(question.earlier)]
    ) { $0.cents(0) }
    return question
  }

  /// Gives all sendings of a claim to another one, by a decision; `known` is the business day.
  package static func move(
    from claim: ClaimID, to other: ClaimID, activity: ActivityID, known: Day,
    in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO sending_move (submission_id, from_claim, to_claim, activity_id, known_on)
      SELECT id, claim_id, ?2, ?3, ?4 FROM submission WHERE claim_id = ?1
      """, SQLValue(claim), SQLValue(other), SQLValue(activity), SQLValue(known))
    try toggle(activity, isUndo: false, in: connection)
  }

  /// Gives what a decision moved back to the claims that it came from, or moves it once more.
  package static func toggle(
    _ activity: ActivityID, isUndo: Bool, in connection: Connection
  ) throws {
    let side = isUndo ? "from_claim" : "to_claim"
    try connection.run(
      """
      UPDATE submission SET claim_id = (SELECT \(side) FROM sending_move
        WHERE submission_id = submission.id AND activity_id = ?1)
      WHERE id IN (SELECT submission_id FROM sending_move WHERE activity_id = ?1)
      """, SQLValue(activity))
  }

  /// Whether the claim that now has the sendings which a decision moved was answered under one of
  /// their numbers.
  package static func isAnswered(
    _ activity: ActivityID, in connection: Connection
  ) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM sending_move JOIN submission ON submission.id = sending_move.submission_id
      JOIN remit_claim ON remit_claim.claim_id = submission.claim_id
        AND remit_claim.control_number = submission.control_number
      WHERE sending_move.activity_id = ?1
      """, [SQLValue(activity)]
    ) { _ in true } ?? false
  }

  /// Whether another claim of the same member is there, at the same payer level, that has a line of
  /// the same number (REF*6R) as one of this claim: only then can two sendings be in doubt.
  package static func mayBeAsked(
    of claim: ClaimID, in connection: Connection
  ) throws -> Bool {
    try connection.first(numberSearch, [SQLValue(claim)]) { _ in true } ?? false
  }

  private static let numberSearch = Statement(
    """
    SELECT 1 FROM claim AS new
    JOIN claim ON claim.member_id = new.member_id AND claim.sequence = new.sequence
      AND claim.id <> new.id
    JOIN claim_line ON claim_line.claim_id = claim.id
    WHERE new.id = ?1 AND new.member_id <> '' AND claim_line.control_number IN
      (SELECT control_number FROM claim_line WHERE claim_id = ?1 AND control_number <> '') LIMIT 1
    """)

  /// In SQL over `claim`: whether its sendings are another claim's now.
  static let isMoved = """
    EXISTS (SELECT 1 FROM sending_move JOIN submission AS moved
      ON moved.id = sending_move.submission_id
      WHERE sending_move.from_claim = claim.id AND moved.claim_id <> claim.id)
    """
}
