/// Goes over the segments of one transaction set as text.
struct SegmentTextReader {
  /// A segment with its place.
  struct Segment {
    /// Name and elements.
    var text: SegmentText
    /// The segment's number in the file, from 1.
    var number: Int
    /// Where its name begins in ``X12File/bytes``.
    var start: Int
    /// One past its last byte.
    var end: Int
    /// Whether it had more elements than are kept.
    var isOverlong: Bool
  }

  private var scanner: SegmentScanner
  private var view = SegmentView()

  /// A reader over the segments of a set, ST and SE included.
  init(set: TransactionSetEnvelope) {
    scanner = SegmentScanner(
      delimiters: set.delimiters, position: set.range.lowerBound, end: set.range.upperBound,
      firstNumber: set.firstSegment)
  }

  /// The next segment, or nil at the end of the set.
  mutating func next(in bytes: Span<UInt8>) -> Segment? {
    guard scanner.next(in: bytes, into: &view) else { return nil }
    var elements: [String] = []
    elements.reserveCapacity(view.count)
    for index in 0..<view.count {
      elements.append(Self.text(bytes, view.element(index + 1), scanner.delimiters))
    }
    let id =
      view.id == SegmentID.none
      ? X12Text.string(bytes, view.element(0)) : Self.name(bytes, view.element(0))
    return Segment(
      text: SegmentText(id, elements), number: view.number, start: view.start, end: view.end,
      isOverlong: view.isOverlong)
  }

  /// A segment's name in capitals.
  private static func name(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
    let name = X12Text.string(bytes, range)
    return name.utf8.contains { $0 >= UInt8(ascii: "a") } ? name.uppercased() : name
  }

  /// An element as text, with marks instead of the file's separators and no blanks at its end.
  private static func text(
    _ bytes: Span<UInt8>, _ range: ByteRange, _ delimiters: Delimiters
  ) -> String {
    var end = min(range.upperBound, bytes.count)
    let start = min(range.lowerBound, end)
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > start else { return "" }
    var isPlain = true
    for position in start..<end {
      let byte = bytes[position]
      if byte == delimiters.component || byte == delimiters.repetition { isPlain = false }
    }
    guard !isPlain else { return X12Text.string(bytes, ByteRange(start, end)) }
    var marked: [UInt8] = []
    marked.reserveCapacity(end - start)
    for position in start..<end {
      let byte = bytes[position]
      if byte == delimiters.component {
        marked.append(0x1F)
      } else if byte == delimiters.repetition {
        marked.append(0x1E)
      } else {
        marked.append(byte)
      }
    }
    while marked.last == 0x20 { marked.removeLast() }
    return X12Text.string(marked.span, ByteRange(0, marked.count))
  }
}
