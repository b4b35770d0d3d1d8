/// Text that breaks into lines between words.
package struct Paragraph: Drawable, Hashable {
  /// The lines before they are wrapped.
  package var lines: [StyledText]
  /// Wrapped lines scrolled out at the top.
  package var scrolled: Int
  /// Columns by which the second and later lines of each are moved right.
  package var hanging: Int

  /// Text of these lines.
  package init(_ lines: [StyledText], scrolled: Int = 0, hanging: Int = 0) {
    self.lines = lines
    self.scrolled = scrolled
    self.hanging = hanging
  }

  /// The number of rows in so much width.
  package func rows(width: Int) -> Int { wrapped(width: width).count }

  /// The lines as they are drawn in so much width.
  package func wrapped(width: Int) -> [StyledText] {
    guard width > 0 else { return [] }
    return lines.flatMap { wrap($0, width: width) }
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let shown = wrapped(width: area.columns).dropFirst(max(0, scrolled)).prefix(area.rows)
    for (line, text) in shown.enumerated() {
      frame.write(line: text, at: area.line(line).origin, width: area.columns)
    }
  }

  private func wrap(_ line: StyledText, width: Int) -> [StyledText] {
    guard line.columns > width else { return [line] }
    let indent = min(max(0, hanging), width / 2)
    var result: [StyledText] = []
    var current = StyledText()
    var used = 0
    // Blanks are held back: they are drawn only before another word of the same line.
    var blanks = StyledText()
    func room() -> Int { width - used - blanks.columns }
    func breakLine() {
      result.append(current)
      current = StyledText(SafeText(glyph: " ", count: indent))
      used = indent
      blanks = StyledText()
    }
    for word in words(of: line) {
      if word.isBlank {
        blanks += word.text
        continue
      }
      if word.text.columns > room(), used > (result.isEmpty ? 0 : indent) { breakLine() }
      if blanks.columns + used >= width { blanks = StyledText() }
      current += blanks
      used += blanks.columns
      blanks = StyledText()
      var rest = word.text
      while rest.columns > width - used {
        let (head, tail) = split(rest, at: width - used)
        // A wide character in one column of room can never be drawn.
        if head.isEmpty, used <= (result.isEmpty ? 0 : indent) { return result + [rest] }
        current += head
        rest = tail
        breakLine()
      }
      current += rest
      used += rest.columns
    }
    return result + [current]
  }

  private func split(_ text: StyledText, at columns: Int) -> (StyledText, StyledText) {
    var head = StyledText()
    var tail = StyledText()
    var room = columns
    for piece in text.pieces {
      let fits = piece.text.prefix(columns: room)
      head.append(fits, piece.style)
      let rest = piece.text.dropping(columns: room)
      room = rest.isEmpty ? room - fits.columns : 0
      tail.append(rest, piece.style)
    }
    return (head, tail)
  }

  /// Words and the blanks between them; a word may run over several styles.
  private func words(of line: StyledText) -> [(text: StyledText, isBlank: Bool)] {
    var result: [(text: StyledText, isBlank: Bool)] = []
    for piece in line.pieces {
      var rest = piece.text.string[...]
      while let first = rest.first {
        let isBlank = first == " "
        let part = rest.prefix { ($0 == " ") == isBlank }
        rest = rest[part.endIndex...]
        let text = SafeText(trusted: String(part))
        if let last = result.last, last.isBlank == isBlank {
          result[result.count - 1].text.append(text, piece.style)
        } else {
          result.append((StyledText(text, piece.style), isBlank))
        }
      }
    }
    return result
  }
}
