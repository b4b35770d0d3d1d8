import Billing
import Database
import Store
import WorkEngine

/// What a posted answer allows: what is learnt of it, and where it is less than expected.
struct AnswerAllowances {
  let office: Office
  let connection: Connection
  /// The payer that answers.
  let payer: PayerID
  /// Date of its notice.
  let notice: Day

  /// Keeps what falls short first, so that no answer is measured by itself, then learns.
  func keep(
    _ allowed: [LearntAllowance], of answer: RemitClaimID, on claim: Claim
  ) throws {
    try keepShortfalls(allowed, of: answer, on: claim)
    for learnt in allowed {
      try AllowedAmounts.save(
        learnt.unit, for: learnt.procedure, by: payer, on: notice, in: connection)
    }
  }

  private func keepShortfalls(
    _ allowed: [LearntAllowance], of answer: RemitClaimID, on claim: Claim
  ) throws {
    guard let answering = try Payers.find(payer, in: connection),
      let tolerance = office.rules.posting(for: answering, on: notice)
    else { return }
    let found = try UnderpaidLines.find(allowed, of: claim, tolerance: tolerance) { learnt in
      try expectation(of: learnt, by: answering, on: claim)
    }
    for line in found {
      try Underpayments.save(
        answer, claim: claim.id, line: line.line, allowed: line.allowed, expected: line.expected,
        source: line.source, known: office.known, in: connection)
    }
  }

  /// A fee schedule that the office trusts, else what the payer's own answers come to.
  private func expectation(
    of learnt: LearntAllowance, by payer: Payer, on claim: Claim
  ) throws -> UnderpaidLines.Expectation? {
    let served = claim.lines.first { $0.number == learnt.line }?.serviceFrom ?? claim.serviceFrom
    if let unit = office.rules.contractedAllowable(
      learnt.procedure, family: payer.family, state: payer.state, on: served)
    {
      return UnderpaidLines.Expectation(unit: unit, source: .contract)
    }
    return try AllowedAmounts.known(learnt.procedure, by: payer.id, in: connection)
      .map { UnderpaidLines.Expectation(unit: $0, source: .learnt) }
  }
}
