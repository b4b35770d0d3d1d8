/// Numbers in rows and columns as shades; the one under the cursor is shown as a number.
package struct HeatMap: Drawable, Hashable {
  /// Labels from top to bottom.
  package var rowLabels: [SafeText]
  /// Labels from left to right.
  package var columnLabels: [SafeText]
  /// By row, then by column; nil is shown as nothing.
  package var values: [[Int?]]
  /// The cell under the cursor.
  package var cursor: Point?
  /// The role that gives the shades their colour.
  package var role: Role

  /// A heat map; rows may differ in length.
  package init(
    rowLabels: [SafeText], columnLabels: [SafeText], values: [[Int?]], cursor: Point? = nil,
    role: Role = .chart1
  ) {
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.values = values
    self.cursor = cursor
    self.role = role
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let labels = min(rowLabels.map(\.columns).max() ?? 0, area.columns / 3)
    let count = max(columnLabels.count, values.map(\.count).max() ?? 0)
    guard count > 0 else { return }
    let widest = max(2, columnLabels.map(\.columns).max() ?? 0)
    let room = area.columns - labels - 1
    let width = max(1, min(widest + 1, room / count))
    let full = values.joined().compactMap(\.self).max() ?? 0
    for (index, label) in columnLabels.enumerated() {
      let place = cell(area, column: labels + 1 + index * width, row: 0, width: width)
      frame.write(
        label.prefix(columns: max(1, width - 1)), in: place, style: .muted, glyphs: glyphs)
    }
    for (line, row) in values.enumerated() {
      if rowLabels.indices.contains(line) {
        let place = cell(area, column: 0, row: line + 1, width: labels)
        frame.write(rowLabels[line], in: place, style: .muted, glyphs: glyphs)
      }
      for (index, value) in row.enumerated() {
        let place = cell(area, column: labels + 1 + index * width, row: line + 1, width: width)
        guard !place.isEmpty, let value else { continue }
        if cursor == Point(column: index, row: line) {
          frame.fill(place, style: .selection)
          let number = MoneyText.count(value)
          frame.write(
            number.shortened(to: place.columns) ?? number, in: place, style: .selection,
            glyphs: glyphs)
          frame.cursor = place.origin
        } else {
          frame.fill(place, style: Style(role), with: shade(value, of: full, glyphs))
        }
      }
    }
  }

  /// Anything above zero is at least the lightest shade.
  private func shade(_ value: Int, of full: Int, _ glyphs: Glyphs) -> Unicode.Scalar {
    let top = glyphs.shades.count - 1
    guard top > 0 else { return " " }
    let step = ChartScale.length(value, of: full, in: top)
    return glyphs.shades[value > 0 ? max(1, step) : 0]
  }

  private func cell(_ area: Rect, column: Int, row: Int, width: Int) -> Rect {
    Rect(column: area.column + column, row: area.row + row, columns: width, rows: 1)
      .intersection(area)
  }
}
