package import Billing
package import X12

extension SentClaim {
  /// A claim of an 837P as a value of the trade, with its bytes for sending it again.
  ///
  /// - Throws: ``ClaimFileRefusal`` where it lacks what a claim cannot be without: a control
  ///   number, a day of service, an amount that can be real.
  package init(_ read: ReadClaim837P) throws(ClaimFileRefusal) {
    try self.init(read.claim, header: read.header, segment: read.segments.lowerBound)
  }

  /// A claim with what stands above it; `segment` is where it begins in its file.
  init(
    _ claim: Claim837P, header: TransmissionHeader837P, segment: Int
  ) throws(ClaimFileRefusal) {
    func refuse(_ element: String, _ message: String) -> ClaimFileRefusal {
      ClaimFileRefusal(at: FilePlace(segment: segment, element: element), message: message)
    }
    guard !claim.controlNumber.isEmpty else {
      throw refuse("CLM01", "the claim has no control number, so no answer could be matched to it")
    }
    guard let charge = Cents(fromOutside: claim.chargeCents) else {
      throw refuse("CLM02", "the charge is larger than any real one")
    }
    var lines: [SentLine] = []
    for (index, line) in claim.lines.enumerated() {
      guard let amount = Cents(fromOutside: line.chargeCents) else {
        throw refuse("SV102", "the charge of line \(index + 1) is larger than any real one")
      }
      guard let service = line.serviceDate.flatMap({ ServiceDates($0) }) else {
        throw refuse("DTP03", "line \(index + 1) has no readable day of service")
      }
      lines.append(
        SentLine(
          number: index + 1, controlNumber: line.controlNumber,
          procedure: ProcedureCode(
            line.procedure.code, line.procedure.modifiers.filter { !$0.isEmpty }),
          unitsInThousandths: line.unitThousandths ?? 1000, service: service, charge: amount,
          open: SentClaim.open(line, charge: amount)))
    }
    SentClaim.takeOffClaimPayments(of: claim.otherPayers, from: &lines)
    guard !lines.isEmpty else {
      throw refuse("LX01", "the claim has no service line")
    }
    guard lines.map(\.charge).total() == charge else {
      throw refuse(
        "CLM02",
        "the charge \(charge) is not the sum of the lines, \(lines.map(\.charge).total())")
    }
    let patient = claim.patientParty
    self.init(
      controlNumber: claim.controlNumber,
      frequency: ClaimFrequency(rawValue: claim.frequency) ?? .original,
      originalPayerControlNumber: claim.originalPayerControlNumber,
      patient: Identity(
        lastName: patient.name.last, firstName: patient.name.first,
        birthDate: patient.demographics.flatMap { Day($0.birthDate) },
        sex: patient.demographics?.sex ?? "", memberID: claim.memberID),
      sequence: PayerSequence(rawValue: claim.subscriber.coverage.responsibility) ?? .primary,
      payer: NamedPayer(
        claim.payer, coverage: claim.subscriber.coverage, memberID: claim.memberID),
      otherPayers: claim.otherPayers.map {
        NamedPayer($0.payer, coverage: $0.coverage, memberID: $0.subscriber.name.id)
      }, billingNPI: claim.billing.npi, placeOfService: claim.placeOfService,
      priorAuthorization: claim.priorAuthorization, diagnoses: claim.diagnoses.map(\.code),
      charge: charge, lines: lines, image: claim.encodeImage(header: header))
  }

  /// What earlier payers left open on a line: only what they gave to the patient, else the charge.
  private static func open(_ line: ServiceLine837P, charge: Cents) -> Cents {
    var open = charge
    for answer in line.adjudications {
      open -= Cents(fromOutside: answer.paidCents) ?? .zero
      open -= answer.adjustments.filter { $0.group != "PR" }.flatMap(\.entries)
        .filter { !isRestated($0) }.compactMap { Cents(fromOutside: $0.cents) }.total()
    }
    return max(.zero, min(open, charge))
  }

  /// A later payer's account of what an earlier one did (CARC 23) takes nothing off again.
  private static func isRestated(_ entry: X12Adjustment.Entry) -> Bool { entry.reason == "23" }

  /// Takes what is only known for the whole claim, the payment (AMT*D) and the reductions of loop
  /// 2320 that the patient does not owe, off the lines in order.
  private static func takeOffClaimPayments(
    of payers: [OtherPayer837P], from lines: inout [SentLine]
  ) {
    guard lines.allSatisfy({ $0.open == $0.charge }) else { return }
    let paid = payers.compactMap { $0.paidCents }
    let reduced = payers.flatMap(\.adjustments).filter { $0.group != "PR" }
      .flatMap(\.entries).filter { !isRestated($0) }.map(\.cents)
    var gone = (paid + reduced).compactMap { Cents(fromOutside: $0) }.total()
    for index in lines.indices where gone > .zero {
      let part = min(gone, lines[index].open)
      lines[index].open -= part
      gone -= part
    }
  }
}

extension NamedPayer {
  init(_ party: X12Party, coverage: Coverage837P, memberID: String) {
    self.init(
      name: party.name.last, identifier: party.name.id,
      filingIndicator: coverage.filingIndicator,
      sequence: PayerSequence(rawValue: coverage.responsibility) ?? .primary, memberID: memberID,
      state: party.address?.state ?? "")
  }
}
