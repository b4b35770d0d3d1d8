/// A row of small columns, one a day; a day without work is a dot, not a zero.
package struct Sparkline: Hashable, Sendable {
  /// Oldest first; nil is a day that does not count.
  package var values: [Int?]

  /// A sparkline of values, oldest first.
  package init(_ values: [Int?]) { self.values = values }

  /// The newest values that fit; the largest of those shown has a full column.
  package func text(width: Int, glyphs: Glyphs) -> SafeText {
    let shown = values.suffix(max(0, width))
    let full = shown.compactMap(\.self).max() ?? 0
    var line = SafeText.empty
    for value in shown {
      let height = ChartScale.length(value ?? 0, of: full, in: glyphs.heights.count - 1)
      line += SafeText(glyph: value == nil ? glyphs.dot : glyphs.heights[height])
    }
    return line
  }
}
