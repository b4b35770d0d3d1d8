package import Billing
package import Database

/// The money of open items that is lost when a limit passes within a month, in cents expected.
///
/// An item counts whose governing limit runs and whose safe day is at most 30 days away (the tiers
/// up to ``Billing/Tier/month``). A claim that its payer took in before its filing limit, and has
/// not answered, does not: that limit is kept, and the money is only to be chased.
package enum MoneyAtStake {
  private static let within = Tier.bounds.last { $0.tier == .month }?.daysLeft ?? 30

  /// Whether an item of a queue is among them; `today` stands for its argument.
  ///
  /// A pinned item has no tier of its own, so its days are compared. An answer of the payer begins
  /// limits that an acceptance does not keep.
  private static func condition(_ queue: QueueName, today: String) -> String {
    let runs = """
      (work_item.tier BETWEEN \(Tier.week.rawValue) AND \(Tier.month.rawValue)
        OR (work_item.tier = \(Tier.pinned.rawValue)
          AND work_item.safe_day - \(today) <= \(within)
          AND coalesce(work_item.legal_day, work_item.safe_day) >= \(today)))
      """
    return queue == .followUp ? runs + " AND NOT " + isKept : runs
  }

  /// Whether the payer of an item of A/R follow-up took its claim in in time and has not answered.
  private static let isKept = """
    (work_item.subject_kind = 'claim'
      AND EXISTS (SELECT 1 FROM submission WHERE submission.claim_id = work_item.subject_key
        AND submission.answer = 'accepted' AND submission.answer_day <= work_item.legal_day)
      AND NOT EXISTS (SELECT 1 FROM remit_claim
        WHERE remit_claim.claim_id = work_item.subject_key AND remit_claim.state = 'posted'))
    """

  /// Of every queue, over the open items.
  package static func byQueue(
    on today: Day, in connection: Connection
  ) throws -> [QueueName: Cents] {
    let sums = try QueueName.allCases.filter(\.isBilled).map { queue in
      (queue, try of(queue, filter: .none, on: today, in: connection))
    }
    return Dictionary(uniqueKeysWithValues: sums)
  }

  /// Of the open items of a queue that a filter leaves.
  package static func of(
    _ queue: QueueName, filter: FilterSQL, on today: Day, in connection: Connection
  ) throws -> Cents {
    guard queue.isBilled else { return .zero }
    let selection = try QueueSelection(queue, lane: .work, filter: filter, in: connection)
    let day = "?\(selection.arguments.count + 1)"
    return try connection.first(
      """
      SELECT coalesce(sum(work_item.expected_cents), 0) FROM \(selection.table)
      WHERE \(selection.condition) AND work_item.tier <= \(Tier.month.rawValue)
        AND \(condition(queue, today: day))
      """, selection.arguments + [SQLValue(today)]
    ) { $0.cents(0) } ?? .zero
  }
}
