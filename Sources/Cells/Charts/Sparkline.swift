/// A row of small columns, one a day; a day without work is a dot, not a zero.
package struct Sparkline: Drawable, Hashable {
  /// Oldest first; nil is a day that does not count.
  package var values: [Int?]
  /// The value of a full column; the largest of the values unless told.
  package var maximum: Int?
  /// The role that gives the columns their colour.
  package var role: Role
  /// Whether the scale is printed behind the picture.
  package var showsScale: Bool

  /// A sparkline of values, oldest first.
  package init(
    _ values: [Int?], maximum: Int? = nil, role: Role = .chart1, showsScale: Bool = false
  ) {
    self.values = values
    self.maximum = maximum
    self.role = role
    self.showsScale = showsScale
  }

  private var full: Int { maximum ?? values.compactMap(\.self).max() ?? 0 }

  /// The picture as text, of the newest values that fit.
  package func text(width: Int, glyphs: Glyphs) -> SafeText {
    var line = SafeText.empty
    for value in values.suffix(max(0, width)) {
      line += SafeText(glyph: glyph(value, glyphs))
    }
    return line
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.line(0).intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let scale: SafeText = showsScale ? " 0-\(MoneyText.count(full))" : .empty
    let room = area.columns - scale.columns
    let width = room >= 1 ? room : area.columns
    for (column, value) in values.suffix(width).enumerated() {
      frame.put(
        glyph(value, glyphs), at: area.origin.moved(columns: column),
        style: value == nil ? .muted : Style(role))
    }
    if room >= 1 {
      frame.write(
        scale, at: area.origin.moved(columns: min(values.count, width)), style: .muted)
    }
  }

  private func glyph(_ value: Int?, _ glyphs: Glyphs) -> Unicode.Scalar {
    guard let value else { return glyphs.dot }
    let top = glyphs.heights.count - 1
    guard top >= 0 else { return glyphs.dot }
    return glyphs.heights[ChartScale.length(value, of: full, in: top)]
  }
}
