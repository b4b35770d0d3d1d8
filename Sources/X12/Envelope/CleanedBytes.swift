/// A file's bytes without hard line wraps and without foreign text between segments, and the way back
/// from a place in them to the place on disk.
struct CleanedBytes {
  /// What is left.
  private(set) var bytes: [UInt8] = []
  /// Whether line breaks were taken out of the middle of segments.
  private(set) var wasWrapped = false
  /// What was left out, with its place on disk.
  private(set) var problems = X12ProblemList(limit: 100)
  private var runs = DiskPlaces()

  /// Cleans the file from a position on, where its first interchange begins.
  init(_ file: Span<UInt8>, from start: Int) {
    bytes.reserveCapacity(file.count - start)
    guard var delimiters = InterchangeHeader(file, at: start)?.delimiters else { return }
    var place = start
    var number = 0
    while let segment = RawSegment.next(in: file, from: place, delimiters) {
      number += 1
      var segment = segment
      if segment.id == SegmentID.isa, InterchangeHeader.isName(file, at: segment.start) {
        if let header = InterchangeHeader(file, at: segment.start) {
          delimiters = header.delimiters
          copy(file, segment.start..<header.end, isWrapped: true)
          copy(file, header.end..<min(header.end + 1, file.count), isWrapped: false)
          place = header.end + 1
          continue
        }
        segment.findEnd(in: file, delimiters)
      }
      place = clean(file, segment, delimiters, number)
    }
  }

  /// The place on disk of a position in the cleaned bytes.
  var places: DiskPlaces { runs }

  /// Copies one segment without what does not belong to it, and returns where the next one begins.
  private mutating func clean(
    _ file: Span<UInt8>, _ segment: RawSegment, _ delimiters: Delimiters, _ number: Int
  ) -> Int {
    if segment.id != SegmentID.none, !segment.hasInnerBreak {
      copy(file, segment.start..<segment.next, isWrapped: false)
    } else if segment.id == SegmentID.iea, !segment.isTerminated {
      // Nothing may follow the last trailer; what does is not part of its control number.
      let end = firstBreak(file, segment) ?? segment.end
      copy(file, segment.start..<end, isWrapped: false)
      bytes.append(delimiters.segment)
    } else if SegmentID.isKnown(unwrappedName(file, segment, delimiters)) {
      copy(file, segment.start..<segment.next, isWrapped: true)
    } else if let real = nameAfterText(file, segment, delimiters) {
      problems.add(
        X12Problem(
          severity: .warning, at: X12Place(segment: number, byte: segment.start),
          message: "\(real - segment.start) bytes of text that is no segment were skipped here; "
            + "ask the sender why it is in the file"))
      return real
    } else {
      copy(file, segment.start..<segment.next, isWrapped: true)
    }
    return segment.next
  }

  private mutating func copy(_ file: Span<UInt8>, _ range: Range<Int>, isWrapped: Bool) {
    guard isWrapped else {
      runs.add(clean: bytes.count, disk: range.lowerBound)
      for place in range { bytes.append(file[place]) }
      return
    }
    var isBroken = true
    for place in range {
      let byte = file[place]
      if byte == 0x0A || byte == 0x0D, place + 1 < range.upperBound {
        isBroken = true
        wasWrapped = true
      } else {
        if isBroken { runs.add(clean: bytes.count, disk: place) }
        isBroken = false
        bytes.append(byte)
      }
    }
  }

  private func firstBreak(_ file: Span<UInt8>, _ segment: RawSegment) -> Int? {
    for place in segment.start..<segment.end where file[place] == 0x0A || file[place] == 0x0D {
      return place
    }
    return nil
  }

  /// The segment's name read as if there were no line breaks in it.
  private func unwrappedName(
    _ file: Span<UInt8>, _ segment: RawSegment, _ delimiters: Delimiters
  ) -> UInt32 {
    var id: UInt32 = 0
    var length = 0
    for place in segment.start..<segment.end {
      let byte = file[place]
      if byte == delimiters.element { break }
      if byte == 0x0A || byte == 0x0D { continue }
      id = id << 8 | UInt32(SegmentID.upper(byte))
      length += 1
      if length > 3 { return SegmentID.none }
    }
    return id
  }

  /// Where a known segment begins after text that has no business there.
  private func nameAfterText(
    _ file: Span<UInt8>, _ segment: RawSegment, _ delimiters: Delimiters
  ) -> Int? {
    var isFirst = true
    for place in segment.start..<segment.end where file[place] == delimiters.element {
      var start = place
      var id: UInt32 = 0
      var shift: UInt32 = 0
      while start > segment.start, shift < 32, SegmentID.isNameByte(file[start - 1]) {
        start -= 1
        id |= UInt32(SegmentID.upper(file[start])) << shift
        shift += 8
      }
      var before = start
      while before > segment.start, file[before - 1] == 0x20 || file[before - 1] == 0x09 {
        before -= 1
      }
      let isOnNewLine =
        before > segment.start && (file[before - 1] == 0x0A || file[before - 1] == 0x0D)
      if shift < 32, start > segment.start, isFirst || isOnNewLine, SegmentID.isKnown(id) {
        return start
      }
      isFirst = false
    }
    return nil
  }
}

/// Where stretches of cleaned bytes stood on disk.
struct DiskPlaces: Sendable {
  private var starts: [(clean: UInt32, disk: UInt32)] = []

  /// The bytes from `clean` on stood at `disk`.
  ///
  /// Stretches of a few bytes are not kept apart: a file of nothing but line breaks would else cost
  /// many times its size, and there the place is exact to a line or two all the same.
  mutating func add(clean: Int, disk: Int) {
    if let last = starts.last {
      if disk - Int(last.disk) == clean - Int(last.clean) { return }
      if clean - Int(last.clean) < 16, starts.count > 4_096 { return }
    }
    starts.append((UInt32(truncatingIfNeeded: clean), UInt32(truncatingIfNeeded: disk)))
  }

  /// The place on disk of a position; the same number when nothing was taken out before it.
  func disk(_ position: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle].clean) <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return position }
    return Int(starts[low - 1].disk) + position - Int(starts[low - 1].clean)
  }
}
