/// A day or a month of the books.
package struct BookPeriod: Hashable, Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable, CaseIterable {
    case day, month
  }

  package var kind: Kind
  package var first: Day
  package var last: Day

  package init(kind: Kind, first: Day, last: Day) {
    self.kind = kind
    self.first = first
    self.last = last
  }

  /// One day.
  package init(_ day: Day) { self.init(kind: .day, first: day, last: day) }

  /// The month that holds a day.
  package init(monthOf day: Day) {
    let (year, month, _) = day.components
    let first = Day(year: year, month: month, day: 1) ?? day
    let next =
      Day(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1) ?? day
    self.init(kind: .month, first: first, last: next.adding(days: -1))
  }

  /// The last month that is over on a day.
  package init(lastMonthBefore day: Day) {
    self.init(monthOf: BookPeriod(monthOf: day).first.adding(days: -1))
  }

  /// A month as it is typed, `2026-10`; nil for anything else.
  package init?(month text: String) {
    guard text.utf8.count == 7, let day = Day(text + "-01") else { return nil }
    self.init(monthOf: day)
  }

  /// `2026-10` for a month, `2026-10-31` for a day.
  package var description: String {
    let day = first.description
    return kind == .day ? day : String(day.prefix(day.count - 3))
  }
}
