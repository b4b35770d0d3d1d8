/// Divides lengths into parts.
package enum Layout {
  /// The lengths of the parts by their weights; they never add up to more than `length`.
  package static func lengths(weights: [Int], in length: Int, gap: Int = 0) -> [Int] {
    guard !weights.isEmpty else { return [] }
    var room = max(0, length - max(0, gap) * (weights.count - 1))
    var rest = weights.reduce(0) { $0 + max(0, $1) }
    return weights.map { weight in
      guard weight > 0 else { return 0 }
      let share = room * weight / rest
      room -= share
      rest -= weight
      return share
    }
  }
}

extension Rect {
  /// Divides the rectangle from left to right, by weights.
  package func columns(weights: [Int], gap: Int = 0) -> [Rect] {
    let gap = max(0, gap)
    var column = self.column
    return Layout.lengths(weights: weights, in: columns, gap: gap).map { length in
      defer { column += length + gap }
      return Rect(column: column, row: row, columns: length, rows: rows)
        .intersection(self)
    }
  }
}
