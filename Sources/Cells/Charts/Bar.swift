/// A value beside the largest of its column, as a bar; the numbers stand beside it.
package struct Bar: Hashable, Sendable {
  /// How much it is.
  package var value: Int
  /// What the whole width stands for.
  package var most: Int

  /// A bar of a value beside the largest one.
  package init(_ value: Int, of most: Int) {
    self.value = value
    self.most = most
  }

  /// The bar in at most so many columns; nothing in plain, where the numbers say it.
  package func text(width: Int, glyphs: Glyphs) -> SafeText {
    guard glyphs.gaugeFull != glyphs.gaugeEmpty else { return "" }
    return SafeText(glyph: glyphs.gaugeFull, count: ChartScale.length(value, of: most, in: width))
  }
}
