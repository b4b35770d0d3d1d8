/// A line of text in several styles.
package struct StyledText: Hashable, Sendable {
  /// A stretch of one style.
  package struct Piece: Hashable, Sendable {
    /// The text of the stretch.
    package var text: SafeText
    /// Its style.
    package var style: Style

    /// A stretch of text.
    package init(_ text: SafeText, _ style: Style = .text) {
      self.text = text
      self.style = style
    }
  }

  /// The stretches from left to right.
  package private(set) var pieces: [Piece]

  /// A line of these stretches.
  package init(_ pieces: [Piece] = []) { self.pieces = pieces }

  /// A line of one style.
  package init(_ text: SafeText, _ style: Style = .text) {
    pieces = text.isEmpty ? [] : [Piece(text, style)]
  }

  /// How many columns it takes.
  package var columns: Int { pieces.reduce(0) { $0 + $1.text.columns } }
  /// Whether there is nothing to show.
  package var isEmpty: Bool { pieces.allSatisfy(\.text.isEmpty) }

  /// The text without its styles.
  package var text: SafeText { pieces.reduce(.empty) { $0 + $1.text } }

  /// Adds text at the end.
  package mutating func append(_ text: SafeText, _ style: Style = .text) {
    if let last = pieces.last, last.style == style {
      pieces[pieces.count - 1].text += text
    } else if !text.isEmpty {
      pieces.append(Piece(text, style))
    }
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    for piece in right.pieces { result.append(piece.text, piece.style) }
    return result
  }

  package static func += (left: inout StyledText, right: StyledText) { left = left + right }
}

extension StyledText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: StaticString) { self.init(SafeText(stringLiteral: value)) }

  package init(stringInterpolation: SafeText.StringInterpolation) {
    self.init(SafeText(stringInterpolation: stringInterpolation))
  }
}

extension Frame {
  /// Writes a styled line, cut at `width` columns but in no number and, given glyphs, with an
  /// ellipsis there.
  ///
  /// - Returns: the columns written.
  @discardableResult
  package mutating func write(
    line: StyledText, at point: Point, width: Int = .max, glyphs: Glyphs? = nil
  ) -> Int {
    let cut = line.columns > width
    var room = cut ? line.beginning(columns: glyphs == nil ? width : width - 1) : width
    var column = 0
    for piece in line.pieces where room > 0 {
      let text = piece.text.prefix(columns: room)
      column += write(text, at: point.moved(columns: column), style: piece.style)
      room -= text.columns
      if text.columns < piece.text.columns { break }
    }
    if cut, let glyphs, width > 0 {
      let style = line.pieces.last?.style ?? .text
      put(glyphs.ellipsis, at: point.moved(columns: column), style: style)
      column += 1
    }
    return column
  }
}

extension StyledText {
  /// How many columns of the line may stand before a cut, so that it falls into no number.
  package func beginning(columns limit: Int) -> Int {
    text.beginning(columns: limit).columns
  }
}
