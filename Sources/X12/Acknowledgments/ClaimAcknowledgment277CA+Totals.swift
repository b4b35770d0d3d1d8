/// What the claims of a level add up to.
extension ClaimAcknowledgment277CA.Totals {
  /// What claims give, by their actions (STC03), and by their categories where there is no action.
  package init(of claims: [ClaimAcknowledgment277CA.Claim]) {
    var accepted = (count: 0, cents: Int64?.some(0))
    var rejected = (count: 0, cents: Int64?.some(0))
    for claim in claims {
      let action = claim.statuses.first { !$0.action.isEmpty }?.action ?? ""
      let isRejected = action.isEmpty ? claim.isRejected : action == "U"
      let cents = claim.statuses.first { $0.chargeCents != nil }?.chargeCents ?? 0
      if isRejected {
        rejected.count += 1
        rejected.cents = rejected.cents.flatMap { Self.sum($0, cents) }
      } else {
        accepted.count += 1
        accepted.cents = accepted.cents.flatMap { Self.sum($0, cents) }
      }
    }
    self.init(
      acceptedCount: accepted.count, rejectedCount: rejected.count,
      acceptedCents: accepted.cents, rejectedCents: rejected.cents)
  }

  private static func sum(_ left: Int64, _ right: Int64) -> Int64? {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }
}
