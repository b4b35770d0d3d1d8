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

  /// The text itself when it fits, else its beginning and an ellipsis.
  package func fitted(to limit: Int, glyphs: Glyphs) -> SafeText {
    guard columns > limit else { return self }
    guard limit > 0 else { return .empty }
    return prefix(columns: limit - 1) + SafeText(glyph: glyphs.ellipsis)
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
      let written = write(text.prefix(columns: rect.columns - 1), at: place, style: style)
      put(glyphs.ellipsis, at: place.moved(columns: written), style: style)
    }
  }

  /// Shows what is drawn in a rectangle as lying behind something else.
  package mutating func recede(_ rect: Rect) {
    restyle(rect) { _ in .muted }
  }
}
