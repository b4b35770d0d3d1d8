/// The segments inside the levels of a 277CA.
extension Assembler277CA {
  mutating func name(_ name: X12PartyName) {
    switch level {
    case .header: break
    case .source: source?.name = name
    case .receiver: receiver?.name = name
    case .provider: provider?.name = name
    case .claim, .line: claim?.patient = name
    }
  }

  mutating func takeTrace(_ segment: SegmentTextReader.Segment) {
    let number = segment.text.text(2)
    switch level {
    case .header: break
    case .source: source?.trace = number
    case .receiver: receiver?.trace = number
    case .provider: provider?.trace = number
    case .claim, .line:
      if let open = claim, !open.controlNumber.isEmpty {
        // The next claim of the same patient.
        closeClaim()
        claim = ClaimAcknowledgment277CA.Claim(
          patient: open.patient, controlNumber: number, statuses: [])
      } else {
        claim?.controlNumber = number
      }
      level = .claim
      levelStart = segment
    }
  }

  mutating func takeStatus(_ segment: SegmentTextReader.Segment) {
    let status = ClaimAcknowledgment277CA.Status(segment: segment.text)
    let text = segment.text
    if !text.text(4).isEmpty, status.chargeCents == nil {
      report(.error, segment, "STC04", "\(text.text(4)) is no amount of money")
    }
    if status.codes.isEmpty {
      report(.error, segment, "STC01", "status has no code")
    }
    if isClaimAcknowledgment { checkCategories(status, segment) }
    switch level {
    case .header: report(.error, segment, "STC", "status before the first level; it is left out")
    case .source:
      report(
        status.isRejection ? .error : .warning, segment, "STC",
        "status of the source itself (\(status.codes.map(\.text).joined(separator: " "))), which "
          + "names no batch and no claim; it is left out")
    case .receiver: receiver?.statuses.append(status)
    case .provider: provider?.statuses.append(status)
    case .claim: claim?.statuses.append(status)
    case .line: line?.statuses.append(status)
    }
  }

  /// Only categories that begin with A (and E in real time) may come in a 277CA (X12 RFI 1942).
  private mutating func checkCategories(
    _ status: ClaimAcknowledgment277CA.Status, _ segment: SegmentTextReader.Segment
  ) {
    for code in status.codes {
      switch ClaimAcknowledgment277CA.Status.standing(ofCategory: code.category) {
      case .pending, .finalized, .requested, .unknown:
        report(
          .warning, segment, "STC01", "category \(code.category) does not belong into a 277CA")
      case .rejected where status.action == "WQ":
        report(
          .warning, segment, "STC03",
          "category \(code.category) rejects, but the action is WQ; taken as rejected")
      default: break
      }
    }
  }

  mutating func takeDate(_ segment: SegmentTextReader.Segment) {
    let date = X12QualifiedDate(segment: segment.text)
    if ["D8", "RD8"].contains(date.format), !date.isValid {
      report(.warning, segment, "DTP03", "\(date.value) is no date or no span of dates")
    }
    switch level {
    case .header, .receiver, .provider: leftOut(segment)
    case .source: source?.dates.append(date)
    case .claim: claim?.dates.append(date)
    case .line: line?.dates.append(date)
    }
  }

  /// Says that a segment stands where nothing is made of it.
  private mutating func leftOut(_ segment: SegmentTextReader.Segment) {
    report(
      .note, segment, "",
      "\(segment.text.id)*\(segment.text.text(1)) has no place here; it is left out")
  }

  mutating func takeReference(_ segment: SegmentTextReader.Segment) {
    let reference = X12Reference(segment: segment.text)
    switch level {
    case .header, .source, .receiver: leftOut(segment)
    case .provider: provider?.references.append(reference)
    case .claim: claim?.references.append(reference)
    case .line: line?.references.append(reference)
    }
  }

  mutating func takeCount(_ segment: SegmentTextReader.Segment) {
    guard let count = AmountText.count(segment.text.text(2)) else {
      report(.warning, segment, "QTY02", "\(segment.text.text(2)) is no count")
      return
    }
    switch segment.text.text(1) {
    case "90", "QA": changeTotals(segment) { $0.acceptedCount = count }
    case "AA", "QC": changeTotals(segment) { $0.rejectedCount = count }
    default: leftOut(segment)
    }
  }

  mutating func takeAmount(_ segment: SegmentTextReader.Segment) {
    guard let cents = amount(segment, 2) else { return }
    switch segment.text.text(1) {
    case "YU": changeTotals(segment) { $0.acceptedCents = cents }
    case "YY": changeTotals(segment) { $0.rejectedCents = cents }
    default: leftOut(segment)
    }
  }

  private mutating func changeTotals(
    _ segment: SegmentTextReader.Segment, _ change: (inout ClaimAcknowledgment277CA.Totals) -> Void
  ) {
    switch level {
    case .receiver:
      var totals = receiver?.totals ?? ClaimAcknowledgment277CA.Totals()
      change(&totals)
      receiver?.totals = totals
    case .provider:
      var totals = provider?.totals ?? ClaimAcknowledgment277CA.Totals()
      change(&totals)
      provider?.totals = totals
    case .header, .source, .claim, .line: leftOut(segment)
    }
  }

  mutating func amount(_ segment: SegmentTextReader.Segment, _ element: Int) -> Int64? {
    let text = segment.text.text(element)
    let cents = AmountText.cents(text)
    if cents == nil, !text.isEmpty {
      report(
        .error, segment, segment.text.id + "0" + String(element), "\(text) is no amount of money")
    }
    return cents
  }
}
