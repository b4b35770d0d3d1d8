/// One segment as positions in the file's bytes; one value is used again for every segment.
package struct SegmentView: Sendable {
  /// How many elements are kept; no segment of any guide has half as many.
  package static let elementLimit = 63

  /// Where the segment's name begins.
  package internal(set) var start = 0
  /// One past the last byte of the segment, without its terminator and blanks before it.
  package internal(set) var end = 0
  /// The segment's number in the file, from 1.
  package internal(set) var number = 0
  /// The segment's name, packed; see ``SegmentID``.
  package internal(set) var id: UInt32 = 0
  /// How many elements follow the name, counting empty ones, at most ``elementLimit``.
  package internal(set) var count = 0
  /// Whether there were more elements than are kept.
  package internal(set) var isOverlong = false
  /// Where each element ends; the name is element 0.
  ///
  /// An array of its own, made once: an inline one is copied as a whole by every look into it.
  var bounds = [UInt32](repeating: 0, count: elementLimit + 1)

  /// A view of nothing, to be filled by a ``SegmentScanner``.
  package init() {}

  /// The place of an element, from 1; 0 is the name.
  ///
  /// Empty when the segment ends before it.
  @inline(__always)
  package func element(_ index: Int) -> ByteRange {
    guard index > 0 else {
      return ByteRange(start: UInt32(truncatingIfNeeded: start), end: bounds[0])
    }
    guard index <= count else { return .empty }
    return ByteRange(start: bounds[index - 1] &+ 1, end: bounds[index])
  }
}
