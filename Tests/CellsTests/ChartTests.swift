import Cells
import Testing

@Suite struct ChartTests {
  @Test(
    "the number comes first",
    arguments: [
      (42, 60, 24, "42 of 60 ━━━━━━━━─── 70%"), (0, 60, 20, "0 of 60 ───────── 0%"),
      (90, 60, 24, "90 of 60 ━━━━━━━━━━ 150%"), (42, 60, 16, "42 of 60 70%"),
      (42, 60, 10, "42 of 60"), (42, 60, 5, "42 o…"), (1, 0, 16, "1 of 0 ────── 0%"),
      (59, 60, 18, "59 of 60 ━━━━━ 98%"), (-5, 60, 16, "-5 of 60 ──── 0%"),
    ])
  func gauge(value: Int, goal: Int, width: Int, line: String) {
    #expect(drawn(Gauge(value: value, goal: goal), width, 1) == [line])
  }

  @Test func gaugeInASCII() {
    #expect(drawn(Gauge(value: 5, goal: 10), 20, 1, glyphs: .ascii) == ["5 of 10 ####---- 50%"])
  }

  @Test func aDayOffIsADotNotAZero() {
    #expect(drawn(Sparkline([0, nil, 3, 7]), 10, 1) == ["▁·▄█"])
    #expect(drawn(Sparkline([0, nil, 3, 7]), 10, 1, glyphs: .ascii) == ["_.-#"])
    #expect(drawn(Sparkline([0, 7], showsScale: true), 10, 1) == ["▁█ 0-7"])
    #expect(drawn(Sparkline([1, 2, 3, 7]), 2, 1) == ["▄█"])
    #expect(drawn(Sparkline([7], maximum: 14), 2, 1) == ["▅"])
    #expect(Sparkline([0, nil, 7]).text(width: 9, glyphs: .unicode).string == "▁·█")
  }

  @Test func barsInEighthsWithTheirGoal() {
    let bars = Bars([
      .init("tlee", 30, target: 40), .init("Ann", 1), .init("none", 0, number: "-"),
    ])
    #expect(
      drawn(bars, 18, 3) == ["tlee 30 ███████▌ ┃", "Ann   1 ▎", "none  -"])
    #expect(
      drawn(bars, 18, 3, glyphs: .ascii) == ["tlee 30 #######: |", "Ann   1 .", "none  -"])
  }

  @Test func partsOfAStackedBar() {
    let bar = StackedBar([
      .init("A", "0-30", 80, number: "$80", role: .age0to30),
      .init("B", "31-60", 20, number: "$20", role: .age31to60),
      .init("C", "61-90", 0, number: "$0", role: .age61to90),
      .init("D", "over 90", 1, number: "$1", role: .ageOver90),
    ])
    let frame = frame(bar, 50, 2)
    #expect(frame.lines[1] == "A 0-30 $80   B 31-60 $20   C 61-90 $0   D over 90…")
    let letters = frame.lines[0].filter { $0 != " " }
    #expect(letters == "ABD")
    let filled = frame.cells.prefix(50).filter { $0.style.attributes.contains(.reverse) }
    #expect(filled.count == 50)
  }

  @Test("a stacked bar is always full, and no part that is there is missing", arguments: 0..<200)
  func stackedShares(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let values = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      [0, 1, 5, 1000, 1_000_000_000, Int.max].randomElement(using: &random) ?? 0
    }
    let width = Int.random(in: 8...60, using: &random)
    let bar = StackedBar(
      values.enumerated().map { .init("x", "", $1, role: Role.chartSeries[$0]) })
    let cells = frame(bar, width, 1).cells
    let filled = cells.filter { $0.style.attributes.contains(.reverse) }
    #expect(filled.count == (values.contains { $0 > 0 } ? width : 0))
    for (index, value) in values.enumerated() {
      let own = cells.filter { $0.style.role == Role.chartSeries[index] }.count
      #expect((own > 0) == (value > 0))
    }
  }

  @Test func aLineInBraille() {
    let plot = BraillePlot([.init("A", [0, 8], role: .chart1)])
    #expect(drawn(plot, 4, 2) == ["  ⡠⠊", "⡠⠊"])
    #expect(drawn(plot, 4, 4, glyphs: .ascii) == ["   *", "  *", " *", "*"])
  }

  @Test func linesThatCrossShareTheirCell() {
    let plot = BraillePlot([
      .init("A", [8, 8], role: .chart1), .init("B", [0, 8], role: .chart2),
    ])
    let frame = frame(plot, 4, 1)
    #expect(frame.lines == ["⣉⡩⠝⠋"])
    #expect(styles(frame, row: 0) == ["0-3 chart-1"])
  }

  @Test func labelsOfAPlot() {
    let plot = BraillePlot(
      [
        .init("Example", [1000, 1204], role: .chart1), .init("Other", [3, 1], role: .chart2),
      ], start: "Sep 1", end: "Nov 21")
    let lines = drawn(plot, 50, 6)
    #expect(lines[0].hasPrefix("1,204 "))
    #expect(lines[0].hasSuffix(" Example"))
    #expect(lines[4].hasPrefix("    0 "))
    #expect(lines[4].hasSuffix(" Other"))
    #expect(lines[5].hasPrefix("      Sep 1 "))
    #expect(lines[5].hasSuffix(" Nov 21"))
    let ascii = drawn(plot, 50, 6, glyphs: .ascii)
    #expect(ascii[0].hasSuffix(" * Example"))
    #expect(ascii[4].hasSuffix(" + Other"))
  }

  @Test func aGapInTheValuesIsAGapInTheLine() {
    let whole = frame(BraillePlot([.init("A", [5, 5, 5], role: .chart1)]), 10, 1)
    let gap = frame(BraillePlot([.init("A", [5, nil, 5], role: .chart1)]), 10, 1)
    #expect(whole.cells.filter { $0.style.role == .chart1 }.count == 10)
    #expect(gap.cells.filter { $0.style.role == .chart1 }.count == 2)
  }

  @Test func shadesAndTheNumberUnderTheCursor() {
    let map = HeatMap(
      rowLabels: ["Mon", "Tue"], columnLabels: ["8", "9", "10"],
      values: [[0, 1, nil], [6, 1204, 12]], cursor: Point(column: 1, row: 1))
    #expect(drawn(map, 20, 3) == ["    8  9  10", "Mon    ░░░", "Tue ░░░1k ░░░"])
    #expect(frame(map, 20, 3).cursor == Point(column: 7, row: 2))
    #expect(
      drawn(map, 20, 3, glyphs: .ascii) == ["    8  9  10", "Mon    ...", "Tue ...1k ..."])
  }
}
