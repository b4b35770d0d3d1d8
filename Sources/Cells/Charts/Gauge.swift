/// How far towards a goal, as a bar; the numbers stand beside it.
package struct Gauge: Hashable, Sendable {
  /// How far it is.
  package var value: Int
  /// How far it should be.
  package var goal: Int

  /// A gauge of a value towards its goal.
  package init(_ value: Int, of goal: Int) {
    self.value = value
    self.goal = goal
  }

  /// The bar in so many columns; nothing in plain, where the numbers say it.
  package func text(width: Int, glyphs: Glyphs) -> StyledText {
    guard width > 0, glyphs.gaugeFull != glyphs.gaugeEmpty else { return "" }
    let full = ChartScale.length(value, of: goal, in: width)
    return StyledText(SafeText(glyph: glyphs.gaugeFull, count: full), .accent)
      + StyledText(SafeText(glyph: glyphs.gaugeEmpty, count: width - full), .muted)
  }
}
