import Cells
import Testing

@Suite struct ChartTests {
  @Test(
    "a gauge is full at its goal and past it",
    arguments: [
      (42, 60, 11, "━━━━━━━━───"), (0, 60, 9, "─────────"), (90, 60, 10, "━━━━━━━━━━"),
      (1, 0, 6, "──────"), (59, 60, 5, "━━━━━"), (-5, 60, 4, "────"), (.max, .max, 3, "━━━"),
      (.min, .max, 2, "──"), (1, 2, 0, ""), (1, 2, -1, ""),
    ])
  func gauge(value: Int, goal: Int, width: Int, bar: String) {
    #expect(Gauge(value, of: goal).text(width: width, glyphs: .unicode).text.string == bar)
  }

  @Test func gaugeInASCIIAndInPlain() {
    #expect(Gauge(5, of: 10).text(width: 8, glyphs: .ascii).text.string == "####----")
    #expect(Gauge(5, of: 10).text(width: 8, glyphs: .plain).isEmpty)
  }

  @Test(
    "a bar is as long as its share of the largest, rounded",
    arguments: [
      (10, 10, 4, "━━━━"), (20, 10, 4, "━━━━"), (3, 8, 4, "━━"), (1, 9, 4, ""), (0, 10, 4, ""),
      (-5, 10, 4, ""), (1, 0, 4, ""), (.max, .max, 2, "━━"), (.min, .max, 2, ""), (1, 2, 0, ""),
    ])
  func bar(value: Int, most: Int, width: Int, bar: String) {
    #expect(Bar(value, of: most).text(width: width, glyphs: .unicode).string == bar)
  }

  @Test func barInPlain() {
    #expect(Bar(5, of: 10).text(width: 8, glyphs: .ascii).string == "####")
    #expect(Bar(5, of: 10).text(width: 8, glyphs: .plain).isEmpty)
  }

  @Test(
    "a day off is a dot, not a zero",
    arguments: [
      ([0, nil, 3, 7], 10, "▁·▄█"), ([1, 2, 3, 7], 2, "▄█"), ([9, 0, nil, 7], 3, "▁·█"),
      ([0, 0], 4, "▁▁"), ([nil], 4, "·"), ([], 4, ""), ([1], 0, ""), ([.max, .min], 2, "█▁"),
    ] as [([Int?], Int, String)])
  func sparkline(values: [Int?], width: Int, line: String) {
    #expect(Sparkline(values).text(width: width, glyphs: .unicode).string == line)
  }

  @Test func sparklineInASCII() {
    #expect(Sparkline([0, nil, 3, 7]).text(width: 10, glyphs: .ascii).string == "_.-#")
  }
}
