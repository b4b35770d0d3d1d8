package import Billing
package import Database

/// What payers set off against whole payments, by account and reference.
package enum ProviderBalances {
  /// One amount to be kept.
  package struct New: Sendable {
    package var account: LedgerAccount
    package var payer: PayerID
    package var reference: String
    package var amount: Cents
    package var remittance: RemittanceID?
    package var claim: ClaimID?
    package var on: Day

    package init(
      account: LedgerAccount, payer: PayerID, reference: String, amount: Cents,
      remittance: RemittanceID?, claim: ClaimID? = nil, on: Day
    ) {
      self.account = account
      self.payer = payer
      self.reference = reference
      self.amount = amount
      self.remittance = remittance
      self.claim = claim
      self.on = on
    }
  }

  /// Keeps an amount; gives the subject under which all of its reference stand.
  package static func insert(
    _ new: New, activity: ActivityID?, known: Day, in connection: Connection
  ) throws -> ProviderBalanceID {
    // What is carried forward comes back under any reference: it is one balance a payer.
    let key = new.account == .forwardingBalance ? "" : key(of: new.reference)
    let id = try connection.insert(
      Statement(
        """
        INSERT INTO provider_balance (account, payer_id, reference_key, reference, amount_cents,
          remittance_id, claim_id, on_day, activity_id, known_on)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """), .text(new.account.rawValue), SQLValue(new.payer), .text(key), .text(new.reference),
      SQLValue(new.amount), SQLValue(new.remittance), SQLValue(new.claim), SQLValue(new.on),
      SQLValue(activity), SQLValue(known))
    return try leader(of: ProviderBalanceID(id), in: connection) ?? ProviderBalanceID(id)
  }

  /// What a decision kept stands no more, or stands again; gives the subjects that it belongs to.
  package static func toggle(
    _ activity: ActivityID, stands: Bool, in connection: Connection
  ) throws -> [ProviderBalanceID] {
    try connection.run(
      "UPDATE provider_balance SET is_standing = ?2 WHERE activity_id = ?1", SQLValue(activity),
      SQLValue(stands))
    return try connection.rows(
      "SELECT id FROM provider_balance WHERE activity_id = ?1 ORDER BY id", [SQLValue(activity)]
    ) { ProviderBalanceID($0.int(0)) }.compactMap { try leader(of: $0, in: connection) }
  }

  /// Takes back what a decision kept for a claim, by the opposite amounts; gives the subjects.
  package static func takeBack(
    of decision: ActivityID, claim: ClaimID?, activity: ActivityID, on day: Day, known: Day,
    in connection: Connection
  ) throws -> [ProviderBalanceID] {
    try takeBack(
      "activity_id = ?1 AND claim_id = ?2", [SQLValue(decision), SQLValue(claim)],
      activity: activity, on: day, known: known, in: connection)
  }

  /// Takes back what a remittance brought that belongs to no claim, by the opposite amounts.
  package static func takeBack(
    ofRemittance remittance: RemittanceID, claim: ClaimID?, activity: ActivityID, on day: Day,
    known: Day, in connection: Connection
  ) throws -> [ProviderBalanceID] {
    try takeBack(
      "remittance_id = ?1 AND claim_id IS NULL", [SQLValue(remittance)], activity: activity,
      on: day, known: known, in: connection)
  }

  private static func takeBack(
    _ condition: String, _ arguments: [SQLValue], activity: ActivityID, on day: Day, known: Day,
    in connection: Connection
  ) throws -> [ProviderBalanceID] {
    let standing = try connection.rows(
      """
      SELECT account, payer_id, reference, sum(amount_cents), remittance_id, claim_id, min(id)
      FROM provider_balance WHERE is_standing = 1 AND \(condition)
      GROUP BY account, payer_id, reference, remittance_id, claim_id
      HAVING sum(amount_cents) <> 0
      """, arguments
    ) {
      New(
        account: try $0.word(0, Words.balanceAccount, key: 6), payer: PayerID($0.int(1)),
        reference: $0.text(2), amount: Cents(-$0.int(3)),
        remittance: $0.idOrNil(4, of: Remittance.self), claim: $0.idOrNil(5, of: Claim.self),
        on: day)
    }
    return try standing.map {
      try insert($0, activity: activity, known: known, in: connection)
    }
  }

  /// What stands under one reference; nil where there is none.
  package static func find(
    _ id: ProviderBalanceID, payer: (PayerID) throws -> Payer, in connection: Connection
  ) throws -> ProviderBalance? {
    let head = try connection.first(
      "SELECT account, payer_id, reference FROM provider_balance WHERE id = ?1", [SQLValue(id)]
    ) {
      (
        account: try $0.word(0, Words.balanceAccount, key: .known(id.rawValue)),
        payer: PayerID($0.int(1)), reference: $0.text(2)
      )
    }
    guard let head else { return nil }
    let movements = try connection.rows(
      """
      SELECT remittance.trace_number, other.claim_id, other.on_day, other.amount_cents
      FROM provider_balance AS this JOIN provider_balance AS other
        ON \(sameBalance) LEFT JOIN remittance ON remittance.id = other.remittance_id
      WHERE this.id = ?1 AND other.is_standing = 1 ORDER BY other.id
      """, [SQLValue(id)]
    ) {
      ProviderBalance.Movement(
        traceNumber: $0.textOrNil(0), claim: $0.idOrNil(1, of: Claim.self), on: $0.day(2),
        amount: $0.cents(3))
    }
    return ProviderBalance(
      id: id, account: head.account, payer: try payer(head.payer), reference: head.reference,
      open: movements.map(\.amount).total(), movements: movements)
  }

  /// What stands on each account, in cents, over all payers.
  package static func total(
    of account: LedgerAccount, in connection: Connection
  ) throws -> Cents {
    try connection.first(
      """
      SELECT coalesce(sum(amount_cents), 0) FROM provider_balance
      WHERE account = ?1 AND is_standing = 1
      """, [.text(account.rawValue)]
    ) { $0.cents(0) } ?? .zero
  }

  /// The subjects of all balances, open or not.
  package static func leaders(in connection: Connection) throws -> [ProviderBalanceID] {
    try connection.rows(
      """
      SELECT min(id) FROM provider_balance GROUP BY payer_id, account, reference_key ORDER BY 1
      """
    ) { ProviderBalanceID($0.int(0)) }
  }

  private static func leader(
    of id: ProviderBalanceID, in connection: Connection
  ) throws -> ProviderBalanceID? {
    try connection.first(
      """
      SELECT min(other.id) FROM provider_balance AS this JOIN provider_balance AS other
        ON \(sameBalance) WHERE this.id = ?1
      """, [SQLValue(id)]
    ) { $0.idOrNil(0, of: ProviderBalance.self) } ?? nil
  }

  private static let sameBalance = """
    other.payer_id = this.payer_id AND other.account = this.account
      AND other.reference_key = this.reference_key
    """

  /// A reference as it is compared; zeros alone are one too.
  private static func key(of reference: String) -> String {
    let key = TraceNumber.folded(reference)
    return key.isEmpty ? reference : key
  }
}
