import Billing
import Store

/// How a claim stands, in our words: the truth for claims in a queue and for all others.
enum ClaimWords {
  static func state(of claim: Searches.FoundClaim) -> String {
    if let work = claim.work, !work.isClosed { return state(of: work.item) }
    if claim.staged > 0 { return "a remittance for it waits in Cash posting" }
    return settled(claim.balances, isVoid: claim.lastFrequency == .void)
  }

  /// `Denials, CO-16 N265`, with the lane where it is not to be worked now.
  static func state(of item: WorkItem) -> String {
    let lane = item.lane == .work ? "" : " (\(item.lane.title))"
    return [item.queue.title + lane, item.reasonCode].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Of a claim that stands in no queue.
  static func settled(_ balances: LineBalances, isVoid: Bool) -> String {
    if balances.payer != .zero { return "with the payer" }
    if balances.nextPayer != .zero { return "with the next payer" }
    let isAnswered = balances.paid > .zero || balances.patient != .zero
    let words =
      isVoid ? "void" : balances.paid > .zero ? "paid" : isAnswered ? "answered" : "closed"
    guard balances.patient != .zero else { return words }
    return words + ", \(balances.patient) with the patient"
  }
}
