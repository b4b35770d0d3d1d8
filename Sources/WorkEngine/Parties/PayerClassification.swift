package import Billing

/// Which kind of payer a name in a file stands for; the families have different limits.
package enum PayerClassification {
  /// What the rules data says of a payer named in a file.
  package struct Answer: Equatable, Sendable {
    package var family: PayerFamily
    /// Rows of the rules data that speak of this payer by name.
    package var key: String?
    package var state: String?
    /// Identifiers for electronic claims that the rules data gives for it, the usual one first.
    package var identifiers: [String] = []
  }

  /// Classifies a payer: by identifier, then by the words of its name, then by filing indicator.
  ///
  /// Of rows that fit equally well the one with more words wins, then the earlier one.
  package static func classify(_ named: NamedPayer, rules: RuleBook) -> Answer {
    let words = words(of: named.name)
    var best: PayerRow?
    var bestScore = 0
    for row in rules.payers {
      let score = score(row, named, words)
      if score > bestScore { (best, bestScore) = (row, score) }
    }
    let family = best?.family ?? .other
    let usesState =
      family == .medicaid || family == .medicaidManaged || family == .workersCompensation
    let state = best?.state ?? (usesState && !named.state.isEmpty ? named.state.uppercased() : nil)
    return Answer(
      family: family, key: best?.key, state: state, identifiers: best?.identifiers ?? [])
  }

  private static func score(_ row: PayerRow, _ named: NamedPayer, _ words: Set<String>) -> Int {
    let indicator = named.filingIndicator.uppercased()
    let fitsIndicator = !indicator.isEmpty && row.filingIndicators.contains(indicator)
    let isNamed = !row.identifiers.isEmpty || !row.nameWords.isEmpty
    guard isNamed else { return fitsIndicator ? 1 : 0 }
    // One identifier may stand for several kinds of plans: where the row names indicators, the
    // file's must be among them, unless the file has none.
    if !row.filingIndicators.isEmpty, !indicator.isEmpty, !fitsIndicator { return 0 }
    let extra = fitsIndicator ? 5 : 0
    if !named.identifier.isEmpty, row.identifiers.contains(named.identifier) {
      return 10_000 + extra
    }
    guard !row.nameWords.isEmpty, words.isSuperset(of: row.nameWords) else { return 0 }
    return 100 + row.nameWords.count * 10 + extra
  }

  private static func words(of name: String) -> Set<String> {
    Set(
      name.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
