import Billing
import Desk

/// The items that this program holds, with the fences that every save of them names.
struct Leases: Equatable, Sendable {
  private var fences: [WorkItemID: Int64] = [:]

  var isEmpty: Bool { fences.isEmpty }
  var count: Int { fences.count }
  /// In the order in which the office numbered them.
  var items: [WorkItemID] { fences.keys.sorted() }

  func holds(_ item: WorkItemID) -> Bool { fences[item] != nil }

  /// The fence of an item that is held.
  func fence(of item: WorkItemID) -> Int64? { fences[item] }

  /// The office gave an item to this program.
  mutating func keep(_ detail: ItemDetail) {
    fences[detail.item.id] = detail.item.lease?.fence ?? 0
  }

  /// Forgets an item whose lease has ended or is given back; whether it was held.
  @discardableResult
  mutating func end(_ item: WorkItemID) -> Bool { fences.removeValue(forKey: item) != nil }

  mutating func endAll() { fences = [:] }
}
