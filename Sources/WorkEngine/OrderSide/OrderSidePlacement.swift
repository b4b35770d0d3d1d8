package import Billing

/// Which one queue holds a piece of work of the order side, by which deadline, and why.
///
/// Pure: the same facts, rules and day give the same placement (domain reference 1.3 and 1.4).
package enum OrderSidePlacement {
  /// The placement, or nil where nothing is to be done: not delivered yet, answered, billed, done.
  package static func place(
    _ story: OrderSideStory, rules: RuleBook, on today: Day
  ) -> Placement? {
    switch story {
    case .order(let story): OrderPlacement.place(story, rules: rules, on: today)
    case .charge(let story): ChargePlacement.place(story, rules: rules, on: today)
    case .batch(let story): BatchPlacement.place(story, rules: rules, on: today)
    case .special(let story): SpecialPlacement.place(story, rules: rules, on: today)
    }
  }
}

extension PlacementDraft {
  /// Starts the placement of a piece of the order side, which has one limit at most.
  init(
    queue: QueueName, limit: Deadline?, balance: Cents, expected: Cents,
    decisions: [RecordedDecision], rules: RuleBook, on today: Day
  ) {
    let limits = limit.map { [$0] } ?? []
    self.init(
      queue: queue,
      limits: GoverningDeadline(limits, of: Set(limits.map(\.kind)), on: today),
      balance: balance, expected: expected, decided: DecisionReading(decisions), rules: rules,
      on: today)
  }
}
