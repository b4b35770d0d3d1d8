/// Lines over time, in dots of braille: two by four in each cell.
///
/// The axis starts at zero. Without braille each line is drawn with its own sign.
package struct BraillePlot: Drawable, Hashable {
  /// One line.
  package struct Series: Hashable, Sendable {
    /// The name at the end of the line.
    package var name: SafeText
    /// Oldest first; nil leaves a gap.
    package var values: [Int?]
    /// The role that gives the line its colour.
    package var role: Role

    /// A line.
    package init(_ name: SafeText, _ values: [Int?], role: Role) {
      self.name = name
      self.values = values
      self.role = role
    }
  }

  /// Lines after the sixth are not drawn.
  package var series: [Series]
  /// What stands under the left and the right end.
  package var start: SafeText
  /// What stands under the right end.
  package var end: SafeText

  /// Lines, with what stands under their ends.
  package init(_ series: [Series], start: SafeText = .empty, end: SafeText = .empty) {
    self.series = series
    self.start = start
    self.end = end
  }

  private static let signs: [Unicode.Scalar] = ["*", "+", "o", "x", "#", "@"]
  /// The bits of a braille cell, by row, left and right.
  private static let dots: [[UInt32]] = [
    [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
  ]

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let shown = Array(series.prefix(6))
    let full = shown.flatMap(\.values).compactMap(\.self).max() ?? 0
    let label = MoneyText.count(max(0, full))
    let names = shown.map(\.name.columns).max() ?? 0
    let left = area.columns >= label.columns + 12 ? label.columns + 1 : 0
    // Without braille the sign of the line stands before its name.
    let signs = glyphs.hasBraille ? 0 : 2
    let right = area.columns - left >= names + 24 ? names + 1 + signs : 0
    let hasFoot = area.rows >= 4 && !(start.isEmpty && end.isEmpty)
    let plot = Rect(
      column: area.column + left, row: area.row, columns: area.columns - left - right,
      rows: area.rows - (hasFoot ? 1 : 0))
    if left > 0 {
      frame.write(label, at: plot.origin.moved(columns: -left), style: .muted)
      if plot.rows > 1 {
        frame.write(
          "0", at: Point(column: plot.column - 2, row: plot.endRow - 1), style: .muted)
      }
    }
    if hasFoot { drawFoot(into: &frame, plot: plot, glyphs: glyphs) }
    // The first line is drawn last, so that it lies above the others.
    for (index, line) in shown.enumerated().reversed() {
      let points = places(line, of: full, in: plot, glyphs: glyphs)
      if glyphs.hasBraille {
        drawBraille(points, style: Style(line.role), into: &frame, plot: plot)
      } else {
        for point in points {
          frame.put(
            BraillePlot.signs[index % BraillePlot.signs.count],
            at: plot.origin.moved(columns: point.column, rows: point.row), style: Style(line.role))
        }
      }
    }
    if right > 0 { drawNames(shown, of: full, into: &frame, plot: plot, glyphs: glyphs) }
  }

  private func drawFoot(into frame: inout Frame, plot: Rect, glyphs: Glyphs) {
    let foot = Rect(column: plot.column, row: plot.endRow, columns: plot.columns, rows: 1)
    frame.write(start, in: foot, style: .muted, glyphs: glyphs)
    guard start.columns + end.columns + 2 <= foot.columns else { return }
    frame.write(end, in: foot, style: .muted, align: .trailing, glyphs: glyphs)
  }

  /// The dots of a line, with those between its points, in dots or in cells.
  private func places(_ line: Series, of full: Int, in plot: Rect, glyphs: Glyphs) -> [Point] {
    let width = plot.columns * (glyphs.hasBraille ? 2 : 1)
    let height = plot.rows * (glyphs.hasBraille ? 4 : 1)
    guard width > 0, height > 0 else { return [] }
    var result: [Point] = []
    var previous: Point?
    for (index, value) in line.values.enumerated() {
      guard let value else {
        previous = nil
        continue
      }
      let column =
        line.values.count > 1
        ? ChartScale.length(index, of: line.values.count - 1, in: width - 1) : 0
      let row = height - 1 - ChartScale.length(value, of: full, in: height - 1)
      let point = Point(column: column, row: row)
      if let previous {
        let steps = max(abs(column - previous.column), abs(row - previous.row))
        for step in stride(from: 1, to: max(1, steps), by: 1) {
          result.append(
            Point(
              column: previous.column + (column - previous.column) * step / steps,
              row: previous.row + (row - previous.row) * step / steps))
        }
      }
      result.append(point)
      previous = point
    }
    return result
  }

  private func drawBraille(_ dots: [Point], style: Style, into frame: inout Frame, plot: Rect) {
    var cells: [Point: UInt32] = [:]
    for dot in dots {
      let cell = Point(column: plot.column + dot.column / 2, row: plot.row + dot.row / 4)
      cells[cell, default: 0] |= BraillePlot.dots[dot.row % 4][dot.column % 2]
    }
    for (place, bits) in cells {
      // Dots of another line in the same cell stay, in the style of the line above.
      let under = frame[place].scalar.map(\.value) ?? 0
      let other = (0x2800...0x28FF).contains(under) ? under - 0x2800 : 0
      if let scalar = Unicode.Scalar(0x2800 + (bits | other)) {
        frame.put(scalar, at: place, style: style)
      }
    }
  }

  /// Names each line at its end, or on the nearest row that is free.
  private func drawNames(
    _ shown: [Series], of full: Int, into frame: inout Frame, plot: Rect, glyphs: Glyphs
  ) {
    var taken = Set<Int>()
    for (index, line) in shown.enumerated() {
      guard let last = line.values.last(where: { $0 != nil }) ?? nil else { continue }
      let wanted = plot.rows - 1 - ChartScale.length(last, of: full, in: plot.rows - 1)
      let free = (0..<plot.rows).filter { !taken.contains($0) }
      guard let row = free.min(by: { abs($0 - wanted) < abs($1 - wanted) }) else { return }
      taken.insert(row)
      var column = plot.endColumn + 1
      if !glyphs.hasBraille {
        frame.put(
          BraillePlot.signs[index % BraillePlot.signs.count],
          at: Point(column: column, row: plot.row + row), style: Style(line.role))
        column += 2
      }
      frame.write(
        line.name, at: Point(column: column, row: plot.row + row), style: Style(line.role))
    }
  }
}
