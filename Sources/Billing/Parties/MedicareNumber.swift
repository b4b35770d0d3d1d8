/// The Medicare Beneficiary Identifier (MBI), as its card prints it without dashes.
package enum MedicareNumber {
  /// Whether a text has the form that CMS gives it: eleven characters, a digit from 1 first, letters
  /// and digits in their places, and none of the letters S, L, O, I, B, Z.
  ///
  /// Numbers of the made-up range have the form too; see ``isMadeUp(_:)``.
  package static func isInForm(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == form.count, bytes[0] != UInt8(ascii: "0") else { return false }
    let isMadeUp = isMadeUp(text)
    for (place, byte) in bytes.enumerated() {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      let fits =
        switch form[place] {
        case UInt8(ascii: "9"): isDigit
        case UInt8(ascii: "A"): isLetter
        default: isDigit || isLetter
        }
      let isReserved = excluded.contains(byte) && !(isMadeUp && place == 1)
      guard fits, !isReserved else { return false }
    }
    return true
  }

  /// Whether it is of the range in which nobody has a number, `1S00`: for sample and test offices.
  package static func isMadeUp(_ text: String) -> Bool { text.utf8.starts(with: "1S00".utf8) }

  private static let form = Array("9A*9A*9AA99".utf8)
  private static let excluded = Array("SLOIBZ".utf8)
}
