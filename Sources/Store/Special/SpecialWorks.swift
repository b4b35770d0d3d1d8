package import Billing
package import Database

/// Work that the calendar brings, kept from the day it is first seen.
package enum SpecialWorks {
  private static let insertion = Statement(
    """
    INSERT INTO special_work (identity, kind, patient_id, rental_id, order_id, document_id,
      payer_id, opens_day, due_day, closes_day, reason, needs, standing, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'open', ?13)
    ON CONFLICT (identity) DO UPDATE SET opens_day = excluded.opens_day,
      closes_day = excluded.closes_day, reason = excluded.reason, needs = excluded.needs,
      standing = 'open'
    WHERE special_work.standing = 'open' OR special_work.standing = 'lapsed'
    """)
  private static let finding = Statement("SELECT id FROM special_work WHERE identity = ?1")
  private static let standingFinding = Statement(
    "SELECT id, standing FROM special_work WHERE identity = ?1")
  private static let itemInsertion = RowsInsertion(
    into: "special_item (special_id, position, code, modifiers, units, expected_cents)",
    columns: 6)
  private static let columns = """
    id, kind, patient_id, rental_id, order_id, document_id, opens_day, due_day, closes_day,
    reason, needs, standing, answers, made_order
    """
  private static let reading = Statement("SELECT \(columns) FROM special_work WHERE id = ?1")
  private static let itemReading = Statement(
    """
    SELECT code, modifiers, units, expected_cents FROM special_item
    WHERE special_id = ?1 ORDER BY position
    """)

  /// Keeps a piece of work that is due; what is known of one still open is renewed.
  ///
  /// `known` is the business day of the office, and stays the first one.
  package static func save(
    _ due: SpecialDue, payer: PayerID?, known: Day, in connection: Connection
  ) throws -> SpecialID? {
    let identity = identity(of: due)
    try connection.run(
      insertion, .text(identity), .text(due.kind.rawValue), SQLValue(due.patient),
      SQLValue(due.rental), SQLValue(due.order), SQLValue(due.document), SQLValue(payer),
      SQLValue(due.opensOn), SQLValue(due.dueOn), SQLValue(due.closesOn), .text(due.reason),
      .text(CodeList.text(due.needs.map(\.rawValue))), SQLValue(known))
    guard let id = try connection.first(finding, [.text(identity)], { SpecialID($0.int(0)) }),
      let kept = try find(id, in: connection)
    else { return nil }
    if kept.standing == .open, kept.due.items != due.items {
      try connection.run("DELETE FROM special_item WHERE special_id = ?1", SQLValue(id))
      try itemInsertion.run(
        due.items.enumerated().map { position, item in
          [
            SQLValue(id), SQLValue(position), .text(item.procedure.code),
            .text(CodeList.text(item.procedure.modifiers)), SQLValue(item.units),
            SQLValue(item.expected),
          ]
        }, in: connection)
    }
    return id
  }

  /// Key of work that is kept as the calendar gives it, so that nothing needs to be written: it says
  /// the same, or somebody has worked it already.
  package static func standing(
    as due: SpecialDue, in connection: Connection
  ) throws -> SpecialID? {
    let found = try connection.first(standingFinding, [.text(identity(of: due))]) {
      (id: SpecialID($0.int(0)), standing: try $0.word(1, Words.specialStanding))
    }
    guard let found, found.standing != .lapsed else { return nil }
    if found.standing != .open { return found.id }
    return try find(found.id, in: connection)?.due == due ? found.id : nil
  }

  private static func identity(of due: SpecialDue) -> String {
    [
      due.kind.rawValue, String(due.patient.rawValue),
      due.rental.map { "rental \($0.rawValue)" } ?? due.document.map { "document \($0.rawValue)" }
        ?? due.order.map { "order \($0.rawValue)" } ?? "", due.dueOn.description,
    ].joined(separator: "|")
  }

  package static func find(_ id: SpecialID, in connection: Connection) throws -> SpecialWork? {
    let items = try connection.rows(itemReading, [SQLValue(id)]) {
      SpecialItem(
        procedure: ProcedureCode($0.text(0), CodeList.codes($0.text(1))), units: Int($0.int(2)),
        expected: $0.cents(3))
    }
    return try connection.first(reading, [SQLValue(id)]) { try work(from: $0, items: items) }
  }

  package static func payer(of id: SpecialID, in connection: Connection) throws -> PayerID? {
    try connection.first("SELECT payer_id FROM special_work WHERE id = ?1", [SQLValue(id)]) {
      $0.idOrNil(0, of: Payer.self)
    } ?? nil
  }

  package static func setStanding(
    _ standing: SpecialWork.Standing, answers: [SupplyAnswer], of id: SpecialID,
    in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE special_work SET standing = ?2, answers = ?3 WHERE id = ?1",
      SQLValue(id), .text(standing.rawValue), .text(SupplyAnswers.text(answers)))
  }

  /// The order that was made of the work last: one that an undo cancelled is still it.
  package static func lastMade(
    of id: SpecialID, in connection: Connection
  ) throws -> OrderID? {
    try connection.first("SELECT made_order FROM special_work WHERE id = ?1", [SQLValue(id)]) {
      $0.idOrNil(0, of: Order.self)
    } ?? nil
  }

  package static func setMade(
    _ order: OrderID?, of id: SpecialID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE special_work SET made_order = ?2 WHERE id = ?1", SQLValue(id), SQLValue(order))
  }

  /// Open and answered work of a patient.
  package static func open(
    of patient: PatientID, in connection: Connection
  ) throws -> [SpecialID] {
    try connection.rows(
      """
      SELECT id FROM special_work WHERE patient_id = ?1
        AND (standing = 'open' OR standing = 'answered') ORDER BY id
      """, [SQLValue(patient)]
    ) { SpecialID($0.int(0)) }
  }

  /// Open and answered work that is due or opens within a span of days, by day.
  package static func open(
    from: Day, through: Day, in connection: Connection
  ) throws -> [SpecialID] {
    try connection.rows(
      """
      SELECT id FROM special_work
      WHERE (standing = 'open' OR standing = 'answered') AND due_day BETWEEN ?1 AND ?2
      ORDER BY due_day, id
      """, [SQLValue(from), SQLValue(through)]
    ) { SpecialID($0.int(0)) }
  }

  /// Open work of a patient that the facts no longer bring, by key of what was brought.
  package static func closeStale(
    of patient: PatientID, keeping: Set<SpecialID>, in connection: Connection
  ) throws -> [SpecialID] {
    let stale = try open(of: patient, in: connection).filter { !keeping.contains($0) }
    var closed: [SpecialID] = []
    for id in stale {
      guard let work = try find(id, in: connection), work.standing == .open,
        work.due.kind != .repair
      else { continue }
      try connection.run(
        "UPDATE special_work SET standing = 'lapsed' WHERE id = ?1", SQLValue(id))
      closed.append(id)
    }
    return closed
  }

  private static func work(
    from row: borrowing Row, items: [SpecialItem]
  ) throws(DatabaseFailure) -> SpecialWork {
    let standing = try row.word(11, Words.specialStanding)
    return SpecialWork(
      id: SpecialID(row.int(0)),
      due: SpecialDue(
        kind: try row.word(1, Words.specialKind), patient: PatientID(row.int(2)),
        rental: row.idOrNil(3, of: Rental.self), order: row.idOrNil(4, of: Order.self),
        document: row.idOrNil(5, of: Document.self), items: items, opensOn: row.day(6),
        dueOn: row.day(7), closesOn: row.dayOrNil(8), reason: row.text(9),
        needs: try row.list(10, Words.specialNeeds) { needs($0) }),
      standing: standing,
      answers: try row.list(12, Words.specialAnswers) { SupplyAnswers.answers($0) },
      // An order that an undo cancelled came of nothing: the work is open.
      madeOrder: standing == .done ? row.idOrNil(13, of: Order.self) : nil)
  }

  /// The kinds of documents in a text, or nil where one of its words is none.
  private static func needs(_ text: String) -> [DocumentKind]? {
    var kinds: [DocumentKind] = []
    for code in CodeList.codes(text) {
      guard let kind = DocumentKind(rawValue: code) else { return nil }
      kinds.append(kind)
    }
    return kinds
  }
}
