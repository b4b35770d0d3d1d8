import Billing
import WorkEngine

/// Made-up claims and their remittances; amounts in cents.
extension Made {
  static func line(
    _ number: Int, _ code: String, _ modifiers: [String] = [], charge: Int64,
    service: String = "2025-12-20", open: Int64? = nil, next: Int64 = 0
  ) -> ClaimLine {
    ClaimLine(
      id: ClaimLineID(Int64(number)), number: number, controlNumber: "L\(number)",
      procedure: ProcedureCode(code, modifiers), unitsInThousandths: 1000,
      service: ServiceDates(day(service)), charge: Cents(charge),
      expected: Cents(charge),
      balances: LineBalances(payer: Cents(open ?? charge), nextPayer: Cents(next)))
  }

  static func claim(
    _ lines: [ClaimLine], payer: Payer = medicare, sequence: PayerSequence = .primary
  ) -> Claim {
    Claim(
      id: ClaimID(1), controlNumber: "A1001", origin: .claimFile,
      patient: Patient(
        id: PatientID(1), lastName: "DOE", firstName: "JANE", birthDate: nil, sex: "F"),
      payer: payer, sequence: sequence, memberID: "1EG4TE5MK73", frequency: .original,
      payerControlNumber: "", placeOfService: "12", priorAuthorization: "", diagnoses: [],
      service: ServiceDates(
        lines.map(\.serviceFrom).min() ?? day("2025-12-20"),
        through: lines.map(\.serviceThrough).max() ?? day("2025-12-20")),
      charge: lines.map(\.charge).total(), lines: lines, rowVersion: 1)
  }

  /// Adjustments written as `CO-45:7000`.
  static func adjustments(_ texts: [String]) -> [Adjustment] {
    texts.map { text in
      let halves = text.split(separator: ":")
      let parts = halves[0].split(separator: "-", maxSplits: 1)
      return Adjustment(
        group: AdjustmentGroup(rawValue: String(parts[0])) ?? .other, reason: String(parts[1]),
        amount: Cents(Int64(halves[1]) ?? 0))
    }
  }

  static func remitLine(
    _ code: String, _ modifiers: [String] = [], charge: Int64, paid: Int64,
    _ reductions: [String] = [], number: String = "", remarks: [String] = [],
    service: String? = "2025-12-20", submitted: String? = nil, allowed: Int64? = nil,
    units: Int64 = 1000
  ) -> RemittanceLine {
    RemittanceLine(
      procedure: ProcedureCode(code, modifiers),
      submittedProcedure: submitted.map { ProcedureCode($0) },
      charge: Cents(charge), paid: Cents(paid), unitsInThousandths: units,
      service: service.map { ServiceDates(day($0)) }, controlNumber: number,
      adjustments: adjustments(reductions), remarks: remarks, allowed: allowed.map { Cents($0) },
      difference: .zero)
  }

  static func remitClaim(
    _ lines: [RemittanceLine], status: String = "1", charge: Int64, paid: Int64,
    _ reductions: [String] = [], remarks: [String] = [], number: String = "A1001",
    carrier: String = "", original: String = ""
  ) -> RemittanceClaim {
    RemittanceClaim(
      controlNumber: number, status: RemittanceClaimStatus(code: status), charge: Cents(charge),
      paid: Cents(paid), patientResponsibility: .zero, filingIndicator: "MB",
      payerControlNumber: "26005000100001", frequency: "",
      patient: Identity(lastName: "DOE", firstName: "JANE", memberID: "1EG4TE5MK73"),
      correctedMemberID: "", crossoverCarrier: carrier, adjustments: adjustments(reductions),
      remarks: remarks, service: nil, originalReference: original,
      lines: lines, differences: ClaimDifferences())
  }
}
