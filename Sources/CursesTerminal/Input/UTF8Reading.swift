/// Reading UTF-8 that arrives in pieces and may be broken (Unicode 16, table 3-7).
enum UTF8Reading {
  /// The first scalar of bytes whose first is 0x80 or more.
  ///
  /// - Returns: the scalar and its length; no scalar and the length of what is broken; or no scalar
  ///   and zero
  ///   when the rest has not arrived.
  static func first(of bytes: ArraySlice<UInt8>) -> (Unicode.Scalar?, length: Int) {
    guard let lead = bytes.first else { return (nil, 0) }
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: return (nil, 1)
    }
    var value = UInt32(lead) & (0x7F >> UInt32(count))
    for offset in 1..<count {
      guard offset < bytes.count else { return (nil, 0) }
      let byte = bytes[bytes.startIndex + offset]
      guard (offset == 1 ? second : 0x80...0xBF).contains(byte) else { return (nil, offset) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value), count)
  }
}
