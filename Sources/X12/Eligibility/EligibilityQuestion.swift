/// One question about a person: loop 2110C or 2110D of a 270.
package struct EligibilityQuestion: EligibilityLoop {
  /// EQ01: service types, such as `30` plan coverage, `12` equipment bought, `18` rented.
  package var serviceTypes: [String]
  /// EQ02, where a procedure is asked about.
  package var procedure: X12Procedure?
  /// EQ03: `IND` one person, `FAM` the family.
  package var coverageLevel: String
  /// EQ04, of 004010.
  package var insuranceType: String
  /// EQ05: which diagnoses of the HI segment go with it.
  package var diagnosisPointers: [String]
  /// REF: `9F` referral, `G1` prior authorization.
  package var references: [X12Reference]
  /// DTP*291, where it differs from the person's.
  package var dates: [X12QualifiedDate]
  /// AMT, III and everything else, kept as it came.
  package var loose: [SegmentText]

  package init(
    serviceTypes: [String], procedure: X12Procedure? = nil, coverageLevel: String = "",
    insuranceType: String = "", diagnosisPointers: [String] = [],
    references: [X12Reference] = [], dates: [X12QualifiedDate] = [], loose: [SegmentText] = []
  ) {
    self.serviceTypes = serviceTypes
    self.procedure = procedure
    self.coverageLevel = coverageLevel
    self.insuranceType = insuranceType
    self.diagnosisPointers = diagnosisPointers
    self.references = references
    self.dates = dates
    self.loose = loose
  }

  package static let setCode = "270"
  package static let functionalCode = "HS"
  package static let purpose = "13"
  package static let opening = "EQ"

  package init(opening segment: SegmentText) {
    self.init(
      serviceTypes: segment.codes(1), procedure: X12Procedure(asked: segment.components(2)),
      coverageLevel: segment.text(3), insuranceType: segment.text(4),
      diagnosisPointers: segment.components(5))
    if let rest = self.segment.remainder(of: segment) { loose.append(rest) }
  }

  package func complaints(of segment: SegmentText) -> [Complaint] {
    guard serviceTypes.isEmpty, segment.raw(2).isEmpty else { return [] }
    return [
      (.warning, "EQ01", "neither a service type (EQ01) nor a procedure (EQ02) is asked about")
    ]
  }

  package mutating func take(_ segment: SegmentText) {
    switch segment.id {
    case "REF": references.take(segment, orKeepIn: &loose)
    case "DTP": dates.take(segment, orKeepIn: &loose)
    default: loose.append(segment)
    }
  }

  package mutating func takeRelated(_ segment: SegmentText) -> Bool { false }

  package static func knows(_ name: String) -> Bool { SegmentOrder.question.contains(name) }

  private var segment: SegmentText {
    SegmentText(
      "EQ",
      [
        SegmentText.repeated(serviceTypes), procedure?.raw ?? "", coverageLevel, insuranceType,
        SegmentText.composite(diagnosisPointers),
      ])
  }

  package var segments: [SegmentText] {
    SegmentOrder.question.arranged(
      [segment] + references.map(\.segment) + dates.map(\.segment), loose: loose)
  }
}

extension X12Procedure {
  /// A procedure that a question or an answer names; nil where there is none, or where it has more
  /// components than the type holds.
  init?(asked components: [String]) {
    guard components.count <= 7, components.contains(where: { !$0.isEmpty }) else { return nil }
    self.init(components: components)
  }
}

extension SegmentText {
  /// The codes of an element that repeats.
  ///
  /// Senders who take the component separator for the
  /// repetition separator are understood.
  func codes(_ number: Int) -> [String] {
    repeats(number).flatMap { SegmentText.components(of: $0) }.filter { !$0.isEmpty }
  }

  /// One element from its repeats.
  static func repeated(_ codes: [String]) -> String {
    codes.joined(separator: String(repetitionMark))
  }
}
