/// Text as it stands in a file that was sent: plain capitals without separators.
package enum PlainCapitals {
  /// The letters as the writer spells them, with single blanks and none at the ends.
  ///
  /// Claims are made of such text from the start, so that what is kept is what was sent.
  package static func text(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      for byte in spelling(of: scalar).utf8 {
        if byte != 0x20 {
          bytes.append(byte)
        } else if let last = bytes.last, last != 0x20 {
          bytes.append(0x20)
        }
      }
    }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The capitals and digits of a number that people write with dashes and blanks.
  package static func number(_ text: String) -> String {
    PlainCapitals.text(text).filter { $0.isLetter || $0.isNumber }
  }

  private static func spelling(of scalar: Unicode.Scalar) -> String {
    guard scalar.isASCII else { return PlainLetters.ascii(for: scalar) }
    switch scalar {
    case "a"..."z": return String(scalar).uppercased()
    // The usual separators, and those of other senders, mean nothing in a text.
    case "*", "~", ":", "^", "|", "\u{0}"..."\u{1F}", "\u{7F}": return " "
    default: return String(scalar)
    }
  }
}
