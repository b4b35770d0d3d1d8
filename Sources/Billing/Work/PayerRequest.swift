/// A letter in which a payer or its contractor asks for records (domain reference 2.7).
package struct PayerRequest: Hashable, Sendable {
  package var contractor: RecordsContractor
  /// What the letter calls itself: `pre-payment review`, `TPE round 1`.
  package var kind: String
  package var letterOn: Day
  /// The last day that the letter names, nil where only the contractor's rule is known.
  package var dueOn: Day?
  /// Lines that it asks about; empty for the whole claim.
  package var lines: [Int]
  /// What hangs on it, in cents: the dollars of its lines.
  package var amount: Cents
  /// Day and way in which the records were sent, nil and empty while they are owed.
  package var sentOn: Day?
  package var sentBy: String
  /// What came of it, empty while it is open.
  package var result: String

  package init(
    contractor: RecordsContractor, kind: String, letterOn: Day, dueOn: Day? = nil,
    lines: [Int] = [], amount: Cents = .zero, sentOn: Day? = nil, sentBy: String = "",
    result: String = ""
  ) {
    self.contractor = contractor
    self.kind = kind
    self.letterOn = letterOn
    self.dueOn = dueOn
    self.lines = lines
    self.amount = amount
    self.sentOn = sentOn
    self.sentBy = sentBy
    self.result = result
  }

  /// Whether the records are still owed.
  package var isOwed: Bool { sentOn == nil && result.isEmpty }
}
