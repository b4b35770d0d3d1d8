package import Billing
package import Database

/// Remittances: one row a payment, with its own totals as assertions.
package enum Remittances {
  /// A remittance as kept, without its claims.
  package struct Header: Equatable, Sendable {
    package var id: RemittanceID
    package var payer: PayerID
    package var file: FileID
    package var traceNumber: String
    package var originator: String
    package var payment: Cents
    package var method: String
    package var paymentDate: Day
    package var noticeDate: Day
    package var claimCount: Int
    package var claimsPaid: Cents
    package var providerAdjusted: Cents
    package var difference: Cents
  }

  private static let columns = """
    id, payer_id, file_id, trace_number, originator, payment_cents, method, payment_day,
    notice_day, claim_count, claims_paid_cents, provider_adjusted_cents, difference_cents
    """
  private static let insertion = Statement(
    """
    INSERT INTO remittance (file_id, set_position, payer_id, originator, trace_number,
      payment_cents, method, payment_day, notice_day, payee, control_numbers, claim_count,
      claims_paid_cents, provider_adjusted_cents, difference_cents, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
    """)

  /// Where the same payment was seen before: payer, trace number, amount and date.
  package static func findSame(
    originator: String, traceNumber: String, payment: Cents, paymentDate: Day,
    in connection: Connection
  ) throws -> (id: RemittanceID, file: FileID, setPosition: Int, fileName: String)? {
    try connection.first(
      """
      SELECT remittance.id, file.id, remittance.set_position, file.name
      FROM remittance JOIN file ON file.id = remittance.file_id
      WHERE originator = ?1 AND trace_number = ?2 AND payment_cents = ?3 AND payment_day = ?4
      """, [.text(originator), .text(traceNumber), SQLValue(payment), SQLValue(paymentDate)]
    ) { (RemittanceID($0.int(0)), FileID($0.int(1)), Int($0.int(2)), $0.text(3)) }
  }

  /// Adds a remittance without its claims.
  package static func insert(
    _ remittance: Remittance, claimCount: Int, claimsPaid: Cents, payer: PayerID, file: FileID,
    setPosition: Int, known: Day, in connection: Connection
  ) throws -> RemittanceID {
    let numbers = remittance.controlNumbers
    return RemittanceID(
      try connection.insert(
        insertion, SQLValue(file), SQLValue(setPosition), SQLValue(payer),
        .text(remittance.originator), .text(remittance.traceNumber),
        SQLValue(remittance.payment), .text(remittance.method), SQLValue(remittance.paymentDate),
        SQLValue(remittance.productionDate), .text(remittance.payeeIdentifier),
        .text(CodeList.text([numbers.interchange, numbers.group, numbers.set])),
        SQLValue(claimCount),
        SQLValue(claimsPaid),
        SQLValue(remittance.providerAdjustments.map(\.amount).total()),
        SQLValue(remittance.balance.transaction), SQLValue(known)))
  }

  package static func insertProviderAdjustments(
    _ adjustments: [ProviderAdjustment], of remittance: RemittanceID, in connection: Connection
  ) throws {
    for (position, adjustment) in adjustments.enumerated() {
      try connection.run(
        """
        INSERT INTO provider_adjustment (remittance_id, position, reason, reference, amount_cents)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """, SQLValue(remittance), SQLValue(position), .text(adjustment.reason),
        .text(adjustment.reference), SQLValue(adjustment.amount))
    }
  }

  package static func find(_ id: RemittanceID, in connection: Connection) throws -> Header? {
    try connection.first(
      "SELECT \(columns) FROM remittance WHERE id = ?1", [SQLValue(id)]
    ) { header(from: $0) }
  }

  /// The newest payments first.
  package static func page(
    offset: Int, limit: Int, in connection: Connection
  ) throws -> [Header] {
    try connection.rows(
      """
      SELECT \(columns) FROM remittance ORDER BY payment_day DESC, id DESC LIMIT ?1 OFFSET ?2
      """, [SQLValue(limit), SQLValue(offset)]
    ) { header(from: $0) }
  }

  package static func count(in connection: Connection) throws -> Int {
    try connection.first("SELECT count(*) FROM remittance") { Int($0.int(0)) } ?? 0
  }

  package static func withTraceNumber(
    _ trace: String, in connection: Connection
  ) throws -> RemittanceID? {
    try connection.first(
      "SELECT id FROM remittance WHERE trace_number = ?1 ORDER BY id DESC LIMIT 1", [.text(trace)]
    ) { RemittanceID($0.int(0)) }
  }

  package static func providerAdjustments(
    of id: RemittanceID, in connection: Connection
  ) throws -> [ProviderAdjustment] {
    try connection.rows(
      """
      SELECT reason, reference, amount_cents FROM provider_adjustment
      WHERE remittance_id = ?1 ORDER BY position
      """, [SQLValue(id)]
    ) { ProviderAdjustment(reason: $0.text(0), reference: $0.text(1), amount: $0.cents(2)) }
  }

  /// The business day on which something of a remittance was posted last; nil where nothing was, or
  /// nobody kept the day.
  package static func lastPosted(_ id: RemittanceID, in connection: Connection) throws -> Day? {
    try connection.first(
      """
      SELECT max(known_on) FROM journal_entry
      WHERE remittance_id = ?1 AND cause <> 'cash-received'
      """, [SQLValue(id)]
    ) { $0.dayOrNil(0) } ?? nil
  }

  private static func header(from row: borrowing Row) -> Header {
    Header(
      id: RemittanceID(row.int(0)), payer: PayerID(row.int(1)), file: FileID(row.int(2)),
      traceNumber: row.text(3), originator: row.text(4), payment: row.cents(5),
      method: row.text(6), paymentDate: row.day(7), noticeDate: row.day(8),
      claimCount: Int(row.int(9)), claimsPaid: row.cents(10), providerAdjusted: row.cents(11),
      difference: row.cents(12))
  }
}
