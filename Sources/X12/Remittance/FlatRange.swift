/// A stretch of one of a remittance's flat arrays: what belongs to one claim or line.
package struct FlatRange: Equatable, Hashable, Sendable {
  /// The first index.
  package var start: UInt32 = 0
  /// One past the last index.
  package var end: UInt32 = 0

  /// A stretch from an index up to another.
  @inline(__always)
  package init(_ start: UInt32 = 0, _ end: UInt32 = 0) {
    self.start = start
    self.end = end
  }

  /// The stretch as indices of an array.
  package var indices: Range<Int> { Int(start)..<Int(max(start, end)) }
  /// Whether nothing belongs to it.
  package var isEmpty: Bool { start >= end }
  /// How many belong to it.
  package var count: Int { indices.count }
}
