package import Billing
package import Database

/// What a row of a list says of a subject: reference, patient, payer, procedure, day.
package enum Labels {
  private static let claimReading = Statement(
    """
    SELECT claim.control_number, patient.last_name, patient.first_name, claim.payer_id,
      claim.from_day, claim_line.code, claim_line.modifiers,
      (SELECT count(*) FROM claim_line AS other WHERE other.claim_id = claim.id)
    FROM claim JOIN patient ON patient.id = claim.patient_id
    LEFT JOIN claim_line ON claim_line.claim_id = claim.id AND claim_line.number = 1
    WHERE claim.id = ?1
    """)
  private static let remitClaimReading = Statement(
    """
    SELECT remit_claim.control_number, remit_claim.last_name, remit_claim.first_name,
      remittance.payer_id, remittance.payment_day, remit_line.code, remit_line.modifiers,
      (SELECT count(*) FROM remit_line AS other WHERE other.remit_claim_id = remit_claim.id)
    FROM remit_claim JOIN remittance ON remittance.id = remit_claim.remittance_id
    LEFT JOIN remit_line ON remit_line.remit_claim_id = remit_claim.id AND remit_line.number = 1
    WHERE remit_claim.id = ?1
    """)

  package static func find(
    _ subject: WorkSubject, in connection: Connection
  ) throws -> WorkItems.Label? {
    switch subject {
    case .claim(let id):
      return try connection.first(claimReading, [SQLValue(id)]) { label(from: $0) }
    case .remitClaim(let id):
      return try connection.first(remitClaimReading, [SQLValue(id)]) { label(from: $0) }
    case .remittance(let id):
      guard let header = try Remittances.find(id, in: connection) else { return nil }
      return WorkItems.Label(
        reference: header.traceNumber, patientName: "", payer: header.payer, procedure: "",
        serviceOn: header.paymentDate)
    }
  }

  private static func label(from row: borrowing Row) -> WorkItems.Label {
    let first = row.text(2)
    let code = row.textOrNil(5) ?? ""
    let procedure = ProcedureCode(code, CodeList.codes(row.textOrNil(6) ?? "")).description
    let more = row.int(7) - 1
    return WorkItems.Label(
      reference: row.text(0), patientName: first.isEmpty ? row.text(1) : row.text(1) + ", " + first,
      payer: PayerID(row.int(3)), procedure: more > 0 ? procedure + " +\(more)" : procedure,
      serviceOn: row.day(4))
  }
}
