/// What a field of a form holds, and how it is edited.
package enum FieldValue: Hashable, Sendable {
  case text(TextField)
  /// One of several options, by its number.
  case choice([SafeText], selected: Int)
  /// A date as it is typed, such as `2026-11-24` or `+3d`; whoever owns the form reads it.
  case date(TextField)
  /// An amount as it is typed; ``MoneyText/cents(parsing:)`` reads it.
  case money(TextField)
  case toggle(Bool)

  /// The value as text: what is typed, the option chosen, or `yes` or `no`.
  package var text: String {
    switch self {
    case .text(let field), .date(let field), .money(let field): field.text
    case .choice(let options, let selected):
      options.indices.contains(selected) ? options[selected].string : ""
    case .toggle(let isOn): isOn ? "yes" : "no"
    }
  }

  /// Answers a key; false when it means nothing to this value.
  package mutating func handle(_ key: Key) -> Bool {
    switch self {
    case .text(var field):
      defer { self = .text(field) }
      return field.handle(key)
    case .date(var field):
      defer { self = .date(field) }
      let allowed = "0123456789-/+ abcdefghijklmnopqrstuvwxyz"
      guard let key = FieldValue.restricted(key, to: allowed) else { return false }
      return field.handle(key)
    case .money(var field):
      defer { self = .money(field) }
      guard let key = FieldValue.restricted(key, to: "0123456789.,-$()") else { return false }
      return field.handle(key)
    case .toggle(let isOn):
      switch key {
      case .character(" "), .left, .right: self = .toggle(!isOn)
      case .character("y"), .character("Y"): self = .toggle(true)
      case .character("n"), .character("N"): self = .toggle(false)
      default: return false
      }
      return true
    case .choice(let options, let selected):
      guard let next = FieldValue.next(selected, among: options, for: key) else { return false }
      self = .choice(options, selected: next)
      return true
    }
  }

  /// The option after a key: its neighbours, the ends, or the next one with that first letter.
  private static func next(_ selected: Int, among options: [SafeText], for key: Key) -> Int? {
    let count = options.count
    guard count > 0 else { return nil }
    let current = max(0, min(selected, count - 1))
    switch key {
    case .right, .character(" "): return (current + 1) % count
    case .left: return (current + count - 1) % count
    case .home: return 0
    case .end: return count - 1
    case .character(let letter):
      let wanted = letter.lowercased()
      return (1...count).map { (current + $0) % count }
        .first { options[$0].string.prefix(1).lowercased() == wanted }
    default: return nil
    }
  }

  /// The key, or what is left of it when only some characters may be typed; nil for nothing.
  private static func restricted(_ key: Key, to allowed: String) -> Key? {
    switch key {
    case .character(let character) where !allowed.contains(character.lowercased()): nil
    case .paste(let text): .paste(text.filter { allowed.contains($0.lowercased()) })
    default: key
    }
  }

  /// Draws the value; with focus, the hardware cursor goes to it.
  func draw(
    into frame: inout Frame, rect: Rect, glyphs: Glyphs, isFocused: Bool, style: Style
  ) {
    guard !rect.isEmpty else { return }
    switch self {
    case .text(let field):
      field.draw(into: &frame, rect: rect, glyphs: glyphs, isFocused: isFocused, style: style)
    case .date(let field), .money(let field):
      var narrow = rect
      narrow.columns = min(rect.columns, 16)
      field.draw(into: &frame, rect: narrow, glyphs: glyphs, isFocused: isFocused, style: style)
    case .toggle(let isOn):
      let mark: SafeText = isOn ? "[x] yes" : "[ ] no"
      frame.write(mark, in: rect, style: isFocused ? style : .text, glyphs: glyphs)
      if isFocused { frame.cursor = rect.origin.moved(columns: min(1, rect.columns - 1)) }
    case .choice(let options, let selected):
      guard options.indices.contains(selected) else { return }
      let line: SafeText =
        isFocused && options.count > 1
        ? """
        \(SafeText(glyph: glyphs.left)) \(options[selected]) \(SafeText(glyph: glyphs.right))\
          \(selected + 1)/\(options.count)
        """
        : options[selected]
      frame.write(line, in: rect, style: isFocused ? style : .text, glyphs: glyphs)
      if isFocused { frame.cursor = rect.origin }
    }
  }
}
