import Billing

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
