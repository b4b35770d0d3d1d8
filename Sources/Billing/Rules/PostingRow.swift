/// What of a payer's answers may be posted by itself, and what is looked at afterwards (domain
/// reference 5.9).
///
/// One row holds for a payer on a day, and all of it: nothing is taken from a more general one.
package struct PostingRow: Equatable, Sendable {
  /// Names the row where it keeps something for a person.
  package var id: String
  /// nil for every kind of payer.
  package var family: PayerFamily?
  /// The `key` of a payer row, nil for every payer of the family.
  package var payerKey: String?
  /// Less than this, in cents, or than this part of what was expected, in percent, is no underpayment.
  package var tolerance: Cents
  package var tolerancePercent: Int
  /// Interest of a payment up to this amount, in cents, posts by itself.
  package var interestLimit: Cents
  /// Whether answers post by themselves at all.
  package var isAutomatic = true
  /// The codes with which an answer posts by itself; empty for every code.
  package var listed: [AdjustmentPattern] = []
  /// The codes that a person sees first.
  package var watched: [AdjustmentPattern] = []
  /// Whether what is above the fee schedule is written off by itself.
  package var writesOffContractual = true
  /// Days for which the next payer is not billed after the payer passed a claim on; nil for those of
  /// the payer's kind.
  package var crossoverDays: Int?
  /// The person to whom staged answers go; nil for the pool.
  package var exceptionsTo: String?
  /// Days of notice for which it is in force.
  package var effective: Validity
  package var source: String

  package init(
    id: String = "", family: PayerFamily? = nil, payerKey: String? = nil, tolerance: Cents,
    tolerancePercent: Int, interestLimit: Cents, effective: Validity = Validity(), source: String
  ) {
    self.id = id
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

/// A reason code as a rule names it: of one group, `CO-45`, or of any, `45`.
package struct AdjustmentPattern: Equatable, Sendable {
  package var group: AdjustmentGroup?
  package var reason: String

  /// Nil where the text is neither.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let reason = parts.last, !reason.isEmpty, parts.count <= 2,
      reason.utf8.allSatisfy({ byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      })
    else { return nil }
    self.reason = reason
    guard parts.count == 2 else { return }
    guard let group = AdjustmentGroup(rawValue: parts[0]) else { return nil }
    self.group = group
  }

  /// `CO-45`, or `45`.
  package var text: String { group.map { "\($0.rawValue)-\(reason)" } ?? reason }

  package func matches(_ adjustment: Adjustment) -> Bool {
    adjustment.reason == reason && (group == nil || group == adjustment.group)
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
