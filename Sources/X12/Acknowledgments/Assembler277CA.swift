/// Puts a 277CA together, one segment after another.
struct Assembler277CA: SetAssembler {
  /// Which level is open.
  enum Level { case header, source, receiver, provider, claim, line }

  var answer: ClaimAcknowledgment277CA
  var problems = X12ProblemList()
  let file: X12File
  let set: TransactionSetEnvelope
  let index: Int?
  var level = Level.header
  var source: ClaimAcknowledgment277CA.Source?
  var receiver: ClaimAcknowledgment277CA.Receiver?
  var provider: ClaimAcknowledgment277CA.Provider?
  var claim: ClaimAcknowledgment277CA.Claim?
  var line: ClaimAcknowledgment277CA.Line?
  var levelStart: SegmentTextReader.Segment?
  private var providerStart: SegmentTextReader.Segment?
  private var receiverStart: SegmentTextReader.Segment?

  init(file: X12File, set: TransactionSetEnvelope) {
    self.file = file
    self.set = set
    index = file.index(of: set)
    answer = ClaimAcknowledgment277CA(
      version: set.version, control: set.control, reference: "", date: "", time: "", kind: "",
      sources: [])
    answer.groupVersion = set.groupVersion == set.version ? "" : set.groupVersion
  }

  /// What was read, and what is wrong with it.
  var result: (ClaimAcknowledgment277CA, [X12Problem]) { (answer, problems.all) }

  /// Whether the set says that it follows the guide of the 277CA.
  var isClaimAcknowledgment: Bool { answer.isClaimAcknowledgment }

  /// Takes the next segment.
  mutating func take(_ segment: SegmentTextReader.Segment) {
    let text = segment.text
    switch text.id {
    case "ST", "SE": break
    case "BHT":
      answer.reference = text.text(3)
      answer.date = text.text(4)
      answer.time = text.text(5)
      answer.kind = text.text(6)
    case "HL": openLevel(segment)
    case "NM1": name(X12PartyName(segment: text))
    case "TRN": takeTrace(segment)
    case "STC": takeStatus(segment)
    case "DTP": takeDate(segment)
    case "REF": takeReference(segment)
    case "QTY": takeCount(segment)
    case "AMT": takeAmount(segment)
    case "SVC": openLine(segment)
    default: report(.note, segment, "", "\(text.id) does not belong into a 277CA; it is left out")
    }
  }

  /// Closes every level; called once when the segments end.
  mutating func finish() {
    closeSource()
    if answer.sources.isEmpty {
      report(.error, nil, "HL", "no information source (HL*1**20) is in this set")
    }
  }
}

extension Assembler277CA {
  mutating func openLevel(_ segment: SegmentTextReader.Segment) {
    switch segment.text.text(3) {
    case "20":
      closeSource()
      source = ClaimAcknowledgment277CA.Source(
        name: X12PartyName(), trace: "", dates: [], receivers: [])
      level = .source
    case "21":
      closeReceiver()
      if source == nil { orphan(segment, "receiver", "source") }
      receiver = ClaimAcknowledgment277CA.Receiver(
        name: X12PartyName(), trace: "", statuses: [], providers: [])
      receiverStart = segment
      level = .receiver
    case "19":
      closeProvider()
      if receiver == nil { orphan(segment, "provider", "receiver") }
      provider = ClaimAcknowledgment277CA.Provider(name: X12PartyName(), claims: [])
      providerStart = segment
      level = .provider
    case "PT", "22", "23":
      closeClaim()
      if provider == nil { orphan(segment, "patient", "provider") }
      claim = ClaimAcknowledgment277CA.Claim(
        patient: X12PartyName(), controlNumber: "", statuses: [])
      level = .claim
    default:
      report(
        .error, segment, "HL03",
        "level \(segment.text.text(3)) is not used in a 277CA; it is read as part of the one before"
      )
      return
    }
    levelStart = segment
  }

  /// Reports a level whose parent is missing, and makes an unnamed parent so that nothing is lost.
  private mutating func orphan(
    _ segment: SegmentTextReader.Segment, _ child: String, _ parent: String
  ) {
    report(.error, segment, "HL02", "\(child) without a \(parent) before it")
    if source == nil {
      source = ClaimAcknowledgment277CA.Source(
        name: X12PartyName(), trace: "", dates: [], receivers: [])
    }
    if child != "receiver", receiver == nil {
      receiver = ClaimAcknowledgment277CA.Receiver(
        name: X12PartyName(), trace: "", statuses: [], providers: [])
      receiverStart = segment
    }
    if child == "patient", provider == nil {
      provider = ClaimAcknowledgment277CA.Provider(name: X12PartyName(), claims: [])
      providerStart = segment
    }
  }

  mutating func openLine(_ segment: SegmentTextReader.Segment) {
    closeLine()
    guard claim != nil else {
      report(.error, segment, "", "line outside a claim; it is left out")
      return
    }
    let text = segment.text
    line = ClaimAcknowledgment277CA.Line(
      procedure: X12Procedure(components: text.components(1)),
      chargeCents: amount(segment, 2), revenueCode: text.text(4), units: text.text(7),
      statuses: [])
    level = .line
  }

  private mutating func closeLine() {
    if let line { claim?.lines.append(line) }
    line = nil
  }

  mutating func closeClaim() {
    closeLine()
    // In a status answer a subscriber's level can stand above the patient's and hold no claim.
    if let claim, !claim.controlNumber.isEmpty || !claim.statuses.isEmpty {
      if claim.controlNumber.isEmpty {
        report(
          .error, levelStart, "TRN02", "no claim is named (TRN02), so nothing can be matched to it")
      }
      if claim.statuses.isEmpty, !claim.isRejected {
        report(.error, levelStart, "STC", "claim \(claim.controlNumber) has no status (STC)")
      }
      provider?.claims.append(claim)
    }
    claim = nil
  }

  private mutating func closeProvider() {
    closeClaim()
    if let provider {
      check(
        provider.totals, of: provider.claims,
        isRefused: (receiver?.isRejected ?? false) || provider.isRejected, at: providerStart)
      receiver?.providers.append(provider)
    }
    provider = nil
  }

  private mutating func closeReceiver() {
    closeProvider()
    if let receiver {
      check(
        receiver.totals, of: receiver.providers.flatMap(\.claims),
        isRefused: receiver.isRejected || receiver.providers.contains(where: \.isRejected),
        at: receiverStart)
      source?.receivers.append(receiver)
    }
    receiver = nil
  }

  private mutating func closeSource() {
    closeReceiver()
    if let source { answer.sources.append(source) }
    source = nil
  }

  /// Compares what is said of a level with the claims under it.
  private mutating func check(
    _ totals: ClaimAcknowledgment277CA.Totals, of claims: [ClaimAcknowledgment277CA.Claim],
    isRefused: Bool, at segment: SegmentTextReader.Segment?
  ) {
    // A level that is refused as a whole names no claims: whoever knows what was sent compares them.
    guard !claims.isEmpty || !isRefused else { return }
    let held = ClaimAcknowledgment277CA.Totals(of: claims)
    func compare<Number: Equatable>(
      _ said: Number?, _ found: Number?, _ element: String, _ kind: String,
      _ text: (Number) -> String
    ) {
      guard let said, said != found else { return }
      let counted = found.map(text) ?? "no sum"
      report(
        .warning, segment, element, "\(kind) is \(text(said)), but its claims give \(counted)")
    }
    compare(totals.acceptedCount, held.acceptedCount, "QTY02", "accepted count") { String($0) }
    compare(totals.rejectedCount, held.rejectedCount, "QTY02", "rejected count") { String($0) }
    compare(totals.acceptedCents, held.acceptedCents, "AMT02", "accepted amount") {
      X12Amount.text(cents: $0)
    }
    compare(totals.rejectedCents, held.rejectedCents, "AMT02", "rejected amount") {
      X12Amount.text(cents: $0)
    }
  }
}
