import Cells

/// What the program is seen through: how large it is, and whether names are covered in it.
struct Terminal: Equatable, Sendable {
  var size = Size(columns: 80, rows: 24)
  var isMasked: Bool

  /// The room between the top line and the message line.
  static func body(of size: Size) -> Rect {
    Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 3)
  }

  /// The rows of that room.
  var bodyHeight: Int { max(1, size.rows - 3) }
}
