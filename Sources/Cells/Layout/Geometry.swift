// Columns and rows: the numbers of the screen.

/// A number of columns and rows.
package struct Size: Hashable, Sendable {
  /// How wide, in cells.
  package var columns: Int
  /// How high, in cells.
  package var rows: Int

  /// A size; negative numbers become zero.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// Nothing at all.
  package static let zero = Size(columns: 0, rows: 0)

  /// Whether no cell fits.
  package var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether a frame of this size can hold `other`.
  package func holds(_ other: Size) -> Bool { columns >= other.columns && rows >= other.rows }
}

/// A cell's place, counted from the top left corner, which is (0, 0).
package struct Point: Hashable, Sendable {
  /// Counted from the left edge.
  package var column: Int
  /// Counted from the top edge.
  package var row: Int

  /// The place at that column and row.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// The place that many columns and rows away.
  package func moved(columns: Int = 0, rows: Int = 0) -> Point {
    Point(column: column &+ columns, row: row &+ rows)
  }
}

/// A rectangle of cells.
package struct Rect: Hashable, Sendable {
  /// The first column.
  package var column: Int
  /// The first row.
  package var row: Int
  /// How many columns.
  package var columns: Int
  /// How many rows.
  package var rows: Int

  /// A rectangle; negative extents become zero, and places far outside any screen come nearer.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = max(-Rect.farthest, min(column, Rect.farthest))
    self.row = max(-Rect.farthest, min(row, Rect.farthest))
    self.columns = max(0, min(columns, Rect.farthest))
    self.rows = max(0, min(rows, Rect.farthest))
  }

  /// Within this, sums of places and extents never overflow.
  private static let farthest = 1 << 40

  /// The whole of a frame of this size.
  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The top left corner.
  package var origin: Point { Point(column: column, row: row) }
  /// Its extent without its place.
  package var size: Size { Size(columns: columns, rows: rows) }
  /// Whether it has no cell.
  package var isEmpty: Bool { columns <= 0 || rows <= 0 }

  /// The first column to the right of the rectangle.
  package var endColumn: Int { column &+ columns }

  /// The first row below the rectangle.
  package var endRow: Int { row &+ rows }

  /// Whether the cell at `point` is inside.
  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// The part that both rectangles cover; empty when they do not touch.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without a margin of so many columns and rows on each side.
  package func inset(columns horizontal: Int = 0, rows vertical: Int = 0) -> Rect {
    Rect(
      column: column + min(horizontal, columns), row: row + min(vertical, rows),
      columns: columns - 2 * min(horizontal, columns), rows: rows - 2 * min(vertical, rows))
  }

  /// One row of the rectangle, counted from its top; empty when there is no such row.
  package func line(_ index: Int) -> Rect {
    guard index >= 0, index < rows else {
      return Rect(column: column, row: row, columns: 0, rows: 0)
    }
    return Rect(column: column, row: row + index, columns: columns, rows: 1)
  }

  /// A rectangle of that size in the middle of this one, made smaller where it does not fit.
  package func centred(_ size: Size) -> Rect {
    let width = min(size.columns, columns)
    let height = min(size.rows, rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2,
      columns: width, rows: height)
  }
}
