package import Billing
package import Database

/// What payers allowed lately: the office's own experience of what a claim will bring.
package enum AllowedAmounts {
  private static let reading = Statement(
    "SELECT unit_cents FROM allowed_amount WHERE payer_id = ?1 AND code = ?2 AND modifier = ?3")
  private static let saving = Statement(
    """
    INSERT INTO allowed_amount (payer_id, code, modifier, unit_cents, seen_day)
    VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (payer_id, code, modifier) DO UPDATE SET unit_cents = excluded.unit_cents,
      seen_day = excluded.seen_day
    WHERE excluded.seen_day >= allowed_amount.seen_day
    """)

  /// Cents a unit, or nil where this payer never paid for the code.
  package static func unit(
    _ procedure: ProcedureCode, by payer: PayerID, in connection: Connection
  ) throws -> Cents? {
    try connection.first(
      reading, [SQLValue(payer), .text(procedure.code), .text(procedure.pricingModifier)]
    ) { $0.cents(0) }
  }

  package static func save(
    _ unit: Cents, for procedure: ProcedureCode, by payer: PayerID, on day: Day,
    in connection: Connection
  ) throws {
    try connection.run(
      saving, SQLValue(payer), .text(procedure.code), .text(procedure.pricingModifier),
      SQLValue(unit), SQLValue(day))
  }
}
