/// The keys that work now, most useful first, folding to `more ?` where there is no room.
package struct HintLine: Drawable, Hashable {
  /// A key and what it does.
  package struct Hint: Hashable, Sendable {
    /// The key as people read it.
    package var key: SafeText
    /// What the key does, in a word or two.
    package var label: SafeText

    /// A hint.
    package init(_ key: SafeText, _ label: SafeText) {
      self.key = key
      self.label = label
    }

    var columns: Int { key.columns + 1 + label.columns }
  }

  /// The hints, most useful first.
  package var hints: [Hint]
  /// The key that shows the rest.
  package var moreKey: SafeText

  /// A line of hints.
  package init(_ hints: [Hint], moreKey: SafeText = "?") {
    self.hints = hints
    self.moreKey = moreKey
  }

  private static let gap = 2

  /// The width at which nothing folds.
  package var idealWidth: Int {
    hints.reduce(0) { $0 + $1.columns } + HintLine.gap * max(0, hints.count - 1)
  }

  /// The hints shown in so much width and where; the fold has no hint.
  package func placements(in width: Int) -> [(hint: Int?, place: Range<Int>)] {
    let folds = idealWidth > width
    let fold = 5 + moreKey.columns
    let room = folds ? width - fold - HintLine.gap : width
    var column = 0
    var result: [(hint: Int?, place: Range<Int>)] = []
    for (index, hint) in hints.enumerated() {
      guard column + hint.columns <= room else { break }
      result.append((index, column..<(column + hint.columns)))
      column += hint.columns + HintLine.gap
    }
    if folds, column + fold <= width { result.append((nil, column..<(column + fold))) }
    return result
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let area = rect.line(0).intersection(frame.bounds)
    guard !area.isEmpty else { return }
    frame.fill(area, style: .footer)
    for (index, place) in placements(in: area.columns) {
      let start = area.origin.moved(columns: place.lowerBound)
      if let index {
        let written = frame.write(hints[index].key, at: start, style: .key)
        frame.write(hints[index].label, at: start.moved(columns: written + 1), style: .footer)
      } else {
        frame.write("more ", at: start, style: .footer)
        frame.write(moreKey, at: start.moved(columns: 5), style: .key)
      }
    }
  }
}
