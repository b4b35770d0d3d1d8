/// What a payer's last answers for a code come to.
package enum LearntUnit {
  /// How many answers are kept of each payer and code.
  package static let kept = 5

  /// What one unit brings, in cents: the amount that most of the last answers agree on, the higher of
  /// two that are as frequent; a higher newest answer is followed at once, a lower one alone never is.
  package static func amount(of answers: [Cents], newest: Cents) -> Cents {
    let counts = Dictionary(grouping: answers, by: \.self).mapValues(\.count)
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    return max(newest, usual ?? newest)
  }
}
