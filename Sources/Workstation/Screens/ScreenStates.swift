import Billing
import Cells
import Desk

/// The first screen: every queue, the day, the money.
struct HomeScreen: Equatable, Sendable {
  /// The queue under the cursor.
  var queue: QueueName = .rejections
  var showsNumbers = false
}

/// One queue: a lane of it, narrowed and ordered.
struct QueueScreen: Equatable, Sendable {
  var queue: QueueName
  var lane: Lane = .work
  /// As typed; what is in force is `filter`, the last one that could be read.
  var filterText = ""
  var filter: WorkFilter = .everything
  var order: WorkOrder = .rank
  var isReversed = false
  var viewName: String?
  var list = WindowedList<QueueRow>()
  /// Whether the length of the list and its money are those of the whole result.
  var areTotalsKnown = true
  /// Money of the whole result, in cents.
  var expected: Cents = .zero
  /// Of it, what a limit takes away within 30 days, and what is only to be chased; open items only.
  var toLose: Cents = .zero
  var toChase: Cents = .zero
  var marks = MarkSet()
  /// Where a range of marks was begun.
  var rangeStart: WorkItemID?
  /// Columns scrolled out at the left.
  var scrolled = 0
  var sidePane: ItemDetail?
  /// The record the side pane was last asked for, so that a refusal is not asked again.
  var sidePaneAsked: WorkItemID?

  func request(offset: Int, limit: Int) -> PageRequest {
    PageRequest(
      queue: queue, lane: lane, filter: filter, order: order, isReversed: isReversed,
      offset: offset, limit: limit)
  }
}

/// The marked items of a queue: identities, in the order of marking.
struct MarkSet: Equatable, Sendable {
  private(set) var ids: [WorkItemID] = []
  private var members: Set<WorkItemID> = []
  /// Those that the filter lets through; nil while that is being asked.
  var matching: Set<WorkItemID>?

  var count: Int { ids.count }
  var isEmpty: Bool { ids.isEmpty }
  func contains(_ id: WorkItemID) -> Bool { members.contains(id) }

  /// Marked items that the filter hides; none while it is not known.
  var hidden: [WorkItemID] {
    guard let matching else { return [] }
    return ids.filter { !matching.contains($0) }
  }

  /// Marks an item that is in sight.
  mutating func insert(_ id: WorkItemID) {
    matching?.insert(id)
    if members.insert(id).inserted { ids.append(id) }
  }

  mutating func remove(_ id: WorkItemID) {
    if members.remove(id) != nil { ids.removeAll { $0 == id } }
  }

  mutating func remove(_ gone: Set<WorkItemID>) {
    members.subtract(gone)
    ids.removeAll { gone.contains($0) }
  }
}

/// One item with everything about it.
struct ItemScreen: Equatable, Sendable {
  enum Access: Equatable, Sendable {
    /// Being read or taken.
    case opening
    /// Under our lease.
    case held
    /// Open for reading: the reason why not for work.
    case reading(String)
    /// Decided here; the next decision takes a lease for its moment.
    case done
    /// Decided here, and in no queue any more.
    case closed
  }

  var item: WorkItemID
  /// The queue it was opened from.
  var queue: QueueName?
  var detail: ItemDetail?
  var access: Access = .opening
  /// Whether it came by "take next".
  var wasHandedOut = false
  /// The pane that moves: 0 the facts, 1 the work.
  var pane = 0
  /// Rows scrolled out at the top, by pane.
  var scrolled = [0, 0]
}

/// What payers sent.
struct RemittancesScreen: Equatable, Sendable {
  var list = WindowedList<RemittanceRow>()
  var scrolled = 0
}

/// One remittance.
struct RemittanceScreen: Equatable, Sendable {
  var remittance: RemittanceID
  var detail: RemittanceDetail?
  var list = WindowedList<RemittanceClaimRow>()
  var scrolled = 0
}

/// The files read in, and the reports of the last import.
struct ImportsScreen: Equatable, Sendable {
  var list = WindowedList<FileRow>()
  /// Rows of the problems scrolled out at the top.
  var problemsScrolled = 0
}

/// Who did what.
struct ActivityScreen: Equatable, Sendable {
  var user: String?
  var on: Day?
  var list = WindowedList<ActivityRow>()
  var scrolled = 0
}

/// Everything that was said.
struct MessagesScreen: Equatable, Sendable {
  var scrolled = 0
}

extension QueueRow: ListRow { var listID: WorkItemID { item.id } }
extension RemittanceRow: ListRow { var listID: RemittanceID { id } }
extension RemittanceClaimRow: ListRow { var listID: RemitClaimID { id } }
extension FileRow: ListRow { var listID: FileID { id } }
extension ActivityRow: ListRow { var listID: ActivityID { activity.id } }
