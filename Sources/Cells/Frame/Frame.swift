/// What the screen should show: a grid of cells and the place of the hardware cursor.
///
/// Drawing outside the frame does nothing. A wide character that would be cut in half becomes
/// spaces, on either side of the cut.
package struct Frame: Sendable {
  /// How many columns and rows it has.
  package let size: Size
  /// Which characters may be in its cells.
  package let repertoire: Repertoire
  /// The cells, row after row.
  package private(set) var cells: [Cell]
  /// The texts of cells that hold more than one scalar.
  package private(set) var clusters: [String] = []
  /// Where the hardware cursor rests; nil hides it.
  package var cursor: Point?

  /// A frame of blank cells.
  package init(size: Size, repertoire: Repertoire = .unicode, style: Style = .text) {
    self.size = size
    self.repertoire = repertoire
    cells = Array(repeating: .blank(style), count: size.columns * size.rows)
  }

  /// The whole frame as a rectangle.
  package var bounds: Rect { Rect(size) }

  /// The cell at a place inside the frame; a blank one outside.
  package subscript(_ point: Point) -> Cell {
    guard bounds.contains(point) else { return .blank() }
    return cells[point.row * size.columns + point.column]
  }

  /// The cell at a column and a row.
  package subscript(column column: Int, row row: Int) -> Cell {
    self[Point(column: column, row: row)]
  }

  /// What a cell shows: empty for the second half of a wide one.
  package func content(of cell: Cell) -> String {
    if let index = cell.clusterIndex { return index < clusters.count ? clusters[index] : " " }
    return cell.scalar.map { String(Character($0)) } ?? ""
  }

  /// Writes text on one row, cut at `width` columns and at the frame's edges.
  ///
  /// - Returns: the columns written inside `width`, counting what lies left of the frame.
  @discardableResult
  package mutating func write(
    _ text: SafeText, at point: Point, style: Style = .text, width: Int = .max
  ) -> Int {
    guard point.row >= 0, point.row < size.rows, point.column < size.columns, width > 0,
      point.column > -Frame.farthest
    else { return 0 }
    let room = size.columns - point.column
    let end = point.column + min(width, room)
    guard text.isASCII else { return writeScalars(text, at: point, end: end, style: style) }
    let count = min(text.columns, end - point.column)
    let skipped = max(0, -point.column)
    guard count > skipped else { return max(0, count) }
    let row = point.row * size.columns
    mendEdges(row: row, from: point.column + skipped, to: point.column + count)
    let styleBits = Cell(scalar: 0, width: 1, style: style).bits
    let first = row + point.column
    let bytes = text.string.utf8Span.span
    var span = cells.mutableSpan
    for offset in skipped..<count {
      span[first + offset] = Cell(bits: styleBits | UInt64(bytes[offset]))
    }
    return count
  }

  /// Puts one scalar of the program's own (a border, a mark) into one cell.
  package mutating func put(_ scalar: Unicode.Scalar, at point: Point, style: Style = .text) {
    guard bounds.contains(point) else { return }
    fill(
      Rect(column: point.column, row: point.row, columns: 1, rows: 1), style: style, with: scalar)
  }

  /// Fills a rectangle with a style and a one-column scalar, a space unless told.
  package mutating func fill(
    _ rect: Rect, style: Style = .text, with scalar: Unicode.Scalar = " "
  ) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let shown = presentable(scalar.value)
    let width = TextWidth.of(scalar) == 1 ? 1 : 0
    let cell = width == 1 ? Cell(scalar: shown, width: 1, style: style) : .blank(style)
    for row in area.row..<area.endRow {
      let start = row * size.columns
      mendEdges(row: start, from: area.column, to: area.endColumn)
      var span = cells.mutableSpan
      for index in (start + area.column)..<(start + area.endColumn) { span[index] = cell }
    }
  }

  /// Changes the style of what is already drawn in a rectangle.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for index in (row * size.columns + area.column)..<(row * size.columns + area.endColumn) {
        cells[index] = cells[index].styled(change(cells[index].style))
      }
    }
  }

  /// Takes over a piece of another frame of the same size.
  package mutating func apply(_ run: Run, from other: Frame) {
    guard other.size == size, run.row >= 0, run.row < size.rows else { return }
    let columns = run.columns.clamped(to: 0..<size.columns)
    for index in columns.map({ run.row * size.columns + $0 }) {
      let cell = other.cells[index]
      cells[index] =
        cell.clusterIndex == nil
        ? cell
        : Cell(cluster: number(of: other.content(of: cell)), width: cell.width, style: cell.style)
    }
  }

  /// Columns farther to the left than this are never drawn.
  private static let farthest = 1 << 20

  private func presentable(_ scalar: UInt32) -> UInt32 {
    repertoire == .unicode ? scalar : Repertoire.asciiFallback(scalar)
  }

  /// Turns halves of wide cells at the edges of a write into spaces.
  private mutating func mendEdges(row: Int, from start: Int, to end: Int) {
    guard start < end else { return }
    if start > 0, cells[row + start].isContinuation {
      cells[row + start - 1] = .blank(cells[row + start - 1].style)
    }
    if end < size.columns, cells[row + end].isContinuation {
      cells[row + end] = .blank(cells[row + end].style)
    }
  }

  /// The number of a cluster in the table, entered when new.
  private mutating func number(of cluster: String) -> Int {
    if let index = clusters.firstIndex(of: cluster) { return index }
    clusters.append(cluster)
    return clusters.count - 1
  }

  private mutating func writeScalars(
    _ text: SafeText, at point: Point, end: Int, style: Style
  ) -> Int {
    let row = point.row * size.columns
    var column = point.column
    // Where the last base went, so that combining marks find it.
    var base: Int?
    for scalar in text.string.unicodeScalars {
      let value = scalar.value
      let width = TextWidth.of(scalar)
      if width == 0 {
        if let base, repertoire == .unicode { combine(scalar, at: row + base) }
        continue
      }
      guard column < end else { break }
      base = nil
      if column < 0 || column + width > end {
        // A wide character cut by an edge leaves a space in the half that is visible.
        for half in max(column, 0)..<max(min(column + width, end), 0) {
          set(.blank(style), row: row, column: half)
        }
      } else if width == 1 {
        set(Cell(scalar: presentable(value), width: 1, style: style), row: row, column: column)
        base = column
      } else if repertoire == .ascii {
        set(Cell(scalar: presentable(value), width: 1, style: style), row: row, column: column)
        set(.blank(style), row: row, column: column + 1)
      } else {
        mendEdges(row: row, from: column, to: column + 2)
        cells[row + column] = Cell(scalar: value, width: 2, style: style)
        cells[row + column + 1] = .continuation(style)
        base = column
      }
      column = min(column + width, end)
    }
    return column - point.column
  }

  private mutating func set(_ cell: Cell, row: Int, column: Int) {
    mendEdges(row: row, from: column, to: column + 1)
    cells[row + column] = cell
  }

  private mutating func combine(_ mark: Unicode.Scalar, at index: Int) {
    guard TextWidth.isCombining(mark.value) else { return }
    let cell = cells[index]
    var text = content(of: cell)
    guard text.unicodeScalars.count <= TextDoor.maximumMarks else { return }
    text.unicodeScalars.append(mark)
    cells[index] = Cell(cluster: number(of: text), width: cell.width, style: cell.style)
  }
}
