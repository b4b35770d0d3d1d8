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
    if payer.memberID.isEmpty { payer.memberID = remitClaim.patient.memberID }
    let service =
      remitClaim.service
      ?? ServiceDates(remitClaim.lines.compactMap(\.service?.first).min() ?? fallback)
    var lines = remitClaim.lines.enumerated().map { index, line in
      SentLine(
        number: index + 1, controlNumber: line.controlNumber,
        procedure: line.submittedProcedure ?? line.procedure,
        unitsInThousandths: line.unitsInThousandths > 0 ? line.unitsInThousandths : 1000,
        service: line.service ?? ServiceDates(service.first), charge: line.charge)
    }
    if lines.isEmpty {
      lines = [
        SentLine(
          number: 1, controlNumber: "", procedure: ProcedureCode(""), unitsInThousandths: 1000,
          service: service, charge: remitClaim.charge)
      ]
    }
    var patient = remitClaim.patient
    if !remitClaim.correctedMemberID.isEmpty { patient.memberID = remitClaim.correctedMemberID }
    return SentClaim(
      controlNumber: remitClaim.controlNumber,
      frequency: ClaimFrequency(rawValue: remitClaim.frequency) ?? .original,
      originalPayerControlNumber: remitClaim.originalReference, patient: patient,
      sequence: sequence, payer: payer, otherPayers: [], billingNPI: "", placeOfService: "",
      priorAuthorization: "", diagnoses: [], charge: remitClaim.charge, lines: lines, image: [])
  }
}
