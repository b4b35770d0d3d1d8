/// What is looked at while claims are read, and the problems found, with their places.
struct Claim837PChecks {
  private var problems = X12ProblemList(limit: 200)
  private let place: (Int) -> Int
  private let set: Int?
  private var lines: [SegmentTextReader.Segment] = []
  private var lineHasService = false

  /// Checks for the set with this index; `place` maps a byte to its place on disk.
  init(place: @escaping (Int) -> Int, set: Int?) {
    self.place = place
    self.set = set
  }

  /// Hands out the problems found since the last time.
  mutating func drain() -> [X12Problem] {
    lines = []
    let all = problems.all
    problems = X12ProblemList(limit: 200)
    return all
  }

  /// Adds a problem at a segment.
  mutating func report(
    _ severity: Severity, _ segment: SegmentTextReader.Segment, _ element: String,
    _ message: String
  ) {
    problems.add(
      X12Problem(
        severity: severity,
        at: X12Place(
          segment: segment.number, byte: place(segment.start), element: element, set: set),
        message: message))
  }

  /// Looks at what every segment of its name must have, wherever it stands.
  mutating func look(at segment: SegmentTextReader.Segment) {
    let text = segment.text
    if segment.isOverlong {
      report(.warning, segment, "", "too many elements; the last ones are left out")
    }
    switch text.id {
    case "NM1":
      if text.text(8) == "XX", !NationalProviderIdentifier.isValid(text.text(9)) {
        report(.warning, segment, "NM109", "NPI \(text.text(9)) has a wrong check digit")
      }
      lookForSeparators(segment, [3, 4, 5, 9])
    case "CLM": lookForSeparators(segment, [1])
    case "REF": lookForSeparators(segment, [2])
    case "DTP":
      if ["D8", "RD8"].contains(text.text(2)), !X12QualifiedDate(segment: text).isValid {
        report(.warning, segment, "DTP03", "\(text.text(3)) is no date or no span of dates")
      }
    case "DMG":
      let birth = X12QualifiedDate("", on: text.text(2))
      if !birth.isValid {
        report(.warning, segment, "DMG02", "birth date \(text.text(2)) is no date")
      }
    default: break
    }
  }

  private mutating func lookForSeparators(
    _ segment: SegmentTextReader.Segment, _ elements: [Int]
  ) {
    for element in elements where segment.text.raw(element) != segment.text.text(element) {
      report(
        .warning, segment, segment.text.id + (element < 10 ? "0" : "") + String(element),
        "holds a separator that the ISA declares; check the separators of the sender")
    }
  }

  /// Remembers where a line begins.
  mutating func openLine(_ segment: SegmentTextReader.Segment) { lines.append(segment) }

  /// An amount in cents; reports what is no amount.
  mutating func cents(_ segment: SegmentTextReader.Segment, _ element: Int) -> Int64? {
    let text = segment.text.text(element)
    guard let cents = AmountText.cents(text) else {
      let name = segment.text.id + "0" + String(element)
      report(
        .error, segment, name,
        text.isEmpty ? "amount is missing" : "\(text) is no amount of money")
      return nil
    }
    return cents
  }

  /// A CAS segment; reports one that cannot be read.
  mutating func adjustment(_ segment: SegmentTextReader.Segment) -> X12Adjustment? {
    guard let adjustment = X12Adjustment(segment: segment.text) else {
      report(
        .error, segment, "CAS", "an adjustment has no readable amount; the segment is kept as it is"
      )
      return nil
    }
    return adjustment
  }

  /// An SVD segment; an amount that cannot be read is reported and counts as nothing.
  mutating func adjudication(_ segment: SegmentTextReader.Segment) -> LineAdjudication837P {
    let text = segment.text
    var adjudication = LineAdjudication837P(
      payerID: text.text(1), paidCents: cents(segment, 2) ?? 0,
      procedure: X12Procedure(components: text.components(3)), units: text.text(5),
      bundledLine: text.text(6))
    if let rest = adjudication.service.remainder(of: text) { adjudication.loose.append(rest) }
    return adjudication
  }

  /// Looks at SV1.
  mutating func look(atService line: ServiceLine837P, _ segment: SegmentTextReader.Segment) {
    if line.procedure.code.isEmpty {
      let foreign = segment.text.text(1).first { ":><|^".contains($0) }
      report(
        .error, segment, "SV101",
        foreign.map { "components are separated by \($0), which is not what ISA16 declares" }
          ?? "line has no procedure code")
    }
    if line.unitThousandths == nil {
      report(.warning, segment, "SV104", "\(segment.text.text(4)) is no quantity")
    }
    if line.diagnosisPointers.count != segment.text.components(7).count {
      report(.warning, segment, "SV107", "a diagnosis pointer is no number and is left out")
    }
  }

  /// Looks at a whole claim; `segment` is its CLM.
  mutating func judge(_ claim: Claim837P, at segment: SegmentTextReader.Segment) {
    if claim.controlNumber.isEmpty {
      report(
        .error, segment, "CLM01", "claim has no control number; no answer can be matched to it")
    }
    if claim.lines.isEmpty {
      report(.error, segment, "", "claim has no service line")
    } else if claim.lineChargeCents != claim.chargeCents {
      let sum = claim.lineChargeCents.map { X12Amount.text(cents: $0) } ?? "too much"
      report(
        .warning, segment, "CLM02",
        "charge \(X12Amount.text(cents: claim.chargeCents)) is not the sum of the lines, \(sum)")
    }
    if ["7", "8"].contains(claim.frequency), claim.originalPayerControlNumber.isEmpty {
      report(
        .warning, segment, "CLM05",
        "a replacement or void needs the payer's claim number (REF*F8)")
    }
    if claim.subscriber.party.isEmpty {
      report(.warning, segment, "", "claim has no subscriber (NM1*IL)")
    }
    for (index, line) in claim.lines.enumerated() where index < lines.count {
      if line.procedure.code.isEmpty, line.chargeCents == 0, line.units.isEmpty {
        report(.error, lines[index], "SV1", "line has no readable service (SV1)")
      }
      for pointer in line.diagnosisPointers where pointer < 1 || pointer > claim.diagnoses.count {
        report(
          .warning, lines[index], "SV107",
          "line points to diagnosis \(pointer), but the claim has \(claim.diagnoses.count)")
      }
    }
  }
}
