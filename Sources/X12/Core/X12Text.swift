/// Makes strings of bytes, and compares bytes with words, for what is shown or stored.
package enum X12Text {
  /// The text of a range: UTF-8 where it is valid, otherwise every byte read as Latin-1.
  ///
  /// Senders put Latin-1 names into files that declare nothing; reading them so loses no letter.
  package static func string(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
    let end = min(range.upperBound, bytes.count)
    let start = min(range.lowerBound, end)
    guard start < end else { return "" }
    let part = bytes.extracting(start..<end)
    if let valid = try? UTF8Span(validating: part) { return String(copying: valid) }
    var scalars = String.UnicodeScalarView()
    for position in part.indices { scalars.append(Unicode.Scalar(part[position])) }
    return String(scalars)
  }

  /// Whether the bytes of a range are exactly these letters.
  package static func equals(
    _ bytes: Span<UInt8>, _ range: ByteRange, _ word: String
  ) -> Bool {
    guard range.count == word.utf8.count, range.upperBound <= bytes.count else { return false }
    var position = range.lowerBound
    for letter in word.utf8 {
      guard bytes[position] == letter else { return false }
      position += 1
    }
    return true
  }

  /// Up to eight bytes as one number, big end first; longer ranges give 0.
  ///
  /// Codes and qualifiers are short, so that one comparison of numbers stands for one of letters.
  @inline(__always)
  package static func packed(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt64 {
    var position = range.lowerBound
    let end = range.upperBound
    guard end - position <= 8, end <= bytes.count else { return 0 }
    var value: UInt64 = 0
    while position < end {
      value = value << 8 | UInt64(bytes[position])
      position += 1
    }
    return value
  }

  /// A word of at most eight ASCII letters as one number, to compare with packed bytes.
  package static func packed(_ word: String) -> UInt64 {
    var value: UInt64 = 0
    for letter in word.utf8.prefix(8) { value = value << 8 | UInt64(letter) }
    return value
  }
}
