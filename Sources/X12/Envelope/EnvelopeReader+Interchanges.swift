// Interchanges and functional groups: ISA to IEA, GS to GE.

extension EnvelopeReader {
  /// Opens an interchange and returns where the segment after its header begins; `nil` when the
  /// file must be cleaned first.
  mutating func openInterchange(
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
    template.interchangeDate = template.date
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

  mutating func closeInterchange(_ bytes: Span<UInt8>) {
    guard let open = interchange else {
      add(.warning, view.start, "IEA without an ISA before it")
      return
    }
    abandonGroup(at: view.start, because: "the interchange ends")
    count(bytes, 1, found: open.children, of: "groups", in: "interchange \(open.control)")
    controls(bytes, 2, expected: open.control, "ISA13")
    interchange = nil
  }

  mutating func abandonInterchange(at position: Int, because reason: String) {
    abandonGroup(at: position, because: reason)
    guard let open = interchange else { return }
    add(
      .error, position,
      "interchange \(open.control) has no IEA: \(reason). Its whole sets are read; ask the sender "
        + "whether the file was cut off")
    interchange = nil
  }

  mutating func acknowledge(_ bytes: Span<UInt8>) {
    guard acknowledgments.count < Self.setLimit else { return }
    var acknowledgment = InterchangeAcknowledgment(elements: (1...5).map { text(bytes, $0) })
    acknowledgment.usage = template.usage
    acknowledgment.answeredOn = template.date
    acknowledgment.answeredAt = template.time
    acknowledgments.append(acknowledgment)
  }

  mutating func finish(_ end: Int) {
    isAtEnd = true
    abandonInterchange(at: end, because: "the file ends")
    abandonSet(at: end, because: "the file ends")
  }
}

extension EnvelopeReader {
  mutating func openGroup(_ bytes: Span<UInt8>) {
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
    template.groupVersion = template.version
    group = Level(control: template.groupControl, start: view.start, segment: segmentCount)
  }

  mutating func closeGroup(_ bytes: Span<UInt8>) {
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

  mutating func abandonGroup(at position: Int, because reason: String) {
    abandonSet(at: position, because: reason)
    guard let open = group else { return }
    add(
      .error, position,
      "group \(open.control) has no GE: \(reason). Its whole sets are read; ask the sender "
        + "whether sets are missing")
    group = nil
    leaveGroup()
  }

  mutating func leaveGroup() {
    template.functionalCode = ""
    template.senderID = ""
    template.receiverID = ""
    template.groupControl = ""
    template.version = ""
    template.groupVersion = ""
  }

  /// Compares a count that a trailer declares with what was found.
  mutating func count(
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
        + "are \(found); whole sets are read"
        + (isLoss ? ", ask the sender for the missing ones" : ""),
      element: name)
  }

  mutating func controls(
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
