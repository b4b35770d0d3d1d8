import Billing
import Database
import Store
import WorkEngine

/// Plans and writes the postings of one claim of a remittance.
struct ClaimPostingStep {
  let office: Office
  let remittance: RemittanceID
  /// Date of the notice, DTM*405.
  let notice: Day
  /// The decision by which a person posts it, nil for what posts by itself.
  var activity: ActivityID?

  init(office: Office, remittance: RemittanceID, notice: Day, activity: ActivityID? = nil) {
    self.office = office
    self.remittance = remittance
    self.notice = notice
    self.activity = activity
  }

  /// What is to happen with the claim; once a person has looked (`isConfirmed`), an earlier answer
  /// is no hindrance any more.
  func plan(
    _ remitClaim: RemittanceClaim, _ id: RemitClaimID, against claim: Claim,
    isConfirmed: Bool = false, in connection: Connection
  ) throws -> PostingPlan {
    let isNext = RemittancePosting.isAnswerOfNextPayer(remitClaim.status, on: claim)
    let hasNext =
      try !isNext && Claims.nextPayer(of: claim.id, in: connection) != nil
      || RemittancePosting.isCrossover(remitClaim, office.rules)
    return RemittancePosting.plan(
      remitClaim, against: claim,
      alreadyAdjudicated: try !isConfirmed
        && RemitClaims.isAnswered(
          claim.id, isNextLevel: isNext, beside: id, in: connection),
      hasNextPayer: hasNext, isConfirmed: isConfirmed, remittance: remittance, remitClaim: id,
      on: notice,
      rules: office.rules)
  }

  /// Writes a plan: the entry, the denials to work, what was learnt, the payer's number.
  func post(
    _ plan: ClaimPosting, _ remitClaim: RemittanceClaim, _ id: RemitClaimID, to claim: Claim,
    payer: Payer, in connection: Connection
  ) throws {
    if !plan.entry.postings.isEmpty {
      _ = try Ledger.post(
        plan.entry, claim: claim.id, remittance: remittance, remitClaim: id, activity: activity,
        known: office.today, in: connection)
    }
    for denial in plan.denials {
      try RemitClaims.markDenial(
        denial.adjustment, line: remitLine(of: denial, in: remitClaim), of: id, in: connection)
    }
    if !plan.allowed.isEmpty {
      let answering =
        try ClaimPayers.former(of: claim.id, asked: remitClaim.controlNumber, in: connection)
        ?? claim.payer.id
      for learnt in plan.allowed {
        try AllowedAmounts.save(
          learnt.unit, for: learnt.procedure, by: answering, on: notice, in: connection)
      }
    }
    if !remitClaim.payerControlNumber.isEmpty,
      !RemittancePosting.isAnswerOfNextPayer(remitClaim.status, on: claim)
    {
      try Claims.setPayerControlNumber(
        remitClaim.payerControlNumber, of: claim.id, answering: remitClaim.controlNumber,
        in: connection)
    }
    if plan.crossedOver { try Claims.setNextBilled(true, of: claim.id, in: connection) }
    try RemitClaims.setState(
      .posted, of: id, matchedTo: claim.id, staging: [], postedAt: office.now(connection),
      in: connection)
  }

  /// The line of the remittance that carries a denial, 0 for the claim level.
  private func remitLine(of denial: Denial, in remitClaim: RemittanceClaim) -> Int {
    let index =
      remitClaim.lines.firstIndex {
        $0.adjustments.contains(denial.adjustment)
          && ($0.procedure.code == denial.procedure.code
            || $0.submittedProcedure?.code == denial.procedure.code)
      } ?? remitClaim.lines.firstIndex { $0.adjustments.contains(denial.adjustment) }
    return index.map { $0 + 1 } ?? 0
  }
}
