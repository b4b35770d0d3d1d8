/// Goes over the segments of a stretch of bytes in one pass, allocating nothing.
///
/// Tolerates what senders do around segments: blanks and line breaks before a name or before a
/// terminator, empty segments, a byte-order mark or a control-Z, small letters in a name, and a last
/// segment without a terminator.
package struct SegmentScanner: Sendable {
  /// The separators in force.
  package let delimiters: Delimiters
  /// Where the next segment is looked for.
  package private(set) var position: Int
  /// Where the stretch ends.
  package let end: Int
  /// The number that the last segment was given.
  package private(set) var number: Int

  /// A scanner over `position..<end`; the first segment found gets the number `firstNumber`.
  package init(delimiters: Delimiters, position: Int, end: Int, firstNumber: Int = 1) {
    self.delimiters = delimiters
    self.position = max(position, 0)
    self.end = end
    self.number = firstNumber - 1
  }

  /// Fills `segment` with the next segment, or returns false at the end of the stretch.
  package mutating func next(in bytes: Span<UInt8>, into segment: inout SegmentView) -> Bool {
    let limit = min(end, bytes.count)
    let separator = delimiters.element
    let terminator = delimiters.segment
    let start = Self.skippingBlanks(in: bytes, from: position, to: limit, delimiters)
    guard start < limit else {
      position = start
      return false
    }
    number &+= 1
    segment.number = number
    segment.start = start

    // Where the name and each element end; the last one by the terminator.
    var found = 0
    var place = start
    var last = limit
    var bounds = segment.bounds.mutableSpan
    let separators = ByteWord.repeating(separator)
    let terminators = ByteWord.repeating(terminator)
    while place < limit {
      guard limit &- place >= 8 else {
        while place < limit, bytes[place] != terminator {
          if bytes[place] == separator {
            if found <= SegmentView.elementLimit {
              bounds[found] = UInt32(truncatingIfNeeded: place)
            }
            found += 1
          }
          place += 1
        }
        last = place
        break
      }
      let word = ByteWord.load(bytes, at: place)
      var hits = ByteWord.matches(word, separators)
      let ends = ByteWord.first(word, terminators)
      if ends != 0 { hits &= ByteWord.below(ends) }
      while hits != 0 {
        if found <= SegmentView.elementLimit {
          bounds[found] = UInt32(truncatingIfNeeded: place &+ ByteWord.index(hits))
        }
        found &+= 1
        hits &= hits &- 1
      }
      if ends != 0 {
        last = place &+ ByteWord.index(ends)
        break
      }
      place &+= 8
    }
    position = last < limit ? last + 1 : last
    while last > start, bytes[last - 1] <= 0x20, bytes[last - 1] != separator,
      bytes[last - 1] != delimiters.component
    {
      last -= 1
    }
    if found <= SegmentView.elementLimit { bounds[found] = UInt32(truncatingIfNeeded: last) }
    let nameEnd = Int(bounds[0])
    segment.end = last
    segment.isOverlong = found > SegmentView.elementLimit
    segment.count = min(found, SegmentView.elementLimit)
    segment.id = Self.name(bytes, start, nameEnd)
    return true
  }

  /// The packed name of a segment; `none` when what stands there is no name.
  @inline(__always)
  static func name(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    let length = end &- start
    guard length == 2 || length == 3 else { return SegmentID.none }
    if bytes.count &- start >= 8 {
      let id = SegmentID.capitals(ByteWord.load(bytes, at: start), count: length)
      if id != SegmentID.none { return id }
    }
    return oddName(bytes, start, end)
  }

  /// The same where small letters stand in the name, or at the end of the bytes.
  @inline(never)
  private static func oddName(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    var id: UInt32 = 0
    var place = start
    while place < end {
      let byte = bytes[place]
      guard SegmentID.isNameByte(byte) else { return SegmentID.none }
      id = id << 8 | UInt32(SegmentID.upper(byte))
      place += 1
    }
    return id
  }

  /// The first position that is neither a blank, a control byte, a terminator nor a byte-order mark.
  static func skippingBlanks(
    in bytes: Span<UInt8>, from start: Int, to limit: Int, _ delimiters: Delimiters
  ) -> Int {
    var place = start
    while place < limit {
      let byte = bytes[place]
      if byte == delimiters.segment || (byte <= 0x20 && byte != delimiters.element) {
        place &+= 1
      } else if byte == 0xEF, place + 2 < limit, bytes[place + 1] == 0xBB, bytes[place + 2] == 0xBF
      {
        place &+= 3
      } else {
        break
      }
    }
    return place
  }
}
