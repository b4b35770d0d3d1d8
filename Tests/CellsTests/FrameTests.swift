import Cells
import Testing

@Suite struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int = 1) -> Frame {
    Frame(size: Size(columns: columns, rows: rows))
  }

  @Test(
    "text is cut at the edges of the frame and at its width",
    arguments: [
      (0, Int.max, "abcdef"), (3, Int.max, "   abc"), (5, Int.max, "     a"), (6, Int.max, ""),
      (-2, Int.max, "cdef"), (-6, Int.max, ""), (0, 2, "ab"), (2, 0, ""), (2, -1, ""),
      (-2, 3, "c"), (Int.max, Int.max, ""), (Int.min, Int.max, ""), (-2, Int.max - 1, "cdef"),
    ])
  func clipping(column: Int, width: Int, expected: String) {
    var frame = frame(6)
    frame.write("abcdef", at: Point(column: column, row: 0), width: width)
    #expect(frame.text(row: 0) == expected)
  }

  @Test(arguments: [-1, 1, Int.max, Int.min])
  func rowsOutsideAreNotDrawn(row: Int) {
    var frame = frame(4)
    let written = frame.write("abcd", at: Point(column: 0, row: row))
    #expect(written == 0)
    frame.put("x", at: Point(column: 0, row: row))
    frame.fill(Rect(column: 0, row: row, columns: 4, rows: 1), with: "x")
    #expect(frame.lines == [""])
  }

  @Test(
    "a wide character that is cut leaves a space",
    arguments: [
      (0, Int.max, "漢字"), (1, Int.max, " 漢"), (-1, Int.max, " 字"), (-3, Int.max, ""),
      (0, 3, "漢"), (0, 1, ""), (3, Int.max, ""),
    ])
  func wideCharactersAtEdges(column: Int, width: Int, expected: String) {
    var frame = frame(4)
    frame.write("漢字", at: Point(column: column, row: 0), width: width)
    #expect(frame.text(row: 0) == expected)
  }

  @Test(
    "writing over half of a wide character leaves a space in the other half",
    arguments: [
      (0, "x 字"), (1, " x字"), (2, "漢x"), (3, "漢 x"),
    ])
  func overwritingHalves(column: Int, expected: String) {
    for text in ["x", "é"] {
      var frame = frame(4)
      frame.write("漢字", at: Point(column: 0, row: 0))
      frame.write(SafeText(foreign: text), at: Point(column: column, row: 0))
      #expect(frame.text(row: 0) == expected.replacing("x", with: text))
    }
    var filled = frame(4)
    filled.write("漢字", at: Point(column: 0, row: 0))
    filled.put("x", at: Point(column: column, row: 0))
    #expect(filled.text(row: 0) == expected)
  }

  @Test func wideOverWide() {
    var frame = frame(6)
    frame.write("漢字漢", at: Point(column: 0, row: 0))
    frame.write("語", at: Point(column: 1, row: 0))
    #expect(frame.text(row: 0) == " 語 漢")
    #expect(frame.cells.map(\.width) == [1, 2, 0, 1, 2, 0])
  }

  @Test func combiningMarksShareTheCellOfTheirBase() {
    var frame = frame(5)
    frame.write("e\u{301}x", at: Point(column: 0, row: 0))
    #expect(frame.text(row: 0) == "e\u{301}x")
    #expect(frame[column: 0, row: 0].clusterIndex == 0)
    #expect(frame[column: 1, row: 0].scalar == "x")
  }

  @Test func aMarkWithoutABaseIsNotDrawnOnItsNeighbour() {
    var frame = frame(5)
    frame.write("ab", at: Point(column: 0, row: 0))
    frame.write("\u{301}c", at: Point(column: 2, row: 0))
    #expect(frame.text(row: 0) == "abc")
  }

  @Test func writeTellsTheColumnsWritten() {
    var frame = frame(5)
    let start = Point(column: 0, row: 0)
    let written = [
      frame.write("abc", at: start), frame.write("abc", at: Point(column: 4, row: 0)),
      frame.write("漢字", at: start), frame.write("漢字", at: start, width: 3),
    ]
    #expect(written == [3, 1, 4, 3])
  }

  @Test func asciiTerminalsGetTheNearestLetter() {
    var frame = Frame(size: Size(columns: 20, rows: 1), repertoire: .ascii)
    frame.write("Muñoz › 漢 “x” 5·6…", at: Point(column: 0, row: 0))
    #expect(frame.text(row: 0) == "Munoz > ?  \"x\" 5.6.")
    let isASCII = frame.cells.allSatisfy { $0.scalar?.isASCII ?? false }
    #expect(isASCII)
  }

  @Test func boxDrawingNeverReachesAnAsciiTerminal() {
    var frame = Frame(size: Size(columns: 3, rows: 1), repertoire: .ascii)
    frame.put("│", at: Point(column: 0, row: 0))
    frame.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), with: "█")
    #expect(frame.lines == ["|##"])
  }

  @Test func fillTakesOnlyOneColumnScalars() {
    var frame = frame(3)
    frame.fill(frame.bounds, style: .header, with: "漢")
    #expect(frame.lines == [""])
    frame.fill(frame.bounds, with: "\u{1B}")
    #expect(frame.lines == [""])
  }

  @Test func goldenShowsTextStylesAndCursor() {
    var frame = frame(8, 2)
    frame.write("Total", at: Point(column: 0, row: 0), style: .title)
    frame.write(
      "-$5.00", at: Point(column: 1, row: 1), style: Style(.moneyNegative, .bold).selected)
    frame.cursor = Point(column: 1, row: 1)
    #expect(
      frame.golden == """
        Total
         -$5.00
        --
        0:0-4 title
        1:1-6 money-negative+bold+selected
        cursor 1:1

        """)
  }

  @Test func restyleKeepsTheText() {
    var frame = frame(4)
    frame.write("漢ab", at: Point(column: 0, row: 0))
    frame.restyle(Rect(column: 0, row: 0, columns: 3, rows: 9)) { $0.selected }
    #expect(frame.lines == ["漢ab"])
    #expect(frame.styleRuns == ["0:0-2 selection"])
  }

  @Test func cellsAreEightBytes() {
    #expect(MemoryLayout<Cell>.size == 8)
  }

  @Test func fittedTextIsAlignedAndCut() {
    let glyphs = Glyphs.unicode
    var frame = frame(6, 5)
    frame.write("ab", in: frame.bounds.line(0), align: .trailing, glyphs: glyphs)
    frame.write("ab", in: frame.bounds.line(1), align: .center, glyphs: glyphs)
    frame.write("abcdefg", in: frame.bounds.line(2), align: .trailing, glyphs: glyphs)
    frame.write("漢字漢字", in: frame.bounds.line(3), glyphs: glyphs)
    frame.write("abc", in: Rect(column: 0, row: 4, columns: 1, rows: 1), glyphs: glyphs)
    #expect(frame.lines == ["    ab", "  ab", "abcde…", "漢字…", "…"])
  }

  @Test(arguments: [
    ("Medicare DMAC C", 15, "Medicare DMAC C"), ("Medicare DMAC C", 13, "Medicare D… C"),
    ("Medicare DMAC C", 12, "Medicare… C"), ("Blue Sample Shield", 13, "Blue… Shield"),
    ("BLUE CROSS OF MOCKFORD", 13, "BLUE CRO…FORD"), ("Nospacesatall", 9, "Nospa…all"),
    ("漢字漢字 C", 8, "漢字… C"), ("Medicare DMAC C", 3, "Me…"), ("Medicare DMAC C", 0, ""),
  ])
  func abbreviatedTextKeepsItsEnd(text: String, limit: Int, expected: String) {
    let short = SafeText(foreign: text).abbreviated(to: limit, glyphs: .unicode)
    #expect(short.string == expected)
    #expect(short.columns <= limit)
  }
}
