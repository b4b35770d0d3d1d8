@testable import TestSupport

/// What a patient is billed for, from which both the claim and the payer's answer are written.
struct MadeBill {
  var patient: MadePatient
  var control: String
  var code: String
  var cents: Int64
  var day: String
  /// Whether the supplement stands behind Medicare.
  var isSupplemented = true

  /// The same without a further payer.
  var alone: MadeBill {
    var bill = self
    bill.isSupplemented = false
    return bill
  }

  var claim: SampleClaim {
    var claim = SampleClaim(
      control: control, lines: [SampleLine(code: code, cents: cents, day: day, number: "1")],
      last: patient.last, first: patient.first, birth: patient.birth, payer: patient.payer)
    claim.diagnoses = ["J9611", "J449"]
    if isSupplemented, patient.payer.identifier == SamplePayer.dmac.identifier {
      claim.others = [(.plainview, "S", [])]
    }
    return claim
  }

  /// The payer's answer: denied where it neither pays nor leaves anything to the patient.
  ///
  /// - Parameters:
  ///   - number: The payer's own number, CLP07.
  ///   - control: The number by which the payer names the claim, where it is another one.
  ///   - paid: Cents.
  ///   - share: What the patient owes, in cents.
  ///   - cas: CAS elements after the segment's name.
  ///   - remarks: Of the line, LQ*HE.
  ///   - moa: Remark of the whole claim, MOA03.
  /// - Returns: The claim as the remittance has it.
  func answer(
    _ number: String, as control: String? = nil, paid: Int64 = 0, share: Int64 = 0,
    cas: [String], remarks: [String] = [], moa: String? = nil
  ) -> PaidClaim {
    PaidClaim(
      control: control ?? self.control, status: paid == 0 && share == 0 ? "4" : "1",
      charge: cents, paid: paid,
      lines: [
        PaidLine(
          code: code, charge: cents, paid: paid, cas: cas, number: "1", day: day,
          remarks: remarks)
      ], patientShare: share, payerNumber: number, last: patient.last, first: patient.first,
      member: patient.payer.member, more: moa.map { ["MOA***\($0)"] } ?? [])
  }
}
