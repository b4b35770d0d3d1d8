// The room's readers over arrays: an expectation cannot hold a span.

import X12

extension [UInt8] {
  var whole: ByteRange { ByteRange(0, count) }

  func cents(_ range: ByteRange) -> Int64? { X12Amount.cents(span, range) }
  func scaled(_ range: ByteRange, decimals: Int) -> Int64? {
    X12Amount.scaled(span, range, decimals: decimals)
  }
  func day(_ range: ByteRange) -> Int32 { X12Date.yyyymmdd(span, range) }
  func text(_ range: ByteRange) -> String { X12Text.string(span, range) }
  func equals(_ range: ByteRange, _ word: String) -> Bool { X12Text.equals(span, range, word) }
  func packed(_ range: ByteRange) -> UInt64 { X12Text.packed(span, range) }

  /// Every segment with its name and elements.
  func segments(_ delimiters: Delimiters = .usual) -> [[String]] {
    var scanner = SegmentScanner(delimiters: delimiters, position: 0, end: count)
    var segment = SegmentView()
    var found: [[String]] = []
    while scanner.next(in: span, into: &segment) {
      found.append(
        [SegmentID.name(segment.id)] + (0..<segment.count).map { text(segment.element($0 + 1)) })
    }
    return found
  }
}
