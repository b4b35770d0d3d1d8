// Dividing a rectangle into panes.

/// How much of a line one part takes.
package enum Extent: Hashable, Sendable {
  /// So many cells.
  case fixed(Int)
  /// So many hundredths of the whole.
  case percent(Int)
  /// A share of what the others leave; a fill of weight 2 gets twice that of weight 1.
  case fill(Int)

  /// One share of what the others leave.
  package static let rest = Extent.fill(1)
}

/// Divides lengths into parts.
package enum Layout {
  /// The lengths of the parts; they never add up to more than `length`.
  ///
  /// When there is too little room the parts at the end get less, then nothing.
  package static func lengths(of extents: [Extent], in length: Int, gap: Int = 0) -> [Int] {
    guard !extents.isEmpty else { return [] }
    let gaps = max(0, gap) * (extents.count - 1)
    var room = max(0, length - gaps)
    let whole = room
    var result = Array(repeating: 0, count: extents.count)
    var weights = 0
    for (index, extent) in extents.enumerated() {
      switch extent {
      case .fixed(let cells): result[index] = min(max(0, cells), room)
      case .percent(let share): result[index] = min(whole * min(max(0, share), 100) / 100, room)
      case .fill(let weight): weights += max(0, weight)
      }
      room -= result[index]
    }
    for (index, extent) in extents.enumerated() {
      guard case .fill(let weight) = extent, weight > 0 else { continue }
      let share = room * weight / weights
      result[index] = share
      room -= share
      weights -= weight
    }
    return result
  }
}

extension Rect {
  /// Divides the rectangle from left to right.
  package func columns(_ extents: [Extent], gap: Int = 0) -> [Rect] {
    let gap = max(0, gap)
    var column = self.column
    return Layout.lengths(of: extents, in: columns, gap: gap).map { length in
      defer { column += length + gap }
      return Rect(column: column, row: row, columns: length, rows: rows)
        .intersection(self)
    }
  }

  /// Divides the rectangle from top to bottom.
  package func rows(_ extents: [Extent], gap: Int = 0) -> [Rect] {
    let gap = max(0, gap)
    var row = self.row
    return Layout.lengths(of: extents, in: rows, gap: gap).map { length in
      defer { row += length + gap }
      return Rect(column: column, row: row, columns: columns, rows: length)
        .intersection(self)
    }
  }
}
