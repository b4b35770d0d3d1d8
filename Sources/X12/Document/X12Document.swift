/// A whole file as segments and elements, which writes itself again byte for byte.
///
/// For looking at, correcting and passing on; for reading remittances and claims there are types of
/// their own, which are faster and know more.
package struct X12Document: Equatable, Sendable {
  /// One interchange: an ISA and what follows it up to the next.
  package struct Interchange: Equatable, Sendable {
    /// The separators that its ISA declares.
    package var delimiters: Delimiters
    /// Its segments, ISA first.
    package var segments: [X12Segment]

    /// An interchange of segments.
    package init(delimiters: Delimiters, segments: [X12Segment]) {
      self.delimiters = delimiters
      self.segments = segments
    }
  }

  /// What stands before the first ISA: a byte-order mark, blanks, a preamble.
  package var preamble: [UInt8]
  /// The interchanges in the order of the file.
  package var interchanges: [Interchange]
  /// The line break after terminators, empty when segments follow each other on one line.
  package var lineBreak: [UInt8]
  /// Whether the last segment has a terminator.
  package var isTerminated: Bool

  /// A document to be written.
  package init(interchanges: [Interchange], lineBreak: [UInt8] = []) {
    preamble = []
    self.interchanges = interchanges
    self.lineBreak = lineBreak
    isTerminated = true
  }

  /// Every segment of every interchange.
  package var segments: [X12Segment] { interchanges.flatMap(\.segments) }

  /// Takes a file apart.
  ///
  /// - Throws: when it is no X12 at all, as ``X12File/init(_:)``.
  package init(decoding bytes: [UInt8]) throws(X12Problem) {
    let start = try X12File.firstInterchange(bytes.span)
    preamble = Array(bytes[0..<start])
    interchanges = []
    lineBreak = []
    isTerminated = true
    read(bytes.span, from: start)
    adoptLineBreak()
  }

  /// The file's bytes.
  package func encoded() -> [UInt8] {
    var bytes = preamble
    for (number, interchange) in interchanges.enumerated() {
      let isLastInterchange = number == interchanges.count - 1
      for (index, segment) in interchange.segments.enumerated() {
        bytes += segment.name
        for element in segment.elements {
          bytes.append(interchange.delimiters.element)
          bytes += element
        }
        let isLast = isLastInterchange && index == interchange.segments.count - 1
        if !isLast || isTerminated { bytes.append(interchange.delimiters.segment) }
        bytes += segment.spacing ?? lineBreak
      }
    }
    return bytes
  }
}

extension X12Document {
  private mutating func read(_ bytes: Span<UInt8>, from start: Int) {
    var place = start
    var delimiters = Delimiters.usual
    while place < bytes.count {
      var end = place
      if InterchangeHeader.isName(bytes, at: place),
        let header = InterchangeHeader(bytes, at: place)
      {
        delimiters = header.delimiters
        end = header.end
        interchanges.append(Interchange(delimiters: delimiters, segments: []))
      }
      while end < bytes.count, bytes[end] != delimiters.segment { end += 1 }
      isTerminated = end < bytes.count
      var segment = Self.segment(bytes, place..<end, delimiters.element)
      place = min(end + 1, bytes.count)
      let next = SegmentScanner.skippingBlanks(
        in: bytes, from: place, to: bytes.count, Self.onlyBlanks(delimiters))
      segment.spacing = Self.copy(bytes, place..<next)
      place = next
      interchanges[interchanges.count - 1].segments.append(segment)
    }
  }

  /// Delimiters by which only blanks are skipped, not terminators: an empty segment is kept.
  private static func onlyBlanks(_ delimiters: Delimiters) -> Delimiters {
    var blank = delimiters
    if delimiters.segment > 0x20 { blank.segment = 0x20 }
    return blank
  }

  private static func segment(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ separator: UInt8
  ) -> X12Segment {
    var parts: [[UInt8]] = []
    var start = range.lowerBound
    for place in range where bytes[place] == separator {
      parts.append(copy(bytes, start..<place))
      start = place + 1
    }
    parts.append(copy(bytes, start..<range.upperBound))
    let name = parts.removeFirst()
    return X12Segment(name: name, elements: parts, spacing: nil)
  }

  private static func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for place in range { copy.append(bytes[place]) }
    return copy
  }

  /// What stands most often between segments becomes the line break; only what differs is kept.
  private mutating func adoptLineBreak() {
    var counts: [[UInt8]: Int] = [:]
    for interchange in interchanges {
      for segment in interchange.segments where counts.count < 100 {
        counts[segment.spacing ?? [], default: 0] += 1
      }
    }
    let usual = counts.max { ($0.value, $0.key.count) < ($1.value, $1.key.count) }
    lineBreak = usual?.key ?? []
    for number in interchanges.indices {
      for index in interchanges[number].segments.indices
      where interchanges[number].segments[index].spacing == lineBreak {
        interchanges[number].segments[index].spacing = nil
      }
    }
  }
}
