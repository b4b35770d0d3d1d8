/// A half-open range of positions in a file's bytes, small enough to keep by the million.
///
/// Elements are kept as ranges, not as strings: a string is made only of what is shown or stored.
package struct ByteRange: Equatable, Hashable, Sendable {
  /// The first byte.
  package var start: UInt32
  /// One past the last byte.
  package var end: UInt32

  /// The range that holds nothing.
  package static let empty = ByteRange(start: 0, end: 0)

  /// A range from its two ends; an end before the start makes it empty.
  @inline(__always)
  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// A range from positions as plain integers, which the caller keeps below four gigabytes.
  @inline(__always)
  package init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  /// Whether it holds no byte.
  @inline(__always)
  package var isEmpty: Bool { start >= end }

  /// How many bytes it holds.
  @inline(__always)
  package var count: Int { isEmpty ? 0 : Int(end - start) }

  /// The first position as a plain integer.
  @inline(__always)
  package var lowerBound: Int { Int(start) }

  /// One past the last position as a plain integer, never before the first.
  @inline(__always)
  package var upperBound: Int { Int(end < start ? start : end) }
}
