import Billing
import X12

/// Turns one claim of an 835 into a value of the trade; loops 2100 and 2110.
struct RemittanceClaimReader {
  private let remittance: Remittance835
  private let source: X12.RemittanceClaim
  private let differences: ClaimDifferences

  init(_ remittance: Remittance835, claim index: Int, differences: ClaimDifferences?) {
    self.remittance = remittance
    source = remittance.claims[index]
    self.differences = differences ?? ClaimDifferences()
  }

  func claim() throws(ClaimFileRefusal) -> Billing.RemittanceClaim {
    let patient = name("QC")
    let insured = name("IL")
    let corrected = name("74")
    let crossover = name("TT")
    let memberName = patient.flatMap { $0.id.isEmpty ? nil : $0 } ?? insured ?? patient
    var lines: [Billing.RemittanceLine] = []
    lines.reserveCapacity(source.lines.count)
    for index in source.lines.indices { lines.append(try line(remittance.lines[index])) }
    let dates = period(of: source.dates, single: "050", from: "232", through: "233")
    let services = ServiceDates(spanning: lines.compactMap(\.service))
    let first = dates.from ?? services?.first
    let through = dates.through ?? services?.through
    return Billing.RemittanceClaim(
      controlNumber: text(source.patientControl),
      status: RemittanceClaimStatus(code: text(source.statusCode)),
      charge: try cents(source.charge, "CLP03"), paid: try cents(source.paid, "CLP04"),
      patientResponsibility: try cents(source.patientResponsibility, "CLP05"),
      filingIndicator: text(source.filingIndicator), payerControlNumber: text(source.payerControl),
      frequency: text(source.frequency),
      patient: Identity(
        lastName: patient.map { text($0.last) } ?? "",
        firstName: patient.map { text($0.first) } ?? "",
        memberID: memberName.map { text($0.id) } ?? ""),
      correctedMemberID: corrected.map { text($0.id) } ?? "",
      crossoverCarrier: crossover.map { text($0.last) } ?? "",
      adjustments: try adjustments(source.adjustments), remarks: remarks(source.remarks),
      service: first.map { ServiceDates($0, through: through) },
      originalReference: reference("F8", in: source.references), lines: lines,
      differences: differences)
  }

  private func line(
    _ line: X12.RemittanceLine
  ) throws(ClaimFileRefusal) -> Billing.RemittanceLine {
    let dates = period(of: line.dates, single: "472", from: "150", through: "151")
    let allowed = remittance.amounts[line.amounts.indices]
      .first { $0.qualifier == Remittance835.code("B6") }
    return Billing.RemittanceLine(
      procedure: procedure(remittance.procedure(line)),
      submittedProcedure: line.submittedProcedure.isEmpty
        ? nil : procedure(remittance.procedure(line, submitted: true)),
      charge: try cents(line.charge, "SVC02"), paid: try cents(line.paid, "SVC03"),
      unitsInThousandths: line.paidUnits,
      service: dates.from.map { ServiceDates($0, through: dates.through) },
      controlNumber: reference("6R", in: line.references),
      adjustments: try adjustments(line.adjustments), remarks: remarks(line.remarks),
      allowed: allowed.flatMap { Cents(fromOutside: $0.amount) },
      difference: try cents(
        line.charge &- line.adjustmentTotal &- line.paid, "SVC03"))
  }

  private func procedure(_ procedure: RemittanceProcedure) -> ProcedureCode {
    ProcedureCode(text(procedure.code), procedure.modifiers.map(text).filter { !$0.isEmpty })
  }

  private func adjustments(_ range: FlatRange) throws(ClaimFileRefusal) -> [Adjustment] {
    var result: [Adjustment] = []
    for index in range.indices {
      let entry = remittance.adjustments[index]
      result.append(
        Adjustment(
          group: group(entry.group), reason: text(entry.reason),
          amount: try cents(entry.amount, "CAS03", segment: entry.segment)))
    }
    return result
  }

  private func group(_ packed: UInt16) -> AdjustmentGroup {
    switch packed {
    case 0x434F: .contractual
    case 0x5052: .patientResponsibility
    case 0x5049: .payerInitiated
    case 0x4352: .correctionReversal
    default: .other
    }
  }

  private func remarks(_ range: FlatRange) -> [String] {
    range.indices.compactMap { index in
      let remark = remittance.remarks[index]
      return remark.source == .pharmacy ? nil : text(remark.code)
    }
  }

  private func name(_ role: String) -> RemittanceName? {
    let code = Remittance835.code(role)
    return remittance.names[source.names.indices].first { $0.role == code }
  }

  private func reference(_ qualifier: String, in range: FlatRange) -> String {
    let code = Remittance835.code(qualifier)
    return remittance.references[range.indices].first { $0.qualifier == code }
      .map { text($0.value) } ?? ""
  }

  /// First and last day: a period where one is given, else the single date.
  private func period(
    of range: FlatRange, single: String, from: String, through: String
  ) -> (from: Day?, through: Day?) {
    let dates = remittance.dates[range.indices]
    func day(_ qualifier: String) -> Day? {
      let code = Remittance835.code(qualifier)
      return dates.first { $0.qualifier == code }.flatMap { Day(ccyymmdd: $0.day) }
    }
    let start = day(from) ?? (single == "050" ? nil : day(single))
    return (start, day(through) ?? start)
  }

  private func text(_ range: ByteRange) -> String { remittance.text(range) }

  private func cents(
    _ amount: Int64, _ element: String, segment: UInt32? = nil
  ) throws(ClaimFileRefusal) -> Cents {
    guard let cents = Cents(fromOutside: amount) else {
      throw ClaimFileRefusal(
        at: FilePlace(segment: Int(segment ?? source.segment), element: element),
        message: "the amount is larger than any real one")
    }
    return cents
  }
}
