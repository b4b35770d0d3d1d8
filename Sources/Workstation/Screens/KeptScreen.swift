import Billing

/// A screen to which a person comes back at the next start.
protocol KeptScreen: Screen {
  /// What brings it back; nil where nothing does, and the screen below is kept.
  var kept: [String: String]? { get }

  /// As it was kept; nil where the words mean nothing any more.
  init?(kept words: [String: String], _ settings: WorkstationSettings)
}

/// A key of a row that is a number.
protocol NumberedKey: Hashable, Sendable {
  var rawValue: Int64 { get }
  init(_ rawValue: Int64)
}

extension Identifier: NumberedKey {}

extension ListScreen where Row.ID: NumberedKey {
  /// The record under the cursor, its place in the list and its line on the screen.
  var keptCursor: [String: String] {
    guard let id = list.cursorID else { return [:] }
    return [
      "cursor": String(id.rawValue), "row": String(list.cursorIndex),
      "line": String(list.cursorIndex - list.top),
    ]
  }

  /// Puts the cursor on the record that was kept, or on the row that has its place by now.
  mutating func putCursor(_ words: [String: String]) {
    guard let row = words["row"].flatMap(Int.init), (0...1_000_000_000).contains(row) else {
      return
    }
    list.expect(
      words["cursor"].flatMap(Int64.init).map { Row.ID($0) }, at: row,
      line: words["line"].flatMap(Int.init) ?? 0)
  }
}
