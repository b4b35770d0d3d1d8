import Billing
import X12

/// Writes what clearinghouses and payers say of the claims of a file: TA1, 999 and 277CA.
struct FrontDesk: Sendable {
  let seed: UInt64
  private var number = 700_000

  init(seed: UInt64) { self.seed = seed }

  /// TA1: the envelope is refused.
  mutating func refusal(of batch: FiledBatch) -> [UInt8] {
    let date = String(batch.sentOn.ccyymmdd.dropFirst(2))
    return envelope(of: batch, on: batch.sentOn, time: "1620").encode([
      InterchangeAcknowledgment(
        interchangeControl: batch.numbers.interchange, date: date, time: "1615", code: "R",
        note: "024")
    ])
  }

  /// 999: the set is accepted, or rejected for a syntax error of its first claim.
  mutating func implementationAcknowledgment(of batch: FiledBatch) -> [UInt8] {
    var answer = ImplementationAcknowledgment999.SetAnswer(
      control: batch.numbers.set, outcome: "A")
    if case .rejected(let error) = batch.fate, let first = batch.claims.first {
      answer.outcome = "R"
      answer.errors = ["5"]
      answer.segmentErrors = [
        error.segmentError(claim: first.claim.controlNumber, position: 37)
      ]
    }
    let accepted = answer.isAccepted ? 1 : 0
    return ImplementationAcknowledgment999(
      groupControl: batch.numbers.group, sets: [answer], outcome: answer.outcome, includedCount: 1,
      receivedCount: 1, acceptedCount: accepted
    ).encode(envelope: envelope(of: batch, on: batch.sentOn, time: "1700"))
  }

  /// 277CA of a clearinghouse or of payers for several batches, one set each.
  mutating func claimAcknowledgments(
    _ batches: [FiledBatch], atPayer: Bool, on day: Day
  ) -> [UInt8]? {
    var sets: [ClaimAcknowledgment277CA] = []
    for batch in batches {
      let named = batch.claims.compactMap { claim in
        acknowledged(claim, of: batch, atPayer: atPayer, on: day)
      }
      guard !named.isEmpty else { continue }
      sets.append(
        set(
          named, of: batch, atPayer: atPayer, on: day,
          control: InventedNumbers.padded(sets.count + 1, 4)))
    }
    guard !sets.isEmpty, let first = batches.first else { return nil }
    return ClaimAcknowledgment277CA.encode(
      sets, envelope: envelope(of: first, on: day, time: "0600"))
  }

  /// What the front ends say of a claim, the same whenever it is asked.
  func verdict(of claim: FiledClaim) -> FrontEndVerdict {
    var random = SplitMix64(seed: seed, .fate, claim.key)
    let draw = random.below(1_000)
    func edit(atPayer: Bool) -> FrontEndEdit {
      let edits = FrontEndEdit.edits(of: claim.payer, atPayer: atPayer)
      return edits[random.index(byWeight: edits.map(\.weight))]
    }
    switch draw {
    case ..<25: return .refusedByClearinghouse(edit(atPayer: false))
    case ..<35: return .refusedByPayer(edit(atPayer: true))
    case ..<38: return .silence
    default: return .accepted
    }
  }

  private func acknowledged(
    _ claim: FiledClaim, of batch: FiledBatch, atPayer: Bool, on day: Day
  ) -> (claim: ClaimAcknowledgment277CA.Claim, isRefused: Bool)? {
    var edit: FrontEndEdit?
    switch verdict(of: claim) {
    case .accepted: break
    case .silence: return nil
    case .refusedByClearinghouse(let found):
      if atPayer { return nil }
      edit = found
    case .refusedByPayer(let found): edit = atPayer ? found : nil
    }
    if atPayer, edit == nil, !claim.payer.acknowledgesClaims { return nil }
    let own = X12Reference(
      "D9",
      batch.clearinghouse.claimNumberPrefix
        + InventedNumbers.padded(Int(claim.key % 1_000_000_000_000), 12))
    var patient = claim.claim.patientParty.name
    patient.entity = "QC"
    patient.idQualifier = "MI"
    patient.id = claim.claim.memberID
    var answer = ClaimAcknowledgment277CA.Claim(
      patient: patient, controlNumber: claim.claim.controlNumber,
      statuses: [status(edit, atLine: false, claim, atPayer: atPayer, on: day)],
      references: atPayer && edit == nil
        ? [X12Reference("1K", claim.payerControlNumber(of: claim.payer, acceptedOn: day)), own]
        : [own],
      dates: [X12QualifiedDate("472", on: claim.servedFrom.ccyymmdd)])
    if let edit, edit.isAtLine {
      let index = Int(claim.key % UInt64(max(1, claim.claim.lines.count)))
      let line = claim.claim.lines[index]
      answer.lines = [
        ClaimAcknowledgment277CA.Line(
          procedure: line.procedure, chargeCents: line.chargeCents, units: line.units,
          statuses: [status(edit, atLine: true, claim, atPayer: atPayer, on: day)],
          references: [X12Reference("FJ", line.controlNumber)],
          dates: [X12QualifiedDate("472", on: claim.days(index).from.ccyymmdd)])
      ]
    }
    return (answer, edit != nil)
  }

  private func status(
    _ edit: FrontEndEdit?, atLine: Bool, _ claim: FiledClaim, atPayer: Bool, on day: Day
  ) -> ClaimAcknowledgment277CA.Status {
    typealias Code = ClaimAcknowledgment277CA.Status.Code
    let codes: [Code]
    if let edit {
      // At claim level A3:247 only says that the error stands at a line.
      codes =
        edit.isAtLine && !atLine
        ? [Code(category: "A3", status: "247")]
        : edit.codes.map { Code(category: $0.category, status: $0.status, entity: $0.entity) }
    } else {
      codes = [
        atPayer
          ? Code(category: "A2", status: "20", entity: "PR")
          : Code(category: "A1", status: "19", entity: "PR")
      ]
    }
    let saysWhy = edit.map { $0.isAtLine == atLine } ?? false
    return ClaimAcknowledgment277CA.Status(
      codes: codes, date: day.ccyymmdd, action: edit == nil ? "WQ" : "U",
      chargeCents: atLine ? nil : claim.claim.chargeCents, text: saysWhy ? edit?.text ?? "" : "")
  }

  private func set(
    _ named: [(claim: ClaimAcknowledgment277CA.Claim, isRefused: Bool)], of batch: FiledBatch,
    atPayer: Bool, on day: Day, control: String
  ) -> ClaimAcknowledgment277CA {
    func cents(_ isRefused: Bool) -> Int64 {
      named.filter { $0.isRefused == isRefused }
        .reduce(0) { $0 + ($1.claim.statuses.first?.chargeCents ?? 0) }
    }
    let totals = ClaimAcknowledgment277CA.Totals(
      acceptedCount: named.count { !$0.isRefused }, rejectedCount: named.count(where: \.isRefused),
      acceptedCents: cents(false), rejectedCents: cents(true))
    func received(on day: String) -> ClaimAcknowledgment277CA.Status {
      ClaimAcknowledgment277CA.Status(
        codes: [ClaimAcknowledgment277CA.Status.Code(category: "A1", status: "19", entity: "PR")],
        date: day, action: "WQ", chargeCents: cents(false) + cents(true))
    }
    var submitter = batch.submitter
    submitter.entity = "41"
    var provider = batch.claims[0].claim.billing.party.name
    provider.entity = "85"
    let payer = atPayer ? batch.claims[0].payer : nil
    let reference = "A" + batch.reference + (atPayer ? "P" : "")
    return ClaimAcknowledgment277CA(
      control: control, reference: reference, date: day.ccyymmdd, time: "0600",
      sources: [
        ClaimAcknowledgment277CA.Source(
          name: X12PartyName(
            entity: payer == nil ? "AY" : "PR", kind: "2",
            last: payer?.name ?? batch.clearinghouse.name,
            idQualifier: payer == nil ? "46" : "PI",
            id: payer?.identifier ?? batch.clearinghouse.identifier),
          trace: reference,
          dates: [
            X12QualifiedDate("050", on: batch.sentOn.ccyymmdd),
            X12QualifiedDate("009", on: day.ccyymmdd),
          ],
          receivers: [
            ClaimAcknowledgment277CA.Receiver(
              name: submitter, trace: batch.reference, statuses: [received(on: day.ccyymmdd)],
              totals: totals,
              providers: [
                ClaimAcknowledgment277CA.Provider(
                  name: provider, trace: "0", statuses: [received(on: "")], totals: totals,
                  claims: named.map(\.claim))
              ])
          ])
      ])
  }

  private mutating func envelope(
    of batch: FiledBatch, on day: Day, time: String
  ) -> OutgoingEnvelope {
    number += 1
    return OutgoingEnvelope(
      sender: batch.clearinghouse.identifier, receiver: batch.clearinghouse.submitter,
      date: day.ccyymmddNumber, time: time, interchangeControl: number, groupControl: number)
  }
}
