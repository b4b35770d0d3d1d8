package import Cells

/// What is shown while the window is too small for any screen.
package enum SmallWindowNotice {
  /// The smallest window in which everything can be done.
  package static let needed = Size(columns: 80, rows: 24)

  /// A frame with one line that says which size is needed, cut to what fits.
  package static func frame(_ size: Size, repertoire: Repertoire) -> Frame {
    var frame = Frame(size: size, repertoire: repertoire)
    guard !size.isEmpty else { return frame }
    let text =
      "Needs \(needed.columns)x\(needed.rows), is \(size.columns)x\(size.rows). "
      + "Make the window larger; Ctrl-C leaves."
    frame.write(SafeText(foreign: text), at: Point(column: 0, row: 0))
    frame.cursor = Point(column: 0, row: 0)
    return frame
  }
}
