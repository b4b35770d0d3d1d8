package import Billing

/// Claims that a payer answered although Docket never saw them sent.
extension RemittancePosting {
  /// The claim as its remittance describes it, with what nobody said left empty.
  ///
  /// Lines take the code that was billed where the payer changed it (SVC06). A remittance without
  /// lines gives one line with the whole charge and no code. `fallback` is the date of service
  /// where the remittance has none at all.
  package static func claimFromRemittance(
    _ remitClaim: RemittanceClaim, payer: NamedPayer, fallback: Day
  ) -> SentClaim {
    var payer = payer
    let sequence = remitClaim.status.sequence ?? .primary
    payer.sequence = sequence
    if payer.filingIndicator.isEmpty { payer.filingIndicator = remitClaim.filingIndicator }
    if payer.memberID.isEmpty { payer.memberID = remitClaim.memberID }
    let dates = remitClaim.lines.compactMap(\.serviceFrom)
    let from = remitClaim.serviceFrom ?? dates.min() ?? fallback
    let through = remitClaim.serviceThrough ?? from
    var lines = remitClaim.lines.enumerated().map { index, line in
      let start = line.serviceFrom ?? from
      return SentLine(
        number: index + 1, controlNumber: line.controlNumber,
        procedure: line.submittedProcedure ?? line.procedure,
        unitsInThousandths: line.unitsInThousandths > 0 ? line.unitsInThousandths : 1000,
        service: ServiceDates(start, through: line.serviceThrough ?? start), charge: line.charge)
    }
    if lines.isEmpty {
      lines = [
        SentLine(
          number: 1, controlNumber: "", procedure: ProcedureCode(""), unitsInThousandths: 1000,
          service: ServiceDates(from, through: through), charge: remitClaim.charge)
      ]
    }
    return SentClaim(
      controlNumber: remitClaim.controlNumber,
      frequency: ClaimFrequency(rawValue: remitClaim.frequency) ?? .original,
      originalPayerControlNumber: remitClaim.originalReference, patient: remitClaim.patient,
      memberID: remitClaim.correctedMemberID.isEmpty
        ? remitClaim.memberID : remitClaim.correctedMemberID,
      sequence: sequence, payer: payer, otherPayers: [], billingNPI: "", placeOfService: "",
      priorAuthorization: "", diagnoses: [], charge: remitClaim.charge, lines: lines, image: [])
  }
}
