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
    case .special(let story):
      found[.fulfil] = try SpecialOrders(office: office, connection: connection)
        .obstacle(story)
    case .stagedAnswer, .remittance, .order, .charge, .batch, .credit, .providerBalance,
      .refusedSet, .underpayment, .deposit, .approval, .patient:
      break
    }
    found[.checkEligibility] = try EligibilityDesk(office: office, connection: connection)
      .obstacle(story)
    return found
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
