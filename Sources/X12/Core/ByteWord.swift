/// Looks at eight bytes at a time, in plain integer arithmetic.
///
/// Elements are short and their lengths unforeseeable, so that a loop over single bytes loses most of
/// its time to mispredicted branches. The compiler makes one load of the eight reads.
enum ByteWord {
  /// A word with the same byte in all eight places.
  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Eight bytes, the first one lowest; they must lie inside the span.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at position: Int) -> UInt64 {
    let part = bytes.extracting(position..<(position &+ 8))
    let low =
      UInt64(part[0]) | UInt64(part[1]) << 8 | UInt64(part[2]) << 16 | UInt64(part[3]) << 24
    let high =
      UInt64(part[4]) << 32 | UInt64(part[5]) << 40 | UInt64(part[6]) << 48 | UInt64(part[7]) << 56
    return low | high
  }

  /// The high bit of every byte that equals the one that `pattern` repeats; no other bit.
  @inline(__always)
  static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let rest = word ^ pattern
    return
      ~(((rest & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | rest | 0x7F7F_7F7F_7F7F_7F7F)
  }

  /// The same, of which only the lowest bit is to be trusted: cheaper where the first match is wanted.
  @inline(__always)
  static func first(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let rest = word ^ pattern
    return (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
  }

  /// The high bit of bytes below 14, as line breaks are; only the lowest such bit is to be trusted.
  @inline(__always)
  static func lineBreaks(_ word: UInt64) -> UInt64 {
    (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080
  }

  /// The bits below the lowest one of a match.
  @inline(__always)
  static func below(_ matches: UInt64) -> UInt64 { (matches & (0 &- matches)) &- 1 }

  /// Which byte the lowest bit of a match stands for.
  @inline(__always)
  static func index(_ matches: UInt64) -> Int { matches.trailingZeroBitCount / 8 }
}
