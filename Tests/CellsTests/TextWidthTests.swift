import Cells
import Testing

@Suite struct TextWidthTests {
  @Test(
    "known widths",
    arguments: [
      ("", 0), ("abc", 3), ("Muñoz", 5), ("e\u{301}", 1), ("漢字", 4), ("ひらがな", 8), ("ｶﾅ", 2),
      ("Ａ", 2), ("김철수", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("⌚", 2), ("★", 1), ("…", 1),
      ("─│┌", 3), ("█▏", 2), ("⣿", 1), ("▁▂▃", 3), ("שלום", 4), ("नि", 2), ("ไทย", 3), ("ที่", 1),
      ("\u{FFFD}", 1), ("£€", 2), ("\u{1FAE8}", 2), ("⏎", 1), ("✓", 1), ("\u{3000}", 2), ("Ω", 1),
    ])
  func widths(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
    #expect(SafeText(foreign: text).columns == columns)
    let sum = text.reduce(0) { $0 + TextWidth.of($1) }
    #expect(sum == columns)
  }

  @Test(
    "every glyph is one column, in every set",
    arguments: [
      Glyphs.unicode, Glyphs.ascii, Glyphs.plain,
    ])
  func glyphs(glyphs: Glyphs) {
    let single: [Unicode.Scalar] = [
      glyphs.horizontal, glyphs.vertical, glyphs.topLeft, glyphs.topRight, glyphs.bottomLeft,
      glyphs.bottomRight, glyphs.ellipsis, glyphs.bullet,
      glyphs.dot, glyphs.chevron, glyphs.pointer, glyphs.check,
      glyphs.down, glyphs.left, glyphs.right, glyphs.rising, glyphs.falling, glyphs.enter,
      glyphs.gaugeFull, glyphs.gaugeEmpty,
    ]
    let all = single + glyphs.heights
    #expect(all.filter { TextWidth.of($0) != 1 }.isEmpty)
    #expect(glyphs.heights.count == 8)
    if glyphs != .unicode { #expect(all.filter { !$0.isASCII }.isEmpty) }
  }
}
