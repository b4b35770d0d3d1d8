import Billing
import Database
import Store
import WorkEngine

/// What a posted answer allows: what is learnt of it, and where it is less than expected.
struct AnswerAllowances {
  let office: Office
  let connection: Connection
  let learnt: LearntAllowances
  /// The payer that answers.
  let payer: Payer
  /// Date of its notice.
  let notice: Day

  /// Keeps what falls short first, so that no answer is measured by itself, then learns.
  func keep(
    _ allowed: [LearntAllowance], of answer: RemitClaimID, on claim: Claim
  ) throws {
    try keepShortfalls(allowed, of: answer, on: claim)
    for line in allowed {
      try learnt.learn(line.unit, for: line.procedure, by: payer.id, on: notice, in: connection)
    }
  }

  private func keepShortfalls(
    _ allowed: [LearntAllowance], of answer: RemitClaimID, on claim: Claim
  ) throws {
    guard let tolerance = office.rules.posting(for: payer, on: notice) else { return }
    let found = try UnderpaidLines.find(allowed, of: claim, tolerance: tolerance) {
      try expectation(of: $0, on: claim)
    }
    for line in found {
      try Underpayments.save(
        answer, claim: claim.id, line: line.line, allowed: line.allowed, expected: line.expected,
        source: line.source, known: office.known, in: connection)
    }
  }

  /// A fee schedule that the office trusts, else what the payer's own answers come to.
  private func expectation(
    of allowed: LearntAllowance, on claim: Claim
  ) throws -> UnderpaidLines.Expectation? {
    let served = claim.lines.first { $0.number == allowed.line }?.serviceFrom ?? claim.serviceFrom
    if let unit = office.rules.contractedAllowable(
      allowed.procedure, family: payer.family, state: payer.state, on: served)
    {
      return UnderpaidLines.Expectation(unit: unit, source: .contract)
    }
    return try learnt.known(allowed.procedure, by: payer.id, in: connection)
      .map { UnderpaidLines.Expectation(unit: $0, source: .learnt) }
  }
}
