/// Labels and values in one or more columns, filled from top to bottom.
package struct KeyValueGrid: Drawable, Hashable {
  /// A label and its value.
  package struct Pair: Hashable, Sendable {
    /// What the value is.
    package var label: SafeText
    /// The value itself.
    package var value: StyledText

    /// A label and its value.
    package init(_ label: SafeText, _ value: StyledText) {
      self.label = label
      self.value = value
    }
  }

  /// The pairs in reading order.
  package var pairs: [Pair]
  /// A further column is begun only where each has at least this width.
  package var minimumColumn: Int

  /// A grid of pairs.
  package init(_ pairs: [Pair], minimumColumn: Int = 38) {
    self.pairs = pairs
    self.minimumColumn = max(1, minimumColumn)
  }

  private static let gap = 2

  /// The rows it takes in so much width.
  package func rows(width: Int) -> Int {
    let columns = columnCount(width: width)
    return columns == 0 ? 0 : (pairs.count + columns - 1) / columns
  }

  private func columnCount(width: Int) -> Int {
    guard width > 0, !pairs.isEmpty else { return 0 }
    return min(pairs.count, max(1, (width + KeyValueGrid.gap) / (minimumColumn + KeyValueGrid.gap)))
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let rows = self.rows(width: area.columns)
    let count = columnCount(width: area.columns)
    guard count > 0 else { return }
    let panes = area.columns(Array(repeating: .rest, count: count), gap: KeyValueGrid.gap)
    let labels = min(pairs.map(\.label.columns).max() ?? 0, (panes.first?.columns ?? 0) / 2)
    for (index, pair) in pairs.enumerated() where index % rows < area.rows {
      let line = panes[index / rows].line(index % rows)
      var label = line
      label.columns = min(labels, line.columns)
      frame.write(pair.label, in: label, style: .muted, glyphs: glyphs)
      let start = labels + KeyValueGrid.gap
      frame.write(
        line: pair.value, at: line.origin.moved(columns: start),
        width: max(0, line.columns - start),
        glyphs: glyphs)
    }
  }
}
