/// The first line: where one is, and at its end who, how far, and as of when.
package struct TopLine: Drawable, Hashable {
  /// Something at the end of the line.
  package struct Fact: Hashable, Sendable {
    /// What is said.
    package var text: StyledText
    /// Facts of a higher number go first when there is too little room.
    package var priority: Int

    /// A fact.
    package init(_ text: StyledText, priority: Int = 0) {
      self.text = text
      self.priority = priority
    }
  }

  /// The way to this screen; the last one is this screen.
  package var crumbs: [SafeText]
  /// The facts from left to right.
  package var facts: [Fact]

  /// The line of a screen.
  package init(crumbs: [SafeText], facts: [Fact] = []) {
    self.crumbs = crumbs
    self.facts = facts
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.line(0).intersection(frame.bounds)
    guard !area.isEmpty else { return }
    frame.fill(area, style: .header)
    let separator = StyledText(" \(SafeText(glyph: glyphs.dot)) ", .muted)
    var shown = facts
    let path = self.path(width: area.columns, glyphs: glyphs)
    // The path has the first claim on the room; then facts, as many as fit.
    while !shown.isEmpty, path.columns + 2 + width(of: shown) > area.columns {
      let least = shown.map(\.priority).max() ?? 0
      guard let victim = shown.lastIndex(where: { $0.priority == least }) else { break }
      shown.remove(at: victim)
    }
    frame.write(line: path, at: area.origin, width: area.columns, glyphs: glyphs)
    var line = StyledText()
    for (index, fact) in shown.enumerated() {
      if index > 0 { line += separator }
      line += fact.text
    }
    frame.write(line: line, at: Point(column: area.endColumn - line.columns, row: area.row))
  }

  private func width(of facts: [Fact]) -> Int {
    facts.reduce(0) { $0 + $1.text.columns } + 3 * max(0, facts.count - 1)
  }

  /// The whole path, or as much of its end as fits after an ellipsis.
  private func path(width: Int, glyphs: Glyphs) -> StyledText {
    let separator = StyledText(" \(SafeText(glyph: glyphs.chevron)) ", .muted)
    for skipped in crumbs.indices {
      var line = StyledText()
      if skipped > 0 {
        line = StyledText(SafeText(glyph: glyphs.ellipsis), .muted) + separator
      }
      for index in crumbs.indices.dropFirst(skipped) {
        let isLast = index == crumbs.count - 1
        line += StyledText(crumbs[index], isLast ? .title : .header)
        if !isLast { line += separator }
      }
      if line.columns <= width { return line }
    }
    return StyledText(crumbs.last ?? .empty, .title)
  }
}
