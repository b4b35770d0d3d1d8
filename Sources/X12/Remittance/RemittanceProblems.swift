// What a remittance reader has to say about what it finds; away from the hot path.

extension RemittanceReader {
  /// Adds a problem at an element of a segment.
  ///
  /// Positions are put right at the end.
  @inline(never)
  mutating func add(
    _ severity: Severity, element: String = "", position: Int? = nil,
    _ message: String
  ) {
    var place = segment.start
    if let position { place = position }
    problems.add(
      X12Problem(
        severity: severity,
        at: X12Place(segment: segment.number, byte: place, element: element, set: index),
        message: message))
  }

  /// Tells what the whole set lacks, and turns positions into those on disk.
  mutating func finish(_ file: X12File) {
    if remittance.payment.segment == 0 {
      missing("BPR", "the set has no BPR, so the payment is unknown; ask the sender for it again")
      remittance.hasUnreadableAmount = true
    }
    if remittance.payment.trace.isEmpty {
      missing("TRN", "the set has no trace number (TRN02); the deposit must be matched by hand")
    }
    if remittance.payer.segment == 0, remittance.payment.payerID.isEmpty,
      remittance.payment.tracePayer.isEmpty
    {
      missing("N1", "the set names no payer (N1*PR); assign it by hand")
    }
    if hasOverflow {
      missing("CLP", "the amounts are too large to be added up; ask the sender for it again")
      remittance.hasUnreadableAmount = true
    }
    remittance.problems = problems.all.map { problem in
      var problem = problem
      problem.place.byte = file.diskOffset(problem.place.byte)
      return problem
    }
  }

  private mutating func missing(_ name: String, _ message: String) {
    problems.add(
      X12Problem(
        severity: name == "BPR" || name == "CLP" ? .error : .warning,
        at: X12Place(
          segment: remittance.envelope.firstSegment, byte: remittance.envelope.range.lowerBound,
          element: name, set: index),
        message: message))
  }

  /// An amount that is missing, has blanks around it or cannot be read.
  @inline(never)
  mutating func oddMoney(
    _ bytes: Span<UInt8>, _ element: Int
  ) -> Int64 {
    let range = segment.element(element)
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    let value = X12Amount.cents(bytes, ByteRange(start, end))
    if start < end, value == nil {
      remittance.hasUnreadableAmount = true
      if hasClaim { claim.hasUnreadableAmount = true }
    }
    guard problems.hasRoom(for: .error) else { return value ?? 0 }
    let name = elementName(element)
    if start == end {
      add(.warning, element: name, "\(name) is empty; it is read as 0.00")
      return 0
    }
    if let value {
      add(.note, element: name, position: start, "\(name) has blanks around the amount")
      return value
    }
    add(
      .error, element: name, position: start,
      "\(name) \"\(shown(bytes, range))\" is no amount; nothing of this set is posted by itself, "
        + "look it up in the payer's own report")
    return 0
  }

  /// A count in thousandths; 0 with a problem when it cannot be read.
  mutating func count(_ bytes: Span<UInt8>, _ element: Int) -> Int64 {
    if let value = X12Amount.scaled(bytes, segment.element(element), decimals: 3) { return value }
    guard problems.hasRoom(for: .warning) else { return 0 }
    let name = elementName(element)
    add(
      .warning, element: name, position: segment.element(element).lowerBound,
      "\(name) \"\(shown(bytes, segment.element(element)))\" is no count; it is read as 0")
    return 0
  }

  @inline(never)
  mutating func noteStatus(_ bytes: Span<UInt8>) {
    guard problems.hasRoom(for: .warning) else { return }
    add(
      .warning, element: "CLP02", position: segment.element(2).lowerBound,
      "claim status \"\(shown(bytes, segment.element(2)))\" is none that the guide knows; "
        + "decide the claim by its adjustments")
  }

  @inline(never)
  mutating func noteNoControl() {
    guard problems.hasRoom(for: .warning) else { return }
    add(
      .warning, element: "CLP01",
      "the claim carries no control number of ours; match it by the payer's number or by hand")
  }

  @inline(never)
  mutating func noteNoReason(_ element: Int) {
    guard problems.hasRoom(for: .error) else { return }
    add(
      .error, element: elementName(element),
      "\(elementName(element)) is empty: an amount without its reason code; its claim waits for a "
        + "person, ask the payer what it stands for")
  }

  @inline(never)
  mutating func noteDate(_ bytes: Span<UInt8>, _ element: Int) {
    guard problems.hasRoom(for: .warning) else { return }
    let name = elementName(element)
    guard !segment.element(element).isEmpty else {
      add(.note, element: name, "\(name) has no date")
      return
    }
    add(
      .warning, element: name, position: segment.element(element).lowerBound,
      "\(name) \"\(shown(bytes, segment.element(element)))\" is no day of the calendar")
  }

  @inline(never)
  mutating func noteInformation(_ bytes: Span<UInt8>, _ element: Int) {
    guard problems.hasRoom(for: .note) else { return }
    let name = elementName(element)
    add(
      .note, element: name,
      "\(name) \"\(shown(bytes, segment.element(element)))\" cannot be read; it is for "
        + "information only and was left out")
  }

  @inline(never)
  mutating func misplaced() {
    guard problems.hasRoom(for: .warning) else { return }
    add(
      .warning,
      "segment \(SegmentID.name(segment.id)) has no place here and is skipped")
  }

  @inline(never)
  mutating func noteUnknown() {
    let id = segment.id
    guard id != SegmentID.none, unknown.count < 20, !unknown.contains(id) else { return }
    unknown.append(id)
    add(
      .note,
      "segment \(SegmentID.name(segment.id)) is not part of a remittance and is skipped wherever "
        + "it stands")
  }

  @inline(never)
  mutating func noteOverlong() {
    add(
      .warning,
      "the segment has more than \(SegmentView.elementLimit) elements; the rest of it is not read")
    switch segment.id {
    case SegmentID.cas, SegmentID.plb: remittance.hasUnreadableAmount = true
    default: break
    }
  }

  /// SVC01 that uses another component separator than ISA16 declares.
  @inline(__always)
  mutating func checkComposite(_ bytes: Span<UInt8>) {
    let range = segment.element(1)
    guard !saidMismatch, range.count > 5 else { return }
    let third = bytes[range.lowerBound + 2]
    if third != remittance.envelope.delimiters.component, !SegmentID.isNameByte(third) {
      noteComposite(1)
    }
  }

  @inline(never)
  mutating func noteComposite(_ element: Int) {
    guard !saidMismatch else { return }
    saidMismatch = true
    let name = elementName(element)
    let component = String(Unicode.Scalar(remittance.envelope.delimiters.component))
    add(
      .warning, element: name, position: segment.element(element).lowerBound,
      "\(name) does not use the component separator \"\(component)\" that ISA16 declares; "
        + "it is read as one component")
  }

  private func elementName(_ element: Int) -> String {
    SegmentID.name(segment.id) + (element < 10 ? "0" : "") + String(element)
  }

  /// The first letters of an element, for a message.
  private func shown(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
    let end = min(range.upperBound, range.lowerBound + 30)
    return X12Text.string(bytes, ByteRange(range.lowerBound, end))
      + (end < range.upperBound ? "…" : "")
  }
}
