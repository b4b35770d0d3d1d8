// What must be sent to the terminal to turn one frame into another.

extension Frame {
  /// Neighbouring cells of one row.
  package struct Run: Hashable, Sendable {
    /// The row, counted from the top.
    package let row: Int
    /// The columns that differ.
    package let columns: Range<Int>

    /// A run of cells of one row.
    package init(row: Int, columns: Range<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  /// The runs of cells that differ from `old`, top to bottom; all rows when the sizes differ.
  ///
  /// A run never begins or ends inside a wide character.
  package func changes(from old: Frame) -> [Run] {
    guard old.size == size else {
      return size.columns == 0
        ? [] : (0..<size.rows).map { Run(row: $0, columns: 0..<size.columns) }
    }
    let plain = clusters.isEmpty && old.clusters.isEmpty || clusters == old.clusters
    var runs: [Run] = []
    let new = cells.span
    let before = old.cells.span
    for row in 0..<size.rows {
      let start = row * size.columns
      if plain {
        // One pass without branches finds the rows that differ, which are few.
        var difference: UInt64 = 0
        for index in start..<(start + size.columns) {
          difference |= new[index].bits ^ before[index].bits
        }
        if difference == 0 { continue }
      }
      collect(row: row, from: old, plain: plain, into: &runs)
    }
    return runs
  }

  private func collect(row: Int, from old: Frame, plain: Bool, into runs: inout [Run]) {
    let start = row * size.columns
    var column = 0
    while column < size.columns {
      guard !same(start + column, old, plain: plain) else {
        column += 1
        continue
      }
      var first = column
      while first > 0, cells[start + first].isContinuation { first -= 1 }
      while column < size.columns,
        !same(start + column, old, plain: plain) || cells[start + column].isContinuation
      {
        column += 1
      }
      if let last = runs.last, last.row == row, last.columns.upperBound >= first {
        runs[runs.count - 1] = Run(row: row, columns: last.columns.lowerBound..<column)
      } else {
        runs.append(Run(row: row, columns: first..<column))
      }
    }
  }

  /// Whether a cell shows the same in both frames; numbers of clusters differ between frames.
  private func same(_ index: Int, _ old: Frame, plain: Bool) -> Bool {
    let cell = cells[index]
    let other = old.cells[index]
    if plain || cell.clusterIndex == nil || other.clusterIndex == nil { return cell == other }
    return cell.style == other.style && cell.width == other.width
      && content(of: cell) == old.content(of: other)
  }
}

extension Frame: Equatable {
  /// Whether both show the same; how clusters are numbered does not count.
  package static func == (left: Frame, right: Frame) -> Bool {
    left.size == right.size && left.cursor == right.cursor
      && left.changes(from: right).isEmpty
  }
}
