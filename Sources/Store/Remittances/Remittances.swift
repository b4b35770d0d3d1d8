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
    package var standing: RemittanceStanding
    /// Over CLP and PLB; empty where it was not kept.
    package var claimsHash: String
    /// The first remittance that it looks like, nil where it looks like none.
    package var looksLike: RemittanceID?
  }

  private static let columns = """
    id, payer_id, file_id, trace_number, originator, payment_cents, method, payment_day,
    notice_day, claim_count, claims_paid_cents, provider_adjusted_cents, difference_cents,
    standing, claims_hash, looks_like
    """
  private static let insertion = Statement(
    """
    INSERT INTO remittance (file_id, set_position, payer_id, originator, trace_number,
      payment_cents, method, payment_day, notice_day, payee, control_numbers, claim_count,
      claims_paid_cents, provider_adjusted_cents, difference_cents, known_on, trace_key,
      claims_hash, standing, looks_like)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
      ?20)
    """)

  /// Where remittances of one trace number were read, padding aside, oldest first.
  package static func withTraceKey(
    of traceNumber: String, in connection: Connection
  ) throws -> [(header: Header, setPosition: Int, fileName: String)] {
    let key = TraceNumber.folded(traceNumber)
    let columns = columns.split(separator: ",").map {
      "remittance." + $0.trimmingWhitespace
    }.joined(separator: ", ")
    return try connection.rows(
      """
      SELECT \(columns), remittance.set_position, file.name
      FROM remittance JOIN file ON file.id = remittance.file_id
      WHERE trace_key = ?1 ORDER BY remittance.id
      """, [.text(key)]
    ) { (try header(from: $0), Int($0.int(16)), $0.text(17)) }
  }

  /// All remittances that look like one, with it, oldest first.
  package static func alike(
    to root: RemittanceID, in connection: Connection
  ) throws -> [Header] {
    try connection.rows(
      "SELECT \(columns) FROM remittance WHERE id = ?1 OR looks_like = ?1 ORDER BY id",
      [SQLValue(root)]
    ) { try header(from: $0) }
  }

  /// Changes whether a remittance counts and keeps what it was; `known` is the business day.
  package static func change(
    _ header: Header, to after: RemittanceStanding, activity: ActivityID, known: Day,
    in connection: Connection
  ) throws {
    guard header.standing != after else { return }
    try setStanding(after, of: header.id, in: connection)
    try connection.run(
      """
      INSERT INTO remittance_change (activity_id, remittance_id, before_standing, after_standing,
        known_on) VALUES (?1, ?2, ?3, ?4, ?5)
      """, SQLValue(activity), SQLValue(header.id), .text(header.standing.rawValue),
      .text(after.rawValue), SQLValue(known))
  }

  /// What a decision changed, in its order.
  package static func changes(
    of activity: ActivityID, in connection: Connection
  ) throws -> [(remittance: RemittanceID, before: RemittanceStanding, after: RemittanceStanding)] {
    try connection.rows(
      """
      SELECT remittance_id, before_standing, after_standing, id FROM remittance_change
      WHERE activity_id = ?1 ORDER BY id
      """, [SQLValue(activity)]
    ) {
      (
        RemittanceID($0.int(0)), try $0.word(1, Words.standingBefore, key: 3),
        try $0.word(2, Words.standingAfter, key: 3)
      )
    }
  }

  package static func setStanding(
    _ standing: RemittanceStanding, of id: RemittanceID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE remittance SET standing = ?2 WHERE id = ?1", SQLValue(id),
      .text(standing.rawValue))
  }

  /// Adds a remittance without its claims.
  package static func insert(
    _ remittance: Remittance, claimCount: Int, claimsPaid: Cents, payer: PayerID, file: FileID,
    setPosition: Int, claimsHash: String = "", looksLike: RemittanceID? = nil, known: Day,
    in connection: Connection
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
        SQLValue(remittance.balance.transaction), SQLValue(known),
        .text(TraceNumber.folded(remittance.traceNumber)), .text(claimsHash),
        .text((looksLike == nil ? RemittanceStanding.standing : .asked).rawValue),
        SQLValue(looksLike)))
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
    ) { try header(from: $0) }
  }

  /// The newest payments first.
  package static func page(
    offset: Int, limit: Int, in connection: Connection
  ) throws -> [Header] {
    try connection.rows(
      """
      SELECT \(columns) FROM remittance ORDER BY payment_day DESC, id DESC LIMIT ?1 OFFSET ?2
      """, [SQLValue(limit), SQLValue(offset)]
    ) { try header(from: $0) }
  }

  /// Remittances by the day of their notice, oldest first.
  package static func noticed(
    _ days: ClosedRange<Day>, in connection: Connection
  ) throws -> [Header] {
    try connection.rows(
      """
      SELECT \(columns) FROM remittance WHERE notice_day BETWEEN ?1 AND ?2
      ORDER BY notice_day, id
      """, [SQLValue(days.lowerBound), SQLValue(days.upperBound)]
    ) { try header(from: $0) }
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

  private static func header(from row: borrowing Row) throws -> Header {
    Header(
      id: RemittanceID(row.int(0)), payer: PayerID(row.int(1)), file: FileID(row.int(2)),
      traceNumber: row.text(3), originator: row.text(4), payment: row.cents(5),
      method: row.text(6), paymentDate: row.day(7), noticeDate: row.day(8),
      claimCount: Int(row.int(9)), claimsPaid: row.cents(10), providerAdjusted: row.cents(11),
      difference: row.cents(12), standing: try row.word(13, Words.remittanceStanding),
      claimsHash: row.text(14), looksLike: row.idOrNil(15, of: Remittance.self))
  }
}

extension Substring {
  /// Without blanks and line ends around it.
  fileprivate var trimmingWhitespace: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
