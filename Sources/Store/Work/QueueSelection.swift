import Billing
import Database

/// The items of a lane that a filter leaves, and the way to them.
///
/// There are two ways. Where an index of one field says that only few items come into question, those
/// are looked up one by one. Else the ranking index is gone through: it holds all that a filter asks
/// of an item, and in the order in which rows are wanted, so that the first of them end the search.
struct QueueSelection {
  /// `work_item` with the way to be taken.
  let table: String
  /// What follows WHERE; it numbers the queue `?1` and the lane `?2`.
  let condition: String
  let arguments: [SQLValue]

  /// So many items are looked up one by one and no more: each costs a look into the table.
  static let few = 1_000

  init(
    _ queue: QueueName, lane: Lane, filter: FilterSQL, in connection: Connection
  ) throws {
    let place: [SQLValue] = [.text(queue.rawValue), SQLValue(lane.rawValue)]
    let all =
      "work_item.queue = ?1 AND work_item.lane = ?2 AND work_item.is_closed = 0"
      + filter.text(numberedFrom: 3)
    let best = try Self.fewest(filter.candidates, place, in: connection)
    guard let best else {
      table = "work_item " + Dialect.by("work_item_rank")
      condition = all
      arguments = place + filter.arguments
      return
    }
    table = "work_item " + Dialect.byKey
    let first = place.count + filter.arguments.count + 1
    condition = "work_item.id IN (\(best.text(numberedFrom: first))) AND " + all
    arguments = place + filter.arguments + best.arguments
  }

  /// The candidates that are the fewest, where they are few.
  private static func fewest(
    _ candidates: [Candidates], _ place: [SQLValue], in connection: Connection
  ) throws -> Candidates? {
    var best: (candidates: Candidates, count: Int)?
    for each in candidates {
      // The place is named in every statement, so that their arguments are numbered alike.
      let count =
        try connection.first(
          """
          SELECT count(*), ?1, ?2 FROM (
            \(each.text(numberedFrom: place.count + 1)) LIMIT \((best?.count ?? few) + 1)) AS found
          """, place + each.arguments
        ) { Int($0.int(0)) } ?? 0
      if count <= best?.count ?? few { best = (each, count) }
    }
    return best?.candidates
  }
}
