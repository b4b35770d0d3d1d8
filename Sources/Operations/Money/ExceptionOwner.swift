import Billing
import Database
import Store

/// To whom the answers go that a payer's remittances leave for a person, where a rule says so.
struct ExceptionOwner {
  let rules: RuleBook
  let connection: Connection

  /// The person of the rule that holds for an answer; nil for the pool.
  func name(for id: RemitClaimID) throws -> String? {
    // Few offices say so, and every staged answer asks.
    guard rules.postings.contains(where: { $0.exceptionsTo != nil }),
      let kept = try RemitClaims.find(id, in: connection),
      let header = try Remittances.find(kept.remittance, in: connection),
      let payer = try Payers.find(header.payer, in: connection)
    else { return nil }
    return rules.posting(for: payer, on: header.noticeDate)?.exceptionsTo
  }

  /// Gives an answer that was just staged to that person.
  func assign(_ id: RemitClaimID) throws {
    guard let name = try name(for: id) else { return }
    try WorkItems.setOwner(name, of: .remitClaim(id), in: connection)
  }
}
