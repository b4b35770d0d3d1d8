import Cells
import Testing

@testable import CursesTerminal

/// The parts of the screen that need no terminal.
@Suite struct ScreenPartsTests {
  @Test(arguments: [
    ("abc", "abc"), ("\u{1B}c$<5>", "\u{1B}c"), ("a$<10/>b$<2*>c", "abc"), ("a$b", "a$b"),
    ("a$<b", "a$<b"), ("$", "$"), ("$$<1>", "$"),
  ])
  func paddingIsLeftOut(text: String, expected: String) {
    #expect(ResetSequence.withoutPadding(text) == expected)
  }

  @Test func nothingButPrintableTextReachesStandardErrorAfterwards() {
    let bytes = Array("a\u{1B}[31m\u{7}é\n\tz\r".utf8)
    #expect(String(decoding: printableLines(bytes), as: UTF8.self) == "a?[31m???\n\tz?")
  }

  @Test(arguments: [
    TerminalRefusal.inputIsNotTerminal, .outputIsNotTerminal, .terminalTypeMissing,
    .terminalTypeUnknown("no\u{1B}[31m\nsuch"), .terminalTypeTooSimple("dumb"),
    .terminalTypeUnknown(String(repeating: "x", count: 10_000)), .systemRefused("no handlers"),
  ])
  func refusalsAreOnePrintableLine(refusal: TerminalRefusal) {
    let text = refusal.description
    #expect(text.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) })
    #expect(text.utf8.count < 160)
  }

  @Test(arguments: [(1, 1), (10, 2), (79, 24), (80, 23), (200, 1)])
  func aSmallWindowSaysWhatItNeeds(columns: Int, rows: Int) {
    let frame = SmallWindowNotice.frame(
      Size(columns: columns, rows: rows), repertoire: .ascii)
    let shown = (0..<columns).map { frame.content(of: frame[column: $0, row: 0]) }.joined()
    let whole = "Needs 80x24, is \(columns)x\(rows). Make the window larger; Ctrl-C leaves."
    #expect(shown.trimmingEnd == String(whole.prefix(columns)).trimmingEnd)
  }

  @Test func theSmallestWindowIsEnough() {
    #expect(Size(columns: 80, rows: 24).holds(SmallWindowNotice.needed))
    #expect(!Size(columns: 79, rows: 50).holds(SmallWindowNotice.needed))
  }

  @Test(arguments: [
    ("xterm-256color", true, false, Glyphs.unicode.horizontal, Repertoire.unicode),
    ("xterm-256color", false, false, "-", .ascii), ("linux", true, false, "-", .unicode),
    ("xterm", true, true, " ", .unicode), ("xterm", false, true, " ", .ascii),
  ])
  func glyphsFollowTheTerminal(
    terminal: String, isUTF8: Bool, isPlain: Bool, line: Unicode.Scalar, repertoire: Repertoire
  ) {
    let glyphs = Glyphs(terminal: terminal, isUTF8: isUTF8, isPlain: isPlain)
    #expect(glyphs.horizontal == line)
    #expect(glyphs.repertoire == repertoire)
  }

  @Test func twoQuickClicksAtOnePlaceAreADoubleClick() {
    var clicks = ClickCounter()
    let start = ContinuousClock.now
    let here = Key.mouse(.press, Point(column: 3, row: 4))
    let there = Key.mouse(.press, Point(column: 3, row: 5))
    let double = Key.mouse(.doubleClick, Point(column: 3, row: 4))
    #expect(clicks.counted(here, at: start) == here)
    #expect(clicks.counted(.up, at: start) == .up)
    #expect(clicks.counted(here, at: start + .milliseconds(399)) == double)
    #expect(clicks.counted(here, at: start + .milliseconds(500)) == here)
    #expect(clicks.counted(there, at: start + .milliseconds(600)) == there)
    #expect(clicks.counted(here, at: start + .milliseconds(700)) == here)
    #expect(clicks.counted(here, at: start + .milliseconds(1_100)) == here)
  }

  @Test func exitStatusFollowsTheCustomOfShells() {
    #expect(LoopEnd.stopped.exitStatus == 0)
    #expect(LoopEnd.hungUp.exitStatus == 129)
    #expect(LoopEnd.terminated(signal: 15).exitStatus == 143)
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmingEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
