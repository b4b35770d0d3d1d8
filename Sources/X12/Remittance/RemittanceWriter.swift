/// Puts remittances into segments in the order of the guide (005010X221A1).
struct RemittanceWriter {
  let delimiters: Delimiters
  var segments: [X12Segment] = []

  init(delimiters: Delimiters) {
    self.delimiters = delimiters
  }

  /// Text without separators, line breaks and other control characters, and without blanks around it.
  static func clean(_ text: String, _ delimiters: Delimiters) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 > 0x20 && $0 != delimiters.element && $0 != delimiters.segment
        && $0 != delimiters.component && $0 != delimiters.repetition
    }
    guard !isPlain else { return text }
    var bytes = text.utf8.map { byte in
      byte <= 0x20 || byte == delimiters.element || byte == delimiters.segment
        || byte == delimiters.component || byte == delimiters.repetition ? 0x20 : byte
    }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes.drop { $0 == 0x20 }, as: UTF8.self)
  }

  /// Adds a segment of plain texts; one that would hold nothing is left out.
  mutating func add(_ name: String, _ elements: [String]) {
    let segment = X12Segment(name, elements.map { Self.clean($0, delimiters) })
    if !segment.elements.isEmpty { segments.append(segment) }
  }

  /// Adds a transaction set.
  mutating func add(_ draft: RemittanceDraft) {
    let first = segments.count
    add("ST", ["835", draft.control])
    addPayment(draft)
    addReferences(draft.references)
    if draft.productionDate != 0 { add("DTM", ["405", String(draft.productionDate)]) }
    addParty("PR", draft.payer)
    addParty("PE", draft.payee)
    var group: Int32 = 0
    for claim in draft.claims {
      if claim.group != group {
        group = claim.group
        add("LX", [String(group)])
      }
      add(claim)
    }
    addProviderAdjustments(draft.providerAdjustments)
    add("SE", [String(segments.count - first + 1), draft.control])
  }

  private mutating func addPayment(_ draft: RemittanceDraft) {
    var elements = [
      draft.handling, X12Amount.text(cents: draft.payment), draft.creditDebit, draft.method,
      draft.format,
    ]
    elements += draft.accounts.prefix(10)
    elements += Array(repeating: "", count: 15 - elements.count)
    elements.append(date(draft.date))
    add("BPR", elements)
    add("TRN", ["1", draft.trace, draft.tracePayer, draft.traceSupplement])
  }

  private mutating func addParty(_ role: String, _ party: RemittanceDraft.Party) {
    guard party != RemittanceDraft.Party() else { return }
    add("N1", [role, party.name, party.idQualifier, party.id])
    add("N3", Array(party.street.prefix(2)))
    add("N4", [party.city, party.state, party.zip])
    addReferences(party.references)
    addContacts(party.contacts)
  }

  private mutating func add(_ claim: RemittanceDraft.Claim) {
    add(
      "CLP",
      [
        claim.patientControl, claim.status, X12Amount.text(cents: claim.charge),
        X12Amount.text(cents: claim.paid),
        claim.patientResponsibility.map { X12Amount.text(cents: $0) } ?? "",
        claim.filingIndicator, claim.payerControl, claim.facilityCode, claim.frequency,
      ])
    addAdjustments(claim.adjustments)
    for name in claim.names {
      add(
        "NM1",
        [
          name.role, name.kind, name.last, name.first, name.middle, "", name.suffix,
          name.idQualifier, name.id,
        ])
    }
    if !claim.inpatientRemarks.isEmpty {
      let codes = claim.inpatientRemarks + Array(repeating: "", count: 5)
      add(
        "MIA",
        ["0", "", "", "", codes[0]] + Array(repeating: "", count: 14) + codes[1...4])
    }
    if !claim.outpatientRemarks.isEmpty {
      add("MOA", ["", ""] + claim.outpatientRemarks.prefix(5))
    }
    addReferences(claim.references)
    addDates(claim.dates)
    addContacts(claim.contacts)
    addAmounts(claim.amounts, claim.quantities)
    for line in claim.lines { add(line) }
  }

  private mutating func add(_ line: RemittanceDraft.Line) {
    var segment = X12Segment("SVC")
    segment.elements = [
      composite(line.procedure), bytes(X12Amount.text(cents: line.charge)),
      bytes(X12Amount.text(cents: line.paid)), bytes(Self.clean(line.revenueCode, delimiters)),
      bytes(line.paidUnits.map { Self.thousandths($0) } ?? ""),
      line.submittedProcedure.map { composite($0) } ?? [],
      bytes(line.submittedUnits.map { Self.thousandths($0) } ?? ""),
    ]
    while let last = segment.elements.last, last.isEmpty { segment.elements.removeLast() }
    segments.append(segment)
    addDates(line.dates)
    addAdjustments(line.adjustments)
    addReferences(line.references)
    addAmounts(line.amounts, line.quantities)
    for remark in line.remarks { add("LQ", [remark.qualifier, remark.code]) }
  }

  private mutating func addReferences(_ references: [RemittanceDraft.Reference]) {
    for reference in references { add("REF", [reference.qualifier, reference.value]) }
  }

  private mutating func addContacts(_ contacts: [RemittanceDraft.Contact]) {
    for contact in contacts {
      add("PER", [contact.function, contact.name] + contact.numbers.prefix(6))
    }
  }

  private mutating func addDates(_ dates: [RemittanceDraft.Date]) {
    for day in dates { add("DTM", [day.qualifier, date(day.day)]) }
  }

  private mutating func addAmounts(
    _ amounts: [RemittanceDraft.Amount], _ quantities: [RemittanceDraft.Quantity]
  ) {
    for amount in amounts {
      add("AMT", [amount.qualifier, X12Amount.text(cents: amount.amount)])
    }
    for quantity in quantities {
      add("QTY", [quantity.qualifier, Self.thousandths(quantity.thousandths)])
    }
  }

  /// Neighbours of one group share a CAS, six at most.
  private mutating func addAdjustments(_ adjustments: [RemittanceDraft.Adjustment]) {
    var start = 0
    while start < adjustments.count {
      let group = adjustments[start].group
      var elements = [group]
      var end = start
      while end < adjustments.count, end < start + 6, adjustments[end].group == group {
        elements += [
          adjustments[end].reason, X12Amount.text(cents: adjustments[end].amount),
          adjustments[end].quantity,
        ]
        end += 1
      }
      add("CAS", elements)
      start = end
    }
  }

  /// Neighbours of one provider and period share a PLB, six at most.
  private mutating func addProviderAdjustments(
    _ adjustments: [RemittanceDraft.ProviderAdjustment]
  ) {
    var start = 0
    while start < adjustments.count {
      let first = adjustments[start]
      var segment = X12Segment("PLB")
      segment.elements = [
        bytes(Self.clean(first.provider, delimiters)), bytes(date(first.periodEnd)),
      ]
      var end = start
      while end < adjustments.count, end < start + 6, adjustments[end].provider == first.provider,
        adjustments[end].periodEnd == first.periodEnd
      {
        segment.elements += [
          composite([adjustments[end].reason, adjustments[end].reference]),
          bytes(X12Amount.text(cents: adjustments[end].amount)),
        ]
        end += 1
      }
      segments.append(segment)
      start = end
    }
  }

  private func composite(_ procedure: RemittanceDraft.Procedure) -> [UInt8] {
    var modifiers = Array(procedure.modifiers.prefix(4))
    if !procedure.description.isEmpty {
      modifiers += Array(repeating: "", count: 4 - modifiers.count)
    }
    return composite([procedure.qualifier, procedure.code] + modifiers + [procedure.description])
  }

  private func composite(_ parts: [String]) -> [UInt8] {
    var parts = parts.map { Array(Self.clean($0, delimiters).utf8) }
    while let last = parts.last, last.isEmpty { parts.removeLast() }
    return Array(parts.joined(separator: [delimiters.component]))
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func date(_ day: Int32) -> String { day == 0 ? "" : String(day) }

  /// A count without needless zeros.
  static func thousandths(_ value: Int64) -> String {
    let magnitude = value.magnitude
    let rest = magnitude % 1_000
    var text = (value < 0 ? "-" : "") + String(magnitude / 1_000)
    if rest > 0 {
      var digits = String(rest + 1_000).dropFirst()
      while digits.last == "0" { digits.removeLast() }
      text += "." + digits
    }
    return text
  }
}
