import Cells
import Testing

@testable import TestSupport

@Suite struct TextFieldTests {
  private func edit(_ text: String, _ keys: String) throws -> TextField {
    var field = TextField(text)
    for key in try Key.sequence(parsing: keys) { _ = field.handle(key) }
    return field
  }

  @Test(
    "editing keys",
    arguments: [
      ("", "a b <space> c", "ab c", 4),
      ("abc", "<backspace>", "ab", 2),
      ("abc", "<home> <backspace>", "abc", 0),
      ("abc", "<home> <del>", "bc", 0),
      ("abc", "<del>", "abc", 3),
      ("abc", "<left> x", "abxc", 3),
      ("abc", "<left> <left> <left> <left> x", "xabc", 1),
      ("abc", "<right> x", "abcx", 4),
      ("abc", "<c-a> x <c-e> y", "xabcy", 5),
      ("one two", "<c-w>", "one ", 4),
      ("one two  ", "<c-w>", "one ", 4),
      ("one two", "<c-u>", "", 0),
      ("one two", "<a-b> <c-u>", "two", 0),
      ("one two", "<home> <a-f> <c-k>", "one", 3),
      ("one two", "<home> <a-d>", " two", 0),
      ("漢字", "<backspace>", "漢", 1),
      ("e\u{301}x", "<left> <backspace>", "x", 0),
      ("", "<up> <enter> <f5>", "", 0),
    ])
  func keys(start: String, keys: String, text: String, caret: Int) throws {
    let field = try edit(start, keys)
    #expect(field.text == text)
    #expect(field.caret == caret)
  }

  @Test func keysThatDoNotEditAreLeftToOthers() {
    var field = TextField("x")
    for key in [Key.enter, .escape, .tab, .up, .function(1), .control("p")] {
      let isAnswered = field.handle(key)
      #expect(!isAnswered)
    }
  }

  @Test(
    "a paste is text, never keys",
    arguments: [
      ("a\nb", "a b"), ("a\r\nb\n", "a b"), ("\n\na", "a"), ("tab\there", "tab here"),
      ("esc\u{1B}[2J", "esc[2J"), ("rtl\u{202E}x", "rtlx"), ("e\u{301}", "e\u{301}"),
      ("\u{301}", ""),
      ("a\n\n\nb", "a b"),
    ])
  func paste(pasted: String, text: String) {
    var field = TextField()
    _ = field.handle(.paste(pasted))
    #expect(field.text == text)
    #expect(field.caret == text.count)
  }

  @Test func lengthIsLimited() {
    var field = TextField("12345", limit: 6)
    field.insert("6789")
    #expect(field.text == "123456")
    _ = field.handle(.paste(String(repeating: "x\n", count: 100_000)))
    #expect(field.text == "123456")
    #expect(TextField("abc", limit: -1).text == "")
  }

  private func draw(
    _ field: TextField, _ columns: Int, focused: Bool, glyphs: Glyphs = .unicode
  ) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    field.draw(into: &frame, rect: frame.bounds, glyphs: glyphs, isFocused: focused)
    return frame
  }

  @Test(
    "the caret is always in sight",
    arguments: [
      (8, "one two", 7), (7, "…e two", 6), (4, "…wo", 3), (2, "…", 1), (1, "", 0),
    ])
  func scrolling(columns: Int, text: String, cursor: Int) {
    let frame = draw(TextField("one two"), columns, focused: true)
    #expect(frame.text(row: 0) == text)
    #expect(frame.cursor == Point(column: cursor, row: 0))
  }

  @Test func withoutFocusTheBeginningIsShown() {
    let frame = draw(TextField("one two"), 5, focused: false)
    #expect(frame.lines == ["one …"])
    #expect(frame.cursor == nil)
  }

  @Test func placeholderIsMuted() {
    let frame = draw(TextField(placeholder: "name or claim"), 8, focused: true)
    #expect(frame.lines == ["name or…"])
    #expect(styles(frame, row: 0) == ["0-7 muted"])
    #expect(frame.cursor == Point(column: 0, row: 0))
  }

  @Test("random editing keeps the caret between characters", arguments: 0..<50)
  func randomEditing(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let keys: [Key] = [
      .character("a"), .character("漢"), .character(" "), .paste("e\u{301}"), .paste("🇺🇸"),
      .character("\u{1F1FA}"), .left, .right, .backspace, .delete, .home, .end, .control("w"),
      .control("k"), .alt("b"), .alt("f"), .alt("d"), .paste("x\ny"),
    ]
    var field = TextField(limit: 40)
    for _ in 0..<300 {
      _ = field.handle(keys.randomElement(using: &random) ?? .left)
      #expect((0...field.text.count).contains(field.caret))
      #expect(field.text.count <= 40)
      #expect(SafeText(foreign: field.text).string == field.text)
      let frame = draw(field, .random(in: 0...12, using: &random), focused: true)
      if let cursor = frame.cursor { #expect(frame.bounds.contains(cursor)) }
    }
  }
}
