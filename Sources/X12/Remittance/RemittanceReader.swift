extension Remittance835 {
  /// Reads one set of a file; never fails, what is wrong stands in ``problems``.
  ///
  /// A set that is not whole is read as far as it goes, for looking at: it must not be posted.
  package init(_ file: X12File, set index: Int) {
    self.init()
    read(file, set: index)
  }

  /// Reads another set into the memory of this one, which goes on to belong to the new set.
  ///
  /// A file of many payments is read so without asking for memory again at each.
  package mutating func read(_ file: X12File, set index: Int) {
    var taken = Remittance835()
    swap(&self, &taken)
    var reader = RemittanceReader(file, set: index, into: consume taken)
    reader.read(file)
    self = reader.remittance
  }
}

/// Builds a remittance in one pass over its segments.
struct RemittanceReader {
  var remittance: Remittance835
  var problems = X12ProblemList(limit: 500)
  /// The segment at hand; kept here because handing it on would copy it.
  private(set) var segment = SegmentView()
  let index: Int
  var scope = Scope.header
  var claim = RemittanceClaim()
  var line = RemittanceLine()
  var hasClaim = false
  var hasLine = false
  /// Whether a sum did not fit into 64 bits.
  var hasOverflow = false
  var assignedNumber: Int32 = 0
  var unknown: [UInt32] = []
  var saidMismatch = false

  /// What the segment at hand belongs to.
  enum Scope: UInt8 {
    case header, payer, payee, otherParty, group, claim, line, summary
  }

  init(_ file: X12File, set index: Int, into remittance: consuming Remittance835) {
    self.index = index
    self.remittance = remittance
    self.remittance.removeAll()
    self.remittance.bytes = file.bytes
    self.remittance.envelope =
      file.sets.indices.contains(index) ? file.sets[index] : TransactionSetEnvelope()
  }

  mutating func read(_ file: X12File) {
    let bytes = file.bytes.span
    let envelope = remittance.envelope
    var scanner = SegmentScanner(
      delimiters: envelope.delimiters, position: envelope.range.lowerBound,
      end: envelope.range.upperBound, firstNumber: envelope.firstSegment)
    reserve(min(envelope.segmentCount, envelope.range.count / 16))
    while scanner.next(in: bytes, into: &segment) {
      switch segment.id {
      case SegmentID.cas: readAdjustments(bytes)
      case SegmentID.svc: readLine(bytes)
      case SegmentID.dtm: readDate(bytes)
      case SegmentID.ref: readReference(bytes)
      case SegmentID.amt: readAmount(bytes)
      case SegmentID.nm1: readName(bytes)
      case SegmentID.clp: readClaim(bytes)
      case SegmentID.lq: readRemark(bytes)
      default: readOther(bytes)
      }
      if segment.isOverlong { noteOverlong() }
    }
    closeClaim()
    finish(file)
  }

  /// Makes room for what a remittance of so many segments usually holds; memory that is reserved and
  /// not used costs nothing, but growing copies what is there.
  mutating func reserve(_ segments: Int) {
    remittance.claims.reserveCapacity(segments / 12 + 1)
    remittance.lines.reserveCapacity(segments / 6 + 1)
    remittance.adjustments.reserveCapacity(segments / 3 + 1)
    remittance.references.reserveCapacity(segments / 4 + 1)
    remittance.dates.reserveCapacity(segments / 4 + 1)
    remittance.amounts.reserveCapacity(segments / 6 + 1)
    remittance.names.reserveCapacity(segments / 10 + 1)
    remittance.remarks.reserveCapacity(segments / 8 + 1)
  }

  mutating func readClaim(_ bytes: Span<UInt8>) {
    closeClaim()
    scope = .claim
    hasClaim = true
    claim = RemittanceClaim()
    claim.segment = UInt32(truncatingIfNeeded: segment.number)
    claim.position = UInt32(truncatingIfNeeded: segment.start)
    claim.assignedNumber = assignedNumber
    claim.patientControl = segment.element(1)
    claim.statusCode = segment.element(2)
    claim.status = Int16(truncatingIfNeeded: number(bytes, claim.statusCode))
    claim.charge = money(bytes, 3)
    claim.paid = money(bytes, 4)
    claim.hasPatientResponsibility = !segment.element(5).isEmpty
    if claim.hasPatientResponsibility {
      claim.patientResponsibility = money(bytes, 5)
    }
    claim.filingIndicator = segment.element(6)
    claim.payerControl = segment.element(7)
    claim.facilityCode = segment.element(8)
    claim.frequency = segment.element(9)
    claim.lines.start = UInt32(truncatingIfNeeded: remittance.lines.count)
    claim.adjustments.start = UInt32(truncatingIfNeeded: remittance.adjustments.count)
    claim.names.start = UInt32(truncatingIfNeeded: remittance.names.count)
    claim.remarks.start = UInt32(truncatingIfNeeded: remittance.remarks.count)
    claim.references.start = UInt32(truncatingIfNeeded: remittance.references.count)
    claim.dates.start = UInt32(truncatingIfNeeded: remittance.dates.count)
    claim.amounts.start = UInt32(truncatingIfNeeded: remittance.amounts.count)
    claim.quantities.start = UInt32(truncatingIfNeeded: remittance.quantities.count)
    claim.contacts.start = UInt32(truncatingIfNeeded: remittance.contacts.count)
    switch claim.status {
    case 1, 2, 3, 4, 19, 20, 21, 22, 23, 25: break
    default: noteStatus(bytes)
    }
    if claim.patientControl.isEmpty { noteNoControl() }
  }

  /// Ends what belongs to the claim itself: from here on everything belongs to its lines.
  mutating func closeClaimLevel() {
    claim.adjustments.end = UInt32(truncatingIfNeeded: remittance.adjustments.count)
    claim.names.end = UInt32(truncatingIfNeeded: remittance.names.count)
    claim.remarks.end = UInt32(truncatingIfNeeded: remittance.remarks.count)
    claim.references.end = UInt32(truncatingIfNeeded: remittance.references.count)
    claim.dates.end = UInt32(truncatingIfNeeded: remittance.dates.count)
    claim.amounts.end = UInt32(truncatingIfNeeded: remittance.amounts.count)
    claim.quantities.end = UInt32(truncatingIfNeeded: remittance.quantities.count)
    claim.contacts.end = UInt32(truncatingIfNeeded: remittance.contacts.count)
  }

  mutating func closeLine() {
    guard hasLine else { return }
    hasLine = false
    line.adjustments.end = UInt32(truncatingIfNeeded: remittance.adjustments.count)
    line.remarks.end = UInt32(truncatingIfNeeded: remittance.remarks.count)
    line.references.end = UInt32(truncatingIfNeeded: remittance.references.count)
    line.dates.end = UInt32(truncatingIfNeeded: remittance.dates.count)
    line.amounts.end = UInt32(truncatingIfNeeded: remittance.amounts.count)
    line.quantities.end = UInt32(truncatingIfNeeded: remittance.quantities.count)
    remittance.lines.append(line)
  }

  mutating func closeClaim() {
    if hasClaim {
      if hasLine { closeLine() } else { closeClaimLevel() }
      hasClaim = false
      claim.lines.end = UInt32(truncatingIfNeeded: remittance.lines.count)
      remittance.claims.append(claim)
    }
    scope = .group
  }

  mutating func readLine(_ bytes: Span<UInt8>) {
    guard hasClaim else {
      misplaced()
      return
    }
    if hasLine { closeLine() } else { closeClaimLevel() }
    scope = .line
    hasLine = true
    line = RemittanceLine()
    line.segment = UInt32(truncatingIfNeeded: segment.number)
    line.position = UInt32(truncatingIfNeeded: segment.start)
    line.claim = UInt32(truncatingIfNeeded: remittance.claims.count)
    line.procedure = segment.element(1)
    line.charge = money(bytes, 2)
    line.paid = money(bytes, 3)
    line.revenueCode = segment.element(4)
    let units = segment.element(5)
    if !units.isEmpty {
      line.hasPaidUnits = true
      line.paidUnits = count(bytes, 5)
    }
    line.submittedProcedure = segment.element(6)
    line.hasSubmittedUnits = !segment.element(7).isEmpty
    if line.hasSubmittedUnits { line.submittedUnits = count(bytes, 7) }
    line.adjustments.start = UInt32(truncatingIfNeeded: remittance.adjustments.count)
    line.remarks.start = UInt32(truncatingIfNeeded: remittance.remarks.count)
    line.references.start = UInt32(truncatingIfNeeded: remittance.references.count)
    line.dates.start = UInt32(truncatingIfNeeded: remittance.dates.count)
    line.amounts.start = UInt32(truncatingIfNeeded: remittance.amounts.count)
    line.quantities.start = UInt32(truncatingIfNeeded: remittance.quantities.count)
    Self.sum(&claim.lineChargeTotal, line.charge, &hasOverflow)
    Self.sum(&claim.linePaidTotal, line.paid, &hasOverflow)
    checkComposite(bytes)
  }

  mutating func readAdjustments(_ bytes: Span<UInt8>) {
    guard hasClaim else {
      misplaced()
      return
    }
    let group = UInt16(truncatingIfNeeded: code(bytes, segment.element(1)))
    var total: Int64 = 0
    var place = 2
    while place <= segment.count {
      let reason = segment.element(place)
      let amount = segment.element(place + 1)
      if !reason.isEmpty || !amount.isEmpty {
        if reason.isEmpty { noteNoReason(place) }
        let cents = money(bytes, place + 1)
        remittance.adjustments.append(
          RemittanceAdjustment(
            group: group, segment: UInt32(truncatingIfNeeded: segment.number), reason: reason,
            amount: cents, quantity: segment.element(place + 2)))
        Self.sum(&total, cents, &hasOverflow)
      }
      place += 3
    }
    if hasLine {
      Self.sum(&line.adjustmentTotal, total, &hasOverflow)
    } else {
      Self.sum(&claim.ownAdjustmentTotal, total, &hasOverflow)
    }
    Self.sum(&claim.adjustmentTotal, total, &hasOverflow)
    if group == RemittanceAdjustment.patientResponsibility {
      Self.sum(&claim.patientAdjustmentTotal, total, &hasOverflow)
    }
  }

  @inline(__always)
  func code(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt32 {
    guard range.count <= 4 else { return 0 }
    let code = UInt32(truncatingIfNeeded: X12Text.packed(bytes, range))
    return code & 0x8080_8080 == 0 ? code : 0
  }

  /// A whole number of a code; 0 when it is none.
  func number(_ bytes: Span<UInt8>, _ range: ByteRange) -> Int {
    guard range.count <= 9 else { return 0 }
    var value = 0
    var place = range.lowerBound
    while place < range.upperBound {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return 0 }
      value = value &* 10 &+ Int(digit)
      place &+= 1
    }
    return value
  }

  /// Adds with a check: a sum that does not fit can never balance.
  @inline(__always)
  static func sum(_ total: inout Int64, _ amount: Int64, _ overflows: inout Bool) {
    let (result, overflow) = total.addingReportingOverflow(amount)
    total = result
    overflows = overflows || overflow
  }

  /// An amount that balancing needs; 0 with a problem when it is not there or cannot be read.
  @inline(__always)
  mutating func money(
    _ bytes: Span<UInt8>, _ element: Int
  ) -> Int64 {
    if let cents = X12Amount.cents(bytes, segment.element(element)) { return cents }
    return oddMoney(bytes, element)
  }
}
