package import Billing
package import Database

/// The index of placements: where each piece of work stands, and who has it.
package enum WorkItems {
  /// Copies kept on the item for rows of a list and for filters.
  package struct Label: Equatable, Sendable {
    package var reference: String
    package var patientName: String
    /// Nil where nobody is named who could pay.
    package var payer: PayerID?
    package var procedure: String
    package var serviceOn: Day?

    package init(
      reference: String, patientName: String, payer: PayerID?, procedure: String, serviceOn: Day?
    ) {
      self.reference = reference
      self.patientName = patientName
      self.payer = payer
      self.procedure = procedure
      self.serviceOn = serviceOn
    }
  }

  private static let placingSQL = """
    INSERT INTO work_item (subject_kind, subject_key, queue, lane, tier, safe_day, legal_day,
      balance_cents, expected_cents, reason_code, reason, deadline_reason, follow_up_day,
      rolls_on, reference, patient_name, payer_id, procedure, service_day, is_pinned,
      is_escalated)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
      ?20, ?21)
    ON CONFLICT (subject_kind, subject_key) DO UPDATE SET queue = excluded.queue,
      lane = excluded.lane, tier = excluded.tier, safe_day = excluded.safe_day,
      legal_day = excluded.legal_day, balance_cents = excluded.balance_cents,
      expected_cents = excluded.expected_cents, reason_code = excluded.reason_code,
      reason = excluded.reason, deadline_reason = excluded.deadline_reason,
      follow_up_day = excluded.follow_up_day, rolls_on = excluded.rolls_on,
      reference = excluded.reference, patient_name = excluded.patient_name,
      payer_id = excluded.payer_id, procedure = excluded.procedure,
      service_day = excluded.service_day, is_pinned = excluded.is_pinned,
      is_escalated = excluded.is_escalated, is_closed = 0, row_version = work_item.row_version + 1
    """
  private static let placing = Statement(placingSQL)
  private static let moving = Statement(
    placingSQL + """
       WHERE work_item.is_closed = 1 OR (excluded.queue, excluded.lane, excluded.tier, excluded.safe_day, excluded.legal_day,
        excluded.balance_cents, excluded.expected_cents, excluded.reason_code, excluded.reason,
        excluded.deadline_reason, excluded.follow_up_day, excluded.rolls_on, excluded.reference,
        excluded.patient_name, excluded.payer_id, excluded.procedure, excluded.service_day,
        excluded.is_pinned, excluded.is_escalated)
      \(Dialect.isDistinct) (work_item.queue, work_item.lane, work_item.tier, work_item.safe_day,
        work_item.legal_day, work_item.balance_cents, work_item.expected_cents,
        work_item.reason_code, work_item.reason, work_item.deadline_reason,
        work_item.follow_up_day, work_item.rolls_on, work_item.reference, work_item.patient_name,
        work_item.payer_id, work_item.procedure, work_item.service_day, work_item.is_pinned,
        work_item.is_escalated)
      """)
  private static let closing = Statement(
    """
    UPDATE work_item SET is_closed = 1, rolls_on = NULL, follow_up_day = NULL,
      row_version = row_version + 1
    WHERE subject_kind = ?1 AND subject_key = ?2 AND is_closed = 0
    """)

  /// Closes the item of a subject that needs no work any more, where there is one.
  package static func close(_ subject: WorkSubject, in connection: Connection) throws {
    try connection.run(closing, .text(subject.kind), .integer(subject.key))
  }

  /// Writes what the placement function gave; where asked, only if it differs from what is there,
  /// so that nobody who has the item open must read it again for nothing.
  package static func save(
    _ placement: Placement, of subject: WorkSubject, label: Label, rollsOn: Day?,
    onlyIfMoved: Bool = false, in connection: Connection
  ) throws {
    try connection.run(
      onlyIfMoved ? moving : placing, .text(subject.kind), .integer(subject.key),
      .text(placement.queue.rawValue),
      SQLValue(placement.lane.rawValue), SQLValue(placement.tier.rawValue),
      SQLValue(placement.governing?.safe), SQLValue(placement.governing?.legal),
      SQLValue(placement.balance), SQLValue(placement.expected), .text(placement.reasonCode),
      .text(placement.reason), .text(placement.governing?.reason ?? ""),
      SQLValue(placement.followUpOn), SQLValue(rollsOn), .text(label.reference),
      .text(label.patientName), SQLValue(label.payer), .text(label.procedure),
      SQLValue(label.serviceOn), SQLValue(placement.tier == .pinned),
      SQLValue(placement.lane == .lead))
  }

  static let columns = """
    work_item.id, work_item.subject_kind, work_item.subject_key, work_item.queue, work_item.lane,
    work_item.tier, work_item.safe_day, work_item.legal_day, work_item.balance_cents,
    work_item.expected_cents, work_item.reason_code, work_item.reason, work_item.deadline_reason,
    work_item.follow_up_day, work_item.owner, work_item.is_pinned, work_item.row_version,
    work_item.lease_user, work_item.lease_session, work_item.lease_expires, work_item.fence,
    work_item.reference, work_item.patient_name, payer.name, work_item.procedure,
    work_item.service_day, work_item.is_closed
    """
  /// The items with the names of their payers, for those that have one.
  static let table = "work_item LEFT JOIN payer ON payer.id = work_item.payer_id"

  /// An item with what a row of a list shows.
  package struct Listed: Equatable, Sendable {
    package var item: WorkItem
    package var isClosed: Bool
    package var reference: String
    package var patientName: String
    /// Nil where nobody is named who could pay.
    package var payerName: String?
    package var procedure: String
    package var serviceOn: Day?
    /// The number that rose at the last taking, whether or not a lease runs.
    package var fence: Int64
  }

  package static func find(_ id: WorkItemID, in connection: Connection) throws -> Listed? {
    try connection.first(
      """
      SELECT \(columns) FROM \(table)
      WHERE work_item.id = ?1
      """, [SQLValue(id)]
    ) { try listed(from: $0) }
  }

  package static func find(_ subject: WorkSubject, in connection: Connection) throws -> Listed? {
    try connection.first(
      """
      SELECT \(columns) FROM \(table)
      WHERE work_item.subject_kind = ?1 AND work_item.subject_key = ?2
      """, [.text(subject.kind), .integer(subject.key)]
    ) { try listed(from: $0) }
  }

  /// Items whose reference is this claim control number or trace number.
  package static func withReference(
    _ reference: String, in connection: Connection
  ) throws -> [WorkItemID] {
    let claims = try Claims.withControlNumber(reference, in: connection).map {
      WorkSubject.claim($0)
    }
    let remittance = try Remittances.withTraceNumber(reference, in: connection).map {
      WorkSubject.remittance($0)
    }
    let order = try Orders.withNumber(reference, in: connection)
    let orders: [WorkSubject] =
      try order.map { id in
        try [.order(id)] + Charges.all(of: id, in: connection).map { .charge($0.id) }
      } ?? []
    return try (claims + [remittance].compactMap(\.self) + orders).compactMap {
      try find($0, in: connection)?.item.id
    }
  }

  static func listed(from row: borrowing Row) throws(DatabaseFailure) -> Listed {
    let subject = WorkSubject(try row.word(1, Words.itemSubject), key: row.int(2))
    let lease = row.textOrNil(17).map { user in
      Lease(
        user: user, session: row.text(18), expires: Timestamp(rawValue: row.int(19)),
        fence: row.int(20))
    }
    return Listed(
      item: WorkItem(
        id: WorkItemID(row.int(0)), subject: subject, queue: try row.word(3, Words.itemQueue),
        lane: try row.word(4, Words.itemLane), tier: try row.word(5, Words.itemTier),
        safe: row.dayOrNil(6), legal: row.dayOrNil(7), balance: row.cents(8),
        expected: row.cents(9), reasonCode: row.text(10), reason: row.text(11),
        deadlineReason: row.text(12), followUpOn: row.dayOrNil(13), owner: row.textOrNil(14),
        lease: lease, isPinned: try row.word(15, Words.itemPinned), rowVersion: row.int(16)),
      isClosed: try row.word(26, Words.itemClosed), reference: row.text(21),
      patientName: row.text(22),
      payerName: row.textOrNil(23), procedure: row.text(24), serviceOn: row.dayOrNil(25),
      fence: row.int(20))
  }

  /// Copies who an item was handed to last, nil for the pool.
  package static func setOwner(
    _ owner: String?, of subject: WorkSubject, in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE work_item SET owner = ?3
      WHERE subject_kind = ?1 AND subject_key = ?2 AND owner \(Dialect.isDistinct) ?3
      """, .text(subject.kind), .integer(subject.key), SQLValue(owner))
  }

  /// Notes the day of the last decision on an item.
  package static func touch(_ id: WorkItemID, on day: Day, in connection: Connection) throws {
    try connection.run(
      "UPDATE work_item SET touched_day = ?2 WHERE id = ?1", SQLValue(id), SQLValue(day))
  }

  /// Claims that stand open in a queue, by key.
  package static func claims(
    in queue: QueueName, in connection: Connection
  ) throws -> [ClaimID] {
    try connection.rows(
      """
      SELECT subject_key FROM work_item
      WHERE queue = ?1 AND lane = 0 AND is_closed = 0 AND subject_kind = 'claim'
      ORDER BY subject_key
      """, [.text(queue.rawValue)]
    ) { ClaimID($0.int(0)) }
  }

  /// Claims of a patient that wait for something, by key.
  package static func waitingClaims(
    of patient: PatientID, in connection: Connection
  ) throws -> [ClaimID] {
    try connection.rows(
      """
      SELECT claim.id FROM claim JOIN work_item
        ON work_item.subject_kind = 'claim' AND work_item.subject_key = claim.id
      WHERE claim.patient_id = ?1 AND work_item.lane = \(Lane.waiting.rawValue)
        AND work_item.is_closed = 0
      ORDER BY claim.id
      """, [SQLValue(patient)]
    ) { ClaimID($0.int(0)) }
  }

  /// Batches whose answer is overdue, oldest first.
  package static func batchesToWatch(in connection: Connection) throws -> [BatchID] {
    try connection.rows(
      """
      SELECT subject_key FROM work_item
      WHERE subject_kind = 'batch' AND queue = 'transmission' AND lane = 0 AND is_closed = 0
      ORDER BY subject_key
      """
    ) { BatchID($0.int(0)) }
  }

  /// Work for which a payer is to be asked about coverage: checks that are due, and charges held
  /// because nobody knows.
  package static func eligibilityToAsk(in connection: Connection) throws -> [WorkSubject] {
    try connection.rows(
      """
      SELECT work_item.subject_kind, work_item.subject_key, work_item.id FROM work_item
      LEFT JOIN special_work ON work_item.subject_kind = 'special'
        AND special_work.id = work_item.subject_key
      WHERE work_item.is_closed = 0
        AND (work_item.queue = 'special' AND work_item.lane = 0
            AND special_work.kind = 'eligibility-check'
          OR work_item.queue = 'holds' AND work_item.reason_code LIKE '%eligibility%')
      ORDER BY work_item.id
      """
    ) { WorkSubject(try $0.word(0, Words.itemSubject, key: 2), key: $0.int(1)) }
  }

  /// Every subject of the index in order of key, for `docket check`.
  package static func forEachSubject(
    in connection: Connection, _ visit: (Listed, Bool) throws -> Void
  ) throws {
    try connection.forEach(
      """
      SELECT \(columns) FROM \(table)
      ORDER BY work_item.id
      """, []
    ) { row in
      let listed = try listed(from: row)
      try visit(listed, listed.isClosed)
    }
  }
}
