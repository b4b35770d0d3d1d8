import Billing
import ClaimFiles
import Testing
import X12

@Suite("Who is insured when the next payer is billed")
struct SecondaryInsuranceTests {
  private static let medicare = Coverage(
    payer: Payer(
      id: PayerID(1), name: "SAMPLE MEDICARE", identifier: "19003", family: .medicareDME),
    sequence: .secondary, memberID: "1EG4TE5MK73", secondaryPayerType: "12")

  private static func plan(_ sequence: PayerSequence, of relationship: String) -> Coverage {
    Coverage(
      payer: Payer(
        id: PayerID(2), name: "SAMPLE PLAN", identifier: "55555", family: .commercial),
      sequence: sequence, memberID: "M\(sequence.rawValue)", relationship: relationship,
      subscriber: relationship == "18" ? nil : Identity(lastName: "ROE", firstName: "PAT"))
  }

  /// First and second coverage; then who is the subscriber of the second claim, how the patient
  /// stands to them (empty for the same person), and what SBR02 says of the first payer.
  static let cases: [(first: Coverage, second: Coverage, subscriber: String, patient: String)] = [
    (plan(.primary, of: "01"), medicare, "DOE", ""),
    (plan(.primary, of: "18"), plan(.secondary, of: "19"), "ROE", "19"),
    (plan(.primary, of: "01"), plan(.secondary, of: "G8"), "ROE", "G8"),
    (plan(.primary, of: "18"), medicare, "DOE", ""),
  ]

  @Test("the patient is seated as each coverage has them", arguments: cases.indices)
  func seats(_ index: Int) throws {
    let (first, second, subscriber, patient) = Self.cases[index]
    var random = RandomBills(seed: 77)
    var bill = random.bill()
    bill.order.patient.lastName = "DOE"
    bill.coverage = first
    bill.laterCoverages = [second]
    var claim = try bill.claim(
      for: RandomBills.supplier, receiver: RandomBills.receiver, rules: RandomBills.rules)
    try claim.billNextPayer(
      after: random.answer(to: try claim.sent(), byLine: true), paidOn: Day(rawValue: 20_470))
    let made = claim.claim
    #expect(made.subscriber.party.name.last == subscriber)
    #expect(made.subscriber.coverage.relationship == (patient.isEmpty ? "18" : ""))
    #expect(made.memberID == second.memberID)
    #expect(made.patient?.facts.relationship ?? "" == patient)
    #expect(made.patientParty.name.last == "DOE")
    #expect(made.patientParty.demographics?.birthDate == bill.order.patient.birthDate?.ccyymmdd)
    #expect(made.patientParty.address?.city == "SALEM")
    #expect(made.patient?.party.name.id ?? "" == "")
    #expect(made.otherPayers.map(\.coverage.relationship) == [first.relationship])
    #expect(made.subscriber.coverage.insuranceType == second.secondaryPayerType)
    #expect(claim.faults == [])
    #expect(try OutgoingClaim(image: claim.image) == claim)
  }
}
