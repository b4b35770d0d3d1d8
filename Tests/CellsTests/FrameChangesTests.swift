import Cells
import Testing

@testable import TestSupport

@Suite struct FrameChangesTests {
  private static let pieces: [SafeText] = [
    "a", "DOE, JANE", "漢字", "e\u{301}", "x\u{302}\u{303}", "▂▄▅", "        ", "界",
  ]

  private func scribble(on frame: inout Frame, _ random: inout SeededRandom, times: Int) {
    for _ in 0..<times {
      let place = Point(
        column: .random(in: -3..<frame.size.columns + 2, using: &random),
        row: .random(in: 0..<max(1, frame.size.rows), using: &random))
      let style = Style(Role.allCases.randomElement(using: &random) ?? .text)
      frame.write(Self.pieces.randomElement(using: &random) ?? "a", at: place, style: style)
    }
  }

  @Test("applying the runs to the old frame gives the new one", arguments: 0..<300)
  func runsAreEnough(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let size = Size(
      columns: .random(in: 0...30, using: &random), rows: .random(in: 0...6, using: &random))
    var old = Frame(size: size)
    scribble(on: &old, &random, times: 20)
    var new = seed.isMultiple(of: 2) ? old : Frame(size: size)
    scribble(on: &new, &random, times: .random(in: 0...10, using: &random))
    var result = old
    for run in new.changes(from: old) { result.apply(run, from: new) }
    #expect(result.lines == new.lines)
    #expect(result.styleRuns == new.styleRuns)
    #expect(result.changes(from: new).isEmpty)
    #expect(result == new)
  }

  @Test("runs never cut a wide character, in order, without touching", arguments: 0..<100)
  func runsAreWhole(seed: Int) {
    var random = SeededRandom(UInt64(seed) &+ 5000)
    var old = Frame(size: Size(columns: 24, rows: 3))
    scribble(on: &old, &random, times: 12)
    var new = old
    scribble(on: &new, &random, times: 6)
    let runs = new.changes(from: old)
    for run in runs {
      #expect(!new[column: run.columns.lowerBound, row: run.row].isContinuation)
      #expect(!new[column: run.columns.upperBound, row: run.row].isContinuation)
    }
    for (one, next) in zip(runs, runs.dropFirst()) {
      #expect(
        one.row < next.row
          || one.row == next.row && one.columns.upperBound < next.columns.lowerBound)
    }
  }

  @Test func wideCellsAreAlwaysWhole() {
    for seed in 0..<200 {
      var random = SeededRandom(UInt64(seed) &+ 9000)
      var frame = Frame(size: Size(columns: 17, rows: 2))
      scribble(on: &frame, &random, times: 40)
      for row in 0..<2 {
        let widths = (0..<17).map { frame[column: $0, row: row].width }
        var column = 0
        while column < 17 {
          #expect(widths[column] > 0)
          if widths[column] == 2 { #expect(column + 1 < 17 && widths[column + 1] == 0) }
          column += max(1, widths[column])
        }
      }
    }
  }

  @Test func onlyWhatDiffersIsSent() {
    let old = Frame(size: Size(columns: 10, rows: 3))
    var new = old
    new.write("ab", at: Point(column: 1, row: 1))
    new.write("c", at: Point(column: 7, row: 1))
    #expect(
      new.changes(from: old) == [
        Frame.Run(row: 1, columns: 1..<3), Frame.Run(row: 1, columns: 7..<8),
      ])
    #expect(new.changes(from: new).isEmpty)
  }

  @Test func anotherSizeSendsEveryRow() {
    let old = Frame(size: Size(columns: 3, rows: 3))
    let new = Frame(size: Size(columns: 4, rows: 2))
    #expect(
      new.changes(from: old) == [
        Frame.Run(row: 0, columns: 0..<4), Frame.Run(row: 1, columns: 0..<4),
      ])
    #expect(Frame(size: .zero).changes(from: old).isEmpty)
  }

  @Test func clustersAreComparedByWhatTheyShow() {
    var one = Frame(size: Size(columns: 4, rows: 1))
    one.write("e\u{301}o\u{308}", at: Point(column: 0, row: 0))
    var other = Frame(size: Size(columns: 4, rows: 1))
    other.write("o\u{308}", at: Point(column: 1, row: 0))
    other.write("e\u{301}", at: Point(column: 0, row: 0))
    #expect(one.clusters != other.clusters)
    #expect(one == other)
    other.write("e\u{300}", at: Point(column: 0, row: 0))
    #expect(one.changes(from: other) == [Frame.Run(row: 0, columns: 0..<1)])
  }
}
