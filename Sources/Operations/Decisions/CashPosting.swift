import Billing
import Database
import Store
import WorkEngine

/// Decisions on what waits in Cash posting: match by hand, post, leave in suspense.
struct CashPosting {
  /// `Decision.reasonCode` of a match that makes the claim from what the remittance says.
  static let fromRemittance = "from-remittance"

  private let office: Office
  private let subject: Subject
  private let connection: Connection

  init(_ effect: DecisionEffect) {
    office = effect.office
    subject = effect.subject
    connection = effect.connection
  }

  /// Refusals that the rules cannot see because they concern the match.
  static func refusal(of decision: Decision, _ subject: Subject) -> String? {
    switch decision.verb {
    case .match where subject.remitClaim == nil:
      return "Only a claim of a remittance can be matched to a claim."
    case .post where subject.remitClaim != nil && subject.remitClaim?.matchedTo == nil:
      return "Match it to a claim first."
    default: return nil
    }
  }

  /// The claim a match means: the chosen one, or one made from the remittance with the postings
  /// that open it.
  func claimToMatch(_ decision: Decision) throws -> (claim: ClaimID, postings: [Posting]) {
    if let chosen = decision.matchTo { return (chosen, []) }
    guard decision.reasonCode == CashPosting.fromRemittance, let kept = subject.remitClaim,
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

  /// What a posting will do, in words.
  func detail(of decision: Decision) throws -> String {
    if let kept = subject.remitClaim { return "\(kept.claim.paid)" }
    return subject.staged.map { "\($0.suspense)" } ?? ""
  }

  /// Carries a match or posting out; gives the other subjects whose placement may change.
  func carryOut(
    _ decision: Decision, target: ClaimID?, as activity: ActivityID
  ) throws -> [WorkSubject] {
    switch (decision.verb, subject.subject) {
    case (.match, .remitClaim(let id)):
      guard let target, let kept = subject.remitClaim else { return [] }
      return try match(id, kept, to: target)
    case (.post, .remitClaim(let id)):
      guard let kept = subject.remitClaim, let claim = kept.matchedTo else { return [] }
      return try post(id, kept, to: claim, as: activity)
    case (.post, .remittance(let id)):
      return try postProviderAdjustments(of: id, as: activity)
    default: return []
    }
  }

  private func match(
    _ id: RemitClaimID, _ kept: RemitClaims.Kept, to target: ClaimID
  ) throws -> [WorkSubject] {
    guard let claim = try Claims.find(target, in: connection) else {
      throw Refusal("There is no such claim.")
    }
    // It may fit now, but a person began it and a person posts it.
    let reasons = try staged.reasons(of: kept, matchedTo: claim)
    try RemitClaims.setState(
      .staged, of: id, matchedTo: target, staging: reasons, postedAt: nil, in: connection)
    return [.claim(target)] + (kept.matchedTo.map { [.claim($0)] } ?? [])
  }

  private func post(
    _ id: RemitClaimID, _ kept: RemitClaims.Kept, to target: ClaimID, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let claim = try Claims.find(target, in: connection) else {
      throw Refusal("There is no such claim.")
    }
    let header = try staged.header(of: kept)
    if case .reversal = kept.claim.status {
      return try reverse(id, kept, on: claim, header, as: activity)
    }
    let step = ClaimPostingStep(
      office: office, remittance: kept.remittance, notice: header.noticeDate, activity: activity)
    switch try step.plan(kept.claim, id, against: claim, isConfirmed: true, in: connection) {
    case .stage(let reasons):
      throw Refusal(
        "It cannot be posted as it is. " + reasons.map(\.sentence).joined(separator: " "))
    case .post(let plan):
      guard let payer = try Payers.find(header.payer, in: connection) else { return [] }
      try step.post(plan, kept.claim, id, to: claim, payer: payer, in: connection)
    }
    return try [.claim(target)] + lookAgain(at: target, beside: id)
  }

  /// What else waits for a claim whose answers changed.
  private func lookAgain(at id: ClaimID, beside remitClaim: RemitClaimID) throws -> [WorkSubject] {
    guard let claim = try Claims.find(id, in: connection) else { return [] }
    return try staged.lookAgain(at: claim, beside: remitClaim)
  }

  private var staged: StagedClaims { StagedClaims(office: office, connection: connection) }

  /// Undoes the posting that a reversal takes back: the same claim with the same amounts negated.
  private func reverse(
    _ id: RemitClaimID, _ kept: RemitClaims.Kept, on claim: Claim, _ header: Remittances.Header,
    as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let original = try staged.original(of: kept, on: claim.id, in: .posted) else {
      throw Refusal(
        "No posted answer of \(claim.controlNumber) has these amounts: the payer takes back "
          + "\(-kept.claim.paid) of a charge of \(-kept.claim.charge).")
    }
    let entry = try Ledger.standing(
      ofRemitClaim: original.id, of: original.remittance, in: connection)
    if let entry {
      let reversing = try JournalEntry(
        cause: .reversal, on: header.noticeDate, postings: entry.entry.postings.map(\.reversed))
      _ = try Ledger.post(
        reversing, claim: claim.id, remittance: kept.remittance, remitClaim: id,
        activity: activity, reverses: entry.id, known: office.today, in: connection)
    }
    // The time of its posting is kept: should this be undone, it is no newer than it was.
    try RemitClaims.setState(
      .reversed, of: original.id, matchedTo: claim.id, staging: original.staging,
      postedAt: original.postedAt, in: connection)
    try RemitClaims.setState(
      .reversed, of: id, matchedTo: claim.id, staging: kept.staging,
      postedAt: office.now(connection), in: connection)
    try staged.refreshNextBilled(claim.id)
    return try [.claim(claim.id)] + lookAgain(at: claim.id, beside: id)
  }

  /// Posts the provider adjustments of a remittance, and what was held because it did not balance.
  private func postProviderAdjustments(
    of id: RemittanceID, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let header = try Remittances.find(id, in: connection) else { return [] }
    for adjustment in try Remittances.providerAdjustments(of: id, in: connection) {
      let entry = try RemittancePosting.providerAdjustmentEntry(
        adjustment, remittance: id, on: header.noticeDate)
      _ = try Ledger.post(
        entry, remittance: id, activity: activity, known: office.today, in: connection)
    }
    return []
  }
}
