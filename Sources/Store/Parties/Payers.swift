package import Billing
package import Database

/// Payers and the many ways in which files name them.
package enum Payers {
  /// What ``payer(from:at:)`` reads, in its order.
  static let columns = """
    payer.id, payer.name, payer.identifier, payer.family, payer.rule_key, payer.state
    """

  /// How many columns these are.
  static let columnCount = 6

  private static let byAlias = Statement(
    "SELECT payer_id FROM payer_alias WHERE alias = ?1")
  private static let byID = Statement("SELECT \(columns) FROM payer WHERE id = ?1")
  private static let insertion = Statement(
    "INSERT INTO payer (name, identifier, family, rule_key, state) VALUES (?1, ?2, ?3, ?4, ?5)")
  private static let aliasInsertion = Statement(
    "INSERT INTO payer_alias (alias, payer_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")

  /// The payer a spelling leads to.
  package static func find(alias: String, in connection: Connection) throws -> PayerID? {
    try connection.first(byAlias, [.text(alias)]) { PayerID($0.int(0)) }
  }

  package static func find(_ id: PayerID, in connection: Connection) throws -> Payer? {
    try connection.first(byID, [SQLValue(id)]) { try payer(from: $0) }
  }

  /// Adds a payer; its key is given back inside it.
  package static func insert(
    name: String, identifier: String, family: PayerFamily, ruleKey: String?, state: String?,
    in connection: Connection
  ) throws -> Payer {
    let id = try connection.insert(
      insertion, .text(name), .text(identifier), .text(family.rawValue), SQLValue(ruleKey),
      SQLValue(state))
    return Payer(
      id: PayerID(id), name: name, identifier: identifier, family: family, ruleKey: ruleKey,
      state: state)
  }

  package static func addAlias(
    _ alias: String, to payer: PayerID, in connection: Connection
  ) throws {
    try connection.run(aliasInsertion, .text(alias), SQLValue(payer))
  }

  /// All payers, by key.
  package static func all(in connection: Connection) throws -> [Payer] {
    try connection.rows(
      "SELECT \(columns) FROM payer ORDER BY id"
    ) { try payer(from: $0) }
  }

  static func payer(
    from row: borrowing Row, at column: Int = 0
  ) throws(DatabaseFailure) -> Payer {
    Payer(
      id: PayerID(row.int(column)), name: row.text(column + 1), identifier: row.text(column + 2),
      family: try row.word(column + 3, Words.payerFamily, key: .column(column)),
      ruleKey: row.textOrNil(column + 4), state: row.textOrNil(column + 5))
  }
}
