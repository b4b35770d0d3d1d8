package import Billing

/// Which lines of an answer were allowed less than expected (domain 5.12, point 11).
package enum UnderpaidLines {
  /// What is expected of one unit, in cents, and from where.
  package struct Expectation: Equatable, Sendable {
    package var unit: Cents
    package var source: Underpayment.Source

    package init(unit: Cents, source: Underpayment.Source) {
      self.unit = unit
      self.source = source
    }
  }

  /// A line that was allowed too little, in cents for all its units.
  package struct Found: Equatable, Sendable {
    package var line: Int
    package var allowed: Cents
    package var expected: Cents
    package var source: Underpayment.Source
  }

  /// Lines of which one answer, its parts taken together, allows less than expected by more than the
  /// tolerance; `expected` says what one unit of a code should bring, nil where nobody knows.
  ///
  /// Nothing is expected beyond what was billed: a payer never allows more.
  package static func find(
    _ allowed: [LearntAllowance], of claim: Claim, tolerance: PostingRow,
    expected: (LearntAllowance) throws -> Expectation?
  ) rethrows -> [Found] {
    var found: [Found] = []
    for (number, parts) in Dictionary(grouping: allowed, by: \.line).sorted(by: { $0.key < $1.key })
    {
      guard let first = parts.first, let line = claim.lines.first(where: { $0.number == number }),
        let wanted = try expected(first)
      else { continue }
      let units = parts.map(\.unitsInThousandths).reduce(0, +)
      let (product, overflow) = wanted.unit.rawValue.multipliedReportingOverflow(by: units)
      guard !overflow else { continue }
      let total = min(Cents((product + 500) / 1000), line.charge)
      let sum = parts.map(\.total).total()
      guard tolerance.isUnderpaid(allowed: sum, expected: total) else { continue }
      found.append(Found(line: number, allowed: sum, expected: total, source: wanted.source))
    }
    return found
  }
}
