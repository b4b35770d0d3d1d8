/// Text as it stands in a file that was sent: plain capitals without separators.
package enum PlainCapitals {
  /// The letters as the writer spells them, with single blanks and none at the ends.
  ///
  /// Claims are made of such text from the start, so that what is kept is what was sent.
  package static func text(_ text: String) -> String {
    if isPlain(text) { return text }
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
    if text.utf8.allSatisfy(isCapitalOrDigit) { return text }
    return PlainCapitals.text(text).filter { $0.isLetter || $0.isNumber }
  }

  /// Whether a text is as it would be spelled: most are, and need no copy.
  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      switch byte {
      case 0x20:
        if last == 0x20 { return false }
      case 0x21...0x7E:
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "^"),
          UInt8(ascii: "|"), UInt8(ascii: "a")...UInt8(ascii: "z"):
          return false
        default: break
        }
      default: return false
      }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  private static func isCapitalOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
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
