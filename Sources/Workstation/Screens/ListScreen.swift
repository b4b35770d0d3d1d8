import Cells

/// A screen with one list that has a cursor: it moves, scrolls and takes its height by itself.
protocol ListScreen: Screen {
  associatedtype Row: ListRow

  var list: WindowedList<Row> { get set }

  /// Columns scrolled out at the left.
  var scrolled: Int { get set }

  /// Rows of the screen above the titles of the list.
  static var rowsAboveList: Int { get }

  /// How many rows of the list there is room for; all that is left, unless a screen says otherwise.
  func listHeight(_ shell: Shell) -> Int
}

extension ListScreen {
  /// The list stands still where its columns do not scroll.
  var scrolled: Int {
    get { 0 }
    set {}
  }

  func listHeight(_ shell: Shell) -> Int {
    max(1, shell.terminal.bodyHeight - Self.rowsAboveList - 1)
  }

  mutating func layOut(_ shell: Shell) { list.setHeight(listHeight(shell)) }

  mutating func move(_ step: ListMove, _ shell: inout Shell) { list.apply(step) }

  /// A click on a row puts the cursor there.
  mutating func click(_ point: Point, _ shell: inout Shell) { clickRow(at: point, &shell) }

  mutating func clickRow(at point: Point, _ shell: inout Shell) {
    let line = point.row - Self.rowsAboveList - 1
    guard list.visible.contains(list.top + line) else { return }
    move(.by(list.top + line - list.cursorIndex), &shell)
  }

  mutating func scrollColumns(by step: Int) {
    scrolled = max(0, min(scrolled + step, 9))
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? {
    list.cursorRow == nil ? "the list is empty" : nil
  }
}

/// A screen whose list is as long as the office makes it: only the rows around the cursor are held.
protocol PagedScreen: ListScreen {
  /// Asks for some rows.
  func readRows(_ window: (offset: Int, limit: Int), _ shell: inout Shell)
}

extension PagedScreen {
  mutating func read(_ shell: inout Shell) { readRows(list.window, &shell) }

  mutating func readMissing(_ shell: inout Shell) {
    if let wanted = shell.missing(list.wanted) { readRows(wanted, &shell) }
  }
}

extension WindowedList {
  /// Takes an answer to the rows that were asked for from an offset on.
  mutating func receive(_ answer: (rows: [Row], count: Int), offset: Int) {
    receive(answer.rows, offset: offset, limit: 3 * height, total: answer.count)
  }

  /// Takes a list that is always held whole.
  mutating func receive(all rows: [Row]) { receive(rows, offset: 0, total: rows.count) }
}

extension Canvas {
  /// Draws the rows of a list that are in sight, with the cursor.
  mutating func draw<Row: ListRow>(
    _ list: WindowedList<Row>, columns: [Table.Column], scrolled: Int = 0, sort: Table.Sort? = nil,
    missing: Table.Row = Table.Row([]), in rect: Rect, row make: (Int, Row, Canvas) -> Table.Row
  ) {
    let rows = list.visible.map { index -> Table.Row in
      list.row(at: index).map { make(index, $0, self) } ?? missing
    }
    var table = Table(
      columns: columns, rows: rows,
      selected: list.visible.contains(list.cursorIndex) ? list.cursorIndex - list.top : nil,
      sort: sort)
    table.scrolled = scrolled
    table.isFocused = isFocused
    draw(table, in: rect)
  }

  /// Draws the lines of a page that scrolls, and how many are below; never one over the other.
  mutating func draw(
    _ lines: [StyledText], scrolled: Int, in rect: Rect, by key: SafeText = "",
    style: Style = .muted
  ) {
    let top = max(0, min(scrolled, lines.count - rect.rows))
    var shown = lines.dropFirst(top).prefix(rect.rows)
    let below = lines.count - top - rect.rows
    if below > 0 {
      var note = more(below, by: key)
      if shown.last.map({ $0.columns + note.columns > rect.columns }) ?? false {
        shown.removeLast()
        note = more(below + 1, by: key)
      }
      write(note, in: rect.line(rect.rows - 1), style: style, align: .trailing)
    }
    for (index, line) in shown.enumerated() { write(line, in: rect.line(index)) }
  }

  /// How much is below what is in sight, and the key that shows it.
  func more(_ count: Int, by key: SafeText = "") -> SafeText {
    let lead: SafeText = key.isEmpty ? " " : " \(key) "
    return "\(lead)\(SafeText(glyph: glyphs.down)) \(count) more "
  }
}

extension Rect {
  /// What is left below some rows.
  func below(_ rows: Int) -> Rect {
    Rect(column: column, row: row + rows, columns: columns, rows: self.rows - rows)
  }
}
