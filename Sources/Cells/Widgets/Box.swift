/// A border with a title.
package struct Box: Drawable, Hashable {
  /// What stands in the upper border.
  package var title: StyledText
  /// The style of the border.
  package var style: Style

  /// A border.
  package init(title: StyledText = StyledText(), style: Style = .border) {
    self.title = title
    self.style = style
  }

  /// The room inside the border.
  package static func inner(of rect: Rect) -> Rect { rect.inset(columns: 1, rows: 1) }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard area.columns > 0, area.rows > 0 else { return }
    let right = area.endColumn - 1
    let bottom = area.endRow - 1
    for column in area.column...right {
      frame.put(glyphs.horizontal, at: Point(column: column, row: area.row), style: style)
      frame.put(glyphs.horizontal, at: Point(column: column, row: bottom), style: style)
    }
    for row in area.row...bottom {
      frame.put(glyphs.vertical, at: Point(column: area.column, row: row), style: style)
      frame.put(glyphs.vertical, at: Point(column: right, row: row), style: style)
    }
    frame.put(glyphs.topLeft, at: area.origin, style: style)
    frame.put(glyphs.topRight, at: Point(column: right, row: area.row), style: style)
    frame.put(glyphs.bottomLeft, at: Point(column: area.column, row: bottom), style: style)
    frame.put(glyphs.bottomRight, at: Point(column: right, row: bottom), style: style)
    guard !title.isEmpty, area.columns > 6 else { return }
    frame.put(" ", at: area.origin.moved(columns: 2), style: style)
    let written = frame.write(
      line: title, at: area.origin.moved(columns: 3), width: area.columns - 6, glyphs: glyphs)
    frame.put(" ", at: area.origin.moved(columns: 3 + written), style: style)
  }
}
