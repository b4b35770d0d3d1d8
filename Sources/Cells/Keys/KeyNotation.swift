// Keys as they are written in keys.toml and in screenplays: `j`, `<c-p>`, `<enter>`, `<f5>`.

/// A key that cannot be read.
package struct KeyNotationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The piece of text that is no key.
  package let text: String

  /// An error about that piece of text.
  package init(text: String) { self.text = text }

  package var description: String {
    "\"\(SafeText(foreign: text).string)\" is not a key; write a character, or <enter>, <c-p>, <f5>"
  }
}

extension Key {
  private static let names: [(name: String, key: Key)] = [
    ("enter", .enter), ("esc", .escape), ("tab", .tab), ("s-tab", .backTab),
    ("backspace", .backspace), ("del", .delete), ("up", .up), ("down", .down), ("left", .left),
    ("right", .right), ("home", .home), ("end", .end), ("pgup", .pageUp), ("pgdn", .pageDown),
    ("ins", .insert), ("space", .character(" ")), ("lt", .character("<")),
    // Other spellings, after the ones that are written.
    ("return", .enter), ("cr", .enter), ("escape", .escape), ("backtab", .backTab),
    ("shift-tab", .backTab), ("bs", .backspace), ("delete", .delete), ("pageup", .pageUp),
    ("pagedown", .pageDown), ("insert", .insert), ("gt", .character(">")),
  ]

  /// Reads one key: a single character, or a name in angle brackets, in any case.
  ///
  /// - Throws: when the text names no key.
  package init(parsing text: String) throws(KeyNotationError) {
    guard let key = Key.read(text) else { throw KeyNotationError(text: text) }
    self = key
  }

  private static func read(_ text: String) -> Key? {
    if text.count == 1, let character = text.first {
      return TextDoor.admits(character) ? .character(character) : nil
    }
    guard text.hasPrefix("<"), text.hasSuffix(">") else { return nil }
    let inner = String(text.dropFirst().dropLast())
    let name = inner.lowercased()
    if let named = names.first(where: { $0.name == name }) { return named.key }
    if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...24).contains(number) {
      return .function(number)
    }
    for prefix in ["c-", "ctrl-"] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      guard rest.count == 1, let letter = rest.first, letter.isASCII else { return nil }
      return .control(letter)
    }
    // The case of the character counts here: Alt with a capital is another key.
    for prefix in ["a-", "m-", "alt-"] where name.hasPrefix(prefix) {
      let rest = inner.dropFirst(prefix.count)
      guard rest.count == 1, let character = rest.first else { return nil }
      return .alt(character)
    }
    return nil
  }

  /// The key as ``init(parsing:)`` reads it; nil for what is not a key press.
  package var notation: String? {
    switch self {
    case .character(" "): "<space>"
    case .character("<"): "<lt>"
    case .character(let character): String(character)
    case .control(let letter): "<c-\(letter)>"
    case .alt(let character): "<a-\(character)>"
    case .function(let number): "<f\(number)>"
    case .paste, .resize, .mouse: nil
    default: Key.names.first { $0.key == self }.map { "<\($0.name)>" }
    }
  }

  /// The characters that key sequences bind with Alt; what cannot be read binds none.
  package static func altCharacters(in sequences: some Sequence<String>) -> Set<Character> {
    Set(
      sequences.flatMap { (try? Key.sequence(parsing: $0)) ?? [] }.compactMap {
        if case .alt(let character) = $0 { character } else { nil }
      })
  }

  /// Reads keys separated by blanks; text in double quotes is typed character by character.
  ///
  /// `j <space> "O'BRIEN" <enter>` is eleven keys.
  ///
  /// - Throws: when a piece names no key, or a quote is not closed.
  package static func sequence(parsing text: String) throws(KeyNotationError) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if first == " " || first == "\t" {
        rest.removeFirst()
      } else if first == "\"", rest.dropFirst().first.map({ $0 != " " }) ?? false {
        guard let close = rest.dropFirst().firstIndex(of: "\"") else {
          throw KeyNotationError(text: String(rest))
        }
        keys += rest[rest.index(after: rest.startIndex)..<close].map { .character($0) }
        rest = rest[rest.index(after: close)...]
      } else {
        let word = rest.prefix { $0 != " " && $0 != "\t" }
        keys.append(try Key(parsing: String(word)))
        rest = rest[word.endIndex...]
      }
    }
    return keys
  }
}
