/// A cursor in a list and the window of rows that is shown around it.
package struct ScrollState: Hashable, Sendable {
  /// How many rows there are.
  package private(set) var count: Int
  /// The row under the cursor; 0 when there is none.
  package private(set) var cursor: Int
  /// The first row shown.
  package private(set) var top: Int
  /// How many rows can be shown.
  package private(set) var height: Int

  /// A list of so many rows in a window of that height.
  package init(count: Int = 0, height: Int = 0, cursor: Int = 0) {
    self.count = max(0, count)
    self.height = max(0, height)
    self.cursor = cursor
    top = 0
    settle()
  }

  /// The rows shown.
  package var visible: Range<Int> { top..<min(count, top + height) }

  /// The cursor's row within the window; nil when there are no rows.
  package var cursorLine: Int? { count > 0 && height > 0 ? cursor - top : nil }

  /// Takes a new number of rows, keeping the cursor in range.
  package mutating func setCount(_ count: Int) {
    self.count = max(0, count)
    settle()
  }

  /// Takes a new height of the window.
  package mutating func setHeight(_ height: Int) {
    self.height = max(0, height)
    settle()
  }

  /// Puts the cursor on a row, or the nearest there is.
  package mutating func move(to row: Int) {
    cursor = row
    settle()
  }

  /// Moves the cursor by so many rows.
  package mutating func move(by rows: Int) {
    let (sum, overflow) = cursor.addingReportingOverflow(rows)
    move(to: overflow ? (rows > 0 ? Int.max : 0) : sum)
  }

  /// Moves by half windows, as Ctrl-d and Ctrl-u do.
  package mutating func moveHalfPage(_ times: Int) {
    scroll(by: max(1, height / 2) * times)
  }

  /// Moves by windows, as PgDn and PgUp do; one row stays in sight.
  package mutating func movePage(_ times: Int) {
    scroll(by: max(1, height - 1) * times)
  }

  /// Answers the keys that move in a list; false for any other.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .down, .character("j"): move(by: 1)
    case .up, .character("k"): move(by: -1)
    case .home, .character("g"): move(to: 0)
    case .end, .character("G"): move(to: count - 1)
    case .pageDown: movePage(1)
    case .pageUp: movePage(-1)
    case .control("d"): moveHalfPage(1)
    case .control("u"): moveHalfPage(-1)
    default: return false
    }
    return true
  }

  private mutating func scroll(by rows: Int) {
    top = max(0, min(top + rows, count - height))
    move(by: rows)
  }

  private mutating func settle() {
    cursor = max(0, min(cursor, count - 1))
    if cursor < top { top = cursor }
    if height > 0, cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, count - height))
  }
}
