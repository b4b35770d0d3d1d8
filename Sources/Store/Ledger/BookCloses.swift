package import Billing
package import Database

/// Days and months of the books that are closed, and those that were opened again.
package enum BookCloses {
  /// One closing or opening, as it is kept.
  package struct Kept: Equatable, Sendable {
    package var id: Int64
    package var period: BookPeriod
    package var isReopening: Bool
    /// The last closed day from then on.
    package var closedThrough: Day?
    /// All receivables at the end of the period, in cents.
    package var receivable: Cents
    package var at: Timestamp
    package var user: String
    package var reason: String
    package var approval: ApprovalID?
    package var knownOn: Day

    package init(
      id: Int64 = 0, period: BookPeriod, isReopening: Bool, closedThrough: Day?, receivable: Cents,
      at: Timestamp, user: String, reason: String, approval: ApprovalID? = nil, knownOn: Day
    ) {
      self.id = id
      self.period = period
      self.isReopening = isReopening
      self.closedThrough = closedThrough
      self.receivable = receivable
      self.at = at
      self.user = user
      self.reason = reason
      self.approval = approval
      self.knownOn = knownOn
    }
  }

  private static let lastClosed = Statement(
    "SELECT closed_through FROM book_close ORDER BY id DESC LIMIT 1")

  /// The last day that is closed; nil where none is.
  package static func closedThrough(in connection: Connection) throws -> Day? {
    try connection.first(lastClosed, []) { $0.dayOrNil(0) } ?? nil
  }

  /// The day under which an entry is written: its own, or the open one where that is closed.
  ///
  /// `known` is the business day of the office; where it is closed too, the day after the last
  /// closed one is taken.
  package static func openDay(
    for day: Day, known: Day, in connection: Connection
  ) throws -> Day {
    guard let closed = try closedThrough(in: connection), day <= closed else { return day }
    return max(known, closed.adding(days: 1))
  }

  package static func add(_ new: Kept, in connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO book_close (kind, first_day, last_day, is_reopening, closed_through,
        receivable_cents, at, user, reason, approval_id, known_on)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """, .text(new.period.kind.rawValue), SQLValue(new.period.first), SQLValue(new.period.last),
      SQLValue(new.isReopening), SQLValue(new.closedThrough), SQLValue(new.receivable),
      .integer(new.at.rawValue), .text(new.user), .text(new.reason), SQLValue(new.approval),
      SQLValue(new.knownOn))
  }

  /// The newest first.
  package static func all(limit: Int, in connection: Connection) throws -> [Kept] {
    try connection.rows(
      """
      SELECT id, kind, first_day, last_day, is_reopening, closed_through, receivable_cents, at,
        user, reason, approval_id, known_on
      FROM book_close ORDER BY id DESC LIMIT ?1
      """, [SQLValue(limit)]
    ) { row in
      Kept(
        id: row.int(0),
        period: BookPeriod(
          kind: try row.word(1, Words.closeKind), first: row.day(2), last: row.day(3)),
        isReopening: try row.word(4, Words.closeReopening), closedThrough: row.dayOrNil(5),
        receivable: row.cents(6), at: Timestamp(rawValue: row.int(7)), user: row.text(8),
        reason: row.text(9), approval: row.idOrNil(10, of: Approval.self), knownOn: row.day(11))
    }
  }

  /// The last closing that stands; nil where none does.
  package static func standing(in connection: Connection) throws -> Kept? {
    guard let closed = try closedThrough(in: connection) else { return nil }
    return try all(limit: 10_000, in: connection).first {
      !$0.isReopening && $0.period.last == closed
    }
  }
}
