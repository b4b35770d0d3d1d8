package import Billing
package import Database

/// Windows of rows of a queue, and the totals of the whole result.
package enum QueuePages {
  /// Rows in order from an offset.
  package static func rows(
    _ queue: QueueName, lane: Lane, filter: FilterSQL, order: WorkOrder, isReversed: Bool,
    offset: Int, limit: Int, in connection: Connection
  ) throws -> [WorkItems.Listed] {
    let selection = try QueueSelection(queue, lane: lane, filter: filter, in: connection)
    let count = selection.arguments.count
    let columns = columns(of: order, isReversed: isReversed)
    // Which rows, by what is indexed; and only then the rows themselves.
    return try connection.rows(
      """
      SELECT \(WorkItems.columns) FROM (
        SELECT work_item.id AS id FROM \(selection.table) \(payers(for: order))
        WHERE \(selection.condition) ORDER BY \(columns) LIMIT ?\(count + 1) OFFSET ?\(count + 2)
      ) AS found
      JOIN work_item ON work_item.id = found.id \(payers) ORDER BY \(columns)
      """, selection.arguments + [SQLValue(limit), SQLValue(offset)]
    ) { try WorkItems.listed(from: $0) }
  }

  /// How many items a filter leaves, and their expected cents.
  package static func totals(
    _ queue: QueueName, lane: Lane, filter: FilterSQL, in connection: Connection
  ) throws -> (count: Int, expected: Cents) {
    if filter.isEverything {
      return try connection.first(
        """
        SELECT coalesce(sum(items), 0), coalesce(sum(expected_cents), 0) FROM queue_total
        WHERE queue = ?1 AND lane = ?2
        """, [.text(queue.rawValue), SQLValue(lane.rawValue)]
      ) { (Int($0.int(0)), $0.cents(1)) } ?? (0, .zero)
    }
    let selection = try QueueSelection(queue, lane: lane, filter: filter, in: connection)
    return try connection.first(
      """
      SELECT count(*), coalesce(sum(work_item.expected_cents), 0) FROM \(selection.table)
      WHERE \(selection.condition)
      """, selection.arguments
    ) { (Int($0.int(0)), $0.cents(1)) } ?? (0, .zero)
  }

  /// The identities of everything a filter leaves, in rank order.
  package static func identities(
    _ queue: QueueName, lane: Lane, filter: FilterSQL, limit: Int, in connection: Connection
  ) throws -> [WorkItemID] {
    let selection = try QueueSelection(queue, lane: lane, filter: filter, in: connection)
    return try connection.rows(
      """
      SELECT work_item.id FROM \(selection.table) WHERE \(selection.condition)
      ORDER BY \(columns(of: .rank, isReversed: false)) LIMIT ?\(selection.arguments.count + 1)
      """, selection.arguments + [SQLValue(limit)]
    ) { WorkItemID($0.int(0)) }
  }

  private static let payers = "LEFT JOIN payer ON payer.id = work_item.payer_id"

  /// The payers' names are wanted before the rows only where they say the order.
  private static func payers(for order: WorkOrder) -> String {
    order == .payer ? payers : ""
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
