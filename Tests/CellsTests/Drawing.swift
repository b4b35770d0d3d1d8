// Drawing into small frames, for the tests of widgets.

import Cells

/// The frame of a widget alone.
func frame(
  _ widget: some Drawable, _ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode
) -> Frame {
  var frame = Frame(
    size: Size(columns: columns, rows: rows), repertoire: glyphs.repertoire)
  widget.draw(into: &frame, rect: frame.bounds, glyphs: glyphs)
  return frame
}

/// The rows of a widget alone.
func drawn(
  _ widget: some Drawable, _ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode
) -> [String] {
  frame(widget, columns, rows, glyphs: glyphs).lines
}

/// The styles of one row, a word for each stretch.
func styles(_ frame: Frame, row: Int) -> [String] {
  let prefix = "\(row):"
  return frame.styleRuns.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
}
