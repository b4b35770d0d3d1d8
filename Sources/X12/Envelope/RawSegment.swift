/// One stretch from a segment's name to its terminator, before anything is known to be right in it.
struct RawSegment {
  /// Where the name begins.
  var start = 0
  /// The terminator, or the end of the file, or where another interchange begins.
  var end = 0
  /// Where the next segment is looked for.
  var next = 0
  /// The name packed as in ``SegmentID``; `none` when what stands there is no name.
  var id = SegmentID.none
  /// Whether a line break stands before its last letter, though line breaks end no segment here.
  var hasInnerBreak = false
  /// Whether a terminator was found.
  var isTerminated = false

  /// The next segment of a file, or `nil` at its end.
  ///
  /// An interchange header of standard form ends any segment: a file that was cut off may have
  /// another one glued to it.
  @inline(__always)
  static func next(
    in bytes: Span<UInt8>, from position: Int, _ delimiters: Delimiters
  ) -> RawSegment? {
    let start = SegmentScanner.skippingBlanks(
      in: bytes, from: position, to: bytes.count, delimiters)
    guard start < bytes.count else { return nil }
    return plain(in: bytes, at: start, delimiters) ?? odd(in: bytes, at: start, delimiters)
  }

  /// A segment as nearly all are: a name of two or three letters, no line break, not too long.
  @inline(__always)
  private static func plain(
    in bytes: Span<UInt8>, at start: Int, _ delimiters: Delimiters
  ) -> RawSegment? {
    guard bytes.count - start >= 112 else { return nil }
    let separators = ByteWord.repeating(delimiters.element)
    let terminators = ByteWord.repeating(delimiters.segment)
    var word = ByteWord.load(bytes, at: start)
    let length = ByteWord.index(ByteWord.first(word, separators))
    let id = SegmentScanner.name(bytes, start, start + length)
    guard id != SegmentID.none, id != SegmentID.isa else { return nil }
    var offset = 0
    while true {
      let ends = ByteWord.first(word, terminators)
      let breaks = ByteWord.lineBreaks(word)
      if ends != 0 {
        guard breaks & ByteWord.below(ends) == 0 else { return nil }
        let end = start &+ offset &+ ByteWord.index(ends)
        return RawSegment(start: start, end: end, next: end &+ 1, id: id, isTerminated: true)
      }
      offset &+= 8
      guard breaks == 0, offset < 104 else { return nil }
      word = ByteWord.load(bytes, at: start &+ offset)
    }
  }

  /// Any other segment.
  @inline(never)
  private static func odd(
    in bytes: Span<UInt8>, at start: Int, _ delimiters: Delimiters
  ) -> RawSegment {
    let limit = bytes.count
    let terminator = delimiters.segment
    let separator = delimiters.element
    var segment = RawSegment()
    var place = start
    segment.start = start
    if isInterchange(bytes, at: start, delimiters) {
      // It ends by the separators that it declares itself, which only its header can tell.
      segment.id = SegmentID.isa
      segment.end = start + 3
      segment.next = start + 3
      return segment
    }
    let nameLimit = min(place + 4, limit)
    while place < nameLimit {
      let byte = bytes[place]
      if byte == separator || byte == terminator || byte <= 0x20 { break }
      place += 1
    }
    if place == limit || bytes[place] == separator || bytes[place] == terminator
      || onlyBlanksFollow(in: bytes, from: place, terminator)
    {
      segment.id = SegmentScanner.name(bytes, segment.start, place)
    }
    segment.findEnd(in: bytes, delimiters)
    return segment
  }

  /// Whether an interchange begins here, which may have separators of its own.
  private static func isInterchange(
    _ bytes: Span<UInt8>, at start: Int, _ delimiters: Delimiters
  ) -> Bool {
    guard InterchangeHeader.isName(bytes, at: start) else { return false }
    return bytes[start + 3] == delimiters.element || InterchangeHeader(bytes, at: start) != nil
  }

  /// Sets the end of the segment whose start is known.
  ///
  /// Looks at a stretch at a time, so that many headers glued together cost no more than their length.
  mutating func findEnd(in bytes: Span<UInt8>, _ delimiters: Delimiters) {
    let limit = bytes.count
    var place = start
    var searched = start + 1
    isTerminated = false
    while place < limit, !isTerminated {
      place = scan(in: bytes, from: place, to: min(limit, place + 1_024), delimiters)
      isTerminated = place < limit && bytes[place] == delimiters.segment
      if place - start > 106 {
        if let header = Self.interchange(in: bytes, within: searched..<place) {
          end = header
          next = header
          isTerminated = false
          hasInnerBreak = Self.breaks(in: bytes, self)
          return
        }
        searched = max(searched, place - 106)
      }
    }
    end = place
    next = isTerminated ? place + 1 : place
  }

  /// Goes on to the terminator or to the limit, and notes line breaks that letters follow.
  @inline(__always)
  private mutating func scan(
    in bytes: Span<UInt8>, from start: Int, to limit: Int, _ delimiters: Delimiters
  ) -> Int {
    let terminator = delimiters.segment
    let terminators = ByteWord.repeating(terminator)
    var place = start
    while limit - place >= 8 {
      let word = ByteWord.load(bytes, at: place)
      let ends = ByteWord.first(word, terminators)
      if ByteWord.lineBreaks(word) & ByteWord.below(ends) != 0 { break }
      if ends != 0 { return place + ByteWord.index(ends) }
      place += 8
    }
    while place < limit {
      let byte = bytes[place]
      if byte == terminator { break }
      place += 1
      guard byte <= 0x0D, byte == 0x0A || byte == 0x0D else { continue }
      var ahead = place
      while ahead < bytes.count, bytes[ahead] <= 0x20, bytes[ahead] != terminator,
        bytes[ahead] != delimiters.element
      {
        ahead &+= 1
      }
      if ahead < bytes.count, bytes[ahead] != terminator { hasInnerBreak = true }
      place = ahead
    }
    return place
  }

  private static func onlyBlanksFollow(
    in bytes: Span<UInt8>, from start: Int, _ terminator: UInt8
  ) -> Bool {
    var place = start
    while place < bytes.count, bytes[place] <= 0x20, bytes[place] != terminator { place += 1 }
    return place == bytes.count || bytes[place] == terminator
  }

  /// Where a standard interchange header begins in a stretch.
  private static func interchange(in bytes: Span<UInt8>, within range: Range<Int>) -> Int? {
    var place = range.lowerBound
    // The header's last separator stands 103 bytes on, and still inside the stretch.
    while place + 103 < range.upperBound {
      if bytes[place] == UInt8(ascii: "I"), InterchangeHeader.isStandard(bytes, at: place) {
        return place
      }
      place &+= 1
    }
    return nil
  }

  /// Whether a line break stands before the last letter.
  private static func breaks(in bytes: Span<UInt8>, _ segment: RawSegment) -> Bool {
    var last = segment.end
    while last > segment.start, bytes[last - 1] <= 0x20 { last -= 1 }
    for place in segment.start..<last where bytes[place] == 0x0A || bytes[place] == 0x0D {
      return true
    }
    return false
  }
}
