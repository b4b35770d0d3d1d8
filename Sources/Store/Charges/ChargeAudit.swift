package import Billing
package import Database

/// The questions `docket check` asks of charges: each in exactly one place, its money there too.
package enum ChargeAudit {
  /// How many charges are in each place, and their cents.
  package struct Place: Equatable, Sendable {
    package var place: ChargePlace
    package var charges: Int
    package var amount: Cents
  }

  /// The one place of every charge, counted: withdrawn ones are closed.
  package static func places(in connection: Connection) throws -> [Place] {
    try connection.rows(
      """
      SELECT \(place) AS place, count(*), sum(charge.amount_cents)
      FROM charge \(joins) GROUP BY 1 ORDER BY 1
      """
    ) { row in
      Place(
        place: try place(from: row, key: .many), charges: Int(row.int(1)),
        amount: row.cents(2))
    }
  }

  /// The place of one charge; closed where there is none.
  package static func place(
    of charge: ChargeID, in connection: Connection
  ) throws -> ChargePlace {
    try connection.first(
      "SELECT \(place) FROM charge \(joins) WHERE charge.id = ?1", [SQLValue(charge)]
    ) { try place(from: $0, key: .known(charge.rawValue)) } ?? .closed
  }

  /// A place as ``place`` says it in SQL.
  private static func place(
    from row: borrowing Row, key: RowKey
  ) throws(DatabaseFailure) -> ChargePlace {
    try row.word(0, computedPlace, key: key)
  }

  private static let computedPlace = WordColumn<ChargePlace>("charge", "place")

  private static let joins = """
    LEFT JOIN claim_line ON claim_line.id = charge.claim_line_id
    """

  /// Held or ready while on no claim; then sent, answered by a front end, posted in part, closed.
  private static let place = """
    CASE
      WHEN charge.standing = 'withdrawn' THEN 'closed'
      WHEN charge.standing = 'unbilled' THEN
        CASE WHEN EXISTS (SELECT 1 FROM hold WHERE hold.released_day IS NULL
          AND hold.is_withdrawn = 0
          AND (hold.charge_id = charge.id OR hold.rental_id = charge.rental_id))
        THEN 'held' ELSE 'ready' END
      WHEN claim_line.payer_cents = 0 AND claim_line.next_payer_cents = 0
        AND claim_line.patient_cents = 0 THEN 'closed'
      WHEN EXISTS (SELECT 1 FROM remit_claim WHERE remit_claim.claim_id = charge.claim_id
        AND remit_claim.state = 'posted') THEN 'posted'
      WHEN EXISTS (SELECT 1 FROM submission WHERE submission.claim_id = charge.claim_id
        AND submission.answer <> 'none' AND submission.answer <> 'withdrawn') THEN 'answered'
      ELSE 'sent'
    END
    """

  /// Charges whose unbilled money differs from what their standing says, in words.
  package static func differences(in connection: Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT charge.id, charge.standing, charge.amount_cents, coalesce(sums.cents, 0)
      FROM charge LEFT JOIN (
        SELECT charge_id, sum(amount_cents) AS cents FROM posting
        WHERE account = 'unbilled-receivable' AND charge_id IS NOT NULL GROUP BY charge_id
      ) AS sums ON sums.charge_id = charge.id
      WHERE coalesce(sums.cents, 0)
        <> CASE WHEN charge.standing = 'unbilled' THEN charge.amount_cents ELSE 0 END
      """
    ) {
      "charge \($0.int(0)) is \($0.text(1)) and of \($0.cents(2)), but \($0.cents(3)) of it "
        + "stand unbilled in the ledger"
    }
  }

  /// Charges on a claim line that says another amount, or that is not there.
  package static func orphans(in connection: Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT charge.id, charge.amount_cents, claim_line.charge_cents FROM charge
      LEFT JOIN claim_line ON claim_line.id = charge.claim_line_id
        AND claim_line.claim_id = charge.claim_id
      WHERE charge.standing = 'billed'
        AND (claim_line.id IS NULL OR claim_line.charge_cents <> charge.amount_cents)
      """
    ) { row in
      let charged = row.intOrNil(2).map { Cents($0) }
      return "charge \(row.int(0)) of \(row.cents(1)) is on "
        + (charged.map { "a claim line of \($0)" } ?? "a claim that has no such line")
    }
      + connection.rows(
        """
        SELECT sales_order.number FROM sales_order
        WHERE sales_order.standing = 'confirmed'
          AND NOT EXISTS (SELECT 1 FROM charge WHERE charge.order_id = sales_order.id)
          -- Rent may begin later: after a stay.
          AND NOT EXISTS (SELECT 1 FROM rental WHERE rental.order_id = sales_order.id)
        """
      ) { "order \($0.text(0)) is confirmed and has no charge" }
  }

  /// Every order, charge, batch and piece of special work that might be work.
  package static func subjects(in connection: Connection) throws -> [WorkSubject] {
    try connection.rows(
      "SELECT id FROM sales_order WHERE standing IN ('delivered', 'returned')"
    ) { WorkSubject.order(OrderID($0.int(0))) }
      + connection.rows("SELECT id FROM charge WHERE standing = 'unbilled'") {
        WorkSubject.charge(ChargeID($0.int(0)))
      }
      + connection.rows(
        "SELECT id FROM batch WHERE outbox_name IS NOT NULL AND receiver <> ''"
      ) {
        WorkSubject.batch(BatchID($0.int(0)))
      }
      + connection.rows(
        "SELECT id FROM special_work WHERE standing IN ('open', 'answered')"
      ) { WorkSubject.special(SpecialID($0.int(0))) }
  }

  /// What of one charge stands unbilled in the ledger, in cents.
  package static func unbilled(
    of charge: ChargeID, in connection: Connection
  ) throws -> Cents {
    try connection.first(
      """
      SELECT coalesce(sum(amount_cents), 0) FROM posting
      WHERE charge_id = ?1 AND account = 'unbilled-receivable'
      """, [SQLValue(charge)]
    ) { $0.cents(0) } ?? .zero
  }

  /// The same as kept by the trigger, for the first screen, in cents.
  package static func keptUnbilled(in connection: Connection) throws -> Cents {
    try connection.first(
      "SELECT amount_cents FROM ledger_total WHERE account = 'unbilled-receivable'"
    ) { $0.cents(0) } ?? .zero
  }

  /// What stands unbilled in the ledger, in cents.
  package static func unbilled(in connection: Connection) throws -> Cents {
    try connection.first(
      """
      SELECT coalesce(sum(amount_cents), 0) FROM posting WHERE account = 'unbilled-receivable'
      """
    ) { $0.cents(0) } ?? .zero
  }
}
