/// Names side by side, one of them chosen.
package struct Tabs: Drawable, Hashable {
  /// The titles from left to right.
  package var titles: [SafeText]
  /// The one that is chosen.
  package var selected: Int

  /// Tabs, one of them chosen.
  package init(_ titles: [SafeText], selected: Int = 0) {
    self.titles = titles
    self.selected = selected
  }

  private static let gap = 3

  /// Which titles are shown in so much width, and where; the chosen one always is.
  package func placements(in width: Int) -> [(tab: Int, place: Range<Int>)] {
    guard !titles.isEmpty, width > 0 else { return [] }
    let chosen = max(0, min(selected, titles.count - 1))
    var first = 0
    while first < chosen, span(first...chosen) + (first > 0 ? 2 : 0) > width { first += 1 }
    var column = first > 0 ? 2 : 0
    var result: [(tab: Int, place: Range<Int>)] = []
    for index in first..<titles.count where column < width {
      let end = column + titles[index].columns
      guard end <= width || index == chosen else { break }
      result.append((index, column..<min(end, width)))
      column = end + Tabs.gap
    }
    return result
  }

  private func span(_ range: ClosedRange<Int>) -> Int {
    titles[range].reduce(0) { $0 + $1.columns } + Tabs.gap * (range.count - 1)
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.line(0).intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let places = placements(in: area.columns)
    for (index, place) in places {
      frame.write(
        titles[index],
        in: Rect(
          column: area.column + place.lowerBound, row: area.row, columns: place.count, rows: 1),
        style: index == selected ? Style(.accent, [.bold, .underline]) : .muted, glyphs: glyphs)
    }
    if let first = places.first, first.tab > 0 {
      frame.put(glyphs.left, at: area.origin, style: .muted)
    }
    if let last = places.last, last.tab < titles.count - 1, last.place.upperBound < area.columns {
      frame.put(glyphs.right, at: Point(column: area.endColumn - 1, row: area.row), style: .muted)
    }
  }
}
