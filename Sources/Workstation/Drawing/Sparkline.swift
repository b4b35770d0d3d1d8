import Cells

/// Numbers as heights.
enum Sparkline {
  /// Numbers as heights; a day off is a dot, not zero.
  static func text(_ values: some Collection<Int?>, glyphs: Glyphs) -> SafeText {
    let most = max(1, values.compactMap { $0 }.max() ?? 1)
    return values.map { value -> SafeText in
      guard let value else { return SafeText(glyph: glyphs.dot) }
      let step = (max(0, value) * (glyphs.heights.count - 1) + most / 2) / most
      return SafeText(glyph: glyphs.heights[min(step, glyphs.heights.count - 1)])
    }.joined(separator: "")
  }
}
