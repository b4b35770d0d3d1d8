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
  /// Of a credit the payer is the one that paid too much: the claim's own, or the one after it.
  private static let creditReading = Statement(
    """
    SELECT claim.control_number, patient.last_name, patient.first_name,
      CASE WHEN (SELECT sum(payer_cents) FROM claim_line WHERE claim_id = claim.id) >= 0
          AND (SELECT sum(next_payer_cents) FROM claim_line WHERE claim_id = claim.id) < 0
        THEN coalesce(claim.next_payer_id, claim.payer_id) ELSE claim.payer_id END,
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

  /// The first payer of an order; NULL where it has no coverage.
  private static let orderPayer = """
    (SELECT order_coverage.payer_id FROM order_coverage
      WHERE order_coverage.order_id = sales_order.id ORDER BY position LIMIT 1)
    """
  private static let orderReading = Statement(
    """
    SELECT sales_order.number, patient.last_name, patient.first_name, \(orderPayer),
      coalesce(sales_order.served_day, sales_order.received_day), order_line.code,
      order_line.modifiers,
      (SELECT count(*) FROM order_line AS other WHERE other.order_id = sales_order.id)
    FROM sales_order JOIN patient ON patient.id = sales_order.patient_id
    LEFT JOIN order_line ON order_line.order_id = sales_order.id AND order_line.number = 1
    WHERE sales_order.id = ?1
    """)
  private static let chargeReading = Statement(
    """
    SELECT sales_order.number, patient.last_name, patient.first_name, \(orderPayer),
      charge.from_day, charge.code, charge.modifiers, 1
    FROM charge JOIN sales_order ON sales_order.id = charge.order_id
    JOIN patient ON patient.id = charge.patient_id WHERE charge.id = ?1
    """)
  private static let batchReading = Statement(
    """
    SELECT batch.outbox_name, claim.payer_id, batch.sent_day
    FROM batch JOIN submission ON submission.batch_id = batch.id
    JOIN claim ON claim.id = submission.claim_id
    WHERE batch.id = ?1 AND batch.outbox_name IS NOT NULL ORDER BY submission.id LIMIT 1
    """)
  private static let specialReading = Statement(
    """
    SELECT special_work.kind, patient.last_name, patient.first_name,
      special_work.payer_id, special_work.due_day, special_item.code,
      special_item.modifiers,
      (SELECT count(*) FROM special_item AS other WHERE other.special_id = special_work.id)
    FROM special_work JOIN patient ON patient.id = special_work.patient_id
    LEFT JOIN special_item ON special_item.special_id = special_work.id
      AND special_item.position = 0
    WHERE special_work.id = ?1
    """)

  /// Of a patient the claim of the oldest open line, and how many more lines there are.
  private static let patientReading = Statement(
    """
    SELECT 'P' || patient.id, patient.last_name, patient.first_name, claim.payer_id,
      claim_line.from_day, claim_line.code, claim_line.modifiers,
      max(1, (SELECT count(*) FROM claim AS other JOIN claim_line AS line ON line.claim_id = other.id
        WHERE other.patient_id = patient.id AND line.patient_cents > 0))
    FROM patient
    LEFT JOIN claim_line ON claim_line.id = (
      SELECT line.id FROM claim AS other JOIN claim_line AS line ON line.claim_id = other.id
      WHERE other.patient_id = patient.id AND line.patient_cents > 0
      ORDER BY line.from_day, other.id, line.number LIMIT 1)
    LEFT JOIN claim ON claim.id = claim_line.claim_id
    WHERE patient.id = ?1
    """)

  package static func find(
    _ subject: WorkSubject, in connection: Connection
  ) throws -> WorkItems.Label? {
    switch subject {
    case .claim(let id), .underpayment(let id):
      return try connection.first(claimReading, [SQLValue(id)]) { label(from: $0) }
    case .remitClaim(let id):
      return try connection.first(remitClaimReading, [SQLValue(id)]) { label(from: $0) }
    case .remittance(let id):
      guard let header = try Remittances.find(id, in: connection) else { return nil }
      return WorkItems.Label(
        reference: header.traceNumber, patientName: "", payer: header.payer, procedure: "",
        serviceOn: header.paymentDate)
    case .deposit(let id):
      guard let content = try Deposits.find(id, in: connection)?.content else { return nil }
      return WorkItems.Label(
        reference: content.reference.isEmpty ? "deposit \(id.rawValue)" : content.reference,
        patientName: "", payer: nil,
        procedure: content.form.title + (content.payer.isEmpty ? "" : " " + content.payer),
        serviceOn: content.receivedOn)
    case .approval(let id):
      guard let approval = try Approvals.find(id, in: connection) else { return nil }
      return WorkItems.Label(
        reference: "approval \(id.rawValue)", patientName: "", payer: nil,
        procedure: approval.purpose.title, serviceOn: approval.askedOn)
    case .order(let id):
      return try connection.first(orderReading, [SQLValue(id)]) { label(from: $0) }
    case .charge(let id):
      return try connection.first(chargeReading, [SQLValue(id)]) { label(from: $0) }
    case .batch(let id):
      return try connection.first(batchReading, [SQLValue(id)]) { row in
        WorkItems.Label(
          reference: row.text(0), patientName: "", payer: PayerID(row.int(1)), procedure: "",
          serviceOn: row.day(2))
      }
    case .special(let id):
      return try connection.first(specialReading, [SQLValue(id)]) { label(from: $0) }
    case .credit(let id):
      return try connection.first(creditReading, [SQLValue(id)]) { label(from: $0) }
    case .patient(let id):
      return try connection.first(patientReading, [SQLValue(id)]) { label(from: $0) }
    case .providerBalance(let id):
      return try connection.first(
        "SELECT reference, payer_id, on_day FROM provider_balance WHERE id = ?1", [SQLValue(id)]
      ) { row in
        WorkItems.Label(
          reference: row.text(0), patientName: "", payer: PayerID(row.int(1)), procedure: "",
          serviceOn: row.day(2))
      }
    case .refusedSet(let id):
      return try connection.first(
        """
        SELECT CASE trace_number WHEN '' THEN file_name ELSE trace_number END, payer_id,
          coalesce(payment_day, known_on)
        FROM refused_set WHERE id = ?1
        """, [SQLValue(id)]
      ) { row in
        WorkItems.Label(
          reference: row.text(0), patientName: "", payer: row.idOrNil(1, of: Payer.self),
          procedure: "", serviceOn: row.day(2))
      }
    }
  }

  /// What ``find(_:in:)`` says of a patient, from what they owe; nil where they owe nothing.
  package static func patient(_ story: PatientStory) -> WorkItems.Label? {
    guard let oldest = story.debts.first else { return nil }
    return WorkItems.Label(
      reference: "P\(story.patient.id.rawValue)",
      patientName: name(story.patient.lastName, story.patient.firstName),
      payer: oldest.payer.id, procedure: procedures(oldest.procedure, of: story.debts.count),
      serviceOn: oldest.service)
  }

  private static func label(from row: borrowing Row) -> WorkItems.Label {
    let code = row.textOrNil(5) ?? ""
    let first = ProcedureCode(code, CodeList.codes(row.textOrNil(6) ?? ""))
    return WorkItems.Label(
      reference: row.text(0), patientName: name(row.text(1), row.text(2)),
      payer: row.idOrNil(3, of: Payer.self), procedure: procedures(first, of: Int(row.int(7))),
      serviceOn: row.day(4))
  }

  private static func name(_ last: String, _ first: String) -> String {
    first.isEmpty ? last : last + ", " + first
  }

  private static func procedures(_ first: ProcedureCode, of count: Int) -> String {
    count > 1 ? first.description + " +\(count - 1)" : first.description
  }
}
