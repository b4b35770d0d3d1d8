import Billing
import Database
import Store
import WorkEngine

/// Makes a claim that Docket never saw sent from what a remittance says of it, marked as such.
struct AdoptedClaim {
  let office: Office
  let payers: PayerCache

  /// The claim with its charge posted, or nil where the remittance does not describe one.
  func make(
    from remitClaim: RemittanceClaim, payer named: NamedPayer, on day: Day,
    in connection: Connection
  ) throws -> Claim? {
    guard
      let new = try insert(from: remitClaim, payer: named, on: day, in: connection)
    else { return nil }
    try Opening.post(new.postings, of: new.claim, on: day, known: office.known, in: connection)
    return try Claims.find(new.claim, in: connection)
  }

  /// The claim without its charge, and the postings that open it; nil where the remittance does
  /// not describe one: reversals and odd statuses.
  func insert(
    from remitClaim: RemittanceClaim, payer named: NamedPayer, on day: Day,
    in connection: Connection
  ) throws -> (claim: ClaimID, postings: [Posting])? {
    guard Self.isDescribed(by: remitClaim) else { return nil }
    let sent = RemittancePosting.claimFromRemittance(remitClaim, payer: named, fallback: day)
    let payer = try payers.payer(named: named, rules: office.rules, in: connection)
    let patient = try Patients.findOrInsert(sent.patient, in: connection)
    let claim = try Claims.insert(
      Claims.New(
        controlNumber: sent.controlNumber, origin: .remittance, patient: patient,
        payer: payer.id, sequence: sent.sequence, memberID: sent.patient.memberID,
        frequency: sent.frequency, payerControlNumber: remitClaim.payerControlNumber,
        placeOfService: "", priorAuthorization: "", diagnoses: [],
        service: ServiceDates(spanning: sent.lines.map(\.service)) ?? ServiceDates(day),
        charge: sent.charge,
        nextPayer: nil, priorClaim: nil), known: office.known, in: connection)
    var lines: [(line: SentLine, id: ClaimLineID)] = []
    for (line, source) in zip(sent.lines, open(sent.lines, remitClaim)) {
      var opened = line
      opened.open = source
      let expected = try ExpectedAmount.of(opened, by: payer.id, in: connection)
      lines.append(
        (opened, try Claims.insertLine(opened, expected: expected, of: claim, in: connection)))
    }
    let postings = Opening.postings(for: lines, of: claim, prior: nil)
    return (claim, postings.filter { $0.amount != .zero })
  }

  /// Whether a remittance describes a claim: no reversal or odd status, in balance, and not said to be
  /// a part of one.
  static func isDescribed(by remitClaim: RemittanceClaim) -> Bool {
    if SplitAnswer.isSaid(by: remitClaim) { return false }
    return switch remitClaim.status {
    case .processed, .forwarded, .denied:
      remitClaim.differences.isZero && remitClaim.charge >= .zero && remitClaim.paid >= .zero
    case .reversal, .notOurs, .predetermination, .other: false
    }
  }

  /// What was open with this payer: the charge, less what it says earlier payers dealt with (OA-23).
  private func open(_ lines: [SentLine], _ remitClaim: RemittanceClaim) -> [Cents] {
    lines.enumerated().map { index, line in
      let adjustments =
        remitClaim.lines.indices.contains(index)
        ? remitClaim.lines[index].adjustments : remitClaim.adjustments
      let earlier = adjustments.filter { $0.group == .other && $0.reason == "23" }
        .map(\.amount).total()
      return max(.zero, min(line.charge, line.charge - earlier))
    }
  }
}
