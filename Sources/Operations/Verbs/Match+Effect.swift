import Billing
import Database
import Store
import WorkEngine

/// A staged answer is matched to a claim by hand.
struct MatchEffect: VerbEffect {
  let verb = DecisionVerb.match

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .match(let target) = work.decision.act else { return Prepared() }
    let made = try claim(target, work)
    guard let claim = try Claims.find(made.claim, in: work.connection) else {
      throw Refusal("There is no such claim.")
    }
    return Prepared(
      detail: "to \(claim.controlNumber)", target: made.claim, postings: made.postings,
      cause: .charge)
  }

  /// The claim that is meant: the chosen one, or one made from the remittance with the postings
  /// that open it.
  private func claim(
    _ target: MatchTarget, _ work: DecisionWork
  ) throws -> (claim: ClaimID, postings: [Posting]) {
    if case .claim(let chosen) = target { return (chosen, []) }
    let (office, connection) = (work.office, work.connection)
    guard let kept = try work.staged(),
      let header = try Remittances.find(kept.remittance, in: connection),
      let payer = try Payers.find(header.payer, in: connection)
    else { throw Refusal("Choose the claim that it belongs to.") }
    let named = NamedPayer(
      name: payer.name, identifier: payer.identifier,
      filingIndicator: kept.claim.filingIndicator, state: payer.state ?? "")
    let made = try AdoptedClaim(office: office, payers: PayerCache()).insert(
      from: kept.claim, payer: named, on: header.paymentDate, in: connection)
    guard let made else {
      throw Refusal(
        "No claim can be made from this: it is a reversal, or its amounts do not balance.")
    }
    return made
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let target = prepared.target, let kept = try work.staged(),
      let claim = try Claims.find(target, in: work.connection)
    else { throw Refusal("There is no such claim.") }
    // It may fit now, but a person began it and a person posts it.
    let staged = StagedClaims(office: work.office, connection: work.connection)
    try RemitClaims.setState(
      .staged, of: kept.id, matchedTo: target,
      staging: staged.reasons(of: kept, matchedTo: claim), postedAt: nil, known: work.office.known,
      in: work.connection)
    return [.claim(target)] + (kept.matchedTo.map { [.claim($0)] } ?? [])
  }

  /// Back to the match before this one, or to what the import found.
  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard let kept = try done.staged() else { return [] }
    let earlier = try Stories.standing(on: done.subject, in: done.connection).last {
      $0.activity.verb == .match && $0.activity.id < done.decided.activity.id
    }
    let now: ClaimID?
    if let earlier {
      now = try match(kept, to: earlier.targetClaim, done)
    } else {
      let made = try Ledger.entries(ofActivity: done.decided.activity.id, in: done.connection)
      now = try StagedClaims(office: done.office, connection: done.connection)
        .unmatch(kept, from: made.isEmpty ? nil : done.target)
    }
    return [kept.matchedTo, done.target, now].compactMap { $0.map { .claim($0) } }
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    guard let kept = try done.staged() else { return [] }
    let now = try match(kept, to: done.target, done)
    return [kept.matchedTo, now].compactMap { $0.map { .claim($0) } }
  }

  private func match(
    _ kept: RemitClaims.Kept, to target: ClaimID?, _ done: DoneDecision
  ) throws -> ClaimID? {
    guard let target, let claim = try Claims.find(target, in: done.connection) else { return nil }
    let staged = StagedClaims(office: done.office, connection: done.connection)
    try RemitClaims.setState(
      .staged, of: kept.id, matchedTo: target,
      staging: staged.reasons(of: kept, matchedTo: claim), postedAt: nil, known: done.office.known,
      in: done.connection)
    return target
  }
}

extension DecisionWork {
  /// The answer that waits, as it was kept.
  func staged() throws -> RemitClaims.Kept? {
    guard case .remitClaim(let id) = subject else { return nil }
    return try RemitClaims.find(id, in: connection)
  }
}

extension DoneDecision {
  func staged() throws -> RemitClaims.Kept? {
    guard case .remitClaim(let id) = subject else { return nil }
    return try RemitClaims.find(id, in: connection)
  }
}
