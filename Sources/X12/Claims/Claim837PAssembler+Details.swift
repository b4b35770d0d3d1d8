/// The segments inside the loops of a claim.
extension Claim837PAssembler {
  mutating func takeDetail(_ segment: SegmentTextReader.Segment) {
    switch loop {
    case .none: takeAboveClaim(segment.text)
    case .claim: takeInClaim(segment)
    case .otherPayer: takeInOtherPayer(segment)
    case .line: takeInLine(segment)
    case .drug: takeInDrug(segment)
    case .adjudication: takeInAdjudication(segment)
    case .form: takeInForm(segment)
    }
  }

  private mutating func takeAboveClaim(_ text: SegmentText) {
    switch (level, text.id) {
    case (.header, "BHT") where header.structure.isEmpty:
      header.structure = text.text(1)
      header.purpose = text.text(2)
      header.reference = text.text(3)
      header.date = text.text(4)
      header.time = text.text(5)
      header.kind = text.text(6)
    case (.header, _): header.loose.append(text)
    case (.billing, "PRV") where billing.taxonomy == nil:
      let taxonomy = X12Taxonomy(segment: text)
      billing.taxonomy = taxonomy
      if let rest = taxonomy.segment.remainder(of: text) { billing.loose.append(rest) }
    case (.billing, _): billing.loose.append(text)
    case (.subscriber, "SBR") where subscriber.coverage == .empty:
      subscriber.coverage = Coverage837P(segment: text)
      if let rest = subscriber.coverage.segment.remainder(of: text) {
        subscriber.loose.append(rest)
      }
    case (.subscriber, "PAT") where subscriber.facts == nil:
      let facts = PatientFacts837P(segment: text)
      subscriber.facts = facts
      if let rest = facts.segment.remainder(of: text) { subscriber.loose.append(rest) }
    case (.subscriber, _): subscriber.loose.append(text)
    case (.patient, "PAT") where patient?.facts == PatientFacts837P():
      let facts = PatientFacts837P(segment: text)
      patient?.facts = facts
      if let rest = facts.segment.remainder(of: text) { patient?.loose.append(rest) }
    case (.patient, _): patient?.loose.append(text)
    }
  }

  private mutating func takeInClaim(_ segment: SegmentTextReader.Segment) {
    let text = segment.text
    if text.id == "SBR" {
      open(otherPayer: text)
      return
    }
    guard var claim else { return }
    // Taken out while it is changed, so that its arrays are not copied.
    self.claim = nil
    defer { self.claim = claim }
    switch text.id {
    case "AMT": take(amount: segment, into: &claim.details.amounts, orKeepIn: &claim.details.loose)
    case "HI":
      let codes = text.elements.map(SegmentText.components)
      if codes.allSatisfy({ $0.count == 2 && Diagnosis837P.qualifiers.contains($0[0]) }) {
        claim.diagnoses += codes.map { Diagnosis837P(qualifier: $0[0], code: $0[1]) }
      } else {
        claim.details.loose.append(text)
      }
    default: claim.details.take(text)
    }
  }

  private mutating func open(otherPayer text: SegmentText) {
    closeOtherPayer()
    let coverage = Coverage837P(segment: text)
    var other = OtherPayer837P(coverage: coverage, benefitsAssigned: "", release: "")
    if let rest = coverage.segment.remainder(of: text) { other.loose.append(rest) }
    otherPayer = other
    loop = .otherPayer
  }

  private mutating func takeInOtherPayer(_ segment: SegmentTextReader.Segment) {
    let text = segment.text
    guard var other = otherPayer else { return }
    switch text.id {
    case "SBR":
      open(otherPayer: text)
      return
    case "CAS":
      if let adjustment = checks.adjustment(segment) {
        other.adjustments.append(adjustment)
      } else {
        other.loose.append(text)
      }
    case "AMT": take(amount: segment, into: &other.amounts, orKeepIn: &other.loose)
    case "OI" where other.information == nil:
      other.benefitsAssigned = text.text(3)
      other.patientSignature = text.text(4)
      other.release = text.text(6)
      if let rest = (other.information ?? SegmentText("OI", [])).remainder(of: text) {
        other.loose.append(rest)
      }
    case "MOA" where other.outpatientAdjudication.isEmpty:
      other.outpatientAdjudication = text.elements
    case let id where SegmentOrder.claim.contains(id) && !SegmentOrder.otherPayer.contains(id):
      takeInClaim(segment)
      return
    default: other.loose.append(text)
    }
    otherPayer = other
  }

  private mutating func takeInLine(_ segment: SegmentTextReader.Segment) {
    guard var line else { return }
    self.line = nil
    defer { self.line = line }
    let text = segment.text
    switch text.id {
    case "SV1" where line.procedure.code.isEmpty:
      line.procedure = X12Procedure(components: text.components(1))
      line.chargeCents = checks.cents(segment, 2) ?? 0
      line.unitBasis = text.text(3)
      line.units = text.text(4)
      line.placeOfService = text.text(5)
      line.diagnosisPointers = text.components(7).compactMap(AmountText.count)
      checks.look(atService: line, segment)
      if let rest = line.serviceSegment.remainder(of: text) { line.details.loose.append(rest) }
    case "SV5" where line.equipment == nil:
      if let equipment = EquipmentService837P(segment: text) {
        line.equipment = equipment
        if let rest = equipment.segment.remainder(of: text) { line.details.loose.append(rest) }
      } else {
        checks.report(
          .warning, segment, "SV504", "price is no amount; the segment is kept as it is")
        line.details.loose.append(text)
      }
    case "CR3" where line.certification == nil:
      let certification = EquipmentCertification837P(segment: text)
      line.certification = certification
      if let rest = certification.segment.remainder(of: text) { line.details.loose.append(rest) }
    case "AMT": take(amount: segment, into: &line.details.amounts, orKeepIn: &line.details.loose)
    case "LIN":
      var drug = DrugIdentification837P(qualifier: text.text(2), code: text.text(3))
      if let rest = drug.identification.remainder(of: text) { drug.loose.append(rest) }
      self.drug = drug
      loop = .drug
    case "SVD":
      adjudication = checks.adjudication(segment)
      loop = .adjudication
    case "LQ", "FRM":
      line.forms.append(text)
      loop = .form
    default: line.details.take(text)
    }
  }

  private mutating func takeInDrug(_ segment: SegmentTextReader.Segment) {
    let text = segment.text
    switch text.id {
    case "CTP" where drug?.pricing == nil:
      drug?.quantity = text.text(4)
      drug?.unit = text.raw(5)
      if let rest = (drug?.pricing ?? SegmentText("CTP", [])).remainder(of: text) {
        drug?.loose.append(rest)
      }
    case "REF":
      guard var drug else { return }
      drug.references.take(text, orKeepIn: &drug.loose)
      self.drug = drug
    case "LIN", "SVD", "LQ", "FRM": leaveDetail(for: segment)
    case let id where SegmentOrder.line.contains(id): leaveDetail(for: segment)
    default: drug?.loose.append(text)
    }
  }

  private mutating func takeInAdjudication(_ segment: SegmentTextReader.Segment) {
    guard var adjudication else { return }
    switch segment.text.id {
    case "CAS":
      if let adjustment = checks.adjustment(segment) {
        adjudication.adjustments.append(adjustment)
      } else {
        adjudication.loose.append(segment.text)
      }
    case "DTP": adjudication.dates.take(segment.text, orKeepIn: &adjudication.loose)
    case "AMT": take(amount: segment, into: &adjudication.amounts, orKeepIn: &adjudication.loose)
    case "LIN", "SVD", "LQ", "FRM":
      leaveDetail(for: segment)
      return
    case let id where SegmentOrder.line.contains(id):
      leaveDetail(for: segment)
      return
    default: adjudication.loose.append(segment.text)
    }
    self.adjudication = adjudication
  }

  private mutating func takeInForm(_ segment: SegmentTextReader.Segment) {
    switch segment.text.id {
    case "LQ", "FRM": line?.forms.append(segment.text)
    default: leaveDetail(for: segment)
    }
  }

  private mutating func leaveDetail(for segment: SegmentTextReader.Segment) {
    closeLineDetail()
    loop = .line
    takeInLine(segment)
  }

  private mutating func take(
    amount segment: SegmentTextReader.Segment, into amounts: inout [X12QualifiedAmount],
    orKeepIn loose: inout [SegmentText]
  ) {
    guard let cents = checks.cents(segment, 2), segment.text.elements.count == 2 else {
      loose.append(segment.text)
      return
    }
    amounts.append(X12QualifiedAmount(segment.text.text(1), cents: cents))
  }
}
