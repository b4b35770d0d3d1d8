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
  /// The step of a remittance that it is a part of, nil where it stands by itself.
  private let step: RemittanceStep?

  init(
    office: Office, remittance: RemittanceID, notice: Day, activity: ActivityID? = nil,
    step: RemittanceStep? = nil
  ) {
    self.office = office
    self.remittance = remittance
    self.notice = notice
    self.activity = activity
    self.step = step
  }

  /// What is to happen with the claim where nobody looks: what fits posts, unless the office keeps it
  /// for a person; `id` is nil where the answer is not kept yet.
  func plan(
    _ remitClaim: RemittanceClaim, _ id: RemitClaimID?, from payer: Payer, against claim: Claim,
    in connection: Connection
  ) throws -> PostingPlan {
    let plan = try fitted(remitClaim, id, against: claim, in: connection)
    guard case .post = plan,
      let hold = PostingHolds.find(in: remitClaim, from: payer, on: notice, rules: office.rules)
    else { return plan }
    return .stage([hold])
  }

  private func fitted(
    _ remitClaim: RemittanceClaim, _ id: RemitClaimID?, against claim: Claim,
    in connection: Connection
  ) throws -> PostingPlan {
    let isNext = RemittancePosting.isAnswerOfNextPayer(remitClaim.status, on: claim)
    let hasNext =
      try !isNext && Claims.nextPayer(of: claim.id, in: connection) != nil
      || RemittancePosting.isCrossover(remitClaim, office.rules)
    let part = try part(remitClaim, id, of: claim, in: connection)
    let isAnswered =
      if let part {
        part.isAnswered
      } else {
        try step?.claims.mayBeAnswered(claim.id) != false
          && RemitClaims.isAnswered(
            claim.id, isNextLevel: isNext, beside: id, numbered: remitClaim.controlNumber,
            of: remittance, in: connection)
      }
    func plan(_ claim: Claim) -> PostingPlan {
      RemittancePosting.plan(
        remitClaim, against: claim, alreadyAdjudicated: isAnswered,
        hasNextPayer: hasNext, isPart: part != nil,
        remittance: remittance, remitClaim: id, on: notice, rules: office.rules)
    }
    if !isNext, hasNext, !isAnswered {
      let taken = try EarlyShares.taken(from: claim.id, in: connection)
      if !taken.isEmpty, let even = try EarlyShare.plan(taken, of: claim, plan) { return even }
    }
    return plan(claim)
  }

  private struct Part {
    /// Whether any of its lines was answered before.
    var isAnswered: Bool
  }

  /// Whether it answers some lines of a bill that the payer split, and whether any of them was
  /// answered before; nil where nothing says that the rest is answered apart.
  private func part(
    _ remitClaim: RemittanceClaim, _ id: RemitClaimID?, of claim: Claim,
    in connection: Connection
  ) throws -> Part? {
    guard let lines = SplitAnswer.lines(of: remitClaim, in: claim) else { return nil }
    var posted: Set<Int> = []
    var beside: Set<Int> = []
    for kept in try RemitClaims.all(of: claim.id, in: connection) where kept.id != id {
      guard [.posted, .staged].contains(kept.state), kept.claim.status == remitClaim.status,
        let others = SplitAnswer.lines(of: kept.claim, in: claim)
      else { continue }
      if kept.state == .posted { posted.formUnion(others) }
      beside.formUnion(others)
    }
    let addsUp = lines.isDisjoint(with: beside) && lines.union(beside).count == claim.lines.count
    guard addsUp || SplitAnswer.isSaid(by: remitClaim) else { return nil }
    return Part(isAnswered: !lines.isDisjoint(with: posted))
  }

  /// Writes a plan: the entry, the denials to work, what was learnt, the payer's number.
  func post(
    _ plan: ClaimPosting, _ remitClaim: RemittanceClaim, _ id: RemitClaimID, to claim: Claim,
    in connection: Connection
  ) throws {
    for amount in denied(plan, remitClaim) {
      try RemitClaims.markDenial(amount.adjustment, line: amount.line, of: id, in: connection)
    }
    try write(plan, remitClaim, id, to: claim, in: connection)
    try RemitClaims.setState(
      .posted, of: id, matchedTo: claim.id, staging: [], postedAt: office.sequence(connection),
      known: office.known, in: connection)
  }

  /// Keeps an answer that nobody has to look at as posted, with all that ``post(_:_:_:to:in:)`` writes.
  func keep(
    _ plan: ClaimPosting, _ remitClaim: RemittanceClaim, position: Int, to claim: Claim,
    in connection: Connection
  ) throws -> RemitClaimID {
    let id = try RemitClaims.insert(
      remitClaim, position: position, of: remittance, matchedTo: claim.id, state: .posted,
      staging: [], postedAt: office.sequence(connection), denied: denied(plan, remitClaim),
      known: office.known, in: connection)
    try write(plan, remitClaim, id, to: claim, in: connection)
    return id
  }

  private func denied(
    _ plan: ClaimPosting, _ remitClaim: RemittanceClaim
  ) -> [RemitClaims.Denied] {
    plan.denials.map { (remitLine(of: $0, in: remitClaim), $0.adjustment) }
  }

  private func write(
    _ plan: ClaimPosting, _ remitClaim: RemittanceClaim, _ id: RemitClaimID, to claim: Claim,
    in connection: Connection
  ) throws {
    if !plan.entry.postings.isEmpty {
      _ = try Ledger.post(
        plan.entry, claim: claim.id, remittance: remittance, remitClaim: id, activity: activity,
        known: office.known, in: connection)
    }
    try note(
      allowed: plan.allowed, crossedOver: plan.crossedOver, of: remitClaim, id, on: claim,
      in: connection)
  }

  /// Keeps what a posted answer leaves besides its entry; `denied` names the line of the answer, 0 for
  /// the claim level, and the amount that it refuses.
  func note(
    denied: [RemitClaims.Denied], allowed: [LearntAllowance], crossedOver: Bool,
    of remitClaim: RemittanceClaim, _ id: RemitClaimID, on claim: Claim,
    in connection: Connection
  ) throws {
    for amount in denied {
      try RemitClaims.markDenial(amount.adjustment, line: amount.line, of: id, in: connection)
    }
    try note(
      allowed: allowed, crossedOver: crossedOver, of: remitClaim, id, on: claim, in: connection)
  }

  private func note(
    allowed: [LearntAllowance], crossedOver: Bool, of remitClaim: RemittanceClaim,
    _ id: RemitClaimID, on claim: Claim, in connection: Connection
  ) throws {
    if !allowed.isEmpty {
      let former =
        step?.claims.mayHaveFormerPayer(claim.id) != false
        ? try ClaimPayers.former(of: claim.id, asked: remitClaim.controlNumber, in: connection)
        : nil
      // Known to the step that it is a part of, or kept at once.
      let learnt = step?.allowances ?? LearntAllowances()
      try AnswerAllowances(
        office: office, connection: connection, learnt: learnt,
        payer: try former.flatMap { try Payers.find($0, in: connection) } ?? claim.payer,
        notice: notice
      ).keep(allowed, of: id, on: claim)
      if step == nil { try learnt.write(in: connection) }
    }
    if !remitClaim.payerControlNumber.isEmpty,
      // Only a step is sure to have read the claim just before.
      step == nil || remitClaim.payerControlNumber != claim.payerControlNumber,
      !RemittancePosting.isAnswerOfNextPayer(remitClaim.status, on: claim)
    {
      try Claims.setPayerControlNumber(
        remitClaim.payerControlNumber, of: claim.id, answering: remitClaim.controlNumber,
        in: connection)
    }
    if crossedOver { try Claims.setNextBilled(true, of: claim.id, in: connection) }
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
