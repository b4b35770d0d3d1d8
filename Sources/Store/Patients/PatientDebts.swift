package import Billing
package import Database

/// What patients owe, line by line.
package enum PatientDebts {
  private static let reading = Statement(
    """
    SELECT claim.id, claim.control_number, claim.payer_id, claim.next_payer_id, claim_line.id,
      claim_line.number, claim_line.code, claim_line.modifiers, claim_line.from_day,
      claim_line.patient_cents, claim_line.charge_cents, claim_line.paid_cents,
      claim_line.adjusted_cents
    FROM claim JOIN claim_line ON claim_line.claim_id = claim.id
    WHERE claim.patient_id = ?1 AND claim_line.patient_cents <> 0
    ORDER BY claim_line.from_day, claim.id, claim_line.number
    """)
  private static let codeReading = Statement(
    """
    WITH answer AS (
      SELECT remit_claim.id, remit_claim.claim_id, remit_claim.remarks
      FROM claim JOIN remit_claim ON remit_claim.claim_id = claim.id
      WHERE claim.patient_id = ?1 AND remit_claim.state = 'posted' AND EXISTS (
        SELECT 1 FROM claim_line WHERE claim_line.claim_id = claim.id
          AND claim_line.patient_cents <> 0))
    SELECT claim_id, remarks FROM answer WHERE remarks <> ''
    UNION ALL SELECT claim_id, remit_line.remarks
    FROM answer JOIN remit_line ON remit_line.remit_claim_id = answer.id
    WHERE remit_line.remarks <> ''
    UNION ALL SELECT claim_id, adjustment.reason
    FROM answer JOIN adjustment ON adjustment.remit_claim_id = answer.id
    """)
  private static let workReading = Statement(
    """
    SELECT claim.patient_id FROM claim WHERE claim.id = ?1 AND (?2 <> 0 OR EXISTS (
      SELECT 1 FROM work_item WHERE work_item.subject_kind = 'patient'
        AND work_item.subject_key = claim.patient_id AND work_item.is_closed = 0))
    """)

  /// What a patient owes, the oldest service first, and what stands below zero, in cents.
  package static func all(
    of patient: PatientID, payer: (PayerID) throws -> Payer, in connection: Connection
  ) throws -> (debts: [PatientDebt], credit: Cents) {
    var credit = Cents.zero
    var debts: [PatientDebt] = []
    let rows = try connection.rows(reading, [SQLValue(patient)]) { row in
      (
        debt: PatientDebt(
          claim: ClaimID(row.int(0)), controlNumber: row.text(1), line: ClaimLineID(row.int(4)),
          number: Int(row.int(5)),
          procedure: ProcedureCode(row.text(6), CodeList.codes(row.text(7))), service: row.day(8),
          payer: try payer(PayerID(row.int(2))),
          nextPayer: try row.idOrNil(3, of: Payer.self).map(payer), amount: row.cents(9),
          charge: row.cents(10), paid: row.cents(11), adjusted: row.cents(12)),
        isOwed: row.cents(9) > .zero
      )
    }
    let codes =
      rows.contains(where: \.isOwed) ? try codes(ofClaimsOf: patient, in: connection) : [:]
    for var row in rows {
      guard row.isOwed else {
        credit += row.debt.amount
        continue
      }
      row.debt.codes = codes[row.debt.claim] ?? []
      debts.append(row.debt)
    }
    return (debts, credit)
  }

  /// Reason and remark codes of the answers that stand, by claim.
  private static func codes(
    ofClaimsOf patient: PatientID, in connection: Connection
  ) throws -> [ClaimID: Set<String>] {
    var codes: [ClaimID: Set<String>] = [:]
    try connection.forEach(codeReading, [SQLValue(patient)]) { row in
      codes[ClaimID(row.int(0)), default: []].formUnion(CodeList.codes(row.text(1)))
    }
    return codes
  }

  /// The patient of a claim, where there is money of theirs on it (`owes`) or they are in the queue.
  package static func patientToPlace(
    of claim: ClaimID, owes: Bool, in connection: Connection
  ) throws -> PatientID? {
    try connection.first(workReading, [SQLValue(claim), SQLValue(owes)]) { PatientID($0.int(0)) }
  }

  /// Everybody who owes something, in the order of their keys.
  package static func patients(in connection: Connection) throws -> [PatientID] {
    try connection.rows(
      """
      SELECT DISTINCT claim.patient_id FROM claim_line JOIN claim ON claim.id = claim_line.claim_id
      WHERE claim_line.patient_cents <> 0 AND claim_line.patient_cents > 0
      ORDER BY claim.patient_id
      """
    ) { PatientID($0.int(0)) }
  }

  /// The line of a patient's newest claim, on which what was paid too much stands; nil where the
  /// office has no claim of the patient.
  package static func newestLine(
    of patient: PatientID, in connection: Connection
  ) throws -> (claim: ClaimID, line: ClaimLineID)? {
    try connection.first(
      """
      SELECT claim.id, claim_line.id FROM claim JOIN claim_line ON claim_line.claim_id = claim.id
      WHERE claim.patient_id = ?1
      ORDER BY claim_line.patient_cents <> 0 DESC, claim.from_day DESC, claim.id DESC,
        claim_line.number LIMIT 1
      """, [SQLValue(patient)]
    ) { (ClaimID($0.int(0)), ClaimLineID($0.int(1))) }
  }
}
