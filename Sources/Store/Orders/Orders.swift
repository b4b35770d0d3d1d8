package import Billing
package import Database

/// Orders with their coverages, lines and stays.
package enum Orders {
  /// What is known of an order whose patient, payers and prescriber have their keys.
  package struct New: Sendable {
    package var draft: OrderDraft
    package var patient: PatientID
    package var coverages: [Coverage]
    package var prescriber: Int64?
    package var standing: OrderStanding
    package var receivedOn: Day
    package var revisedAt: Timestamp
    package var contentHash: String

    package init(
      draft: OrderDraft, patient: PatientID, coverages: [Coverage], prescriber: Int64?,
      standing: OrderStanding, receivedOn: Day, revisedAt: Timestamp, contentHash: String
    ) {
      self.draft = draft
      self.patient = patient
      self.coverages = coverages
      self.prescriber = prescriber
      self.standing = standing
      self.receivedOn = receivedOn
      self.revisedAt = revisedAt
      self.contentHash = contentHash
    }

    /// Charges of all lines, in cents.
    var charge: Cents {
      draft.lines.map { line in
        let (product, overflow) = line.unitCharge.rawValue.multipliedReportingOverflow(
          by: Int64(line.deliveredUnits))
        return overflow ? Cents(Cents.largestFromOutside) : Cents(product)
      }.total()
    }
  }

  /// What tells whether an order that comes again says anything new.
  package struct Known: Equatable, Sendable {
    package var id: OrderID
    package var standing: OrderStanding
    package var contentHash: String
    package var revisedAt: Timestamp
  }

  private static let numberReading = Statement(
    "SELECT id, standing, content_hash, revised_at FROM sales_order WHERE number = ?1")
  private static let insertion = Statement(
    """
    INSERT INTO sales_order (number, account_number, patient_id, prescriber_id, diagnoses,
      ordered_day, delivery_method, delivered_day, shipped_day, tracking, place_of_service,
      standing, received_day, revised_at, content_hash, served_day, charge_cents, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
    """)
  private static let revision = Statement(
    """
    UPDATE sales_order SET account_number = ?2, patient_id = ?3, prescriber_id = ?4,
      diagnoses = ?5, ordered_day = ?6, delivery_method = ?7, delivered_day = ?8,
      shipped_day = ?9, tracking = ?10, place_of_service = ?11, standing = ?12, revised_at = ?13,
      content_hash = ?14, served_day = ?15, charge_cents = ?16, revised_on = ?17,
      row_version = row_version + 1
    WHERE id = ?1
    """)

  package static func known(number: String, in connection: Connection) throws -> Known? {
    try connection.first(numberReading, [.text(number)]) {
      Known(
        id: OrderID($0.int(0)), standing: try $0.word(1, Words.orderStanding),
        contentHash: $0.text(2), revisedAt: Timestamp(rawValue: $0.int(3)))
    }
  }

  /// Adds an order with its parts.
  ///
  /// `known` is the business day of the office.
  package static func insert(
    _ order: New, known: Day, in connection: Connection
  ) throws -> OrderID {
    let draft = order.draft
    let id = OrderID(
      try connection.insert(
        insertion, .text(draft.number), .text(draft.accountNumber), SQLValue(order.patient),
        SQLValue(order.prescriber), .text(CodeList.text(draft.diagnoses)),
        SQLValue(draft.orderedOn), .text(draft.delivery.method.rawValue),
        SQLValue(draft.delivery.deliveredOn), SQLValue(draft.delivery.shippedOn),
        .text(draft.delivery.tracking), .text(draft.placeOfService),
        .text(order.standing.rawValue), SQLValue(order.receivedOn),
        .integer(order.revisedAt.rawValue), .text(order.contentHash),
        SQLValue(draft.delivery.servedOn), SQLValue(order.charge), SQLValue(known)))
    try insertParts(of: order, id, in: connection)
    return id
  }

  /// Replaces what an order says, before it is confirmed.
  ///
  /// `known` is the business day of the office.
  package static func revise(
    _ id: OrderID, _ order: New, known: Day, in connection: Connection
  ) throws {
    let draft = order.draft
    try connection.run(
      revision, SQLValue(id), .text(draft.accountNumber), SQLValue(order.patient),
      SQLValue(order.prescriber), .text(CodeList.text(draft.diagnoses)),
      SQLValue(draft.orderedOn), .text(draft.delivery.method.rawValue),
      SQLValue(draft.delivery.deliveredOn), SQLValue(draft.delivery.shippedOn),
      .text(draft.delivery.tracking), .text(draft.placeOfService), .text(order.standing.rawValue),
      .integer(order.revisedAt.rawValue), .text(order.contentHash),
      SQLValue(draft.delivery.servedOn), SQLValue(order.charge), SQLValue(known))
    for table in ["order_coverage", "order_line", "order_stay"] {
      try connection.run("DELETE FROM \(table) WHERE order_id = ?1", SQLValue(id))
    }
    try insertParts(of: order, id, in: connection)
  }

  package static func setStanding(
    _ standing: OrderStanding, of id: OrderID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE sales_order SET standing = ?2, row_version = row_version + 1 WHERE id = ?1",
      SQLValue(id), .text(standing.rawValue))
  }

  // MARK: Parts

  private static let coverageInsertion = RowsInsertion(
    into: """
      order_coverage (order_id, position, payer_id, sequence, member_id, group_number,
        filing_indicator, secondary_payer_type, relationship, subscriber_last, subscriber_first,
        subscriber_birth, subscriber_sex, from_day, through_day)
      """, columns: 15)
  private static let lineInsertion = RowsInsertion(
    into: """
      order_line (order_id, number, kind, code, modifiers, description, prescribed_units,
        delivered_units, serial, days_supplied, unit_charge_cents, first_month,
        authorization_number, narrative, pointers)
      """, columns: 15)
  private static let stayInsertion = RowsInsertion(
    into: "order_stay (order_id, position, kind, from_day, through_day)", columns: 5)

  private static func insertParts(
    of order: New, _ id: OrderID, in connection: Connection
  ) throws {
    try coverageInsertion.run(
      order.coverages.enumerated().map { position, coverage in
        [
          SQLValue(id), SQLValue(position), SQLValue(coverage.payer.id),
          .text(coverage.sequence.rawValue), .text(coverage.memberID),
          .text(coverage.groupNumber), .text(coverage.filingIndicator),
          .text(coverage.secondaryPayerType), .text(coverage.relationship),
          SQLValue(coverage.subscriber?.lastName), SQLValue(coverage.subscriber?.firstName),
          SQLValue(coverage.subscriber?.birthDate), SQLValue(coverage.subscriber?.sex),
          SQLValue(coverage.effective.from), SQLValue(coverage.effective.through),
        ]
      }, in: connection)
    try lineInsertion.run(
      order.draft.lines.map { line in
        [
          SQLValue(id), SQLValue(line.number), .text(line.kind.rawValue),
          .text(line.procedure.code), .text(CodeList.text(line.procedure.modifiers)),
          .text(line.description), SQLValue(line.prescribedUnits), SQLValue(line.deliveredUnits),
          .text(line.serialNumber), SQLValue(line.daysSupplied), SQLValue(line.unitCharge),
          SQLValue(line.firstRentalMonth), .text(line.authorizationNumber), .text(line.narrative),
          .text(CodeList.text(line.diagnosisPointers.map(String.init))),
        ]
      }, in: connection)
    try stayInsertion.run(
      order.draft.stays.enumerated().map { position, stay in
        [
          SQLValue(id), SQLValue(position), .text(stay.kind.rawValue), SQLValue(stay.from),
          SQLValue(stay.through),
        ]
      }, in: connection)
  }
}
