import Billing

/// What waits for a day of the simulation; a day's things are given out once and forgotten.
struct Agenda<Item: Sendable>: Sendable {
  private let firstDay: Day
  private var days: [[Item]]

  /// Days past `lastDay` are never reached; what is put there is dropped.
  init(from firstDay: Day, through lastDay: Day) {
    self.firstDay = firstDay
    days = Array(repeating: [], count: max(0, lastDay - firstDay) + 1)
  }

  /// Puts something on a day; false where the day lies outside.
  @discardableResult
  mutating func add(_ item: Item, on day: Day) -> Bool {
    let offset = day - firstDay
    guard days.indices.contains(offset) else { return false }
    days[offset].append(item)
    return true
  }

  /// Everything of a day, in the order in which it was put there.
  mutating func take(_ day: Day) -> [Item] {
    let offset = day - firstDay
    guard days.indices.contains(offset) else { return [] }
    let items = days[offset]
    days[offset] = []
    return items
  }
}
