// Reading and writing an EB loop.

extension EligibilityBenefit {
  package static var setCode: String { "271" }
  package static var functionalCode: String { "HB" }
  package static var purpose: String { "11" }
  package static var opening: String { "EB" }

  package init(opening segment: SegmentText) {
    self.init(
      segment.text(1), coverageLevel: segment.text(2), serviceTypes: segment.codes(3),
      insuranceType: segment.text(4), plan: segment.text(5),
      amount: EligibilityAmount(
        period: segment.text(6), cents: AmountText.cents(segment.text(7)),
        percent: segment.text(8), quantityKind: segment.text(9), quantity: segment.text(10)),
      authorization: segment.text(11),
      network: segment.text(12), procedure: X12Procedure(asked: segment.components(13)),
      diagnosisPointers: segment.components(14))
    if let rest = self.segment.remainder(of: segment) { loose.append(rest) }
  }

  package func complaints(of segment: SegmentText) -> [Complaint] {
    var complaints: [Complaint] = []
    if information.isEmpty {
      complaints.append((.error, "EB01", "the answer does not say what it is about (EB01)"))
    } else if Self.meaning(ofInformation: information) == nil {
      complaints.append((.note, "EB01", "\(information) is no code of eligibility information"))
    }
    if amount.cents == nil, !segment.text(7).isEmpty {
      complaints.append((.error, "EB07", "\(segment.text(7)) is no amount of money"))
    }
    if segment.repeats(3).contains(where: { SegmentText.components(of: $0).count > 1 }) {
      complaints.append(
        (
          .note, "EB03",
          "service types are parted by the component separator; they are read as repeats"
        ))
    }
    return complaints
  }

  package mutating func take(_ segment: SegmentText) {
    switch segment.id {
    case "REF": references.take(segment, orKeepIn: &loose)
    case "DTP": dates.take(segment, orKeepIn: &loose)
    case "AAA": rejections.take(segment, orKeepIn: &loose)
    case "MSG" where segment.elements.count <= 1: messages.append(segment.text(1))
    default: loose.append(segment)
    }
  }

  package mutating func takeRelated(_ segment: SegmentText) -> Bool {
    if segment.id == "NM1" {
      let name = X12PartyName(segment: segment)
      entities.append(X12Party(name: name))
      if let rest = name.segment.remainder(of: segment) {
        entities[entities.count - 1].loose.append(rest)
      }
      return true
    }
    guard !entities.isEmpty, SegmentOrder.party.contains(segment.id) else { return false }
    entities[entities.count - 1].take(segment)
    return true
  }

  package static func knows(_ name: String) -> Bool { SegmentOrder.benefit.contains(name) }

  private var segment: SegmentText {
    SegmentText(
      "EB",
      [
        information, coverageLevel, SegmentText.repeated(serviceTypes), insuranceType, plan,
        amount.period, amount.cents.map { X12Amount.text(cents: $0) } ?? "", amount.percent,
        amount.quantityKind, amount.quantity, authorization, network, procedure?.raw ?? "",
        SegmentText.composite(diagnosisPointers),
      ])
  }

  package var segments: [SegmentText] {
    var segments = [segment]
    segments += references.map(\.segment)
    segments += dates.map(\.segment)
    segments += rejections.map(\.segment)
    segments += messages.map { SegmentText("MSG", [$0]) }
    segments = SegmentOrder.benefit.arranged(segments, loose: loose)
    guard !entities.isEmpty else { return segments }
    segments.append(SegmentText("LS", ["2120"]))
    segments += entities.flatMap { $0.eligibilitySegments() }
    segments.append(SegmentText("LE", ["2120"]))
    return segments
  }
}

extension X12Party {
  /// The loop in the order of 005010X279A1, which differs from that of claims.
  func eligibilitySegments(
    rejections: [EligibilityRejection] = [], insured: X12Insured? = nil
  ) -> [SegmentText] {
    var segments: [SegmentText] = self == X12Party() ? [] : [name.segment]
    segments += references.map(\.segment)
    segments += address?.segments ?? []
    segments += contacts.map(\.segment)
    segments += rejections.map(\.segment)
    if let taxonomy { segments.append(taxonomy.segment) }
    if let demographics { segments.append(demographics.segment) }
    if let insured { segments.append(insured.segment) }
    segments += dates.map(\.segment)
    return SegmentOrder.insured.arranged(segments, loose: loose)
  }
}
