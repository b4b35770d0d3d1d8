package import Billing
package import Database

/// Which part of a deposit is the money of which remittance.
package enum DepositMatches {
  /// True for a row of `deposit_match` that was not taken apart.
  static let stands = """
    NOT EXISTS (SELECT 1 FROM deposit_unmatch WHERE deposit_unmatch.match_id = deposit_match.id)
    """
  private static let shown = """
    (SELECT coalesce(sum(deposit_match.amount_cents), 0) FROM deposit_match
      WHERE deposit_match.remittance_id = remittance.id AND \(stands))
    """
  private static let reading = """
    SELECT deposit_match.id, deposit_match.deposit_id, deposit_match.remittance_id,
      remittance.trace_number, deposit_match.amount_cents, deposit_match.activity_id,
      deposit_match.known_on
    FROM deposit_match JOIN remittance ON remittance.id = deposit_match.remittance_id
    """

  /// Matches a part of a deposit; `activity` is nil where they did so by themselves.
  package static func insert(
    deposit: DepositID, remittance: RemittanceID, amount: Cents, activity: ActivityID?, known: Day,
    in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO deposit_match (deposit_id, remittance_id, amount_cents, activity_id, known_on)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """, SQLValue(deposit), SQLValue(remittance), SQLValue(amount), SQLValue(activity),
      SQLValue(known))
  }

  /// Takes a match apart, once.
  package static func takeApart(
    _ match: DepositMatch, activity: ActivityID?, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      "INSERT INTO deposit_unmatch (match_id, activity_id, known_on) VALUES (?1, ?2, ?3)",
      .integer(match.id), SQLValue(activity), SQLValue(known))
  }

  /// Matches of a deposit that stand, oldest first.
  package static func standing(
    of deposit: DepositID, in connection: Connection
  ) throws -> [DepositMatch] {
    try connection.rows(
      "\(reading) WHERE deposit_match.deposit_id = ?1 AND \(stands) ORDER BY deposit_match.id",
      [SQLValue(deposit)]
    ) { match(from: $0) }
  }

  /// Matches of a remittance that stand, oldest first.
  package static func standing(
    of remittance: RemittanceID, in connection: Connection
  ) throws -> [DepositMatch] {
    try connection.rows(
      "\(reading) WHERE deposit_match.remittance_id = ?1 AND \(stands) ORDER BY deposit_match.id",
      [SQLValue(remittance)]
    ) { match(from: $0) }
  }

  /// Matches that an activity made, and those that it took apart.
  package static func made(
    by activity: ActivityID, in connection: Connection
  ) throws -> (matched: [DepositMatch], apart: [DepositMatch]) {
    let made = try connection.rows(
      "\(reading) WHERE deposit_match.activity_id = ?1 ORDER BY deposit_match.id",
      [SQLValue(activity)]
    ) { match(from: $0) }
    let apart = try connection.rows(
      """
      \(reading) JOIN deposit_unmatch ON deposit_unmatch.match_id = deposit_match.id
      WHERE deposit_unmatch.activity_id = ?1 ORDER BY deposit_match.id
      """, [SQLValue(activity)]
    ) { match(from: $0) }
    return (made, apart)
  }

  /// Whether a person ever said that a deposit is not the money of a remittance.
  package static func wasTakenApart(
    _ deposit: DepositID, _ remittance: RemittanceID, in connection: Connection
  ) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM deposit_match
      JOIN deposit_unmatch ON deposit_unmatch.match_id = deposit_match.id
      WHERE deposit_match.deposit_id = ?1 AND deposit_match.remittance_id = ?2
        AND deposit_unmatch.activity_id IS NOT NULL LIMIT 1
      """, [SQLValue(deposit), SQLValue(remittance)]
    ) { _ in true } ?? false
  }

  // MARK: The side of the remittances

  /// A remittance whose money the bank has not shown, in whole or in part.
  package struct Announced: Equatable, Sendable {
    package var header: Remittances.Header
    package var payerName: String
    /// In cents.
    package var left: Cents

    package init(header: Remittances.Header, payerName: String, left: Cents) {
      self.header = header
      self.payerName = payerName
      self.left = left
    }
  }

  private static let announced = """
    SELECT remittance.id, remittance.payment_cents - \(shown), payer.name FROM remittance
    JOIN payer ON payer.id = remittance.payer_id
    WHERE remittance.payment_cents > 0
    """

  /// What the bank has not shown of a remittance that counts, in cents; negative payments are none.
  package static func left(
    of header: Remittances.Header, in connection: Connection
  ) throws -> Cents {
    guard header.payment > .zero, header.standing == .standing else { return .zero }
    let shown = try connection.first(
      """
      SELECT coalesce(sum(deposit_match.amount_cents), 0) FROM deposit_match
      WHERE deposit_match.remittance_id = ?1 AND \(stands)
      """, [SQLValue(header.id)]
    ) { $0.cents(0) }
    return header.payment - (shown ?? .zero)
  }

  /// Remittances with something left that have a trace number, as it is compared.
  package static func announced(
    trace: String, in connection: Connection
  ) throws -> [Announced] {
    try announced(
      "\(announced) AND remittance.trace_key = ?1 ORDER BY remittance.id",
      [.text(trace)], in: connection)
  }

  /// Remittances with something left that were paid between two days, the newest first.
  package static func announced(
    from: Day, through: Day, limit: Int, in connection: Connection
  ) throws -> [Announced] {
    try announced(
      """
      \(announced) AND remittance.payment_day BETWEEN ?1 AND ?2
        AND remittance.payment_cents > \(shown)
      ORDER BY remittance.payment_day DESC, remittance.id DESC LIMIT ?3
      """, [SQLValue(from), SQLValue(through), SQLValue(limit)], in: connection)
  }

  private static func announced(
    _ sql: String, _ arguments: [SQLValue], in connection: Connection
  ) throws -> [Announced] {
    let rows = try connection.rows(sql, arguments) {
      (RemittanceID($0.int(0)), $0.cents(1), $0.text(2))
    }
    return try rows.compactMap { id, left, payer in
      guard left > .zero, let header = try Remittances.find(id, in: connection),
        header.standing == .standing
      else { return nil }
      return Announced(header: header, payerName: payer, left: left)
    }
  }

  /// Remittances with a payment that were paid from one day up to the day before another.
  package static func paid(
    from: Day, before: Day, in connection: Connection
  ) throws -> [RemittanceID] {
    try connection.rows(
      """
      SELECT id FROM remittance WHERE payment_day >= ?1 AND payment_day < ?2 AND payment_cents > 0
      ORDER BY id
      """, [SQLValue(from), SQLValue(before)]
    ) { RemittanceID($0.int(0)) }
  }

  private static func match(from row: borrowing Row) -> DepositMatch {
    DepositMatch(
      id: row.int(0), deposit: DepositID(row.int(1)), remittance: RemittanceID(row.int(2)),
      trace: row.text(3), amount: row.cents(4), activity: row.idOrNil(5, of: Activity.self),
      knownOn: row.day(6))
  }
}
