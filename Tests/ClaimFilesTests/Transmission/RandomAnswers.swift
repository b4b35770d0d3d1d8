// What payers say of random claims: made up, and it adds up.
import Billing

extension RandomBills {
  /// A payer's answer to a claim: a part is paid, a part taken off, the rest left to the patient.
  ///
  /// It says so of each line, or of the whole claim only.
  mutating func answer(to claim: SentClaim, byLine: Bool) -> RemittanceClaim {
    var paid = Cents.zero
    var patient = Cents.zero
    var contractual = Cents.zero
    var lines: [RemittanceLine] = []
    for line in claim.lines {
      let part = Cents(line.charge.rawValue * Int64(below(60)) / 100)
      let off = Cents(line.charge.rawValue * Int64(below(40)) / 100)
      let owed = line.charge - part - off
      paid = paid + part
      contractual = contractual + off
      patient = patient + owed
      guard byLine else { continue }
      lines.append(
        RemittanceLine(
          procedure: line.procedure, submittedProcedure: nil, charge: line.charge, paid: part,
          unitsInThousandths: line.unitsInThousandths, service: ServiceDates(line.serviceFrom),
          controlNumber: line.controlNumber,
          adjustments: adjustments(off, owed), remarks: [], allowed: nil, difference: .zero))
    }
    return RemittanceClaim(
      controlNumber: claim.controlNumber, status: .processed(as: .primary), charge: claim.charge,
      paid: paid, patientResponsibility: patient,
      filingIndicator: claim.payer.filingIndicator, payerControlNumber: "ICN\(below(1_000_000))",
      frequency: "1", patient: claim.patient, correctedMemberID: "",
      crossoverCarrier: "", adjustments: byLine ? [] : adjustments(contractual, patient),
      remarks: [], service: nil, originalReference: "", lines: lines,
      differences: ClaimDifferences())
  }

  private func adjustments(_ contractual: Cents, _ patient: Cents) -> [Adjustment] {
    [
      Adjustment(group: .contractual, reason: "45", amount: contractual),
      Adjustment(group: .patientResponsibility, reason: "2", amount: patient),
    ].filter { $0.amount > .zero }
  }
}
