/// Trace and check numbers, as banks and payers write them in different ways.
package enum TraceNumber {
  /// The number as it is compared: capitals, without blanks, hyphens and leading zeros.
  ///
  /// Numbers kept before this was the only way were folded by a step of the schema; a test holds both
  /// together.
  package static func folded(_ text: String) -> String {
    var bytes = text.utf8.compactMap { byte -> UInt8? in
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") { return nil }
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & 0xDF : byte
    }[...]
    while bytes.first == UInt8(ascii: "0") { bytes.removeFirst() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An originator (TRN03) as it is compared: without the 1 that stands before a tax number.
  package static func originator(_ text: String) -> String {
    let folded = text.filter { $0.isASCII && ($0.isNumber || $0.isLetter) }
    return folded.count == 10 && folded.hasPrefix("1") ? String(folded.dropFirst()) : folded
  }
}
