/// A claim's loops as segments, in the order of 005010X222A1.
extension BillingProvider837P {
  /// Loop 2000A without its HL.
  var segments: [SegmentText] {
    var parties = party.segments
    parties += payTo?.segments ?? []
    parties += payToPlan?.segments ?? []
    parties += others.flatMap(\.segments)
    return SegmentOrder.billing.arranged(taxonomy.map { [$0.segment] } ?? [], loose: loose)
      + parties
  }
}

extension Subscriber837P {
  /// Loop 2000B without its HL; the payer is named after the subscriber.
  func segments(payer: X12Party) -> [SegmentText] {
    var own: [SegmentText] = []
    if !coverage.segment.elements.isEmpty { own.append(coverage.segment) }
    if let facts { own.append(facts.segment) }
    return SegmentOrder.subscriber.arranged(own, loose: loose)
      + party.segments + payer.segments + others.flatMap(\.segments)
  }
}

extension Patient837P {
  /// Loop 2000C without its HL.
  var segments: [SegmentText] {
    var own: [SegmentText] = []
    if !facts.segment.elements.isEmpty { own.append(facts.segment) }
    return SegmentOrder.subscriber.arranged(own, loose: loose)
      + party.segments + others.flatMap(\.segments)
  }
}

extension TransmissionHeader837P {
  /// BHT and loops 1000A and 1000B.
  var segments: [SegmentText] {
    let first = SegmentText("BHT", [structure, purpose, reference, date, time, kind])
    return SegmentOrder.header.arranged(first.elements.isEmpty ? [] : [first], loose: loose)
      + submitter.segments + receiver.segments + others.flatMap(\.segments)
  }
}

extension Claim837P {
  /// Loop 2300 with its lines.
  var segments: [SegmentText] {
    var own = [claimSegment]
    own += details.dates.map(\.segment)
    own += details.attachments.map(\.segment)
    own += details.amounts.map(\.segment)
    own += details.references.map(\.segment)
    own += details.fixedInformation.map { SegmentText("K3", [$0]) }
    own += details.notes.map(\.segment)
    own += details.conditions.map(\.segment)
    own += diagnosisSegments
    var segments = SegmentOrder.claim.arranged(own, loose: details.loose)
    segments += providers.flatMap(\.segments)
    segments += otherPayers.flatMap(\.segments)
    for (index, line) in lines.enumerated() { segments += line.segments(number: index + 1) }
    return segments
  }

  var claimSegment: SegmentText {
    SegmentText(
      "CLM", [controlNumber, X12Amount.text(cents: chargeCents), "", ""] + information.elements)
  }

  /// HI, twelve diagnoses a segment.
  private var diagnosisSegments: [SegmentText] {
    stride(from: 0, to: diagnoses.count, by: 12).map { start in
      SegmentText(
        "HI",
        diagnoses[start..<min(start + 12, diagnoses.count)].map {
          SegmentText.composite([$0.qualifier, $0.code])
        })
    }
  }
}

extension OtherPayer837P {
  /// Loops 2320 and 2330.
  var segments: [SegmentText] {
    var own = [coverage.segment]
    own += adjustments.map(\.segment)
    own += amounts.map(\.segment)
    if let information { own.append(information) }
    if !outpatientAdjudication.isEmpty {
      own.append(SegmentText("MOA", outpatientAdjudication))
    }
    return SegmentOrder.otherPayer.arranged(own, loose: loose)
      + subscriber.segments + payer.segments + providers.flatMap(\.segments)
  }

  var information: SegmentText? {
    let segment = SegmentText("OI", ["", "", benefitsAssigned, patientSignature, "", release])
    return segment.elements.isEmpty ? nil : segment
  }
}

extension ServiceLine837P {
  /// Loop 2400 and everything under it.
  func segments(number: Int) -> [SegmentText] {
    var own = [SegmentText("LX", [String(number)]), serviceSegment]
    if let equipment { own.append(equipment.segment) }
    own += details.attachments.map(\.segment)
    if let certification { own.append(certification.segment) }
    own += details.conditions.map(\.segment)
    own += details.dates.map(\.segment)
    own += details.references.map(\.segment)
    own += details.amounts.map(\.segment)
    own += details.fixedInformation.map { SegmentText("K3", [$0]) }
    own += details.notes.map(\.segment)
    return SegmentOrder.line.arranged(own, loose: details.loose)
      + drugs.flatMap(\.segments) + providers.flatMap(\.segments)
      + adjudications.flatMap(\.segments) + forms
  }

  var serviceSegment: SegmentText {
    SegmentText(
      "SV1",
      [
        procedure.raw, X12Amount.text(cents: chargeCents), unitBasis, units, placeOfService, "",
        SegmentText.composite(diagnosisPointers.map(String.init)),
      ])
  }
}

extension DrugIdentification837P {
  /// Loop 2410.
  var segments: [SegmentText] {
    var own = [identification]
    if let pricing { own.append(pricing) }
    return SegmentOrder.drug.arranged(own + references.map(\.segment), loose: loose)
  }

  var identification: SegmentText { SegmentText("LIN", ["", qualifier, code]) }

  var pricing: SegmentText? {
    let segment = SegmentText("CTP", ["", "", "", quantity, unit])
    return segment.elements.isEmpty ? nil : segment
  }
}

extension LineAdjudication837P {
  /// Loop 2430.
  var segments: [SegmentText] {
    var own = [service]
    own += adjustments.map(\.segment)
    own += dates.map(\.segment)
    own += amounts.map(\.segment)
    return SegmentOrder.adjudication.arranged(own, loose: loose)
  }

  var service: SegmentText {
    SegmentText(
      "SVD",
      [payerID, X12Amount.text(cents: paidCents), procedure.raw, "", units, bundledLine])
  }
}
