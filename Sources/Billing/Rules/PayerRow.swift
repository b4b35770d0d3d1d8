/// How a payer named in a file is recognised.
package struct PayerRow: Equatable, Sendable {
  /// Exact payer identifiers.
  package var identifiers: [String]
  /// Upper-case words that must all stand in the name.
  package var nameWords: [String]
  /// Claim filing indicators (SBR09, CLP06).
  package var filingIndicators: [String]
  package var family: PayerFamily
  package var key: String?
  package var state: String?

  package init(
    identifiers: [String], nameWords: [String], filingIndicators: [String], family: PayerFamily,
    key: String? = nil, state: String? = nil
  ) {
    self.identifiers = identifiers
    self.nameWords = nameWords
    self.filingIndicators = filingIndicators
    self.family = family
    self.key = key
    self.state = state
  }
}

/// When the first and the next follow-up with a payer family are due, in days.
package struct FollowUpRow: Equatable, Sendable {
  package var family: PayerFamily
  package var firstDays: Int
  package var nextDays: Int
  package var crossoverDays: Int

  package init(family: PayerFamily, firstDays: Int, nextDays: Int, crossoverDays: Int) {
    self.family = family
    self.firstDays = firstDays
    self.nextDays = nextDays
    self.crossoverDays = crossoverDays
  }
}
