/// A list to choose from: keys, titles, details, and why an item cannot be chosen.
package struct ListMenu: Drawable, Hashable {
  /// One line of the list.
  package struct Item: Hashable, Sendable {
    /// The key that chooses it, shown before the title.
    package var key: SafeText
    /// What it does or is.
    package var title: SafeText
    /// More about it, muted.
    package var detail: SafeText
    /// Why it cannot be chosen now; such an item is shown dim, with the reason as its detail.
    package var disabledReason: SafeText?
    /// Whether it is a heading, which cannot be chosen.
    package var isHeading: Bool
    /// Columns of the title to point out, such as those that a search found.
    package var highlights: [Range<Int>]

    /// An item.
    package init(
      _ title: SafeText, key: SafeText = .empty, detail: SafeText = .empty,
      disabledReason: SafeText? = nil, isHeading: Bool = false, highlights: [Range<Int>] = []
    ) {
      self.title = title
      self.key = key
      self.detail = detail
      self.disabledReason = disabledReason
      self.isHeading = isHeading
      self.highlights = highlights
    }
  }

  /// The items from top to bottom.
  package var items: [Item]
  /// The item under the cursor.
  package var selected: Int?
  /// The first item shown; moved where the selected one would be out of sight.
  package var top = 0
  /// Whether the hardware cursor goes to the selected item.
  package var isFocused = true

  /// A list with one item selected.
  package init(_ items: [Item], selected: Int? = nil, top: Int = 0) {
    self.items = items
    self.selected = selected
    self.top = top
  }

  /// The size at which nothing is cut.
  package var idealSize: Size {
    let titles = items.map(\.title.columns).max() ?? 0
    let details = items.map { ($0.disabledReason ?? $0.detail).columns }.max() ?? 0
    return Size(
      columns: 2 + keyWidth + titles + (details > 0 ? details + 2 : 0) + 1, rows: items.count)
  }

  private var keyWidth: Int {
    let widest = items.map(\.key.columns).max() ?? 0
    return widest > 0 ? widest + 2 : 0
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let first = firstShown(height: area.rows)
    let keys = keyWidth
    let titles = items.map(\.title.columns).max() ?? 0
    for line in 0..<min(area.rows, items.count - first) {
      let index = first + line
      let row = area.line(line)
      let item = items[index]
      let isSelected = index == selected
      if isSelected {
        frame.fill(row, style: .selection)
        frame.put(glyphs.pointer, at: row.origin, style: Style(.cursor).selected)
        if isFocused { frame.cursor = row.origin }
      }
      draw(item, isSelected, into: &frame, row: row, keys: keys, titles: titles, glyphs: glyphs)
    }
  }

  /// The item under a place of the frame, for the mouse.
  package func item(at point: Point, in rect: Rect) -> Int? {
    guard rect.contains(point) else { return nil }
    let index = firstShown(height: rect.rows) + point.row - rect.row
    return items.indices.contains(index) ? index : nil
  }

  private func draw(
    _ item: Item, _ isSelected: Bool, into frame: inout Frame, row: Rect, keys: Int, titles: Int,
    glyphs: Glyphs
  ) {
    func shade(_ style: Style) -> Style { isSelected ? style.selected : style }
    let base: Style = item.isHeading ? .title : item.disabledReason != nil ? .muted : .text
    if item.isHeading {
      frame.write(item.title, in: part(row, 0, row.columns), style: .title, glyphs: glyphs)
      return
    }
    let keyStyle: Style = item.disabledReason == nil ? .key : .muted
    frame.write(
      item.key, in: part(row, 2, keys - 2), style: shade(keyStyle), align: .trailing,
      glyphs: glyphs)
    let titleStart = 2 + keys
    let title = part(row, titleStart, row.columns - titleStart)
    frame.write(item.title, in: title, style: shade(base), glyphs: glyphs)
    for range in item.highlights {
      let columns = range.clamped(to: 0..<item.title.columns)
      frame.restyle(part(row, titleStart + columns.lowerBound, columns.count)) {
        let found = Style(.accent, $0.attributes.union(.bold))
        return isSelected ? found.selected : found
      }
    }
    let detailStart = titleStart + titles + 2
    frame.write(
      item.disabledReason ?? item.detail, in: part(row, detailStart, row.columns - detailStart),
      style: shade(.muted), glyphs: glyphs)
  }

  private func part(_ row: Rect, _ start: Int, _ columns: Int) -> Rect {
    Rect(column: row.column + start, row: row.row, columns: columns, rows: 1).intersection(row)
  }

  private func firstShown(height: Int) -> Int {
    var first = max(0, min(top, items.count - height))
    if let selected, items.indices.contains(selected) {
      if selected < first { first = selected }
      if selected >= first + height { first = selected - height + 1 }
    }
    return max(0, min(first, items.count))
  }
}
