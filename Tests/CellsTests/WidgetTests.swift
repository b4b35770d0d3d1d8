import Cells
import Testing

@testable import TestSupport

@Suite struct WidgetTests {
  @Test func menuShowsWhyAnItemIsOff() {
    let menu = ListMenu(
      [
        .init("Items", isHeading: true),
        .init("Defer", key: "d", detail: "to a later day", highlights: [0..<2]),
        .init("Transfer", key: "x", disabledReason: "nothing is marked"),
        .init("Palette", key: "Ctrl-p"),
      ], selected: 1)
    let frame = frame(menu, 50, 4)
    #expect(
      frame.lines == [
        "Items",
        ">      d  Defer     to a later day",
        "       x  Transfer  nothing is marked",
        "  Ctrl-p  Palette",
      ])
    #expect(styles(frame, row: 2) == ["7-7 muted", "10-17 muted", "20-36 muted"])
    #expect(styles(frame, row: 1).contains("10-11 accent+bold+selected"))
    #expect(frame.cursor == Point(column: 0, row: 1))
  }

  @Test("the chosen item is in sight", arguments: [(0, 0), (1, 0), (2, 1), (4, 3)])
  func menuScrolls(selected: Int, first: Int) {
    let menu = ListMenu((0..<5).map { .init("item \($0)") }, selected: selected)
    let rect = Rect(column: 0, row: 0, columns: 20, rows: 2)
    #expect(menu.item(at: .init(column: 3, row: 0), in: rect) == first)
    #expect(drawn(menu, 20, 2).contains { $0.hasPrefix(">") })
  }

  @Test(
    "hints fold when the line is full",
    arguments: [
      (34, "Enter open  c claim next  / filter"),
      (33, "Enter open  c claim next  more ?"),
      (31, "Enter open  more ?"),
      (17, "more ?"),
      (5, ""),
    ])
  func hints(width: Int, line: String) {
    let hints = HintLine([
      .init("Enter", "open"), .init("c", "claim next"), .init("/", "filter"),
    ])
    #expect(drawn(hints, width, 1) == [line])
  }

  @Test(
    "facts go before the path does",
    arguments: [
      (60, "Denials › CO-16                     tlee · 14 of 60 · Nov 21"),
      (40, "Denials › CO-16        14 of 60 · Nov 21"),
      (30, "Denials › CO-16         Nov 21"),
      (18, "Denials › CO-16"),
      (12, "… › CO-16"),
      (4, "CO-…"),
    ])
  func topLine(width: Int, line: String) {
    let top = TopLine(
      crumbs: ["Denials", "CO-16"],
      facts: [.init("tlee", priority: 2), .init("14 of 60", priority: 1), .init("Nov 21")])
    #expect(drawn(top, width, 1) == [line])
  }

  @Test(
    "messages are told apart without colour",
    arguments: [
      (MessageLine.Kind.info, "Done.", "text"), (.good, "Done.", "good"),
      (.warning, "! Done.", "warning"), (.error, "!! Done.", "danger"),
    ])
  func messages(kind: MessageLine.Kind, line: String, role: String) {
    let frame = frame(MessageLine(kind, "Done."), 20, 1)
    #expect(frame.lines == [line])
    #expect(kind == .info || styles(frame, row: 0) == ["0-\(line.count - 1) \(role)"])
  }

  @Test(
    "lines break between words",
    arguments: [
      ("one two three", 7, 0, ["one two", "three"]),
      ("one two three", 13, 0, ["one two three"]),
      ("one  two", 4, 0, ["one", "two"]),
      ("  indented text", 10, 0, ["  indented", "text"]),
      ("abcdefghij", 4, 0, ["abcd", "efgh", "ij"]),
      ("a bcdefgh", 4, 0, ["a", "bcde", "fgh"]),
      ("漢字漢字", 5, 0, ["漢字", "漢字"]),
      ("one two three", 7, 2, ["one two", "  three"]),
      ("", 5, 0, [""]),
      ("漢", 1, 0, [""]),
    ])
  func wrapping(text: String, width: Int, hanging: Int, lines: [String]) {
    let paragraph = Paragraph([StyledText(SafeText(foreign: text))], hanging: hanging)
    let rows = paragraph.rows(width: width)
    #expect(drawn(paragraph, width, rows) == lines)
  }

  @Test func wrappedTextKeepsItsStyles() {
    let line = StyledText("plain ") + StyledText("strong words", .warning) + StyledText(" end")
    let frame = frame(Paragraph([line]), 12, 3)
    #expect(frame.lines == ["plain strong", "words end", ""])
    #expect(frame.styleRuns == ["0:6-11 warning", "1:0-4 warning"])
  }

  @Test("random text wraps without losing a word", arguments: 0..<60)
  func wrappingLosesNothing(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let words = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      String(repeating: "w", count: .random(in: 1...14, using: &random))
    }
    let text = words.joined(separator: " ")
    let width = Int.random(in: 1...20, using: &random)
    let lines = Paragraph([StyledText(SafeText(foreign: text))]).wrapped(width: width)
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(lines.map(\.text.string).joined().filter { $0 == "w" } == text.filter { $0 == "w" })
  }

  @Test func dialogsStandInTheMiddle() {
    let dialog = Dialog(
      title: "Defer 3 items?", body: ["One of them is hidden by the filter."],
      hints: [.init("Enter", "defer"), .init("Esc", "stay")])
    #expect(
      drawn(dialog, 34, 9) == [
        "",
        "┌─ Defer 3 items? ───────────────┐",
        "│  One of them is hidden by the  │",
        "│  filter.                       │",
        "│                                │",
        "│  Enter defer  Esc stay         │",
        "└────────────────────────────────┘",
        "", "",
      ])
  }

  @Test("dialogs are never larger than the frame", arguments: [0, 1, 3, 6, 12, 30])
  func dialogSize(columns: Int) {
    let dialog = Dialog(
      title: "A long title that does not fit", body: ["text", "more"],
      hints: [.init("Enter", "go")], roomBelow: Size(columns: 20, rows: 8))
    let bounds = Rect(column: 0, row: 0, columns: columns, rows: columns / 2)
    let rect = dialog.rect(in: bounds)
    #expect(bounds.size.holds(rect.size))
    #expect(
      rect.intersection(dialog.belowText(in: bounds)) == dialog.belowText(in: bounds)
        || dialog.belowText(in: bounds).isEmpty)
  }

  @Test func roomBelowTheTextOfADialog() {
    let dialog = Dialog(
      title: "Resolve", body: ["DOE, JANE"], hints: [.init("Enter", "save")],
      roomBelow: Size(columns: 30, rows: 3))
    let bounds = Rect(column: 0, row: 0, columns: 80, rows: 24)
    let room = dialog.belowText(in: bounds)
    #expect(room.size == Size(columns: 30, rows: 3))
    #expect(dialog.rect(in: bounds).size == Size(columns: 36, rows: 9))
  }

  @Test(
    "the chosen tab is in sight",
    arguments: [
      (0, 40, "Summary   History   Documents"), (0, 19, "Summary   History →"),
      (2, 19, "← Documents"), (1, 12, "← History  →"), (2, 6, "← Doc…"),
    ])
  func tabs(selected: Int, width: Int, line: String) {
    #expect(
      drawn(Tabs(["Summary", "History", "Documents"], selected: selected), width, 1) == [line])
  }
}
