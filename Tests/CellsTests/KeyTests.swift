import Cells
import Testing

@Suite struct KeyTests {
  @Test("the characters that a keys file binds with Alt")
  func altCharacters() {
    let sequences = ["<a-x>", "y <alt-B>", "j", "<nonsense", "<c-p>"]
    #expect(Key.altCharacters(in: sequences) == ["x", "B"])
  }

  @Test(
    "keys are read, named and written",
    arguments: [
      ("j", Key.character("j"), "j", "j"),
      ("G", .character("G"), "G", "G"),
      ("?", .character("?"), "?", "?"),
      ("<", .character("<"), "<", "<lt>"),
      ("<lt>", .character("<"), "<", "<lt>"),
      ("<space>", .character(" "), "Space", "<space>"),
      ("<c-p>", .control("p"), "Ctrl-p", "<c-p>"),
      ("<C-P>", .control("p"), "Ctrl-p", "<c-p>"),
      ("<ctrl-x>", .control("x"), "Ctrl-x", "<c-x>"),
      ("<a-b>", .alt("b"), "Alt-b", "<a-b>"),
      ("<a-B>", .alt("B"), "Alt-B", "<a-B>"),
      ("<enter>", .enter, "Enter", "<enter>"),
      ("<cr>", .enter, "Enter", "<enter>"),
      ("<esc>", .escape, "Esc", "<esc>"),
      ("<tab>", .tab, "Tab", "<tab>"),
      ("<s-tab>", .backTab, "Shift-Tab", "<s-tab>"),
      ("<backspace>", .backspace, "Backspace", "<backspace>"),
      ("<del>", .delete, "Del", "<del>"),
      ("<pgdn>", .pageDown, "PgDn", "<pgdn>"),
      ("<PageUp>", .pageUp, "PgUp", "<pgup>"),
      ("<up>", .up, "↑", "<up>"),
      ("<f5>", .function(5), "F5", "<f5>"),
      ("<F12>", .function(12), "F12", "<f12>"),
      ("é", .character("é"), "é", "é"),
    ] as [(String, Key, String, String)])
  func notation(text: String, key: Key, name: String, written: String) throws {
    #expect(try Key(parsing: text) == key)
    #expect(key.description == name)
    #expect(key.notation == written)
    #expect(try Key(parsing: written) == key)
  }

  @Test(
    "what is no key is refused by name",
    arguments: [
      "", "jj", "<>", "<c->", "<c-ab>", "<f0>", "<f99>", "<nope>", "<c-é>", "\u{1B}", "<a->",
      "\u{202E}",
    ])
  func refused(text: String) {
    let error = #expect(throws: KeyNotationError.self) { try Key(parsing: text) }
    #expect(error?.text == text)
  }

  @Test func sequencesOfScreenplays() throws {
    #expect(
      try Key.sequence(parsing: "j <space> d 3  <enter>") == [
        .character("j"), .character(" "), .character("d"), .character("3"), .enter,
      ])
    #expect(
      try Key.sequence(parsing: "\"O'B R\" <enter> \"") == [
        .character("O"), .character("'"), .character("B"), .character(" "), .character("R"),
        .enter, .character("\""),
      ])
    #expect(try Key.sequence(parsing: "") == [])
    #expect(throws: KeyNotationError(text: "<what>")) { try Key.sequence(parsing: "j <what>") }
    #expect(throws: KeyNotationError(text: "\"open")) { try Key.sequence(parsing: "\"open") }
  }

  @Test func whatIsNoKeyPressHasNoNotation() {
    #expect(Key.paste("x").notation == nil)
    #expect(Key.resize(.zero).notation == nil)
    #expect(Key.mouse(.press, Point(column: 3, row: 4)).description == "press 3,4")
  }
}
