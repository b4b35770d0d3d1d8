import Billing
import Database
import Store
import WorkEngine

/// What the books and the kept files forbid about a piece of work, by verb, in sentences.
///
/// The engine sees neither; it gets these with the situation, so that what it lists as allowed
/// succeeds.
struct Obstacles {
  let office: Office
  let connection: Connection

  func all(about story: WorkStory, claim: Claim?) throws -> [DecisionVerb: String] {
    var found: [DecisionVerb: String] = [:]
    switch story {
    case .claim(let story):
      let sender = ClaimSender(office: office, connection: connection)
      if story.nextPayer != nil {
        found[.billNext] = try sender.nextPayerObstacle(story.claim)
      }
      if let claim { found[.void] = try sender.voidObstacle(claim) }
    case .stagedAnswer(let story): found[.post] = try posting(story)
    case .special(let story):
      found[.fulfil] = try SpecialOrders(office: office, connection: connection)
        .obstacle(story)
    case .remittance, .order, .charge, .batch: break
    }
    found[.checkEligibility] = try EligibilityDesk(office: office, connection: connection)
      .obstacle(story)
    return found
  }

  /// Why a matched answer cannot be posted, even once a person has looked at it.
  private func posting(_ story: StagedRemittanceStory) throws -> String? {
    guard case .remitClaim(let id) = story.subject,
      let kept = try RemitClaims.find(id, in: connection), kept.state == .staged,
      let target = kept.matchedTo, let claim = try Claims.find(target, in: connection)
    else { return nil }
    let staged = StagedClaims(office: office, connection: connection)
    if case .reversal = kept.claim.status { return try staged.reversalObstacle(kept, on: claim) }
    let step = ClaimPostingStep(
      office: office, remittance: kept.remittance, notice: try staged.header(of: kept).noticeDate)
    return switch try step.plan(kept.claim, id, against: claim, isConfirmed: true, in: connection) {
    case .post: nil
    case .stage(let reasons): StagedClaims.refusal(reasons)
    }
  }

  /// Whether a claim can be made from what a staged answer says of it.
  func canAdopt(_ story: WorkStory) throws -> Bool {
    guard case .stagedAnswer(let story) = story, case .remitClaim(let id) = story.subject,
      let kept = try RemitClaims.find(id, in: connection)
    else { return true }
    return AdoptedClaim.isDescribed(by: kept.claim)
  }

  /// Whether the bytes of the claim's last sending were kept.
  func hasFile(_ claim: Claim?) throws -> Bool {
    guard let claim else { return true }
    return try Submissions.latestImage(of: claim.id, in: connection).map { !$0.isEmpty } ?? false
  }
}
