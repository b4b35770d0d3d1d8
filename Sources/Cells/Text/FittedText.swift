// Text cut and aligned to a width.

/// Where text stands in a room wider than itself.
package enum Alignment: Hashable, Sendable {
  case leading, trailing, center

  /// The blank columns before text of that width.
  package func lead(of columns: Int, in width: Int) -> Int {
    let room = max(0, width - columns)
    return switch self {
    case .leading: 0
    case .trailing: room
    case .center: room / 2
    }
  }
}

extension SafeText {
  /// The longest beginning that takes at most so many columns; a character is never cut.
  package func prefix(columns limit: Int) -> SafeText {
    guard columns > limit else { return self }
    guard limit > 0 else { return .empty }
    if isASCII {
      return SafeText(checked: String(string.prefix(limit)), columns: limit, isASCII: true)
    }
    var width = 0
    var index = string.startIndex
    while index < string.endIndex {
      let next = width + TextWidth.of(string[index])
      if next > limit { break }
      width = next
      index = string.index(after: index)
    }
    return SafeText(trusted: String(string[..<index]))
  }

  /// What is left after the beginning of ``prefix(columns:)``.
  package func dropping(columns limit: Int) -> SafeText {
    guard limit > 0 else { return self }
    let head = prefix(columns: limit)
    return SafeText(trusted: String(string.dropFirst(head.string.count)))
  }

  /// The text itself when it fits, else its beginning and an ellipsis; a number is never cut.
  package func fitted(to limit: Int, glyphs: Glyphs) -> SafeText {
    guard columns > limit else { return self }
    guard limit > 0 else { return .empty }
    return beginning(columns: limit - 1) + SafeText(glyph: glyphs.ellipsis)
  }

  /// The text itself when it fits, else its beginning, an ellipsis and its end.
  ///
  /// The end of a name is often what tells it from another, as the letter of a jurisdiction does. It
  /// is the last word, or as much of it as a third of the room holds where it is a long one.
  package func abbreviated(to limit: Int, glyphs: Glyphs) -> SafeText {
    guard columns > limit else { return self }
    guard limit >= 4 else { return fitted(to: limit, glyphs: glyphs) }
    var end = string.lastIndex(of: " ").map { SafeText(trusted: String(string[$0...])) } ?? .empty
    if end.isEmpty || end.columns > limit * 6 / 10 { end = suffix(columns: limit / 3) }
    let head = prefix(columns: limit - 1 - end.columns).string.reversed().drop { $0 == " " }
    return SafeText(trusted: String(head.reversed())) + SafeText(glyph: glyphs.ellipsis) + end
  }

  /// The longest end that takes at most so many columns; a character is never cut.
  private func suffix(columns limit: Int) -> SafeText {
    var width = 0
    var index = string.endIndex
    while index > string.startIndex {
      let before = string.index(before: index)
      width += TextWidth.of(string[before])
      if width > limit { break }
      index = before
    }
    return SafeText(trusted: String(string[index...]))
  }

  /// A glyph as text.
  package init(glyph: Unicode.Scalar) {
    self.init(trusted: String(Character(glyph)))
  }

  /// A glyph so many times over.
  package init(glyph: Unicode.Scalar, count: Int) {
    self.init(trusted: String(repeating: Character(glyph), count: max(0, count)))
  }
}

extension Frame {
  /// Writes text into one row of a rectangle, aligned, with an ellipsis where it is cut.
  package mutating func write(
    _ text: SafeText, in rect: Rect, style: Style = .text, align: Alignment = .leading,
    glyphs: Glyphs
  ) {
    guard rect.columns > 0, rect.rows > 0 else { return }
    let lead = align.lead(of: text.columns, in: rect.columns)
    let place = Point(column: rect.column + lead, row: rect.row)
    if text.columns <= rect.columns {
      write(text, at: place, style: style)
    } else {
      let written = write(text.beginning(columns: rect.columns - 1), at: place, style: style)
      put(glyphs.ellipsis, at: place.moved(columns: written), style: style)
    }
  }
}
