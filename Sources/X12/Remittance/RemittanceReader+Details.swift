// What claims and lines carry beside their amounts.

extension RemittanceReader {
  mutating func readDate(_ bytes: Span<UInt8>) {
    let qualifier = code(bytes, segment.element(1))
    let day = X12Date.yyyymmdd(bytes, segment.element(2))
    if scope == .claim || scope == .line {
      remittance.dates.append(
        RemittanceDate(
          qualifier: qualifier, day: day, segment: UInt32(truncatingIfNeeded: segment.number)))
    } else if qualifier == 0x343035, scope == .header {
      remittance.productionDate = day
    }
    if day == 0 { noteDate(bytes, 2) }
  }

  mutating func readReference(_ bytes: Span<UInt8>) {
    remittance.references.append(
      RemittanceReference(
        qualifier: code(bytes, segment.element(1)), value: segment.element(2),
        segment: UInt32(truncatingIfNeeded: segment.number)))
    switch scope {
    case .header:
      remittance.headerReferences.end = UInt32(truncatingIfNeeded: remittance.references.count)
    case .payer:
      remittance.payer.references.end = UInt32(truncatingIfNeeded: remittance.references.count)
    case .payee:
      remittance.payee.references.end = UInt32(truncatingIfNeeded: remittance.references.count)
    default: break
    }
  }

  mutating func readAmount(_ bytes: Span<UInt8>) {
    guard scope == .claim || scope == .line else { return }
    guard let cents = X12Amount.cents(bytes, segment.element(2)) else {
      noteInformation(bytes, 2)
      return
    }
    remittance.amounts.append(
      RemittanceAmount(
        qualifier: code(bytes, segment.element(1)),
        segment: UInt32(truncatingIfNeeded: segment.number), amount: cents))
  }

  mutating func readQuantity(_ bytes: Span<UInt8>) {
    guard scope == .claim || scope == .line else { return }
    guard let thousandths = X12Amount.scaled(bytes, segment.element(2), decimals: 3) else {
      noteInformation(bytes, 2)
      return
    }
    remittance.quantities.append(
      RemittanceQuantity(
        qualifier: code(bytes, segment.element(1)),
        segment: UInt32(truncatingIfNeeded: segment.number), thousandths: thousandths))
  }

  mutating func readName(_ bytes: Span<UInt8>) {
    guard scope == .claim else {
      if scope != .line { misplaced() }
      return
    }
    remittance.names.append(
      RemittanceName(
        role: code(bytes, segment.element(1)), kind: segment.element(2),
        last: segment.element(3), first: segment.element(4), middle: segment.element(5),
        suffix: segment.element(7), idQualifier: segment.element(8), id: segment.element(9),
        segment: UInt32(truncatingIfNeeded: segment.number)))
  }

  mutating func readRemark(_ bytes: Span<UInt8>) {
    guard hasLine else {
      misplaced()
      return
    }
    let source: RemarkSource =
      switch code(bytes, segment.element(1)) {
      case 0x4845: .line
      case 0x5258: .pharmacy
      default: .other
      }
    addRemark(2, source)
  }

  mutating func addRemark(_ element: Int, _ source: RemarkSource) {
    let value = segment.element(element)
    guard !value.isEmpty else { return }
    remittance.remarks.append(
      RemittanceRemark(
        code: value, source: source, segment: UInt32(truncatingIfNeeded: segment.number)))
  }
}
