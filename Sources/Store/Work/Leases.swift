package import Billing
package import Database

/// Taking and giving back work: one statement decides, so nobody gets what another has.
package enum Leases {
  /// Takes the highest-ranked free items of a queue.
  ///
  /// An item is free when nobody holds a lease that still runs and it is assigned to no one else.
  package static func takeNext(
    _ queue: QueueName, filter: FilterSQL, user: String, session: String, now: Timestamp,
    expires: Timestamp, limit: Int, in connection: Connection
  ) throws -> [WorkItemID] {
    var arguments: [SQLValue] = [
      .text(queue.rawValue), .text(user), .text(session), .integer(now.rawValue),
      .integer(expires.rawValue), SQLValue(limit),
    ]
    let condition = filter.text(numberedFrom: arguments.count + 1)
    arguments += filter.arguments
    return try connection.rows(
      """
      UPDATE work_item SET lease_user = ?2, lease_session = ?3, lease_expires = ?5,
        fence = fence + 1
      WHERE id IN (
        SELECT work_item.id FROM work_item
        WHERE queue = ?1 AND lane = 0 AND is_closed = 0
          AND (lease_expires IS NULL OR lease_expires <= ?4)
          AND (owner IS NULL OR owner = ?2) \(condition)
        ORDER BY tier, expected_cents DESC, id LIMIT ?6)
      RETURNING id
      """, arguments
    ) { WorkItemID($0.int(0)) }
  }

  private static let taking = Statement(
    """
    UPDATE work_item SET lease_user = ?2, lease_session = ?3, lease_expires = ?5, fence = fence + 1
    WHERE id = ?1 AND is_closed = 0
      AND (lease_expires IS NULL OR lease_expires <= ?4 OR lease_session = ?3)
    """)
  private static let renewal = Statement(
    """
    UPDATE work_item SET lease_expires = ?2
    WHERE lease_session = ?1 AND lease_expires > ?3 AND id = ?4
    """)
  private static let giving = Statement(
    """
    UPDATE work_item SET lease_user = NULL, lease_session = NULL, lease_expires = NULL
    WHERE id = ?1 AND lease_session = ?2
    """)
  private static let holding = Statement(
    """
    UPDATE work_item SET row_version = row_version + 1, lease_user = NULL, lease_session = NULL,
      lease_expires = NULL
    WHERE id = ?1 AND row_version = ?2 AND fence = ?3 AND lease_session = ?4
      AND lease_expires > ?5
    """)
  private static let holdingWithoutLease = Statement(
    """
    UPDATE work_item SET row_version = row_version + 1, fence = fence + 1, lease_user = NULL,
      lease_session = NULL, lease_expires = NULL
    WHERE id = ?1 AND row_version = ?2
      AND (lease_expires IS NULL OR lease_expires <= ?4 OR lease_session = ?3)
    """)

  /// Takes one item, where it is free or ours already.
  package static func take(
    _ id: WorkItemID, user: String, session: String, now: Timestamp, expires: Timestamp,
    in connection: Connection
  ) throws -> Bool {
    try connection.run(
      taking, SQLValue(id), .text(user), .text(session), .integer(now.rawValue),
      .integer(expires.rawValue)) == 1
  }

  /// The heartbeat of a sign-in: its lease on an item runs on, if it still runs.
  package static func renew(
    _ id: WorkItemID, session: String, expires: Timestamp, now: Timestamp,
    in connection: Connection
  ) throws {
    try connection.run(
      renewal, .text(session), .integer(expires.rawValue), .integer(now.rawValue), SQLValue(id))
  }

  /// The sign-ins that hold something now.
  package static func sessions(
    at now: Timestamp, in connection: Connection
  ) throws -> [String] {
    try connection.rows(
      """
      SELECT DISTINCT lease_session FROM work_item
      WHERE lease_session IS NOT NULL AND lease_expires > ?1
      """, [.integer(now.rawValue)]
    ) { $0.text(0) }
  }

  package static func release(
    _ id: WorkItemID, session: String, in connection: Connection
  ) throws {
    try connection.run(giving, SQLValue(id), .text(session))
  }

  package static func releaseAll(session: String, in connection: Connection) throws {
    try connection.run(
      """
      UPDATE work_item SET lease_user = NULL, lease_session = NULL, lease_expires = NULL
      WHERE lease_session = ?1
      """, .text(session))
  }

  /// Takes a lease away from whoever has it; the fence rises, so the holder can save nothing.
  package static func breakLease(_ id: WorkItemID, in connection: Connection) throws {
    try connection.run(
      """
      UPDATE work_item SET lease_user = NULL, lease_session = NULL, lease_expires = NULL,
        fence = fence + 1, row_version = row_version + 1
      WHERE id = ?1
      """, SQLValue(id))
  }

  /// Claims the right to save a decision: true where version, fence and lease all still hold.
  ///
  /// With a nil fence the item must be free or held by the same sign-in.
  package static func claimForSaving(
    _ id: WorkItemID, rowVersion: Int64, fence: Int64?, session: String, now: Timestamp,
    in connection: Connection
  ) throws -> Bool {
    if let fence {
      return try connection.run(
        holding, SQLValue(id), .integer(rowVersion), .integer(fence), .text(session),
        .integer(now.rawValue)) == 1
    }
    return try connection.run(
      holdingWithoutLease, SQLValue(id), .integer(rowVersion), .text(session),
      .integer(now.rawValue)) == 1
  }
}
