/// Goes once over a file and keeps book of interchanges, groups and transaction sets.
struct EnvelopeReader {
  /// How many sets are kept; a file that claims more is hostile or broken.
  static let setLimit = 200_000
  /// The longest element that is believed, in bytes; no guide that is read here has one of a tenth.
  static let elementLimit = 8_192

  var sets: [TransactionSetEnvelope] = []
  var acknowledgments: [InterchangeAcknowledgment] = []
  var segmentCount = 0
  var interchangeCount = 0
  var problems = X12ProblemList()
  /// Reads on where line breaks or foreign text stand in segments, because the file was cleaned.
  var takesEverything = false

  let places: DiskPlaces?
  var delimiters = Delimiters.usual
  var interchange: Level?
  var group: Level?
  var set: OpenSet?
  /// Whether there is an open set: asked for every segment.
  var hasSet = false
  var template = TransactionSetEnvelope()
  var seenInterchanges: Set<String> = []
  var strays = 0
  var isFull = false
  var isAtEnd = false
  var view = SegmentView()

  /// An interchange or a group that is open.
  struct Level {
    var control = ""
    var start = 0
    var segment = 0
    var children = 0
  }

  struct OpenSet {
    var envelope: TransactionSetEnvelope
    /// Stretches in it that are no segments; senders do not count them.
    var foreign = 0
    /// Whether an element in it is longer than any can be.
    var isOversized = false
  }

  init(places: DiskPlaces? = nil) {
    self.places = places
  }

  /// Reads to the end of the bytes, or returns false where the file must be cleaned first.
  mutating func read(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    var place = start
    while let segment = RawSegment.next(in: bytes, from: place, delimiters) {
      place = segment.next
      if segment.id == SegmentID.isa, InterchangeHeader.isName(bytes, at: segment.start) {
        segmentCount &+= 1
        guard let end = openInterchange(bytes, segment) else { return false }
        place = end
        continue
      }
      if !takesEverything, segment.hasInnerBreak || segment.id == SegmentID.none { return false }
      segmentCount &+= 1
      if segment.end - segment.start > Self.elementLimit { measure(bytes, segment) }
      switch segment.id {
      case SegmentID.gs, SegmentID.ge, SegmentID.iea, SegmentID.ta1, SegmentID.st, SegmentID.se:
        control(bytes, segment)
      case SegmentID.none:
        if hasSet {
          set?.foreign += 1
        } else {
          stray(segment)
        }
        add(
          .warning, segment.start,
          "text that is no segment was skipped here; the rest of the file is still read")
      default:
        if !hasSet { stray(segment) }
      }
    }
    finish(bytes.count)
    return true
  }

  /// Refuses the set of a segment with an element longer than any can be: it is damage or malice, and
  /// would become a fact of the office.
  @inline(never)
  private mutating func measure(_ bytes: Span<UInt8>, _ segment: RawSegment) {
    guard segment.id != SegmentID.none else { return }
    var element = 0
    var from = segment.start
    var place = segment.start
    while place <= segment.end {
      if place == segment.end || bytes[place] == delimiters.element {
        if place - from > Self.elementLimit { break }
        from = place + 1
        element += 1
      }
      place += 1
    }
    guard place <= segment.end else { return }
    let name = SegmentID.name(segment.id) + (element < 10 ? "0" : "") + String(element)
    let size =
      "\(name) has \(place - from) characters, and no element has more than "
      + "\(Self.elementLimit)"
    if hasSet, set?.isOversized == false {
      set?.isOversized = true
      refuse(
        from, element: name,
        "\(size); \(set.map { label($0.envelope) } ?? "the set") is refused, ask the sender for it "
          + "again")
    } else if !hasSet {
      add(.error, from, "\(size); the segment stands outside of any set and is cut", element: name)
    }
  }

  /// Tells that the file does not begin with its first interchange.
  mutating func noteText(before start: Int, _ bytes: Span<UInt8>) {
    var isBlank = true
    for place in 0..<start where bytes[place] > 0x20 && bytes[place] < 0x7F { isBlank = false }
    problems.add(
      X12Problem(
        severity: isBlank ? .note : .warning, at: X12Place(segment: 1, byte: 0),
        message: isBlank
          ? "blanks or a byte-order mark stand before the first ISA"
          : "\(start) bytes of foreign text stand before the first ISA and were skipped"))
  }

  @inline(never)
  mutating func control(_ bytes: Span<UInt8>, _ segment: RawSegment) {
    var scanner = SegmentScanner(
      delimiters: delimiters, position: segment.start, end: segment.end,
      firstNumber: segmentCount)
    guard scanner.next(in: bytes, into: &view) else { return }
    switch segment.id {
    case SegmentID.gs: openGroup(bytes)
    case SegmentID.ge: closeGroup(bytes)
    case SegmentID.iea: closeInterchange(bytes)
    case SegmentID.ta1: acknowledge(bytes)
    case SegmentID.st: openSet(bytes)
    default: closeSet(bytes, end: segment.end)
    }
  }

  func text(_ bytes: Span<UInt8>, _ element: Int) -> String {
    let range = view.element(element)
    var start = range.lowerBound
    // No identifier of an envelope is longer; a hostile one must not be copied for every set.
    var end = min(range.upperBound, start + 80)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return X12Text.string(bytes, ByteRange(start, end))
  }

  mutating func add(
    _ severity: Severity, _ position: Int, _ message: String,
    element: String = "", set: Int? = nil
  ) {
    guard problems.hasRoom(for: severity) else { return }
    let byte = places?.disk(position) ?? position
    problems.add(
      X12Problem(
        severity: severity,
        at: X12Place(segment: segmentCount, byte: byte, element: element, set: set),
        message: message))
  }

  @inline(never)
  mutating func stray(_ segment: RawSegment) {
    strays += 1
    guard strays == 1, segment.id != SegmentID.none else { return }
    add(
      .warning, segment.start,
      "segment \(SegmentID.name(segment.id)) stands outside of any transaction set and is skipped")
  }
}
