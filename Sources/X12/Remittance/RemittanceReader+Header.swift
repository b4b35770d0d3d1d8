// Payment, parties, and the summary at the end of a remittance.

extension RemittanceReader {
  mutating func readOther(_ bytes: Span<UInt8>) {
    switch segment.id {
    case SegmentID.moa:
      guard scope == .claim else { return misplaced() }
      for element in 3...7 { addRemark(element, .outpatient) }
    case SegmentID.mia:
      guard scope == .claim else { return misplaced() }
      for element in [5, 20, 21, 22, 23] { addRemark(element, .inpatient) }
    case SegmentID.qty: readQuantity(bytes)
    case SegmentID.plb: readProviderAdjustments(bytes)
    case SegmentID.bpr: readPayment(bytes)
    case SegmentID.trn:
      guard remittance.payment.trace.isEmpty else { return }
      remittance.payment.trace = segment.element(2)
      remittance.payment.tracePayer = segment.element(3)
      remittance.payment.traceSupplement = segment.element(4)
    case SegmentID.n1: openParty(bytes)
    case SegmentID.n3, SegmentID.n4: readAddress()
    case SegmentID.per: readContact()
    case SegmentID.lx:
      closeClaim()
      assignedNumber = Int32(truncatingIfNeeded: number(bytes, segment.element(1)))
    case SegmentID.st, SegmentID.se, SegmentID.cur, SegmentID.rdm, SegmentID.ts2, SegmentID.ts3:
      break
    default: noteUnknown()
    }
  }

  mutating func readPayment(_ bytes: Span<UInt8>) {
    guard remittance.payment.segment == 0 else {
      add(
        .error, element: "BPR",
        "a second BPR in one set; only the first is used, ask the sender for it again")
      remittance.hasUnreadableAmount = true
      return
    }
    var payment = remittance.payment
    payment.segment = UInt32(truncatingIfNeeded: segment.number)
    payment.position = UInt32(truncatingIfNeeded: segment.start)
    payment.handling = segment.element(1)
    payment.amount = money(bytes, 2)
    payment.creditDebit = segment.element(3)
    payment.method = segment.element(4)
    payment.format = segment.element(5)
    payment.payerBankQualifier = segment.element(6)
    payment.payerBank = segment.element(7)
    payment.payerAccountQualifier = segment.element(8)
    payment.payerAccount = segment.element(9)
    payment.payerID = segment.element(10)
    payment.payerSupplement = segment.element(11)
    payment.payeeBankQualifier = segment.element(12)
    payment.payeeBank = segment.element(13)
    payment.payeeAccountQualifier = segment.element(14)
    payment.payeeAccount = segment.element(15)
    payment.date = X12Date.yyyymmdd(bytes, segment.element(16))
    if payment.date == 0 { noteDate(bytes, 16) }
    remittance.payment = payment
  }

  mutating func openParty(_ bytes: Span<UInt8>) {
    guard scope.rawValue < Scope.group.rawValue else { return misplaced() }
    var party = RemittanceParty()
    party.segment = UInt32(truncatingIfNeeded: segment.number)
    party.name = segment.element(2)
    party.idQualifier = segment.element(3)
    party.id = segment.element(4)
    let references = UInt32(truncatingIfNeeded: remittance.references.count)
    party.references = FlatRange(references, references)
    let contacts = UInt32(truncatingIfNeeded: remittance.contacts.count)
    party.contacts = FlatRange(contacts, contacts)
    switch code(bytes, segment.element(1)) {
    case 0x5052:
      scope = .payer
      remittance.payer = party
    case 0x5045:
      scope = .payee
      remittance.payee = party
    default: scope = .otherParty
    }
  }

  mutating func readAddress() {
    guard scope == .payer || scope == .payee else { return }
    var party = scope == .payer ? remittance.payer : remittance.payee
    if segment.id == SegmentID.n3 {
      party.street = segment.element(1)
      party.streetMore = segment.element(2)
    } else {
      party.city = segment.element(1)
      party.state = segment.element(2)
      party.zip = segment.element(3)
    }
    if scope == .payer { remittance.payer = party } else { remittance.payee = party }
  }

  mutating func readContact() {
    let numbers = ByteRange(
      segment.element(3).lowerBound, segment.count >= 3 ? segment.end : 0)
    remittance.contacts.append(
      RemittanceContact(
        function: segment.element(1), name: segment.element(2), numbers: numbers,
        segment: UInt32(truncatingIfNeeded: segment.number)))
    let end = UInt32(truncatingIfNeeded: remittance.contacts.count)
    if scope == .payer { remittance.payer.contacts.end = end }
    if scope == .payee { remittance.payee.contacts.end = end }
  }

  mutating func readProviderAdjustments(_ bytes: Span<UInt8>) {
    closeClaim()
    scope = .summary
    let provider = segment.element(1)
    let periodEnd = X12Date.yyyymmdd(bytes, segment.element(2))
    var place = 3
    while place <= segment.count {
      let identifier = segment.element(place)
      let amount = segment.element(place + 1)
      if !identifier.isEmpty || !amount.isEmpty {
        var parts = Composite(identifier, component: remittance.envelope.delimiters.component)
        let reason = parts.next(in: bytes) ?? .empty
        let reference = parts.next(in: bytes) ?? .empty
        remittance.providerAdjustments.append(
          ProviderAdjustment(
            provider: provider, periodEnd: periodEnd, reason: reason, reference: reference,
            amount: money(bytes, place + 1),
            segment: UInt32(truncatingIfNeeded: segment.number)))
        if reason.count > 3 { noteComposite(place) }
      }
      place += 2
    }
  }
}
