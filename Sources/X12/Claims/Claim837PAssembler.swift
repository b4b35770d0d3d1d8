/// Puts claims together from the segments of an 837P set, one segment after another.
///
/// It holds one claim and the loops above it, never more; a claim is handed out as soon as the
/// segment after it comes.
struct Claim837PAssembler {
  /// Which HL level is open.
  enum Level { case header, billing, subscriber, patient }
  /// Which loop of a claim is open.
  enum Loop { case none, claim, otherPayer, line, drug, adjudication, form }

  var header: TransmissionHeader837P
  var billing = BillingProvider837P()
  var subscriber = Subscriber837P.unnamed
  var payer = X12Party()
  var patient: Patient837P?
  var level = Level.header
  var loop = Loop.none

  var claim: Claim837P?
  var party: X12Party?
  var otherPayer: OtherPayer837P?
  var line: ServiceLine837P?
  var drug: DrugIdentification837P?
  var adjudication: LineAdjudication837P?

  private var hierarchy = Hierarchy837P()
  var checks: Claim837PChecks
  /// The claim that ended last, until it is handed out.
  ///
  /// To return an optional of so large a value costs more than to read a segment.
  private var ended: ReadClaim837P?
  private var start = SegmentTextReader.Segment.none
  private var last = SegmentTextReader.Segment.none

  /// An assembler at the beginning of a set.
  init(version: String, control: String, place: @escaping (Int) -> Int, set: Int?) {
    header = TransmissionHeader837P(
      version: version, control: control, structure: "", purpose: "", reference: "", date: "",
      time: "", kind: "", submitter: X12Party(), receiver: X12Party())
    checks = Claim837PChecks(place: place, set: set)
  }

  /// Takes the next segment; true when it ends a claim, which ``handOut()`` gives.
  mutating func take(_ segment: SegmentTextReader.Segment) -> Bool {
    let text = segment.text
    checks.look(at: segment)
    if party != nil, text.id != "NM1", SegmentOrder.party.contains(text.id) {
      party?.take(text)
      last = segment
      return false
    }
    closeParty()
    var isEnd = false
    switch text.id {
    case "ST": break
    case "SE": isEnd = end()
    case "HL":
      isEnd = end()
      open(hierarchy: segment)
    case "CLM":
      isEnd = end()
      open(claim: segment)
    case "NM1": open(party: text)
    case "LX": open(line: segment)
    default: takeDetail(segment)
    }
    last = segment
    return isEnd
  }

  private mutating func end() -> Bool {
    ended = finish()
    return ended != nil
  }

  /// The claim that the segment taken last ended.
  mutating func handOut() -> ReadClaim837P? {
    defer { ended = nil }
    return ended
  }

  /// Ends the claim that is open, if there is one; called once more when the segments end.
  mutating func finish() -> ReadClaim837P? {
    closeParty()
    closeLine()
    closeOtherPayer()
    loop = .none
    guard let claim else { return nil }
    self.claim = nil
    checks.judge(claim, at: start)
    return ReadClaim837P(
      claim: claim, header: header, bytes: start.start..<max(last.end, start.start),
      segments: start.number..<(max(last.number, start.number) + 1), problems: checks.drain())
  }

  /// What was found wrong since the last claim was handed out.
  mutating func drainProblems() -> [X12Problem] { checks.drain() }
}

extension Claim837PAssembler {
  private mutating func open(hierarchy segment: SegmentTextReader.Segment) {
    if let (severity, message) = hierarchy.take(segment.text) {
      checks.report(severity, segment, "HL", message)
    }
    switch segment.text.text(3) {
    case "20":
      level = .billing
      billing = BillingProvider837P()
      subscriber = .unnamed
      payer = X12Party()
      patient = nil
    case "22":
      level = .subscriber
      subscriber = .unnamed
      payer = X12Party()
      patient = nil
    case "23":
      level = .patient
      patient = Patient837P()
    default: break
    }
  }

  private mutating func open(claim segment: SegmentTextReader.Segment) {
    let text = segment.text
    if level == .header || level == .billing {
      checks.report(
        .error, segment, "", "claim outside a subscriber's loop; check the HL segments before it")
    }
    let charge = checks.cents(segment, 2)
    var claim = Claim837P(
      billing: billing, subscriber: subscriber, payer: payer, patient: patient,
      controlNumber: text.text(1), chargeCents: charge ?? 0,
      information: ClaimInformation837P(segment: text))
    if let rest = claim.claimSegment.remainder(of: text) { claim.details.loose.append(rest) }
    self.claim = claim
    start = segment
    loop = .claim
  }

  private mutating func open(party segment: SegmentText) {
    if loop == .drug || loop == .adjudication || loop == .form {
      closeLineDetail()
      loop = .line
    }
    let name = X12PartyName(segment: segment)
    var party = X12Party(name: name)
    if let rest = name.segment.remainder(of: segment) { party.loose.append(rest) }
    self.party = party
  }

  private mutating func open(line segment: SegmentTextReader.Segment) {
    closeLine()
    closeOtherPayer()
    guard let claim else {
      checks.report(.error, segment, "", "service line outside a claim; it is left out")
      return
    }
    if AmountText.count(segment.text.text(1)) != claim.lines.count + 1 {
      checks.report(
        .warning, segment, "LX01",
        "line number is not \(claim.lines.count + 1); lines are counted in their order")
    }
    line = ServiceLine837P(
      procedure: X12Procedure(qualifier: "", code: ""), chargeCents: 0, unitBasis: "", units: "",
      diagnosisPointers: [])
    checks.openLine(segment)
    loop = .line
  }

  /// Puts the party that was being read where the open loop wants it.
  private mutating func closeParty() {
    guard let party else { return }
    self.party = nil
    let entity = party.name.entity
    switch loop {
    case .claim: claim?.providers.append(party)
    case .otherPayer:
      switch entity {
      case "IL" where otherPayer?.subscriber.isEmpty == true: otherPayer?.subscriber = party
      case "PR" where otherPayer?.payer.isEmpty == true: otherPayer?.payer = party
      default: otherPayer?.providers.append(party)
      }
    case .line, .drug, .adjudication, .form: line?.providers.append(party)
    case .none: closeParty(party, entity)
    }
  }

  private mutating func closeParty(_ party: X12Party, _ entity: String) {
    switch (level, entity) {
    case (.header, "41") where header.submitter.isEmpty: header.submitter = party
    case (.header, "40") where header.receiver.isEmpty: header.receiver = party
    case (.header, _): header.others.append(party)
    case (.billing, "85") where billing.party.isEmpty: billing.party = party
    case (.billing, "87") where billing.payTo == nil: billing.payTo = party
    case (.billing, "PE") where billing.payToPlan == nil: billing.payToPlan = party
    case (.billing, _): billing.others.append(party)
    case (.subscriber, "IL") where subscriber.party.isEmpty: subscriber.party = party
    case (.subscriber, "PR") where payer.isEmpty: payer = party
    case (.subscriber, _): subscriber.others.append(party)
    case (.patient, "QC") where patient?.party.isEmpty == true: patient?.party = party
    case (.patient, _): patient?.others.append(party)
    }
  }

  mutating func closeLineDetail() {
    if let drug { line?.drugs.append(drug) }
    drug = nil
    if let adjudication { line?.adjudications.append(adjudication) }
    adjudication = nil
  }

  private mutating func closeLine() {
    closeLineDetail()
    if let line { claim?.lines.append(line) }
    line = nil
  }

  mutating func closeOtherPayer() {
    if let otherPayer { claim?.otherPayers.append(otherPayer) }
    otherPayer = nil
  }
}

extension SegmentTextReader.Segment {
  static let none = Self(
    text: SegmentText("", []), number: 0, start: 0, end: 0, isOverlong: false)
}

extension Coverage837P {
  static let empty = Coverage837P(responsibility: "", relationship: "")
}

extension Subscriber837P {
  static let unnamed = Subscriber837P(coverage: .empty)
}
