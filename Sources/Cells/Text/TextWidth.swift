/// How many columns text takes on a terminal.
///
/// The rule is that of `wcwidth`, which terminals and ncurses follow: the width of a text is the
/// sum over its scalars; East Asian wide scalars and emoji count two, combining marks none.
package enum TextWidth {
  /// Zero, one or two columns.
  ///
  /// Control characters count zero: they never reach a frame.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value >= 0x20 && (value < 0x7F || value >= 0xA0) ? 1 : 0 }
    // Box drawing, blocks and braille: what charts are made of.
    if value >= 0x2500 && value < 0x25A0 || value >= 0x2800 && value < 0x2900 { return 1 }
    if contains(value, in: combiningScalarRanges) { return 0 }
    return contains(value, in: wideScalarRanges) ? 2 : 1
  }

  /// The columns of one character: of all its scalars together.
  package static func of(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The columns of a string.
  package static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Whether the scalar belongs to the cell of the scalar before it.
  static func isCombining(_ value: UInt32) -> Bool {
    value >= 0x300 && contains(value, in: combiningScalarRanges)
  }

  /// Searches sorted pairs of first and last scalar.
  private static func contains(_ value: UInt32, in ranges: [UInt32]) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else if value < ranges[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
