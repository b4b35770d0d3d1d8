/// Labelled bars under each other, with numbers; the axis starts at zero.
package struct Bars: Drawable, Hashable {
  /// One bar.
  package struct Bar: Hashable, Sendable {
    /// What the bar stands for.
    package var label: SafeText
    /// The length of the bar.
    package var value: Int
    /// The number as it is shown; the value itself unless told.
    package var number: SafeText
    /// A goal or a median, drawn as a tick.
    package var target: Int?
    /// The role that gives it its colour.
    package var role: Role

    /// A bar; without a number its value is shown.
    package init(
      _ label: SafeText, _ value: Int, number: SafeText? = nil, target: Int? = nil,
      role: Role = .chart1
    ) {
      self.label = label
      self.value = value
      self.number = number ?? MoneyText.count(value)
      self.target = target
      self.role = role
    }
  }

  /// The bars from top to bottom.
  package var bars: [Bar]
  /// The value of a full bar; the largest value or target unless told.
  package var maximum: Int?

  /// Bars, the longest of which fills the room unless a maximum is given.
  package init(_ bars: [Bar], maximum: Int? = nil) {
    self.bars = bars
    self.maximum = maximum
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let labels = min(bars.map(\.label.columns).max() ?? 0, area.columns / 3)
    let numbers = bars.map(\.number.columns).max() ?? 0
    // Number first: it keeps its room, and the picture takes what is left.
    let room = area.columns - labels - numbers - 2
    let full = maximum ?? bars.map { max($0.value, $0.target ?? 0) }.max() ?? 0
    for (line, bar) in bars.prefix(area.rows).enumerated() {
      let row = area.line(line)
      frame.write(bar.label, in: part(row, 0, labels), glyphs: glyphs)
      frame.write(
        bar.number, in: part(row, labels + 1, numbers), align: .trailing, glyphs: glyphs)
      guard room > 1 else { continue }
      draw(bar, of: full, into: &frame, row: part(row, labels + numbers + 2, room), glyphs: glyphs)
    }
  }

  private func draw(
    _ bar: Bar, of full: Int, into frame: inout Frame, row: Rect, glyphs: Glyphs
  ) {
    guard row.columns > 0, let block = glyphs.eighths.last else { return }
    let steps = glyphs.eighths.count
    let length = ChartScale.length(bar.value, of: full, in: row.columns * steps)
    let style = Style(bar.role)
    for column in 0..<(length / steps) {
      frame.put(block, at: row.origin.moved(columns: column), style: style)
    }
    if length % steps > 0 {
      frame.put(
        glyphs.eighths[length % steps - 1], at: row.origin.moved(columns: length / steps),
        style: style)
    }
    if let target = bar.target, target > 0 {
      let place = ChartScale.length(target, of: full, in: row.columns - 1)
      frame.put(glyphs.target, at: row.origin.moved(columns: place), style: .text)
    }
  }

  private func part(_ row: Rect, _ start: Int, _ columns: Int) -> Rect {
    Rect(column: row.column + start, row: row.row, columns: columns, rows: 1).intersection(row)
  }
}
