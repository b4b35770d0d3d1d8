package import Billing
package import Database

extension Orders {
  private static let reading = Statement(
    """
    SELECT sales_order.number, sales_order.diagnoses, sales_order.ordered_day,
      sales_order.delivery_method, sales_order.delivered_day, sales_order.shipped_day,
      sales_order.tracking, sales_order.place_of_service, sales_order.standing,
      sales_order.received_day, sales_order.row_version, \(Prescribers.columns),
      \(Patients.columns)
    FROM sales_order JOIN patient ON patient.id = sales_order.patient_id
    LEFT JOIN prescriber ON prescriber.id = sales_order.prescriber_id WHERE sales_order.id = ?1
    """)
  private static let coverageReading = Statement(
    """
    SELECT order_coverage.sequence, order_coverage.member_id, order_coverage.group_number,
      order_coverage.filing_indicator, order_coverage.secondary_payer_type,
      order_coverage.relationship, order_coverage.subscriber_last,
      order_coverage.subscriber_first, order_coverage.subscriber_birth,
      order_coverage.subscriber_sex, order_coverage.from_day, order_coverage.through_day,
      \(Payers.columns)
    FROM order_coverage JOIN payer ON payer.id = order_coverage.payer_id
    WHERE order_coverage.order_id = ?1 ORDER BY order_coverage.position
    """)
  private static let lineReading = Statement(
    """
    SELECT number, kind, code, modifiers, description, prescribed_units, delivered_units, serial,
      days_supplied, unit_charge_cents, first_month, authorization_number, narrative, pointers
    FROM order_line WHERE order_id = ?1 ORDER BY number
    """)
  private static let stayReading = Statement(
    "SELECT kind, from_day, through_day FROM order_stay WHERE order_id = ?1 ORDER BY position")

  package static func find(_ id: OrderID, in connection: Connection) throws -> Order? {
    let coverages = try connection.rows(coverageReading, [SQLValue(id)]) {
      try coverage(from: $0, of: id)
    }
    let lines = try connection.rows(lineReading, [SQLValue(id)]) {
      try line(from: $0, of: id)
    }
    let stays = try connection.rows(stayReading, [SQLValue(id)]) {
      Stay(
        kind: try $0.word(0, Words.stayKind, key: .known(id.rawValue)), from: $0.day(1),
        through: $0.dayOrNil(2))
    }
    let key = RowKey.known(id.rawValue)
    return try connection.first(reading, [SQLValue(id)]) { row in
      Order(
        id: id, number: row.text(0), patient: Patients.patient(from: row, at: 18),
        coverages: coverages, prescriber: try Prescribers.prescriber(from: row, at: 11),
        diagnoses: CodeList.codes(row.text(1)), orderedOn: row.dayOrNil(2),
        delivery: Delivery(
          method: try row.word(3, Words.orderMethod, key: key),
          deliveredOn: row.dayOrNil(4), shippedOn: row.dayOrNil(5), tracking: row.text(6)),
        placeOfService: row.text(7), lines: lines,
        standing: try row.word(8, Words.orderStanding, key: key), stays: stays,
        receivedOn: row.day(9), rowVersion: row.int(10))
    }
  }

  private static func coverage(
    from row: borrowing Row, of id: OrderID
  ) throws(DatabaseFailure) -> Coverage {
    let subscriber = row.textOrNil(6).map { last in
      Identity(
        lastName: last, firstName: row.textOrNil(7) ?? "", birthDate: row.dayOrNil(8),
        sex: row.textOrNil(9) ?? "")
    }
    return Coverage(
      payer: try Payers.payer(from: row, at: 12),
      sequence: try row.word(0, Words.orderCoverageSequence, key: .known(id.rawValue)),
      memberID: row.text(1),
      groupNumber: row.text(2), filingIndicator: row.text(3), secondaryPayerType: row.text(4),
      relationship: row.text(5), subscriber: subscriber,
      effective: Validity(from: row.dayOrNil(10), through: row.dayOrNil(11)))
  }

  private static func line(
    from row: borrowing Row, of id: OrderID
  ) throws(DatabaseFailure) -> OrderLine {
    let key = RowKey.known(id.rawValue)
    return OrderLine(
      number: Int(row.int(0)), kind: try row.word(1, Words.orderLineKind, key: key),
      procedure: ProcedureCode(row.text(2), CodeList.codes(row.text(3))),
      description: row.text(4), prescribedUnits: Int(row.int(5)), deliveredUnits: Int(row.int(6)),
      serialNumber: row.text(7), daysSupplied: row.intOrNil(8).map { Int($0) },
      unitCharge: row.cents(9), firstRentalMonth: Int(row.int(10)),
      authorizationNumber: row.text(11), narrative: row.text(12),
      diagnosisPointers: try row.list(13, Words.orderLinePointers, key: key) {
        CodeList.numbers($0)
      })
  }

  /// An order as a row of a list.
  package struct Listed: Equatable, Sendable {
    package var id: OrderID
    package var number: String
    package var patientName: String
    package var payerName: String
    package var procedure: String
    package var servedOn: Day?
    package var standing: OrderStanding
    package var charge: Cents
  }

  /// Orders whose number or patient begins with a text, newest first, and how many there are.
  package static func list(
    text: String, standing: OrderStanding?, offset: Int, limit: Int, in connection: Connection
  ) throws -> (rows: [Listed], count: Int) {
    let end = "\u{10FFFF}"
    let name = text.uppercased().replacing(", ", with: "|").replacing(",", with: "|")
    let number = Dialect.folded("sales_order.number")
    let condition = """
      (?1 IS NULL OR sales_order.standing = ?1)
      AND (?2 = '' OR (\(number) >= ?2 AND \(number) < ?3)
        OR (patient.identity >= ?4 AND patient.identity < ?5))
      """
    let arguments: [SQLValue] = [
      SQLValue(standing?.rawValue), .text(text), .text(text + end), .text(name), .text(name + end),
    ]
    let count =
      try connection.first(
        """
        SELECT count(*) FROM sales_order JOIN patient ON patient.id = sales_order.patient_id
        WHERE \(condition)
        """, arguments
      ) { Int($0.int(0)) } ?? 0
    let rows = try connection.rows(
      """
      SELECT sales_order.id, sales_order.number, patient.last_name, patient.first_name,
        (SELECT payer.name FROM order_coverage JOIN payer ON payer.id = order_coverage.payer_id
          WHERE order_coverage.order_id = sales_order.id ORDER BY position LIMIT 1),
        sales_order.served_day, sales_order.standing, sales_order.charge_cents,
        (SELECT count(*) FROM order_line WHERE order_id = sales_order.id),
        (SELECT code || ' ' || modifiers FROM order_line WHERE order_id = sales_order.id
          ORDER BY number LIMIT 1)
      FROM sales_order JOIN patient ON patient.id = sales_order.patient_id
      WHERE \(condition) ORDER BY sales_order.id DESC LIMIT ?6 OFFSET ?7
      """, arguments + [SQLValue(limit), SQLValue(offset)]
    ) { row in
      let first = row.text(3)
      let more = row.int(8) - 1
      let procedure = CodeList.codes(row.textOrNil(9) ?? "").joined(separator: " ")
      return Listed(
        id: OrderID(row.int(0)), number: row.text(1),
        patientName: first.isEmpty ? row.text(2) : row.text(2) + ", " + first,
        payerName: row.textOrNil(4) ?? "",
        procedure: more > 0 ? procedure + " +\(more)" : procedure, servedOn: row.dayOrNil(5),
        standing: try row.word(6, Words.orderStanding), charge: row.cents(7))
    }
    return (rows, count)
  }

  /// Serial numbers of an order that stand on another order as well and were not picked up.
  package static func serialsInUse(
    besides id: OrderID, in connection: Connection
  ) throws -> [String: String] {
    let pairs = try connection.rows(
      """
      SELECT line.serial, other_order.number FROM order_line AS line
      JOIN order_line AS other ON other.serial = line.serial AND other.serial <> ''
        AND other.order_id <> line.order_id
      JOIN sales_order AS other_order ON other_order.id = other.order_id
      WHERE line.order_id = ?1 AND line.serial <> '' AND other_order.standing <> 'cancelled'
        AND other_order.patient_id <> (SELECT patient_id FROM sales_order WHERE id = ?1)
        AND NOT EXISTS (SELECT 1 FROM rental WHERE rental.order_id = other.order_id
          AND rental.order_line = other.number AND rental.picked_up_day IS NOT NULL)
      """, [SQLValue(id)]
    ) { ($0.text(0), $0.text(1)) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// All orders of a patient, oldest first.
  package static func all(
    of patient: PatientID, in connection: Connection
  ) throws -> [OrderID] {
    try connection.rows(
      "SELECT id FROM sales_order WHERE patient_id = ?1 ORDER BY id", [SQLValue(patient)]
    ) { OrderID($0.int(0)) }
  }

  /// Orders of a patient that wait to be confirmed, and those of others that name a serial number of
  /// this patient's: what is wrong with them may have changed.
  package static func inConfirmation(
    of patient: PatientID, in connection: Connection
  ) throws -> [OrderID] {
    try connection.rows(
      """
      SELECT id FROM sales_order
      WHERE patient_id = ?1 AND (standing = 'delivered' OR standing = 'returned')
      UNION
      SELECT sales_order.id FROM sales_order AS own
      JOIN order_line AS line ON line.order_id = own.id AND line.serial <> ''
      JOIN order_line AS other ON other.serial = line.serial AND other.serial <> ''
      JOIN sales_order ON sales_order.id = other.order_id
      WHERE own.patient_id = ?1
        AND (sales_order.standing = 'delivered' OR sales_order.standing = 'returned')
      ORDER BY 1
      """, [SQLValue(patient)]
    ) { OrderID($0.int(0)) }
  }

  /// The order of a number.
  package static func withNumber(
    _ number: String, in connection: Connection
  ) throws -> OrderID? {
    try known(number: number, in: connection)?.id
  }
}
