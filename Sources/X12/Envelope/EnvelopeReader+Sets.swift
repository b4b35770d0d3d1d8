// Transaction sets: ST to SE.

extension EnvelopeReader {
  mutating func openSet(_ bytes: Span<UInt8>) {
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

  mutating func closeSet(_ bytes: Span<UInt8>, end: Int) {
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
    open.envelope.isWhole = !open.isOversized
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

  mutating func abandonSet(at position: Int, because reason: String) {
    guard var open = set else { return }
    set = nil
    hasSet = false
    open.envelope.range =
      open.envelope.range.lowerBound..<max(position, open.envelope.range.lowerBound)
    open.envelope.segmentCount = max(
      segmentCount - open.envelope.firstSegment + (isAtEnd ? 1 : 0), 1)
    refuse(
      position,
      "\(label(open.envelope)) is refused: it has no SE, \(reason). Nothing of it is applied; ask "
        + "the sender for it again")
    keep(open.envelope)
  }

  func label(_ envelope: TransactionSetEnvelope) -> String {
    "set \(envelope.code) \(envelope.control)"
  }

  mutating func refuse(_ position: Int, element: String = "", _ message: String) {
    add(.error, position, message, element: element, set: sets.count)
  }

  mutating func keep(_ envelope: TransactionSetEnvelope) {
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
