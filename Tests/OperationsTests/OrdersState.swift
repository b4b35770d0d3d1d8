import Billing
import Database
import Desk
import Operations
import Testing

extension OfficeState {
  /// What stands of orders, charges, holds, rentals, documents and special work, beside the rest.
  static let orderStatements: [(name: String, sql: String)] = [
    (
      "orders",
      """
      SELECT json_array(number, standing, charge_cents) FROM sales_order ORDER BY number
      """
    ),
    (
      "charges",
      """
      SELECT json_array(sales_order.number, charge.order_line, charge.part, charge.code,
        charge.modifiers, charge.units, charge.from_day, charge.through_day, charge.amount_cents,
        charge.expected_cents, charge.serial, charge.narrative, charge.standing,
        (SELECT sum(amount_cents) FROM posting WHERE charge_id = charge.id
          AND account = 'unbilled-receivable'))
      FROM charge JOIN sales_order ON sales_order.id = charge.order_id
      WHERE charge.standing <> 'withdrawn'
      ORDER BY sales_order.number, charge.order_line, charge.part
      """
    ),
    (
      "holds",
      """
      SELECT json_array(charge.part, hold.rental_id IS NULL, hold.type, hold.reason, hold.detail,
        hold.team, hold.owner, hold.placed_day, hold.placed_by, hold.review_day)
      FROM hold LEFT JOIN charge ON charge.id = hold.charge_id
      WHERE hold.released_day IS NULL AND hold.is_withdrawn = 0
        AND (charge.id IS NULL OR charge.standing = 'unbilled')
      ORDER BY hold.reason, charge.part
      """
    ),
    (
      "rentals",
      """
      SELECT json_array(code, modifiers, started_day, cap_months, monthly_cents, picked_up_day)
      FROM rental WHERE is_withdrawn = 0 ORDER BY id
      """
    ),
    (
      "documents",
      """
      SELECT json_array(kind, dated_day, signer, answers) FROM document WHERE is_withdrawn = 0
      ORDER BY kind, dated_day, signer
      """
    ),
    (
      "special",
      """
      SELECT json_array(kind, opens_day, due_day, closes_day, reason, needs, standing, answers)
      FROM special_work WHERE standing = 'open' OR standing = 'answered' ORDER BY kind, due_day
      """
    ),
  ]

  /// The state of an office with everything of its orders and charges.
  init(orders office: TestOffice) throws {
    try self.init(office)
    // Orders that special work made and an undo cancelled keep their number.
    let more = try office.database.read { connection in
      try Self.orderStatements.map { ($0.name, try connection.rows($0.sql) { $0.text(0) }) }
    }
    for (name, rows) in more {
      parts[name] = rows.filter { !($0.hasPrefix("[\"S-") && $0.contains("cancelled")) }
    }
  }
}

extension TestOffice {
  /// Holds that the office is as it was, its orders and charges too.
  func isAs(
    orders state: OfficeState, _ name: String = "",
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let differences = try OfficeState(orders: self).differences(to: state)
    #expect(differences == [], "\(name)", sourceLocation: location)
  }
}
