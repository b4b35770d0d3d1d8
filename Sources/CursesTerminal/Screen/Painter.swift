import CCurses
import Cells

/// Writes the cells of a frame that differ from the last one into ncurses' window.
///
/// Never erases: ncurses compares too, and then sends the least it can.
struct Painter {
  private var palette: Palette
  private let isUTF8: Bool
  private var shown: Frame?
  private var row: [cchar_t] = []

  /// A painter on an empty window.
  init(palette: Palette, isUTF8: Bool) {
    self.palette = palette
    self.isUTF8 = isUTF8
  }

  /// Paints with other colours from now on, everything.
  mutating func use(_ palette: Palette) {
    self.palette = palette
    shown = nil
  }

  /// Paints everything at the next frame.
  mutating func forget() { shown = nil }

  /// Brings the window to what the frame shows.
  mutating func paint(_ frame: Frame) {
    let runs = frame.changes(from: shown ?? Frame(size: .zero))
    for run in runs { put(run, of: frame) }
    shown = frame
  }

  private mutating func put(_ run: Frame.Run, of frame: Frame) {
    row.removeAll(keepingCapacity: true)
    for column in run.columns {
      let cell = frame[column: column, row: run.row]
      if cell.isContinuation { continue }
      let look = palette.look(of: cell.style)
      append(cell, of: frame, look)
    }
    _ = unsafe row.withUnsafeBufferPointer {
      guard let first = $0.baseAddress else { return false }
      return unsafe shim_put(Int32(run.row), Int32(run.columns.lowerBound), first, Int32($0.count))
    }
  }

  private mutating func append(_ cell: Cell, of frame: Frame, _ look: Palette.Look) {
    if let scalar = cell.scalar {
      let value = scalar.value
      if (0x20..<0x7F).contains(value) || (isUTF8 && Int(shim_width(wchar_t(value))) == cell.width)
      {
        append([wchar_t(value), 0], look)
        return
      }
    } else if isUTF8 {
      var scalars = frame.content(of: cell).unicodeScalars.prefix(5).map { wchar_t($0.value) }
      let columns = scalars.reduce(0) { $0 + Int(shim_width($1)) }
      scalars.append(0)
      if columns == cell.width, append(scalars, look) { return }
      if let base = scalars.first, Int(shim_width(base)) == cell.width, append([base, 0], look) {
        return
      }
    }
    // What this system and the frame do not measure alike would shift the rest of the row.
    for _ in 0..<cell.width { append([0x3F, 0], look) }
  }

  @discardableResult
  private mutating func append(_ text: [wchar_t], _ look: Palette.Look) -> Bool {
    var cell = cchar_t()
    guard unsafe shim_set_cell(&cell, text, look.attributes, look.pair) else { return false }
    row.append(cell)
    return true
  }
}
