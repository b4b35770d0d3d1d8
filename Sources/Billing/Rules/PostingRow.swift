/// What may be posted by itself, and what is looked at afterwards (domain reference 5.9).
package struct PostingRow: Equatable, Sendable {
  /// nil for every kind of payer.
  package var family: PayerFamily?
  /// The `id` of a payer row, nil for every payer of the family.
  package var payerKey: String?
  /// Less than this, in cents, or than this part of what was expected, in percent, is no underpayment.
  package var tolerance: Cents
  package var tolerancePercent: Int
  /// Interest of a payment up to this amount, in cents, posts by itself.
  package var interestLimit: Cents
  /// Days of notice for which it is in force.
  package var effective: Validity
  package var source: String

  package init(
    family: PayerFamily? = nil, payerKey: String? = nil, tolerance: Cents, tolerancePercent: Int,
    interestLimit: Cents, effective: Validity = Validity(), source: String
  ) {
    self.family = family
    self.payerKey = payerKey
    self.tolerance = tolerance
    self.tolerancePercent = tolerancePercent
    self.interestLimit = interestLimit
    self.effective = effective
    self.source = source
  }

  /// Whether an allowed amount is so far below the expected one that it is to be contested.
  package func isUnderpaid(allowed: Cents, expected: Cents) -> Bool {
    let shortfall = expected - allowed
    guard shortfall > tolerance else { return false }
    // Amounts from outside are bounded, so that the product cannot overflow.
    return shortfall.rawValue * 100 > expected.rawValue * Int64(tolerancePercent)
  }
}

extension RuleBook {
  /// What may be posted by itself for a payer on a day; nil where no row speaks of it.
  ///
  /// The most specific row wins, then the one in force most lately, then the last.
  package func posting(for payer: Payer, on day: Day) -> PostingRow? {
    var best: (row: PostingRow, rank: (Int, Day))?
    for row in postings where row.effective.contains(day) {
      if let family = row.family, family != payer.family { continue }
      if let key = row.payerKey, key != payer.ruleKey { continue }
      let specificity = (row.payerKey == nil ? 0 : 2) + (row.family == nil ? 0 : 1)
      let rank = (specificity, row.effective.from ?? Day(rawValue: .min))
      if let other = best, rank < other.rank { continue }
      best = (row, rank)
    }
    return best?.row
  }
}
