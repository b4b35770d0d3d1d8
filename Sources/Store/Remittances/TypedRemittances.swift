package import Billing
package import Database

/// Which remittances were typed from paper, how their money came, and by whom.
package enum TypedRemittances {
  /// That a remittance was typed.
  package struct Kept: Equatable, Sendable {
    package var kind: PaperPayment
    package var user: String
  }

  /// Notes that a remittance was typed; `known` is the business day of the office.
  package static func insert(
    _ remittance: RemittanceID, kind: PaperPayment, user: String, known: Day,
    in connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO typed_remittance (remittance_id, kind, user, known_on) VALUES (?1, ?2, ?3, ?4)
      """, SQLValue(remittance), .text(kind.rawValue), .text(user), SQLValue(known))
  }

  /// How a remittance was typed; nil for one that a file brought.
  package static func find(
    _ remittance: RemittanceID, in connection: Connection
  ) throws -> Kept? {
    try connection.first(
      "SELECT kind, user, remittance_id FROM typed_remittance WHERE remittance_id = ?1",
      [SQLValue(remittance)]
    ) { Kept(kind: try $0.word(0, Words.typedKind, key: 2), user: $0.text(1)) }
  }

  /// How a payer named itself (TRN03) in the last remittance that a file brought; nil where none did.
  package static func originator(
    of payer: PayerID, in connection: Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT originator FROM remittance
      WHERE payer_id = ?1 AND originator <> ''
        AND NOT EXISTS (SELECT 1 FROM typed_remittance WHERE remittance_id = remittance.id)
      ORDER BY id DESC LIMIT 1
      """, [SQLValue(payer)]
    ) { $0.text(0) }
  }
}
