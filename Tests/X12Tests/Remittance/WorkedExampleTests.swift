// The worked example of a remittance, value by value.

import Testing
import X12

/// The worked example: every value that posting needs is where it belongs.
struct WorkedExampleTests {
  let remittance: Remittance835

  init() throws {
    remittance = try RemittanceSamples.read(RemittanceSamples.workedExample)
  }

  @Test func readsPaymentAndParties() {
    let payment = remittance.payment
    #expect(payment.amount == 1_570)
    #expect(remittance.text(payment.method) == "ACH")
    #expect(remittance.text(payment.handling) == "I")
    #expect(payment.date == 20_260_105)
    #expect(remittance.text(payment.trace) == "EFT0012345")
    #expect(remittance.text(payment.tracePayer) == "1512345678")
    #expect(remittance.text(payment.payerID) == "1512345678")
    #expect(remittance.text(payment.payeeAccount) == "98765")
    #expect(remittance.productionDate == 20_260_105)
    #expect(remittance.text(remittance.payer.name) == "EXAMPLE DME MAC")
    #expect(remittance.text(remittance.payer.id) == "16013")
    #expect(remittance.text(remittance.payee.id) == "1234567893")
    #expect(remittance.text(remittance.payee.idQualifier) == "XX")
    #expect(remittance.problems.isEmpty, "\(remittance.problems)")
  }

  @Test func readsClaims() throws {
    #expect(
      remittance.claims.map { remittance.text($0.patientControl) }
        == ["A1001", "A1002", "A0950", "A0950"])
    #expect(remittance.claims.map(\.status) == [1, 4, 22, 1])
    #expect(remittance.claims.map(\.charge) == [38_000, 18_000, -12_000, 12_000])
    #expect(remittance.claims.map(\.paid) == [7_840, 0, -3_920, 0])
    #expect(remittance.claims.map(\.patientResponsibility) == [12_000, 0, 0, 5_000])
    #expect(remittance.claims.map(\.hasPatientResponsibility) == [true, false, false, true])
    #expect(remittance.claims.map(\.patientAdjustmentTotal) == [12_000, 0, -1_000, 5_000])
    #expect(remittance.claims.map(\.lines.count) == [2, 1, 1, 1])
    #expect(remittance.claims.map(\.isReversal) == [false, false, true, false])
    #expect(remittance.claims.map(\.assignedNumber) == [1, 1, 1, 1])
    let first = try #require(remittance.claims.first)
    #expect(remittance.text(first.payerControl) == "26005000100001")
    #expect(remittance.text(first.filingIndicator) == "MB")
    #expect(first.segment == 10)
    let patient = try #require(remittance.names[first.names.indices].first)
    #expect(Remittance835.text(ofCode: patient.role) == "QC")
    #expect(remittance.text(patient.last) == "DOE")
    #expect(remittance.text(patient.id) == "1EG4TE5MK73")
    let received = try #require(remittance.dates[first.dates.indices].first)
    #expect(received.qualifier == Remittance835.code("050"))
    #expect(received.day == 20_251_222)
    let denied = remittance.claims[1]
    #expect(
      remittance.remarks[denied.remarks.indices].map { remittance.text($0.code) } == ["MA130"])
    let crossed = remittance.claims[3]
    #expect(
      remittance.names[crossed.names.indices].map { Remittance835.text(ofCode: $0.role) } == ["TT"])
  }

  @Test func readsLines() {
    #expect(remittance.lines.map(\.charge) == [12_000, 26_000, 18_000, -12_000, 12_000])
    #expect(remittance.lines.map(\.paid) == [3_920, 3_920, 0, -3_920, 0])
    #expect(remittance.lines.map(\.paidUnits) == [1_000, 1_000, 0, 1_000, 1_000])
    #expect(remittance.lines.map(\.claim) == [0, 0, 1, 2, 3])
    let procedure = remittance.procedure(remittance.lines[0])
    #expect(remittance.text(procedure.qualifier) == "HC")
    #expect(remittance.text(procedure.code) == "E0601")
    #expect(procedure.modifiers.map(remittance.text) == ["RR", "KH", "KX"])
    #expect(!procedure.isGlued)
    let numbers = remittance.lines.flatMap { line in
      remittance.references[line.references.indices]
        .filter { $0.qualifier == Remittance835.code("6R") }.map { remittance.text($0.value) }
    }
    #expect(numbers == ["L1", "L2", "L3", "L9", "L9"])
    let allowed = remittance.lines.prefix(2).flatMap { remittance.amounts[$0.amounts.indices] }
    #expect(allowed.map(\.amount) == [5_000, 15_000])
    #expect(
      remittance.remarks[remittance.lines[2].remarks.indices].map { remittance.text($0.code) }
        == ["M124"])
  }

  @Test func readsEveryAdjustment() {
    let all = remittance.adjustments.map { adjustment in
      Remittance835.text(ofCode: UInt32(adjustment.group)) + " "
        + remittance.text(adjustment.reason) + " " + String(adjustment.amount)
    }
    #expect(
      all == [
        "CO 45 7000", "CO 253 80", "PR 2 1000", "CO 45 11000", "CO 253 80", "PR 1 10000",
        "PR 2 1000", "CO 16 18000", "CO 45 -7000", "CO 253 -80", "PR 2 -1000", "CO 45 7000",
        "PR 1 5000",
      ])
    let own = remittance.providerAdjustments
    #expect(own.map { remittance.text($0.reason) } == ["WO", "L6"])
    #expect(own.map { remittance.text($0.reference) } == ["25211000300001", ""])
    #expect(own.map(\.amount) == [2_500, -150])
    #expect(own.map(\.periodEnd) == [20_261_231, 20_261_231])
  }

  @Test func addsUp() {
    let balance = RemittanceBalance(remittance)
    #expect(balance.claimsPaid == 3_920)
    #expect(balance.providerAdjustments == 2_350)
    #expect(balance.payment == 1_570)
    #expect(balance.isBalanced)
    #expect(balance.differences.isEmpty)
    #expect(balance.warnings.isEmpty)
  }
}
