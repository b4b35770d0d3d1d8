import Billing
import SampleOffice
import Testing
import X12

/// Payers answer what was sent, later than it was sent, in all the ways that payers do.
@Suite struct AnswerTests {
  private let folder = SampleFolder.medium

  @Test func answersComeAfterClaims() {
    for (day, acknowledgment) in folder.claimAcknowledgments {
      for claim in acknowledgment.claims {
        #expect(folder.sentOn[claim.controlNumber].map { $0 < day } == true)
      }
    }
    var unknown = 0
    for (day, remittance) in folder.remittances {
      for claim in remittance.claims {
        if let sent = folder.sentOn[remittance.text(claim.patientControl)] {
          #expect(sent < day)
        } else {
          unknown += 1
        }
      }
    }
    #expect(unknown >= folder.truth.foreignClaims)
  }

  @Test func paymentsNameWhatWasBilled() {
    let byNumber = Dictionary(
      folder.claims.map { ($0.controlNumber, $0) }, uniquingKeysWith: { first, _ in first })
    var different = 0
    var same = 0
    for remittance in folder.distinctRemittances {
      for claim in remittance.claims {
        guard let sent = byNumber[remittance.text(claim.patientControl)] else { continue }
        if abs(claim.charge) == sent.chargeCents { same += 1 } else { different += 1 }
      }
    }
    #expect(different <= folder.truth.chargesThatDiffer + folder.truth.unbalancedRemittances)
    #expect(same > 500)
  }

  @Test func statusesOfLife() {
    var statuses: Set<Int16> = []
    var reasons: Set<String> = []
    var methods: Set<String> = []
    for remittance in folder.distinctRemittances {
      methods.insert(remittance.text(remittance.payment.method))
      for claim in remittance.claims { statuses.insert(claim.status) }
      for adjustment in remittance.adjustments {
        reasons.insert(
          Remittance835.text(ofCode: UInt32(adjustment.group)) + "-"
            + remittance.text(adjustment.reason))
      }
    }
    #expect(statuses.isSuperset(of: [1, 2, 4, 19, 22]))
    #expect(
      reasons.isSuperset(of: [
        "CO-45", "CO-253", "PR-1", "PR-2", "OA-23", "CO-16", "CO-50", "CO-151", "CO-97", "OA-18",
        "CO-197", "CO-22",
      ]))
    #expect(methods.isSuperset(of: ["ACH", "CHK", "NON"]))
  }

  @Test func frontEndCodesOfLife() {
    var codes: Set<String> = []
    for claim in folder.claimAcknowledgments.flatMap(\.value.claims) {
      for status in claim.statuses + claim.lines.flatMap(\.statuses) {
        codes.formUnion(status.codes.map(\.text))
      }
    }
    #expect(codes.isSuperset(of: ["A1:19:PR", "A2:20:PR", "A3:247", "A7:507", "A7:164:IL"]))
  }

  @Test func sequestrationIsTwoPercentOfThePayment() {
    var seen = 0
    for remittance in folder.distinctRemittances
    where RemittanceBalance(remittance).isBalanced
      && remittance.text(remittance.payer.id) == "17013"
    {
      for line in remittance.lines where line.paid > 0 {
        let held = remittance.adjustments[line.adjustments.indices]
          .filter { remittance.text($0.reason) == "253" }.reduce(0) { $0 + $1.amount }
        guard held > 0 else { continue }
        seen += 1
        let whole = line.paid + held
        #expect(abs(held * 100 - whole * 2) <= 200)
      }
    }
    #expect(seen > 50)
  }

  @Test func theMixOfOpenWork() {
    let truth = folder.truth
    let open = truth.openWork
    let followUp = truth.claimsUnanswered + truth.crossoversUnanswered + truth.nextPayerUnbilled
    let denials = truth.claimsDenied + truth.claimsWithDeniedLines + truth.claimsPaidShort
    #expect((1_200...1_800).contains(open))
    #expect((5...11).contains(truth.rejections * 100 / open))
    #expect((30...42).contains(denials * 100 / open))
    #expect((38...52).contains(followUp * 100 / open))
    #expect((3...11).contains(truth.cashExceptions * 100 / open))
  }
}
