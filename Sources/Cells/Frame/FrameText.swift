// Frames as text, for tests, golden files and copies.

extension Frame {
  /// One row as text, without the blanks at its end.
  package func text(row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    var line = ""
    for cell in cells[(row * size.columns)..<((row + 1) * size.columns)] {
      line += content(of: cell)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// All rows as text.
  package var lines: [String] { (0..<size.rows).map { text(row: $0) } }

  /// The stretches of each row that are not plain text, as `3:0-79 selection`.
  package var styleRuns: [String] {
    var result: [String] = []
    for row in 0..<size.rows {
      var column = 0
      while column < size.columns {
        let style = cells[row * size.columns + column].style
        let first = column
        while column < size.columns, cells[row * size.columns + column].style == style {
          column += 1
        }
        if style != .text { result.append("\(row):\(first)-\(column - 1) \(style)") }
      }
    }
    return result
  }

  /// The golden file of the frame: its rows, then its style runs, then the cursor.
  package var golden: String {
    var all = lines + ["--"] + styleRuns
    if let cursor { all.append("cursor \(cursor.row):\(cursor.column)") }
    return all.joined(separator: "\n") + "\n"
  }
}
