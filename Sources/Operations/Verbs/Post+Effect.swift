import Billing
import Database
import Store
import WorkEngine

/// A staged answer, a reversal or the provider adjustments of a remittance are posted.
struct PostEffect: VerbEffect {
  let verb = DecisionVerb.post

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    if let kept = try work.staged() { return Prepared(detail: "\(kept.claim.paid)") }
    return Prepared(detail: work.situation.suspense.map { "\($0)" } ?? "")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    if case .remittance(let id) = work.subject {
      return try postProviderAdjustments(of: id, work, as: activity)
    }
    guard let kept = try work.staged(), let claim = kept.matchedTo else { return [] }
    return try post(kept, to: claim, work, as: activity)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try togglePosting(done, isUndo: true)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try togglePosting(done, isUndo: false)
  }

  private func post(
    _ kept: RemitClaims.Kept, to target: ClaimID, _ work: DecisionWork, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let claim = try Claims.find(target, in: work.connection) else {
      throw Refusal("There is no such claim.")
    }
    let staged = StagedClaims(office: work.office, connection: work.connection)
    let header = try staged.header(of: kept)
    if case .reversal = kept.claim.status {
      return try reverse(kept, on: claim, header, work, as: activity)
    }
    let step = ClaimPostingStep(
      office: work.office, remittance: kept.remittance, notice: header.noticeDate,
      activity: activity)
    switch try step.plan(
      kept.claim, kept.id, against: claim, isConfirmed: true, in: work.connection)
    {
    case .stage(let reasons):
      throw Refusal(StagedClaims.refusal(reasons))
    case .post(let plan):
      guard let payer = try Payers.find(header.payer, in: work.connection) else { return [] }
      try step.post(plan, kept.claim, kept.id, to: claim, payer: payer, in: work.connection)
    }
    return try [.claim(target)] + lookAgain(at: target, beside: kept.id, work)
  }

  /// What else waits for a claim whose answers changed.
  private func lookAgain(
    at id: ClaimID, beside remitClaim: RemitClaimID, _ work: DecisionWork
  ) throws -> [WorkSubject] {
    guard let claim = try Claims.find(id, in: work.connection) else { return [] }
    return try StagedClaims(office: work.office, connection: work.connection)
      .lookAgain(at: claim, beside: remitClaim)
  }

  /// Undoes the posting that a reversal takes back: the same claim with the same amounts negated.
  private func reverse(
    _ kept: RemitClaims.Kept, on claim: Claim, _ header: Remittances.Header, _ work: DecisionWork,
    as activity: ActivityID
  ) throws -> [WorkSubject] {
    let staged = StagedClaims(office: work.office, connection: work.connection)
    guard let original = try staged.original(of: kept, on: claim.id, in: .posted) else {
      throw Refusal(try staged.reversalObstacle(kept, on: claim) ?? "It is not posted any more.")
    }
    let entry = try Ledger.standing(
      ofRemitClaim: original.id, of: original.remittance, in: work.connection)
    if let entry {
      let reversing = try JournalEntry(
        cause: .reversal, on: header.noticeDate, postings: entry.entry.postings.map(\.reversed))
      _ = try Ledger.post(
        reversing, claim: claim.id, remittance: kept.remittance, remitClaim: kept.id,
        activity: activity, reverses: entry.id, known: work.office.today, in: work.connection)
    }
    // The time of its posting is kept: should this be undone, it is no newer than it was.
    try RemitClaims.setState(
      .reversed, of: original.id, matchedTo: claim.id, staging: original.staging,
      postedAt: original.postedAt, in: work.connection)
    try RemitClaims.setState(
      .reversed, of: kept.id, matchedTo: claim.id, staging: kept.staging,
      postedAt: work.office.now(work.connection), in: work.connection)
    try staged.refreshNextBilled(claim.id)
    return try [.claim(claim.id)] + lookAgain(at: claim.id, beside: kept.id, work)
  }

  /// Posts the provider adjustments of a remittance, and what was held because it did not balance.
  private func postProviderAdjustments(
    of id: RemittanceID, _ work: DecisionWork, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let header = try Remittances.find(id, in: work.connection) else { return [] }
    for adjustment in try Remittances.providerAdjustments(of: id, in: work.connection) {
      let entry = try RemittancePosting.providerAdjustmentEntry(
        adjustment, remittance: id, on: header.noticeDate)
      _ = try Ledger.post(
        entry, remittance: id, activity: activity, known: work.office.today, in: work.connection)
    }
    return []
  }

  private func togglePosting(
    _ done: DoneDecision, isUndo: Bool
  ) throws -> [WorkSubject] {
    guard let kept = try done.staged(), let target = kept.matchedTo else { return [] }
    let (id, connection) = (kept.id, done.connection)
    let staged = StagedClaims(office: done.office, connection: connection)
    let isReversal = kept.claim.status == .reversal
    let end: RemitClaims.State = isReversal ? .reversed : .posted
    guard kept.state == (isUndo ? end : .staged) else {
      throw Refusal("The payer's answer has been taken back since; it can no longer be changed.")
    }
    if isReversal {
      // The answer it took back stands again, or falls again.
      let from: RemitClaims.State = isUndo ? .reversed : .posted
      guard let original = try staged.original(of: kept, on: target, in: from) else {
        throw Refusal("The answer that it takes back is not there any more.")
      }
      try RemitClaims.setState(
        isUndo ? .posted : .reversed, of: original.id, matchedTo: target,
        staging: original.staging, postedAt: original.postedAt, in: connection)
    }
    // Done again, it counts from when it was done first, as the decisions after it do.
    try RemitClaims.setState(
      isUndo ? .staged : end, of: id, matchedTo: target, staging: isReversal ? kept.staging : [],
      postedAt: isUndo ? nil : done.decided.activity.at, in: connection)
    guard let claim = try Claims.find(target, in: connection) else { return [] }
    if isUndo, !isReversal {
      try RemitClaims.setState(
        .staged, of: id, matchedTo: target, staging: staged.reasons(of: kept, matchedTo: claim),
        postedAt: nil, in: connection)
    }
    try staged.refreshNextBilled(target)
    try staged.refreshPayerNumber(claim)
    return try [.claim(target)] + staged.lookAgain(at: claim, beside: id)
  }
}
