/// A row with an identity that outlives its place in a list.
protocol ListRow: Equatable, Sendable {
  associatedtype ID: Hashable & Sendable
  var listID: ID { get }
}

/// A list of any length of which a window of rows is held, with a cursor on a record.
///
/// The cursor is an identity. When other rows arrive it stays on its record, and on its line of
/// the screen; when the record has gone it rests on the row that took its place.
struct WindowedList<Row: ListRow>: Equatable, Sendable {
  private(set) var rows: [Row] = []
  /// Place of the first held row in the whole list.
  private(set) var offset = 0
  /// How long the whole list is; nil until the first answer.
  private(set) var total: Int?
  private(set) var cursorID: Row.ID?
  private(set) var cursorIndex = 0
  /// Place of the first row on the screen.
  private(set) var top = 0
  private(set) var height = 1
  /// The window that the held rows answer; what it could not give is not asked for again.
  private var answered: Range<Int>?

  var count: Int { total ?? 0 }
  var isLoaded: Bool { total != nil }

  /// The record under the cursor; nil while it is being read.
  var cursorRow: Row? {
    guard let cursorID else { return nil }
    if let row = row(at: cursorIndex), row.listID == cursorID { return row }
    return rows.first { $0.listID == cursorID }
  }

  /// The places shown on the screen.
  var visible: Range<Int> { top..<max(top, min(count, top + height)) }

  func row(at index: Int) -> Row? {
    let place = index - offset
    return rows.indices.contains(place) ? rows[place] : nil
  }

  func index(of id: Row.ID) -> Int? {
    rows.firstIndex { $0.listID == id }.map { $0 + offset }
  }

  mutating func setHeight(_ height: Int) {
    self.height = max(1, height)
    keepCursorInSight()
  }

  mutating func move(to index: Int) {
    guard count > 0 else { return }
    cursorIndex = max(0, min(index, count - 1))
    cursorID = row(at: cursorIndex)?.listID
    keepCursorInSight()
  }

  mutating func move(by rows: Int) { move(to: cursorIndex + rows) }

  /// Moves the window and the cursor together, as page keys do.
  mutating func scroll(by rows: Int) {
    top = max(0, min(top + rows, count - height))
    move(by: rows)
  }

  /// Puts the cursor on a record that is held; false where it is not.
  @discardableResult
  mutating func move(toRecord id: Row.ID) -> Bool {
    guard let index = index(of: id) else { return false }
    move(to: index)
    return true
  }

  /// Forgets the rows, for another filter or order; the cursor tries to stay on its record.
  mutating func restart() {
    top = 0
    cursorIndex = 0
  }

  /// Before anything is read: the record on which the cursor is to be, where it was, and its line of
  /// the screen.
  mutating func expect(_ id: Row.ID?, at index: Int, line: Int) {
    cursorID = id
    cursorIndex = max(0, index)
    top = max(0, cursorIndex - max(0, line))
  }

  /// Forgets the rows and the cursor.
  mutating func clear() {
    self = WindowedList(height: height)
  }

  init(height: Int = 1) { self.height = max(1, height) }

  /// Takes rows as they are now.
  mutating func receive(
    _ newRows: [Row], offset newOffset: Int, limit: Int? = nil, total newTotal: Int
  ) {
    let line = cursorIndex - top
    answered = limit.map { newOffset..<(newOffset + max(0, $0)) }
    rows = newRows
    offset = max(0, newOffset)
    total = max(0, newTotal)
    if let id = cursorID, let index = index(of: id) {
      cursorIndex = index
      top = index - line
    } else {
      cursorIndex = max(0, min(cursorIndex, count - 1))
      cursorID = row(at: cursorIndex)?.listID
    }
    keepCursorInSight()
  }

  /// Which rows must be read, or nil when all that is shown is held.
  var wanted: (offset: Int, limit: Int)? {
    guard let total else { return window }
    guard total > 0 else { return nil }
    let held = offset..<(offset + rows.count)
    let shown = visible
    if !shown.isEmpty, held.contains(shown.lowerBound), held.contains(shown.upperBound - 1) {
      return nil
    }
    let next = window
    return answered == next.offset..<(next.offset + next.limit) ? nil : next
  }

  /// The rows around the screen, to be read again.
  var window: (offset: Int, limit: Int) { (max(0, top - height), 3 * height) }

  private mutating func keepCursorInSight() {
    if cursorIndex < top { top = cursorIndex }
    if cursorIndex >= top + height { top = cursorIndex - height + 1 }
    // Until the first answer nobody knows how long it is.
    if total != nil { top = max(0, min(top, count - height)) }
  }
}
