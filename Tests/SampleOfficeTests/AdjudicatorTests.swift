import Billing
import Testing

@testable import SampleOffice

/// Every kind of answer balances to the cent at line and claim.
@Suite struct AdjudicatorTests {
  private static let office = SampleOfficeFacts(
    seed: 21, patients: 400, today: SampleFolder.today)

  private func entries(_ kind: AnswerKind) -> [RemittanceEntry] {
    (0..<400).compactMap { number in
      let patient = Self.office.patient(number)
      guard !patient.therapy.lines(month: 0, choice: patient.choice).isEmpty else { return nil }
      let payer = kind == .secondary ? patient.nextPayer ?? patient.payer : patient.payer
      return RemittanceEntry(
        key: ClaimKey(patient: number, month: 0), kind: kind,
        denial: UInt8(number % DenialKind.table.count), payer: UInt8(payer),
        acceptedOn: SampleFolder.today.adding(days: -20))
    }
  }

  @Test(arguments: AnswerKind.allCases)
  func balances(kind: AnswerKind) {
    let adjudicator = Adjudicator(office: Self.office)
    for entry in entries(kind) {
      let answers = adjudicator.answers(to: entry)
      #expect(answers.count == (kind == .reversalAndCorrection ? 2 : 1))
      for answer in answers {
        for line in answer.lines {
          let adjusted = line.adjustments.reduce(0) { $0 + $1.cents }
          #expect(line.charge - adjusted == line.paid, "\(kind) \(line)")
          #expect(!line.adjustments.contains { $0.cents == 0 })
        }
        let all = (answer.adjustments + answer.lines.flatMap(\.adjustments))
          .reduce(0) { $0 + $1.cents }
        #expect(answer.charge - all == answer.paid)
        #expect(answer.status == "22" ? answer.charge < 0 : answer.charge > 0)
      }
    }
  }

  @Test func aReversalUndoesThePayment() {
    let adjudicator = Adjudicator(office: Self.office)
    for (paid, reversed) in zip(entries(.secondaryAsPrimary), entries(.reversal)) {
      let first = adjudicator.answers(to: paid)
      let second = adjudicator.answers(to: reversed)
      #expect(first[0].paid + second[0].paid == 0)
      #expect(first[0].charge + second[0].charge == 0)
      #expect(first[0].payerControlNumber == second[0].payerControlNumber)
    }
  }

  @Test func denialsOfLinesCarryARemarkWhereTheReasonWantsOne() {
    // Reasons that must come with a remark code (code list note of X12).
    for denial in DenialKind.table where ["16", "96", "226", "252", "A1"].contains(denial.reason) {
      #expect(!(denial.lineRemarks + denial.claimRemarks).isEmpty, "\(denial.reason)")
    }
    #expect(DenialKind.table.count < 256)
  }

  @Test func whatCannotBeTakenBackIsCarriedForward() {
    let adjudicator = Adjudicator(office: Self.office)
    let entry = entries(.reversal).first { adjudicator.answers(to: $0)[0].paid < 0 }
    guard let entry else {
      Issue.record("no payment to take back")
      return
    }
    var remittance = SampleRemittance(
      payer: PayerTable.all[0], location: 0, trace: "T1", producedOn: SampleFolder.today,
      paidOn: SampleFolder.today, payment: 0, claims: adjudicator.answers(to: entry),
      adjustments: [])
    let carried = remittance.settle()
    #expect(carried > 0)
    #expect(remittance.payment == 0)
    #expect(remittance.balancedPayment == 0)
    #expect(remittance.adjustments.map(\.reason) == ["FB"])
    #expect(remittance.adjustments[0].cents == -carried)
  }
}
