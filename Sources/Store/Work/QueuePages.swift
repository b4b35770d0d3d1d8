package import Billing
package import Database

/// Windows of rows of a queue, with the totals of the whole result.
package enum QueuePages {
  /// Rows in order from an offset.
  package static func rows(
    _ queue: QueueName, lane: Lane, filter: FilterSQL, order: WorkOrder, isReversed: Bool,
    offset: Int, limit: Int, in connection: Connection
  ) throws -> [WorkItems.Listed] {
    let (text, arguments) = condition(queue, lane: lane, filter: filter)
    let count = arguments.count
    return try connection.rows(
      """
      SELECT \(WorkItems.columns) FROM \(WorkItems.table)
      \(text) ORDER BY \(columns(of: order, isReversed: isReversed))
      LIMIT ?\(count + 1) OFFSET ?\(count + 2)
      """, arguments + [SQLValue(limit), SQLValue(offset)]
    ) { try WorkItems.listed(from: $0) }
  }

  /// How many items a filter leaves, and their expected cents.
  package static func totals(
    _ queue: QueueName, lane: Lane, filter: FilterSQL, in connection: Connection
  ) throws -> (count: Int, expected: Cents) {
    if filter.arguments.isEmpty, filter.text(numberedFrom: 1).isEmpty {
      return try connection.first(
        """
        SELECT coalesce(sum(items), 0), coalesce(sum(expected_cents), 0) FROM queue_total
        WHERE queue = ?1 AND lane = ?2
        """, [.text(queue.rawValue), SQLValue(lane.rawValue)]
      ) { (Int($0.int(0)), $0.cents(1)) } ?? (0, .zero)
    }
    let (text, arguments) = condition(queue, lane: lane, filter: filter)
    return try connection.first(
      "SELECT count(*), coalesce(sum(expected_cents), 0) FROM work_item \(text)", arguments
    ) { (Int($0.int(0)), $0.cents(1)) } ?? (0, .zero)
  }

  /// The identities of everything a filter leaves, in rank order.
  package static func identities(
    _ queue: QueueName, lane: Lane, filter: FilterSQL, limit: Int, in connection: Connection
  ) throws -> [WorkItemID] {
    let (text, arguments) = condition(queue, lane: lane, filter: filter)
    return try connection.rows(
      """
      SELECT work_item.id FROM work_item \(text)
      ORDER BY \(columns(of: .rank, isReversed: false)) LIMIT ?\(arguments.count + 1)
      """, arguments + [SQLValue(limit)]
    ) { WorkItemID($0.int(0)) }
  }

  private static func condition(
    _ queue: QueueName, lane: Lane, filter: FilterSQL
  ) -> (text: String, arguments: [SQLValue]) {
    (
      "WHERE work_item.queue = ?1 AND work_item.lane = ?2 AND work_item.is_closed = 0"
        + filter.text(numberedFrom: 3),
      [.text(queue.rawValue), SQLValue(lane.rawValue)] + filter.arguments
    )
  }

  private static func columns(of order: WorkOrder, isReversed: Bool) -> String {
    let keys: [(column: String, isDescending: Bool)] =
      switch order {
      case .rank:
        [("work_item.tier", false), ("work_item.expected_cents", true), ("work_item.id", false)]
      case .balance: [("work_item.balance_cents", true), ("work_item.id", false)]
      case .due:
        [
          ("work_item.safe_day", false), ("work_item.expected_cents", true),
          ("work_item.id", false),
        ]
      case .age: [("work_item.service_day", false), ("work_item.id", false)]
      case .payer:
        [("payer.name", false), ("work_item.expected_cents", true), ("work_item.id", false)]
      case .patient: [("work_item.patient_name", false), ("work_item.id", false)]
      }
    // What has no day or no payer is not the most pressing; the index still gives the order.
    let mayBeUnknown = ["work_item.safe_day", "work_item.service_day", "payer.name"]
    return keys.map { key in
      key.column + (key.isDescending != isReversed ? " DESC" : "")
        + (mayBeUnknown.contains(key.column) ? " NULLS LAST" : "")
    }.joined(separator: ", ")
  }
}
