package import Billing
package import Database

/// Charges: what was earned, and the claim it went out on.
package enum Charges {
  /// Where a charge stands, as it is kept beside the keys of its claim.
  enum KeptStanding: String, CaseIterable { case unbilled, billed, withdrawn }

  private static let insertion = Statement(
    """
    INSERT INTO charge (order_id, order_line, part, patient_id, rental_id, rental_month, code,
      modifiers, units, from_day, through_day, amount_cents, expected_cents, serial, narrative,
      authorization_number, pointers, standing, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, 'unbilled',
      ?18)
    ON CONFLICT (order_id, order_line, part) DO UPDATE SET rental_id = excluded.rental_id,
      rental_month = excluded.rental_month, code = excluded.code, modifiers = excluded.modifiers,
      units = excluded.units, from_day = excluded.from_day, through_day = excluded.through_day,
      amount_cents = excluded.amount_cents, expected_cents = excluded.expected_cents,
      serial = excluded.serial, narrative = excluded.narrative,
      authorization_number = excluded.authorization_number, pointers = excluded.pointers,
      patient_id = excluded.patient_id, standing = 'unbilled', row_version = row_version + 1,
      known_on = CASE is_day_taken_back WHEN 1 THEN excluded.known_on ELSE charge.known_on END,
      is_day_taken_back = 0, standing_known_on = excluded.known_on
    WHERE charge.standing = 'withdrawn' RETURNING id
    """)
  private static let columns = """
    id, order_id, order_line, rental_id, rental_month, code, modifiers, units, from_day,
    through_day, amount_cents, expected_cents, serial, narrative, authorization_number, pointers,
    standing, claim_id, claim_line_id, row_version
    """
  private static let reading = Statement("SELECT \(columns) FROM charge WHERE id = ?1")
  private static let ofOrder = Statement(
    "SELECT \(columns) FROM charge WHERE order_id = ?1 ORDER BY id")
  private static let ofPatient = Statement(
    """
    SELECT \(columns) FROM charge WHERE patient_id = ?1 AND standing <> 'withdrawn'
    ORDER BY from_day, id
    """)

  /// Adds a charge; nil where the same part of the same line was charged before and stands.
  ///
  /// One that was withdrawn, as when its order's confirmation was undone, stands again as given.
  /// The part is the month of a rental, the side of a pair, else 1. `known` is the business day of
  /// the office, and stays the first one.
  package static func insert(
    _ charge: Charge, part: Int, of patient: PatientID, known: Day, in connection: Connection
  ) throws -> ChargeID? {
    try connection.rows(
      insertion,
      [
        SQLValue(charge.order), SQLValue(charge.orderLine), SQLValue(part),
        SQLValue(patient), SQLValue(charge.rental), SQLValue(charge.rentalMonth),
        .text(charge.procedure.code), .text(CodeList.text(charge.procedure.modifiers)),
        SQLValue(charge.units), SQLValue(charge.serviceFrom), SQLValue(charge.serviceThrough),
        SQLValue(charge.amount), SQLValue(charge.expected), .text(charge.serialNumber),
        .text(charge.narrative), .text(charge.authorizationNumber),
        .text(CodeList.text(charge.diagnosisPointers.map(String.init))), SQLValue(known),
      ]
    ) { ChargeID($0.int(0)) }.first
  }

  package static func find(_ id: ChargeID, in connection: Connection) throws -> Charge? {
    try connection.first(reading, [SQLValue(id)]) { try charge(from: $0) }
  }

  package static func all(of order: OrderID, in connection: Connection) throws -> [Charge] {
    try connection.rows(ofOrder, [SQLValue(order)]) { try charge(from: $0) }
  }

  /// All charges of a patient that stand, by day of service.
  package static func all(of patient: PatientID, in connection: Connection) throws -> [Charge] {
    try connection.rows(ofPatient, [SQLValue(patient)]) { try charge(from: $0) }
  }

  package static func all(of claim: ClaimID, in connection: Connection) throws -> [Charge] {
    try connection.rows(
      "SELECT \(columns) FROM charge WHERE claim_id = ?1 ORDER BY id", [SQLValue(claim)]
    ) { try charge(from: $0) }
  }

  package static func patient(
    of charge: ChargeID, in connection: Connection
  ) throws -> PatientID? {
    try connection.first("SELECT patient_id FROM charge WHERE id = ?1", [SQLValue(charge)]) {
      PatientID($0.int(0))
    }
  }

  /// Unbilled charges, by key, from one on.
  package static func unbilled(
    after id: ChargeID, limit: Int, in connection: Connection
  ) throws -> [ChargeID] {
    try connection.rows(
      """
      SELECT id FROM charge WHERE standing = 'unbilled' AND id > ?1 ORDER BY id LIMIT ?2
      """, [SQLValue(id), SQLValue(limit)]
    ) { ChargeID($0.int(0)) }
  }

  /// Unbilled charges without an open hold, of all payers or of one.
  package static func ready(
    payer: PayerID?, in connection: Connection
  ) throws -> [ChargeID] {
    try connection.rows(
      """
      SELECT charge.id FROM charge WHERE charge.standing = 'unbilled'
        AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.released_day IS NULL
          AND hold.is_withdrawn = 0
          AND (hold.charge_id = charge.id OR hold.rental_id = charge.rental_id))
        AND (?1 IS NULL OR EXISTS (SELECT 1 FROM order_coverage
          WHERE order_coverage.order_id = charge.order_id AND order_coverage.payer_id = ?1))
      ORDER BY charge.id
      """, [SQLValue(payer)]
    ) { ChargeID($0.int(0)) }
  }

  /// Unbilled charges of a patient, and of one order where it is named.
  package static func unbilled(
    of patient: PatientID, order: OrderID? = nil, in connection: Connection
  ) throws -> [ChargeID] {
    try connection.rows(
      """
      SELECT id FROM charge WHERE patient_id = ?1 AND standing = 'unbilled'
        AND (?2 IS NULL OR order_id = ?2) ORDER BY id
      """, [SQLValue(patient), SQLValue(order)]
    ) { ChargeID($0.int(0)) }
  }

  /// Patients who were ever charged or rent something, by key, from one on.
  package static func patients(
    after id: PatientID, limit: Int, in connection: Connection
  ) throws -> [PatientID] {
    try connection.rows(
      """
      SELECT patient_id FROM (
        SELECT DISTINCT patient_id FROM charge WHERE patient_id > ?1 ORDER BY 1 LIMIT ?2)
      UNION SELECT patient_id FROM (
        SELECT DISTINCT patient_id FROM rental WHERE patient_id > ?1 ORDER BY 1 LIMIT ?2)
      ORDER BY 1 LIMIT ?2
      """, [SQLValue(id), SQLValue(limit)]
    ) { PatientID($0.int(0)) }
  }

  /// Months of a rental that are charged already; those withdrawn count where they are asked for.
  package static func months(
    of rental: RentalID, withWithdrawn: Bool = true, in connection: Connection
  ) throws -> Set<Int> {
    Set(
      try connection.rows(
        """
        SELECT rental_month FROM charge WHERE rental_id = ?1 AND rental_month IS NOT NULL
          AND (standing <> 'withdrawn' OR ?2 = 1 AND is_day_taken_back = 0)
        """, [SQLValue(rental), SQLValue(withWithdrawn)]
      ) { Int($0.int(0)) })
  }

  /// Puts a charge on a claim's line; `known` is the business day.
  package static func bill(
    _ charge: ChargeID, on claim: ClaimID, line: ClaimLineID, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE charge SET standing = 'billed', claim_id = ?2, claim_line_id = ?3,
        row_version = row_version + 1, standing_known_on = ?4
      WHERE id = ?1 AND standing = 'unbilled'
      """, SQLValue(charge), SQLValue(claim), SQLValue(line), SQLValue(known))
  }

  /// Takes charges off a claim that never left the house; gives them.
  ///
  /// `known` is the business day.
  package static func unbill(
    _ claim: ClaimID, known: Day, in connection: Connection
  ) throws -> [ChargeID] {
    try connection.rows(
      """
      UPDATE charge SET standing = 'unbilled', claim_id = NULL, claim_line_id = NULL,
        row_version = row_version + 1, standing_known_on = ?2
      WHERE claim_id = ?1 RETURNING id
      """, [SQLValue(claim), SQLValue(known)]
    ) { ChargeID($0.int(0)) }
  }

  /// Takes a charge out of billing, or brings it back; `known` is the business day.
  package static func setWithdrawn(
    _ isWithdrawn: Bool, _ charge: ChargeID, known: Day, in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE charge SET standing = ?2, row_version = row_version + 1, standing_known_on = ?3
      WHERE id = ?1 AND standing <> 'billed'
      """, SQLValue(charge),
      .text((isWithdrawn ? KeptStanding.withdrawn : KeptStanding.unbilled).rawValue),
      SQLValue(known))
  }

  /// Unbilled charges of a patient that the calendar made on a day and nobody has worked since, by key.
  package static func madeByCalendar(
    of patient: PatientID, on day: Day, in connection: Connection
  ) throws -> [Charge] {
    try connection.rows(
      """
      SELECT \(columns) FROM charge
      WHERE patient_id = ?1 AND known_on = ?2 AND standing = 'unbilled' AND rental_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM activity WHERE subject_kind = 'charge'
          AND subject_key = charge.id)
        AND NOT EXISTS (SELECT 1 FROM journal_entry JOIN posting
          ON posting.entry_id = journal_entry.id
          WHERE posting.charge_id = charge.id AND journal_entry.activity_id IS NOT NULL)
      ORDER BY id
      """, [SQLValue(patient), SQLValue(day)]
    ) { try charge(from: $0) }
  }

  /// Withdraws a charge with the day that made it, until the calendar makes it again.
  package static func takeBackWithDay(
    _ charge: ChargeID, known: Day, in connection: Connection
  ) throws {
    try setWithdrawn(true, charge, known: known, in: connection)
    try connection.run(
      "UPDATE charge SET is_day_taken_back = 1 WHERE id = ?1", SQLValue(charge))
  }

  /// Writes what was corrected of a charge; its key, order and rental stay.
  package static func save(_ charge: Charge, in connection: Connection) throws {
    try connection.run(
      """
      UPDATE charge SET code = ?2, modifiers = ?3, units = ?4, from_day = ?5, through_day = ?6,
        amount_cents = ?7, expected_cents = ?8, serial = ?9, narrative = ?10,
        authorization_number = ?11, pointers = ?12, row_version = row_version + 1
      WHERE id = ?1 AND standing = 'unbilled'
      """, SQLValue(charge.id), .text(charge.procedure.code),
      .text(CodeList.text(charge.procedure.modifiers)), SQLValue(charge.units),
      SQLValue(charge.serviceFrom), SQLValue(charge.serviceThrough), SQLValue(charge.amount),
      SQLValue(charge.expected), .text(charge.serialNumber), .text(charge.narrative),
      .text(charge.authorizationNumber),
      .text(CodeList.text(charge.diagnosisPointers.map(String.init))))
  }

  private static func charge(from row: borrowing Row) throws(DatabaseFailure) -> Charge {
    let standing: ChargeStanding =
      switch try row.word(16, Words.chargeStanding) {
      case .billed: .billed(ClaimID(row.int(17)), ClaimLineID(row.int(18)))
      case .withdrawn: .withdrawn
      case .unbilled: .unbilled
      }
    return Charge(
      id: ChargeID(row.int(0)), order: OrderID(row.int(1)), orderLine: Int(row.int(2)),
      rental: row.idOrNil(3, of: Rental.self), rentalMonth: row.intOrNil(4).map { Int($0) },
      procedure: ProcedureCode(row.text(5), CodeList.codes(row.text(6))), units: Int(row.int(7)),
      service: ServiceDates(row.day(8), through: row.day(9)), amount: row.cents(10),
      expected: row.cents(11), serialNumber: row.text(12), narrative: row.text(13),
      authorizationNumber: row.text(14),
      diagnosisPointers: try row.list(15, Words.chargePointers) { CodeList.numbers($0) },
      standing: standing,
      rowVersion: row.int(19))
  }
}
