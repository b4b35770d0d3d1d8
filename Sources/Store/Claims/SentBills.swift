package import Billing
package import Database

/// Sendings as far as they tell which bill they are of.
package enum SentBills {
  private static let sendings = Statement(
    """
    SELECT claim.id, batch.sender, submission.control_number, claim.member_id, patient.last_name,
      claim.sequence, claim.charge_cents, claim.payer_control
    FROM claim JOIN submission ON submission.claim_id = claim.id
    JOIN batch ON batch.id = submission.batch_id JOIN patient ON patient.id = claim.patient_id
    WHERE claim.member_id = ?1 AND submission.answer <> 'withdrawn' ORDER BY submission.id
    """)
  private static let lines = Statement(
    """
    SELECT claim_line.claim_id, claim_line.control_number, claim_line.from_day, claim_line.code,
      claim_line.modifiers
    FROM claim JOIN claim_line ON claim_line.claim_id = claim.id
    WHERE claim.member_id = ?1 ORDER BY claim_line.claim_id, claim_line.number
    """)

  /// All sendings of one member's claims that stand, with the claims they belong to.
  package static func all(
    ofMember member: String, in connection: Connection
  ) throws -> [(claim: ClaimID, sending: BillSending)] {
    var lines: [ClaimID: [BillSending.Line]] = [:]
    try connection.forEach(Self.lines, [.text(member)]) { row in
      lines[ClaimID(row.int(0)), default: []].append(
        BillSending.Line(
          controlNumber: row.text(1), day: row.day(2),
          procedure: ProcedureCode(row.text(3), CodeList.codes(row.text(4)))))
    }
    return try connection.rows(sendings, [.text(member)]) { row in
      let claim = ClaimID(row.int(0))
      return (
        claim,
        BillSending(
          sender: row.text(1), controlNumber: row.text(2), memberID: row.text(3),
          lastName: row.text(4), level: try row.word(5, Words.claimSequence),
          charge: row.cents(6), lines: lines[claim] ?? [], payerControlNumber: row.text(7))
      )
    }
  }
}
