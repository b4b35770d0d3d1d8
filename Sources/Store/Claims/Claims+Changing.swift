package import Billing
package import Database

/// What of a claim follows its sendings, corrections and answers; all else of it never changes.
extension Claims {
  /// Keeps the payer's number for a claim, as its answer to one sending gives it; that of a payer
  /// which had the claim before is none of it any more.
  package static func setPayerControlNumber(
    _ control: String, of claim: ClaimID, answering number: String, in connection: Connection
  ) throws {
    try connection.run(
      Statement.payerControlUpdate, SQLValue(claim), .text(control), .text(number))
  }

  package static func setNextBilled(
    _ isBilled: Bool, of claim: ClaimID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE claim SET next_billed = ?2, row_version = row_version + 1 WHERE id = ?1",
      SQLValue(claim), SQLValue(isBilled))
  }

  /// The corrected facts of a claim that is sent again.
  package static func correct(
    _ claim: ClaimID, memberID: String, placeOfService: String, priorAuthorization: String,
    diagnoses: [String], in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE claim SET member_id = ?2, place_of_service = ?3, prior_authorization = ?4,
        diagnoses = ?5, row_version = row_version + 1 WHERE id = ?1
      """, SQLValue(claim), .text(memberID), .text(placeOfService), .text(priorAuthorization),
      .text(CodeList.text(diagnoses)))
  }

  /// Whose claim it is, as its latest sending says.
  package static func setPatient(
    _ patient: PatientID, of claim: ClaimID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE claim SET patient_id = ?2, row_version = row_version + 1 WHERE id = ?1",
      SQLValue(claim), SQLValue(patient))
  }

  /// The corrected days and charge of a claim, as its lines make them together.
  package static func correct(
    _ claim: ClaimID, service: ServiceDates, charge: Cents, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE claim SET from_day = ?2, through_day = ?3, charge_cents = ?4 WHERE id = ?1",
      SQLValue(claim), SQLValue(service.first), SQLValue(service.through), SQLValue(charge))
  }

  /// The claim to the payer before this one.
  package static func prior(of claim: ClaimID, in connection: Connection) throws -> ClaimID? {
    try connection.first("SELECT prior_claim_id FROM claim WHERE id = ?1", [SQLValue(claim)]) {
      $0.idOrNil(0, of: Claim.self)
    } ?? nil
  }

  /// Says which claim to the payer before this one it follows.
  package static func setPrior(
    _ prior: ClaimID, of claim: ClaimID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE claim SET prior_claim_id = ?2, row_version = row_version + 1 WHERE id = ?1",
      SQLValue(claim), SQLValue(prior))
  }

  /// Gives a line the place and the control number that its bill has for it.
  package static func renumberLine(
    _ line: ClaimLineID, number: Int, controlNumber: String, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE claim_line SET number = ?2, control_number = ?3 WHERE id = ?1",
      SQLValue(line), SQLValue(number), .text(controlNumber))
  }

  package static func correctLine(
    _ line: ClaimLineID, procedure: ProcedureCode, unitsInThousandths: Int64,
    in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE claim_line SET code = ?2, modifiers = ?3, units = ?4 WHERE id = ?1",
      SQLValue(line), .text(procedure.code), .text(CodeList.text(procedure.modifiers)),
      .integer(unitsInThousandths))
  }

  /// The corrected days and charge of a line.
  ///
  /// What is expected is what the payer allows; where nothing is known of that it is the charge, and
  /// follows it.
  package static func correctLine(
    _ line: ClaimLineID, service: ServiceDates, charge: Cents, in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE claim_line SET from_day = ?2, through_day = ?3, charge_cents = ?4,
        expected_cents = CASE WHEN expected_cents = charge_cents THEN ?4 ELSE expected_cents END
      WHERE id = ?1
      """, SQLValue(line), SQLValue(service.first), SQLValue(service.through), SQLValue(charge))
  }
}

extension Statement {
  fileprivate static let payerControlUpdate = Statement(
    """
    UPDATE claim SET payer_control = ?2 WHERE id = ?1 AND payer_control <> ?2
      AND NOT EXISTS (SELECT 1 FROM submission WHERE submission.claim_id = ?1
        AND submission.control_number = ?3 AND submission.payer_id <> claim.payer_id)
    """)
}
