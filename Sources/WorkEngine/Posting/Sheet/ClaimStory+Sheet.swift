package import Billing

extension ClaimStory {
  /// The story as the posting of its staged answers would leave it.
  ///
  /// `fallen` are the answers that the sheet takes back.
  package func after(
    _ sheet: PostingSheet, of staged: [StagedAnswer],
    without fallen: [(remittance: RemittanceID, answer: RemittanceClaim)], _ rules: RuleBook
  ) -> ClaimStory {
    var story = self
    story.stagedRemittances = 0
    story.balances = LineBalances()
    for line in sheet.balances.map(\.after) {
      story.balances.payer += line.payer
      story.balances.nextPayer += line.nextPayer
      story.balances.patient += line.patient
      story.balances.paid += line.paid
      story.balances.adjusted += line.adjusted
    }
    story.adjudications.removeAll { known in
      fallen.contains {
        $0.remittance == known.remittance && $0.answer.paid == known.paid
          && $0.answer.payerControlNumber == known.payerControlNumber
      }
    }
    var sequence = (adjudications.map(\.sequence) + decisions.map(\.sequence)).max() ?? 0
    for result in sheet.results
    where !result.isReversal && !sheet.takenBack.contains(result.id) {
      guard let answer = staged.first(where: { $0.id == result.id }) else { continue }
      sequence += 1
      story.adjudications.append(
        Adjudication(
          remittance: answer.remittance, noticeOn: answer.noticeOn, status: answer.answer.status,
          payerControlNumber: answer.answer.payerControlNumber, charge: answer.answer.charge,
          paid: answer.answer.paid, denials: result.denied.map(\.denial),
          crossedOver: result.crossedOver, sequence: sequence))
    }
    return story
  }
}
