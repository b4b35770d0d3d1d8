package import Billing
package import Database

/// Open holds of unbilled charges, for the report: agreement-level holds count for each month.
package enum HoldTotals {
  /// One hold on one charge.
  package struct Row: Equatable, Sendable {
    package var hold: HoldID
    package var charge: ChargeID
    package var type: HoldType
    package var team: Team
    package var payer: String
    package var prescriber: String
    package var expected: Cents
    package var placedOn: Day
  }

  package static func rows(in connection: Connection) throws -> [Row] {
    try connection.rows(
      """
      SELECT hold.id, charge.id, hold.type, hold.team,
        coalesce((SELECT payer.name FROM order_coverage
          JOIN payer ON payer.id = order_coverage.payer_id
          WHERE order_coverage.order_id = charge.order_id ORDER BY position LIMIT 1), ''),
        coalesce(prescriber.last_name || ', ' || prescriber.first_name, ''),
        charge.expected_cents, hold.placed_day
      FROM hold JOIN charge ON charge.standing = 'unbilled'
        AND (charge.id = hold.charge_id OR charge.rental_id = hold.rental_id)
      JOIN sales_order ON sales_order.id = charge.order_id
      LEFT JOIN prescriber ON prescriber.id = sales_order.prescriber_id
      WHERE hold.released_day IS NULL AND hold.is_withdrawn = 0 ORDER BY hold.id, charge.id
      """
    ) { row in
      Row(
        hold: HoldID(row.int(0)), charge: ChargeID(row.int(1)),
        type: try row.word(2, Words.holdType),
        team: try row.word(3, Words.holdTeam), payer: row.text(4),
        prescriber: row.text(5), expected: row.cents(6), placedOn: row.day(7))
    }
  }
}
