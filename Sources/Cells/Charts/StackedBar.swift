/// Parts of a whole in one bar, each with its letter inside.
package struct StackedBar: Drawable, Hashable {
  /// One part.
  package struct Part: Hashable, Sendable {
    /// The letter drawn inside.
    package var letter: Unicode.Scalar
    /// What the letter stands for, in the legend.
    package var label: SafeText
    /// The part's share of the whole.
    package var value: Int
    /// The value as it is shown in the legend.
    package var number: SafeText
    /// The role that gives it its colour.
    package var role: Role

    /// A part; without a number its value is shown in the legend.
    package init(
      _ letter: Unicode.Scalar, _ label: SafeText, _ value: Int, number: SafeText? = nil,
      role: Role
    ) {
      self.letter = letter
      self.label = label
      self.value = value
      self.number = number ?? MoneyText.count(value)
      self.role = role
    }
  }

  /// The parts from left to right.
  package var parts: [Part]

  /// A bar of these parts.
  package init(_ parts: [Part]) { self.parts = parts }

  /// Draws the bar in the first row and, where there is one, the legend in the second.
  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    var column = area.column
    for (part, length) in zip(parts, ChartScale.shares(parts.map(\.value), of: area.columns)) {
      guard length > 0 else { continue }
      let place = Rect(column: column, row: area.row, columns: length, rows: 1)
      frame.fill(place, style: Style(part.role, .reverse))
      frame.put(
        part.letter, at: place.origin.moved(columns: (length - 1) / 2),
        style: Style(part.role, [.reverse, .bold]))
      column += length
    }
    guard area.rows > 1 else { return }
    frame.write(line: legend, at: area.line(1).origin, width: area.columns, glyphs: glyphs)
  }

  /// Letters, labels and numbers.
  package var legend: StyledText {
    var line = StyledText()
    for (index, part) in parts.enumerated() {
      if index > 0 { line.append("   ", .text) }
      line.append(SafeText(glyph: part.letter), Style(part.role).bold)
      line.append(" " + part.label + " ", .muted)
      line.append(part.number, .text)
    }
    return line
  }
}
