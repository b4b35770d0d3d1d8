import Billing
import X12

/// Writes what clearinghouses and payers say of the files they got: TA1, 999 and 277CA.
struct AcknowledgmentDesk: Sendable {
  var office: SampleOfficeFacts
  /// Runs over all answers: ISA13 and GS06 of the senders.
  private var number = 500_000

  init(office: SampleOfficeFacts) { self.office = office }

  /// TA1: the envelope is accepted, or refused with a reason.
  mutating func interchangeAcknowledgment(of batch: Batch) -> [UInt8] {
    let date = String(batch.sentOn.ccyymmdd.dropFirst(2))
    return envelope(from: batch.clearinghouse, on: batch.sentOn, time: "1620").encode([
      InterchangeAcknowledgment(
        interchangeControl: InventedNumbers.padded(batch.number, 9), date: date, time: "1615",
        code: batch.isRefused ? "R" : "A", note: batch.isRefused ? "024" : "000")
    ])
  }

  /// 999: one answer for each set of the batch.
  mutating func implementationAcknowledgment(of batch: Batch) -> [UInt8] {
    let answers = batch.sets.map { set in
      var answer = ImplementationAcknowledgment999.SetAnswer(
        control: set.control, outcome: set.error == nil ? "A" : "R",
        errors: set.error == nil ? [] : ["5"])
      if let error = set.error, let first = set.claims.first {
        answer.segmentErrors = [
          error.segmentError(claim: office.claim(first).controlNumber, position: 37)
        ]
      }
      return answer
    }
    let accepted = answers.count { $0.outcome == "A" }
    let outcome = accepted == answers.count ? "A" : accepted == 0 ? "R" : "P"
    let acknowledgment = ImplementationAcknowledgment999(
      groupControl: String(batch.number), sets: answers, outcome: outcome,
      includedCount: answers.count, receivedCount: answers.count, acceptedCount: accepted)
    return acknowledgment.encode(
      envelope: envelope(from: batch.clearinghouse, on: batch.sentOn, time: "1700"))
  }

  /// 277CA of the clearinghouse or of the payers: one set for each source.
  mutating func claimAcknowledgments(
    _ sources: [AcknowledgedClaims], of batch: Batch, on day: Day
  ) -> [UInt8] {
    let sets = sources.enumerated().map { index, source in
      source.set(control: InventedNumbers.padded(index + 1, 4), batch: batch, on: day)
    }
    return ClaimAcknowledgment277CA.encode(
      sets, envelope: envelope(from: batch.clearinghouse, on: day, time: "0600"))
  }

  private mutating func envelope(
    from clearinghouse: Clearinghouse, on day: Day, time: String
  ) -> OutgoingEnvelope {
    number += 1
    return OutgoingEnvelope(
      sender: clearinghouse.identifier, receiver: clearinghouse.submitter, date: day.ccyymmddNumber,
      time: time, interchangeControl: number, groupControl: number)
  }
}
