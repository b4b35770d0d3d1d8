import Billing
import X12

/// The claims of one answering party in a 277CA, collected one by one.
struct AcknowledgedClaims: Sendable {
  /// The payer who answers; nil for the clearinghouse.
  var payer: SamplePayer?
  private var byLocation: [[ClaimAcknowledgment277CA.Claim]]
  private var totals: [Counts]

  private struct Counts {
    var accepted = 0
    var rejected = 0
    var acceptedCents: Int64 = 0
    var rejectedCents: Int64 = 0

    static func + (left: Counts, right: Counts) -> Counts {
      Counts(
        accepted: left.accepted + right.accepted, rejected: left.rejected + right.rejected,
        acceptedCents: left.acceptedCents + right.acceptedCents,
        rejectedCents: left.rejectedCents + right.rejectedCents)
    }

    var totals: ClaimAcknowledgment277CA.Totals {
      ClaimAcknowledgment277CA.Totals(
        acceptedCount: accepted, rejectedCount: rejected, acceptedCents: acceptedCents,
        rejectedCents: rejectedCents)
    }
  }

  init(payer: SamplePayer?) {
    self.payer = payer
    byLocation = Array(repeating: [], count: Supplier.npis.count)
    totals = Array(repeating: Counts(), count: Supplier.npis.count)
  }

  var isEmpty: Bool { byLocation.allSatisfy(\.isEmpty) }

  /// Adds a claim: accepted, or refused by an edit.
  mutating func add(_ claim: SampleClaim, edit: FrontEndEdit?, on day: Day, batch: Batch) {
    let place = claim.location % byLocation.count
    let charge = claim.charge
    if edit == nil {
      totals[place].accepted += 1
      totals[place].acceptedCents += charge
    } else {
      totals[place].rejected += 1
      totals[place].rejectedCents += charge
    }
    var acknowledged = ClaimAcknowledgment277CA.Claim(
      patient: X12PartyName(
        entity: "QC", kind: "1", last: claim.identity.last, first: claim.identity.first,
        idQualifier: "MI", id: claim.patient.memberID(payer: claim.payer)),
      controlNumber: claim.controlNumber,
      statuses: [status(of: claim, edit: edit, on: day)],
      references: references(of: claim, edit: edit, on: day, batch: batch),
      dates: [X12QualifiedDate("472", on: claim.serviceOn.ccyymmdd)])
    if let edit, edit.isAtLine { acknowledged.lines = [line(of: claim, edit: edit, on: day)] }
    byLocation[place].append(acknowledged)
  }

  private func status(
    of claim: SampleClaim, edit: FrontEndEdit?, on day: Day
  ) -> ClaimAcknowledgment277CA.Status {
    typealias Code = ClaimAcknowledgment277CA.Status.Code
    let codes: [Code]
    var text = ""
    if let edit {
      // At claim level A3:247 only says that the error stands at a line.
      codes =
        edit.isAtLine
        ? [Code(category: "A3", status: "247")]
        : edit.codes.map { Code(category: $0.category, status: $0.status, entity: $0.entity) }
      text = edit.isAtLine ? "" : edit.text
    } else if payer == nil {
      codes = [Code(category: "A1", status: "19", entity: "PR")]
    } else {
      codes = [Code(category: "A2", status: "20", entity: "PR")]
    }
    return ClaimAcknowledgment277CA.Status(
      codes: codes, date: day.ccyymmdd, action: edit == nil ? "WQ" : "U",
      chargeCents: claim.charge, text: text)
  }

  private func references(
    of claim: SampleClaim, edit: FrontEndEdit?, on day: Day, batch: Batch
  ) -> [X12Reference] {
    let number =
      batch.clearinghouse.claimNumberPrefix + InventedNumbers.padded(batch.number, 6)
      + InventedNumbers.padded(Int(claim.key.rawValue % 1_000_000_000), 9)
    let own = X12Reference("D9", number)
    guard let payer, edit == nil else { return [own] }
    return [X12Reference("1K", claim.payerControlNumber(of: payer, acceptedOn: day)), own]
  }

  private func line(
    of claim: SampleClaim, edit: FrontEndEdit, on day: Day
  ) -> ClaimAcknowledgment277CA.Line {
    let index = claim.patient.choice % max(1, claim.lines.count)
    let line = claim.lines[index]
    return ClaimAcknowledgment277CA.Line(
      procedure: X12Procedure(code: line.code, modifiers: line.modifiers),
      chargeCents: line.charge, units: String(line.units),
      statuses: [
        ClaimAcknowledgment277CA.Status(
          codes: edit.codes.map {
            ClaimAcknowledgment277CA.Status.Code(
              category: $0.category, status: $0.status, entity: $0.entity)
          }, date: day.ccyymmdd, action: "U", text: edit.text)
      ],
      references: [X12Reference("FJ", claim.lineControlNumber(index))],
      dates: [X12QualifiedDate("472", on: claim.serviceOn.ccyymmdd)])
  }

  /// The whole set.
  func set(control: String, batch: Batch, on day: Day) -> ClaimAcknowledgment277CA {
    let name = X12PartyName(
      entity: payer == nil ? "AY" : "PR", kind: "2",
      last: payer?.name ?? batch.clearinghouse.name, idQualifier: payer == nil ? "46" : "PI",
      id: payer?.identifier ?? batch.clearinghouse.identifier)
    var submitter = Supplier.submitter(of: batch.clearinghouse).name
    submitter.entity = "41"
    let all = totals.reduce(Counts(), +)
    let providers = byLocation.indices.filter { !byLocation[$0].isEmpty }.map { place in
      var provider = Supplier.billing[place].party.name
      provider.entity = "85"
      return ClaimAcknowledgment277CA.Provider(
        name: provider, trace: "0", statuses: [received(totals[place])],
        totals: totals[place].totals, claims: byLocation[place])
    }
    let reference = "A" + InventedNumbers.padded(batch.number, 7) + control
    let receiver = ClaimAcknowledgment277CA.Receiver(
      name: submitter, trace: batch.sets.first.map { batch.reference(of: $0) } ?? "",
      statuses: [received(all, on: day.ccyymmdd)], totals: all.totals, providers: providers)
    return ClaimAcknowledgment277CA(
      control: control, reference: reference, date: day.ccyymmdd, time: "0600",
      sources: [
        ClaimAcknowledgment277CA.Source(
          name: name, trace: reference,
          dates: [
            X12QualifiedDate("050", on: batch.sentOn.ccyymmdd),
            X12QualifiedDate("009", on: day.ccyymmdd),
          ], receivers: [receiver])
      ])
  }

  /// The answer to a file, or without a day to a location, as a whole: it was received.
  private func received(_ counts: Counts, on day: String = "") -> ClaimAcknowledgment277CA.Status {
    ClaimAcknowledgment277CA.Status(
      codes: [ClaimAcknowledgment277CA.Status.Code(category: "A1", status: "19", entity: "PR")],
      date: day, action: "WQ", chargeCents: counts.acceptedCents + counts.rejectedCents)
  }
}
