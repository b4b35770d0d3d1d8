package import Billing
package import Database

/// Rental agreements.
package enum Rentals {
  private static let insertion = Statement(
    """
    INSERT INTO rental (order_id, order_line, patient_id, payer_id, code, modifiers, category,
      serial, started_day, first_month, cap_months, monthly_cents, part, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
    ON CONFLICT (order_id, order_line, part) DO UPDATE SET patient_id = excluded.patient_id,
      payer_id = excluded.payer_id, code = excluded.code, modifiers = excluded.modifiers,
      category = excluded.category, serial = excluded.serial,
      started_day = excluded.started_day, first_month = excluded.first_month,
      cap_months = excluded.cap_months, monthly_cents = excluded.monthly_cents, is_withdrawn = 0
    RETURNING id
    """)
  private static let columns = """
    id, order_id, order_line, patient_id, payer_id, code, modifiers, category, serial,
    started_day, first_month, cap_months, monthly_cents, picked_up_day
    """
  private static let reading = Statement("SELECT \(columns) FROM rental WHERE id = ?1")
  private static let breakReading = Statement(
    """
    SELECT kind, from_day, through_day FROM rental_break WHERE rental_id = ?1 ORDER BY position
    """)

  /// Begins an agreement; one of the same part of an order line is there once.
  ///
  /// `known` is the business day of the office, and stays the first one.
  package static func insert(
    _ rental: Rental, part: Int, known: Day, in connection: Connection
  ) throws -> RentalID {
    let id = try connection.save(
      insertion, SQLValue(rental.order), SQLValue(rental.orderLine), SQLValue(rental.patient),
      SQLValue(rental.payer), .text(rental.procedure.code),
      .text(CodeList.text(rental.procedure.modifiers)), .text(rental.category.rawValue),
      .text(rental.serialNumber), SQLValue(rental.startedOn), SQLValue(rental.firstMonth),
      SQLValue(rental.capMonths), SQLValue(rental.monthlyCharge), SQLValue(part),
      SQLValue(known))
    try setBreaks(rental.breaks, of: RentalID(id), in: connection)
    return RentalID(id)
  }

  package static func setBreaks(
    _ breaks: [RentalBreak], of id: RentalID, in connection: Connection
  ) throws {
    try connection.run("DELETE FROM rental_break WHERE rental_id = ?1", SQLValue(id))
    for (position, gap) in breaks.enumerated() {
      try connection.run(
        """
        INSERT INTO rental_break (rental_id, position, kind, from_day, through_day)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """, SQLValue(id), SQLValue(position), .text(gap.kind.rawValue), SQLValue(gap.from),
        SQLValue(gap.through))
    }
  }

  package static func find(_ id: RentalID, in connection: Connection) throws -> Rental? {
    guard
      var rental = try connection.first(reading, [SQLValue(id)], { try rental(from: $0) })
    else { return nil }
    rental.breaks = try breaks(of: id, in: connection)
    return rental
  }

  /// All agreements of a patient that stand, oldest first.
  package static func all(of patient: PatientID, in connection: Connection) throws -> [Rental] {
    try all("patient_id = ?1 AND is_withdrawn = 0", [SQLValue(patient)], in: connection)
  }

  /// Agreements of an order, standing or not.
  package static func all(of order: OrderID, in connection: Connection) throws -> [Rental] {
    try all("order_id = ?1", [SQLValue(order)], in: connection)
  }

  /// Agreements that stand, by key, from one on: the next few.
  package static func all(
    after id: RentalID, limit: Int, in connection: Connection
  ) throws -> [Rental] {
    try all(
      "is_withdrawn = 0 AND id > ?1", [SQLValue(id)], limit: limit, in: connection)
  }

  package static func setPickedUp(
    _ day: Day?, _ id: RentalID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE rental SET picked_up_day = ?2 WHERE id = ?1", SQLValue(id), SQLValue(day))
  }

  package static func setWithdrawn(
    _ isWithdrawn: Bool, ofOrder order: OrderID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE rental SET is_withdrawn = ?2 WHERE order_id = ?1", SQLValue(order),
      SQLValue(isWithdrawn))
  }

  private static func all(
    _ condition: String, _ arguments: [SQLValue], limit: Int = .max, in connection: Connection
  ) throws -> [Rental] {
    var rentals = try connection.rows(
      "SELECT \(columns) FROM rental WHERE \(condition) ORDER BY id LIMIT \(limit)", arguments
    ) { try rental(from: $0) }
    for index in rentals.indices {
      rentals[index].breaks = try breaks(of: rentals[index].id, in: connection)
    }
    return rentals
  }

  private static func breaks(
    of id: RentalID, in connection: Connection
  ) throws -> [RentalBreak] {
    try connection.rows(breakReading, [SQLValue(id)]) {
      RentalBreak(
        kind: try $0.word(0, Words.breakKind, key: .known(id.rawValue)), from: $0.day(1),
        through: $0.dayOrNil(2))
    }
  }

  private static func rental(from row: borrowing Row) throws(DatabaseFailure) -> Rental {
    Rental(
      id: RentalID(row.int(0)), order: OrderID(row.int(1)), orderLine: Int(row.int(2)),
      patient: PatientID(row.int(3)), payer: PayerID(row.int(4)),
      procedure: ProcedureCode(row.text(5), CodeList.codes(row.text(6))),
      category: try row.word(7, Words.rentalCategory),
      serialNumber: row.text(8), startedOn: row.day(9), firstMonth: Int(row.int(10)),
      capMonths: row.intOrNil(11).map { Int($0) }, monthlyCharge: row.cents(12),
      pickedUpOn: row.dayOrNil(13))
  }
}
