/// A line of text being typed.
///
/// The caret stands between characters as people see them. What cannot be shown cannot be typed:
/// control, bidirectional and invisible characters are left out, also from a paste.
package struct TextField: Hashable, Sendable {
  private var characters: [Character] = []
  /// The characters before the caret.
  package private(set) var caret = 0
  /// Shown, muted, while nothing is typed.
  package var placeholder: SafeText
  /// The most characters that can be typed.
  package var limit: Int

  /// A field with the caret after its text.
  package init(_ text: String = "", placeholder: SafeText = .empty, limit: Int = 1000) {
    self.placeholder = placeholder
    self.limit = max(0, limit)
    insert(text)
  }

  /// What is typed.
  package var text: String { String(characters) }
  /// Whether nothing is typed.
  package var isEmpty: Bool { characters.isEmpty }

  /// Replaces the text; the caret goes to its end.
  package mutating func setText(_ text: String) {
    characters = []
    caret = 0
    insert(text)
  }

  /// Puts the caret after so many characters.
  package mutating func moveCaret(to position: Int) {
    caret = max(0, min(position, characters.count))
  }

  /// The characters that edit with Alt; a terminal sends them like Esc and the character typed fast.
  package static let altKeys: Set<Character> = ["b", "d", "f"]

  /// Answers a key; false when it is not one that edits.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(text)
    case .backspace, .control("h"): remove(from: caret - 1, to: caret)
    case .delete, .control("d"): remove(from: caret, to: caret + 1)
    case .left, .control("b"): moveCaret(to: caret - 1)
    case .right, .control("f"): moveCaret(to: caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = characters.count
    case .control("u"): remove(from: 0, to: caret)
    case .control("k"): remove(from: caret, to: characters.count)
    case .control("w"): remove(from: wordStart, to: caret)
    case .alt("b"): caret = wordStart
    case .alt("f"): caret = wordEnd
    case .alt("d"): remove(from: caret, to: wordEnd)
    default: return false
    }
    return true
  }

  /// Types text at the caret: line ends inside become spaces, those around it are dropped.
  package mutating func insert(_ text: String) {
    var typed = ""
    var pendingSpace = false
    for character in text.prefix(limit * 2) {
      if character.isNewline || character == "\t" {
        pendingSpace = !typed.isEmpty
      } else if TextDoor.admits(character) {
        if pendingSpace { typed.append(" ") }
        pendingSpace = false
        typed.append(character)
      }
    }
    let head = String(characters[..<caret]) + String(typed.prefix(limit - characters.count))
    let tail = characters[caret...]
    // Counted afresh: what was typed may have joined the characters beside it.
    characters = Array(head + String(tail))
    caret = min(head.count, characters.count)
  }

  private mutating func remove(from start: Int, to end: Int) {
    let range = max(0, start)..<min(characters.count, end)
    guard !range.isEmpty else { return }
    characters = Array(
      String(characters[..<range.lowerBound]) + String(characters[range.upperBound...]))
    caret = min(range.lowerBound, characters.count)
  }

  private var wordStart: Int {
    var index = caret
    while index > 0, characters[index - 1] == " " { index -= 1 }
    while index > 0, characters[index - 1] != " " { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = caret
    while index < characters.count, characters[index] == " " { index += 1 }
    while index < characters.count, characters[index] != " " { index += 1 }
    return index
  }

  /// Draws the text scrolled so that the caret is in sight; with focus, the cursor goes there.
  package func draw(
    into frame: inout Frame, rect: Rect, glyphs: Glyphs, isFocused: Bool, style: Style = .input
  ) {
    let area = rect.line(0).intersection(frame.bounds)
    guard !area.isEmpty else { return }
    frame.fill(area, style: style)
    if characters.isEmpty {
      frame.write(placeholder, in: area, style: .muted, glyphs: glyphs)
      if isFocused { frame.cursor = area.origin }
      return
    }
    var first = 0
    var caretColumn = characters[..<caret].reduce(0) { $0 + TextWidth.of($1) }
    // A focused field keeps one column for the caret after the last character.
    while isFocused, caretColumn > area.columns - 1, first < caret {
      caretColumn -= TextWidth.of(characters[first])
      first += 1
    }
    let shown = SafeText(trusted: String(characters[first...]))
    frame.write(shown, at: area.origin, style: style, width: area.columns)
    if first > 0, area.columns > 1 { frame.put(glyphs.ellipsis, at: area.origin, style: style) }
    if isFocused {
      frame.cursor = area.origin.moved(columns: min(caretColumn, area.columns - 1))
    } else if shown.columns > area.columns {
      frame.put(
        glyphs.ellipsis, at: Point(column: area.endColumn - 1, row: area.row), style: style)
    }
  }
}
