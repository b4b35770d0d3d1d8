package import Billing
package import Database

/// Holds on charges and on agreements.
package enum Holds {
  private static let insertion = Statement(
    """
    INSERT INTO hold (charge_id, rental_id, type, reason, detail, team, owner, placed_day,
      placed_by, edit, review_day, placed_activity, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    """)
  private static let columns = """
    hold.id, hold.charge_id, hold.rental_id, hold.type, hold.reason, hold.detail, hold.team,
    hold.owner, hold.placed_day, hold.placed_by, hold.edit, hold.review_day, hold.released_day,
    hold.released_by, hold.evidence, hold.document_id
    """
  private static let ofCharge = Statement(
    """
    SELECT \(columns) FROM hold WHERE is_withdrawn = 0 AND (charge_id = ?1 OR rental_id = ?2)
    ORDER BY released_day IS NOT NULL, id
    """)
  private static let releasing = Statement(
    """
    UPDATE hold SET released_day = ?2, released_by = ?3, evidence = ?4, document_id = ?5,
      released_activity = ?6, release_known_on = ?7
    WHERE id = ?1 AND released_day IS NULL
    """)

  /// Places a hold; its own key is not read.
  ///
  /// `known` is the business day of the office.
  package static func insert(
    _ hold: Hold, activity: ActivityID? = nil, known: Day, in connection: Connection
  ) throws -> HoldID {
    var charge: ChargeID?
    var rental: RentalID?
    switch hold.subject {
    case .charge(let id): charge = id
    case .rental(let id): rental = id
    }
    return HoldID(
      try connection.insert(
        insertion, SQLValue(charge), SQLValue(rental), .text(hold.type.rawValue),
        .text(hold.reason), .text(hold.detail), .text(hold.team.rawValue), SQLValue(hold.owner),
        SQLValue(hold.placedOn), .text(hold.placedBy), .text(hold.edit),
        SQLValue(hold.reviewOn), SQLValue(activity), SQLValue(known)))
  }

  /// Every hold of a charge and of its agreement, open ones first.
  package static func all(
    of charge: ChargeID, rental: RentalID?, in connection: Connection
  ) throws -> [Hold] {
    try connection.rows(ofCharge, [SQLValue(charge), SQLValue(rental)]) { try hold(from: $0) }
  }

  package static func open(
    of charge: ChargeID, rental: RentalID?, in connection: Connection
  ) throws -> [Hold] {
    try all(of: charge, rental: rental, in: connection).filter(\.isOpen)
  }

  package static func find(_ id: HoldID, in connection: Connection) throws -> Hold? {
    try connection.first(
      "SELECT \(columns) FROM hold WHERE id = ?1 AND is_withdrawn = 0", [SQLValue(id)]
    ) { try hold(from: $0) }
  }

  /// Releases a hold.
  ///
  /// `known` is the business day of the office.
  package static func release(
    _ id: HoldID, _ release: Hold.Release, activity: ActivityID? = nil, known: Day,
    in connection: Connection
  ) throws {
    try connection.run(
      releasing, SQLValue(id), SQLValue(release.on), .text(release.by), .text(release.evidence),
      SQLValue(release.document), SQLValue(activity), SQLValue(known))
  }

  /// Renews what an automatic hold says is missing.
  package static func update(
    _ id: HoldID, detail: String, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE hold SET detail = ?2 WHERE id = ?1 AND detail <> ?2", SQLValue(id), .text(detail))
  }

  /// Takes back the holds that an activity placed, or brings them back.
  package static func setWithdrawn(
    _ isWithdrawn: Bool, placedBy activity: ActivityID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE hold SET is_withdrawn = ?2 WHERE placed_activity = ?1", SQLValue(activity),
      SQLValue(isWithdrawn))
  }

  /// Opens again what an activity released.
  package static func reopen(
    releasedBy activity: ActivityID, in connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE hold SET released_day = NULL, released_by = NULL, evidence = NULL,
        document_id = NULL, released_activity = NULL, release_known_on = NULL
      WHERE released_activity = ?1
      """, SQLValue(activity))
  }

  /// An automatic hold that was released today, or by a document that was taken back since.
  package static func releasedByMistake(
    of charge: ChargeID, reason: String, edit: String, by user: String, on day: Day,
    in connection: Connection
  ) throws -> HoldID? {
    try connection.first(
      """
      SELECT id FROM hold WHERE charge_id = ?1 AND reason = ?2 AND edit = ?3 AND released_by = ?4
        AND is_withdrawn = 0 AND (released_day = ?5 OR EXISTS (SELECT 1 FROM document
          WHERE document.id = hold.document_id AND document.is_withdrawn = 1))
      ORDER BY id DESC LIMIT 1
      """, [SQLValue(charge), .text(reason), .text(edit), .text(user), SQLValue(day)]
    ) { HoldID($0.int(0)) }
  }

  /// Opens one hold again, as if it had never been released.
  package static func reopen(_ id: HoldID, in connection: Connection) throws {
    try connection.run(
      """
      UPDATE hold SET released_day = NULL, released_by = NULL, evidence = NULL,
        document_id = NULL, released_activity = NULL, release_known_on = NULL
      WHERE id = ?1
      """, SQLValue(id))
  }

  /// Open holds of the months of one agreement, each charge's own.
  package static func openOfMonths(
    of rental: RentalID, in connection: Connection
  ) throws -> [Hold] {
    try connection.rows(
      """
      SELECT \(columns) FROM hold JOIN charge ON charge.id = hold.charge_id
      WHERE charge.rental_id = ?1 AND charge.standing = 'unbilled'
        AND hold.released_day IS NULL AND hold.is_withdrawn = 0 ORDER BY hold.id
      """, [SQLValue(rental)]
    ) { try hold(from: $0) }
  }

  private static func hold(from row: borrowing Row) throws(DatabaseFailure) -> Hold {
    let subject: HoldSubject =
      row.idOrNil(1, of: Charge.self).map { .charge($0) } ?? .rental(RentalID(row.int(2)))
    let release = row.dayOrNil(12).map { day in
      Hold.Release(
        on: day, by: row.textOrNil(13) ?? "", evidence: row.textOrNil(14) ?? "",
        document: row.idOrNil(15, of: Document.self))
    }
    return Hold(
      id: HoldID(row.int(0)), subject: subject, type: try row.word(3, Words.holdType),
      reason: row.text(4), detail: row.text(5), team: try row.word(6, Words.holdTeam),
      owner: row.textOrNil(7), placedOn: row.day(8), placedBy: row.text(9), edit: row.text(10),
      reviewOn: row.dayOrNil(11), release: release)
  }
}
