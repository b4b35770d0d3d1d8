/// Goes once over a file and keeps book of interchanges, groups and transaction sets.
struct EnvelopeReader {
  /// How many sets are kept; a file that claims more is hostile or broken.
  static let setLimit = 200_000

  private(set) var sets: [TransactionSetEnvelope] = []
  private(set) var acknowledgments: [InterchangeAcknowledgment] = []
  private(set) var segmentCount = 0
  private(set) var interchangeCount = 0
  var problems = X12ProblemList()
  /// Reads on where line breaks or foreign text stand in segments, because the file was cleaned.
  var takesEverything = false

  private let places: DiskPlaces?
  private var delimiters = Delimiters.usual
  private var interchange: Level?
  private var group: Level?
  private var set: OpenSet?
  /// Whether there is an open set: asked for every segment.
  private var hasSet = false
  private var template = TransactionSetEnvelope()
  private var seenInterchanges: Set<String> = []
  private var strays = 0
  private var isFull = false
  private var isAtEnd = false
  private var view = SegmentView()

  /// An interchange or a group that is open.
  private struct Level {
    var control = ""
    var start = 0
    var segment = 0
    var children = 0
  }

  private struct OpenSet {
    var envelope: TransactionSetEnvelope
    /// Stretches in it that are no segments; senders do not count them.
    var foreign = 0
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

  /// Tells that the file does not begin with its first interchange.
  mutating func noteText(before start: Int, _ bytes: Span<UInt8>) {
    var isBlank = true
    for place in 0..<start where bytes[place] > 0x20 && bytes[place] < 0x7F { isBlank = false }
    problems.add(
      X12Problem(
        severity: isBlank ? .note : .warning, segment: 1, byte: 0,
        message: isBlank
          ? "blanks or a byte-order mark stand before the first ISA"
          : "\(start) bytes of foreign text stand before the first ISA and were skipped"))
  }

  private mutating func control(_ bytes: Span<UInt8>, _ segment: RawSegment) {
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

  private func text(_ bytes: Span<UInt8>, _ element: Int) -> String {
    let range = view.element(element)
    var start = range.lowerBound
    // No identifier of an envelope is longer; a hostile one must not be copied for every set.
    var end = min(range.upperBound, start + 80)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return X12Text.string(bytes, ByteRange(start, end))
  }

  private mutating func add(
    _ severity: Severity, _ position: Int, _ message: String,
    element: String = "", set: Int? = nil
  ) {
    guard problems.hasRoom(for: severity) else { return }
    let byte = places?.disk(position) ?? position
    problems.add(
      X12Problem(
        severity: severity, segment: segmentCount, byte: byte, element: element,
        message: message, set: set))
  }

  private mutating func stray(_ segment: RawSegment) {
    strays += 1
    guard strays == 1, segment.id != SegmentID.none else { return }
    add(
      .warning, segment.start,
      "segment \(SegmentID.name(segment.id)) stands outside of any transaction set and is skipped")
  }
}

// Interchanges.
extension EnvelopeReader {
  /// Opens an interchange and returns where the segment after its header begins; `nil` when the
  /// file must be cleaned first.
  private mutating func openInterchange(
    _ bytes: Span<UInt8>, _ segment: RawSegment
  ) -> Int? {
    abandonInterchange(at: segment.start, because: "another ISA begins")
    strays = 0
    interchangeCount += 1
    guard let header = InterchangeHeader(bytes, at: segment.start) else {
      add(
        .error, segment.start,
        "this ISA is cut off or damaged; what follows is read with the separators before it")
      interchange = Level(start: segment.start, segment: segmentCount)
      var damaged = segment
      damaged.findEnd(in: bytes, delimiters)
      return damaged.next
    }
    if !takesEverything {
      for place in segment.start..<header.end where bytes[place] == 0x0A || bytes[place] == 0x0D {
        return nil
      }
    }
    delimiters = header.delimiters
    for oddity in header.oddities { add(.note, segment.start, oddity) }
    var scanner = SegmentScanner(
      delimiters: delimiters, position: segment.start, end: header.end, firstNumber: segmentCount)
    _ = scanner.next(in: bytes, into: &view)
    template = TransactionSetEnvelope()
    template.delimiters = delimiters
    template.interchangeSenderQualifier = text(bytes, 5)
    template.interchangeSender = text(bytes, 6)
    template.interchangeReceiverQualifier = text(bytes, 7)
    template.interchangeReceiver = text(bytes, 8)
    template.date = X12Date.yyyymmdd(bytes, view.element(9))
    template.time = text(bytes, 10)
    template.interchangeControl = text(bytes, 13)
    template.usage = text(bytes, 15)
    template.interchange = interchangeCount - 1
    interchange = Level(
      control: template.interchangeControl, start: segment.start, segment: segmentCount)
    let identity =
      template.interchangeSender + "\u{1}" + template.interchangeReceiver + "\u{1}"
      + template.interchangeControl
    if !seenInterchanges.insert(identity).inserted {
      add(
        .warning, segment.start,
        "interchange \(template.interchangeControl) stands in this file more than once; "
          + "the second copy is not applied again", element: "ISA13")
    }
    return min(header.end + 1, bytes.count)
  }

  private mutating func closeInterchange(_ bytes: Span<UInt8>) {
    guard let open = interchange else {
      add(.warning, view.start, "IEA without an ISA before it")
      return
    }
    abandonGroup(at: view.start, because: "the interchange ends")
    count(bytes, 1, found: open.children, of: "groups", in: "interchange \(open.control)")
    controls(bytes, 2, expected: open.control, "ISA13")
    interchange = nil
  }

  private mutating func abandonInterchange(at position: Int, because reason: String) {
    abandonGroup(at: position, because: reason)
    guard let open = interchange else { return }
    add(
      .error, position,
      "interchange \(open.control) has no IEA: \(reason). Its whole sets are read; ask the sender "
        + "whether the file was cut off")
    interchange = nil
  }

  private mutating func acknowledge(_ bytes: Span<UInt8>) {
    guard acknowledgments.count < Self.setLimit else { return }
    acknowledgments.append(
      InterchangeAcknowledgment(elements: (1...5).map { text(bytes, $0) }))
  }

  private mutating func finish(_ end: Int) {
    isAtEnd = true
    abandonInterchange(at: end, because: "the file ends")
    abandonSet(at: end, because: "the file ends")
  }
}

// Functional groups.
extension EnvelopeReader {
  private mutating func openGroup(_ bytes: Span<UInt8>) {
    abandonGroup(at: view.start, because: "another GS begins")
    interchange?.children += 1
    template.functionalCode = text(bytes, 1)
    template.senderID = text(bytes, 2)
    template.receiverID = text(bytes, 3)
    let date = X12Date.yyyymmdd(bytes, view.element(4))
    if date != 0 { template.date = date }
    template.time = text(bytes, 5)
    template.groupControl = text(bytes, 6)
    template.version = text(bytes, 8)
    group = Level(control: template.groupControl, start: view.start, segment: segmentCount)
  }

  private mutating func closeGroup(_ bytes: Span<UInt8>) {
    abandonSet(at: view.start, because: "the group ends")
    guard let open = group else {
      add(.warning, view.start, "GE without a GS before it")
      return
    }
    count(bytes, 1, found: open.children, of: "transaction sets", in: "group \(open.control)")
    controls(bytes, 2, expected: open.control, "GS06")
    group = nil
    leaveGroup()
  }

  private mutating func abandonGroup(at position: Int, because reason: String) {
    abandonSet(at: position, because: reason)
    guard let open = group else { return }
    add(
      .error, position,
      "group \(open.control) has no GE: \(reason). Its whole sets are read; ask the sender "
        + "whether sets are missing")
    group = nil
    leaveGroup()
  }

  private mutating func leaveGroup() {
    template.functionalCode = ""
    template.senderID = ""
    template.receiverID = ""
    template.groupControl = ""
    template.version = ""
  }

  /// Compares a count that a trailer declares with what was found.
  private mutating func count(
    _ bytes: Span<UInt8>, _ element: Int, found: Int, of what: String, in where: String
  ) {
    let declared = X12Amount.scaled(bytes, view.element(element), decimals: 0)
    guard declared != Int64(found) else { return }
    let name = SegmentID.name(view.id) + "0\(element)"
    let written = text(bytes, element)
    // Fewer than declared may mean that something was lost on the way.
    let isLoss = (declared ?? Int64.max) > Int64(found)
    add(
      isLoss ? .error : .warning, view.element(element).lowerBound,
      "\(name) counts \(written.isEmpty ? "nothing" : written) \(what) in \(`where`), but there "
        + "are \(found); whole sets are read" + (isLoss ? ", ask the sender for the missing ones" : ""),
      element: name)
  }

  private mutating func controls(
    _ bytes: Span<UInt8>, _ element: Int, expected: String, _ header: String
  ) {
    let written = text(bytes, element)
    guard written != expected else { return }
    let name = SegmentID.name(view.id) + "0\(element)"
    add(
      .warning, view.element(element).lowerBound,
      "\(name) is \(written.isEmpty ? "empty" : written), but \(header) is \(expected); "
        + "header and trailer should carry one number", element: name)
  }
}

// Transaction sets.
extension EnvelopeReader {
  private mutating func openSet(_ bytes: Span<UInt8>) {
    abandonSet(at: view.start, because: "another ST begins")
    group?.children += 1
    var envelope = template
    envelope.code = text(bytes, 1)
    envelope.control = text(bytes, 2)
    let version = text(bytes, 3)
    if !version.isEmpty { envelope.version = version }
    envelope.range = view.start..<view.end
    envelope.firstSegment = segmentCount
    set = OpenSet(envelope: envelope)
    hasSet = true
    if group == nil {
      add(.warning, view.start, "ST without a GS before it; the set is read all the same")
    }
  }

  private mutating func closeSet(_ bytes: Span<UInt8>, end: Int) {
    guard var open = set else {
      add(.warning, view.start, "SE without an ST before it")
      return
    }
    set = nil
    hasSet = false
    open.envelope.range = open.envelope.range.lowerBound..<min(end + 1, bytes.count)
    open.envelope.segmentCount = segmentCount - open.envelope.firstSegment + 1
    let found = Int64(open.envelope.segmentCount)
    let declared = X12Amount.scaled(bytes, view.element(1), decimals: 0)
    let control = text(bytes, 2)
    let name = label(open.envelope)
    open.envelope.isWhole = true
    if declared != found, declared != found - Int64(open.foreign) {
      open.envelope.isWhole = false
      let written = text(bytes, 1)
      refuse(
        view.element(1).lowerBound, element: "SE01",
        "\(name) is refused: SE01 counts \(written.isEmpty ? "nothing" : written) segments, but "
          + "there are \(found); segments may be missing, ask the sender for it again")
    }
    if control != open.envelope.control {
      if let number = Int64(control), number == Int64(open.envelope.control) {
        add(
          .warning, view.element(2).lowerBound,
          "SE02 is \(control), but ST02 is \(open.envelope.control)", element: "SE02",
          set: sets.count)
      } else {
        open.envelope.isWhole = false
        refuse(
          view.element(2).lowerBound, element: "SE02",
          "\(name) is refused: SE02 is \(control.isEmpty ? "empty" : control), so its end belongs "
            + "to another set; ask the sender for it again")
      }
    }
    keep(open.envelope)
  }

  private mutating func abandonSet(at position: Int, because reason: String) {
    guard var open = set else { return }
    set = nil
    hasSet = false
    open.envelope.range = open.envelope.range.lowerBound..<max(position, open.envelope.range.lowerBound)
    open.envelope.segmentCount = max(
      segmentCount - open.envelope.firstSegment + (isAtEnd ? 1 : 0), 1)
    refuse(
      position,
      "\(label(open.envelope)) is refused: it has no SE, \(reason). Nothing of it is applied; ask "
        + "the sender for it again")
    keep(open.envelope)
  }

  private func label(_ envelope: TransactionSetEnvelope) -> String {
    "set \(envelope.code) \(envelope.control)"
  }

  private mutating func refuse(_ position: Int, element: String = "", _ message: String) {
    add(.error, position, message, element: element, set: sets.count)
  }

  private mutating func keep(_ envelope: TransactionSetEnvelope) {
    guard sets.count < Self.setLimit else {
      if sets.count == Self.setLimit, !isFull {
        isFull = true
        add(
          .error, envelope.range.lowerBound,
          "more than \(Self.setLimit) transaction sets; the rest is not read, split the file")
      }
      return
    }
    sets.append(envelope)
  }
}
