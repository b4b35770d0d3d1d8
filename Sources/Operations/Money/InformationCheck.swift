import Billing
import Database
import Store
import WorkEngine

/// Whether an answer carries no money and changes nothing: kept with its claim, and no work.
struct InformationCheck {
  let office: Office
  let connection: Connection

  /// Holds an answer against the answers that its claim had by the day of its notice; `id` is its
  /// own where it was kept already.
  func isInformation(
    _ remitClaim: RemittanceClaim, _ found: ClaimSearch.Found, by notice: Day,
    besides id: RemitClaimID? = nil
  ) throws -> Bool {
    guard remitClaim.paid == .zero, !remitClaim.isReversal else { return false }
    guard let claim = found.claim, found.reasons.isEmpty else {
      return InformationAnswer.isOne(remitClaim, after: [], rules: office.rules)
    }
    let earlier = try RemitClaims.all(of: claim.id, in: connection).filter {
      $0.id != id && ($0.state == .posted || $0.isWaiting)
    }
    let days = try earlier.map {
      try Remittances.find($0.remittance, in: connection)?.noticeDate ?? notice
    }
    // What came later says nothing of what this answer repeats.
    let before = zip(earlier, days).filter { $1 <= notice }
    guard InformationAnswer.isOne(remitClaim, after: before.map(\.0.claim), rules: office.rules)
    else { return false }
    return try !hasActed(on: claim.id, since: before.map(\.1).max())
  }

  /// Whether the claim was sent again or contested since its answers: the next one answers that.
  private func hasActed(on claim: ClaimID, since noticed: Day?) throws -> Bool {
    guard let noticed else { return false }
    let sent = try Submissions.all(of: claim, in: connection).map(\.sentOn).max()
    if let sent, sent >= noticed { return true }
    return try Journal.standing(on: .claim(claim), in: connection).contains {
      ($0.verb.has(.sends) || $0.verb.has(.contests)) && $0.on >= noticed
    }
  }
}
