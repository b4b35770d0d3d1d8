package import Billing
package import Database

/// Counts and sums of the queues, kept by triggers.
package enum QueueTotals {
  /// One cell of the totals.
  package struct Cell: Equatable, Sendable {
    package var queue: QueueName
    package var lane: Lane
    package var tier: Tier
    package var items: Int
    package var expected: Cents
  }

  package static func all(in connection: Connection) throws -> [Cell] {
    try connection.rows(
      """
      SELECT queue, lane, tier, items, expected_cents FROM queue_total
      WHERE items <> 0 ORDER BY queue, lane, tier
      """
    ) { row in
      Cell(
        queue: try row.word(0, Words.totalQueue, key: .many),
        lane: try row.word(1, Words.totalLane, key: .many),
        tier: try row.word(2, Words.totalTier, key: .many), items: Int(row.int(3)),
        expected: row.cents(4))
    }
  }

  /// How many items are open, of any queue.
  package static func open(in connection: Connection) throws -> Int {
    try connection.first("SELECT coalesce(sum(items), 0) FROM queue_total") {
      Int($0.int(0))
    } ?? 0
  }

  /// The nearest safe day and the oldest day of service among the open items of a queue.
  package static func extremes(
    of queue: QueueName, in connection: Connection
  ) throws -> (nextDue: Day?, oldest: Day?) {
    let due = try connection.first(
      """
      SELECT safe_day FROM work_item
      WHERE queue = ?1 AND lane = 0 AND is_closed = 0 AND safe_day IS NOT NULL
      ORDER BY safe_day LIMIT 1
      """, [.text(queue.rawValue)]
    ) { $0.dayOrNil(0) }
    let oldest = try connection.first(
      """
      SELECT service_day FROM work_item
      WHERE queue = ?1 AND lane = 0 AND is_closed = 0 AND service_day IS NOT NULL
      ORDER BY service_day LIMIT 1
      """, [.text(queue.rawValue)]
    ) { $0.dayOrNil(0) }
    return (due ?? nil, oldest ?? nil)
  }

  /// Cells whose kept totals differ from a count of the items, for `docket check`.
  package static func differences(in connection: Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT queue, lane, tier, sum(items), sum(cents) FROM (
        SELECT queue, lane, tier, items, expected_cents AS cents FROM queue_total
        UNION ALL
        SELECT queue, lane, tier, -count(*), -sum(expected_cents) FROM work_item
        WHERE is_closed = 0 GROUP BY queue, lane, tier) AS cell
      GROUP BY queue, lane, tier HAVING sum(items) <> 0 OR sum(cents) <> 0
      """
    ) { "\($0.text(0)) lane \($0.int(1)) tier \($0.int(2)): \($0.int(3)) items, \($0.cents(4))" }
  }
}
