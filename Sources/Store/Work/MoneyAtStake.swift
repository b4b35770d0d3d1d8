package import Billing
package import Database

/// The money of open items that is lost when a limit passes within a month, in cents expected.
///
/// An item counts whose governing limit runs and whose safe day is at most 30 days away (the tiers
/// up to ``Billing/Tier/month``). A claim that its payer took in before its filing limit, and has
/// not answered, does not: that limit is kept, and the money is only to be chased.
package enum MoneyAtStake {
  private static let within = Tier.bounds.last { $0.tier == .month }?.daysLeft ?? 30

  /// Whether an item is among them; ?1 is today.
  ///
  /// A pinned item has no tier of its own, so its days are compared. An answer of the payer begins
  /// limits that an acceptance does not keep.
  private static let condition = """
    (work_item.tier BETWEEN \(Tier.week.rawValue) AND \(Tier.month.rawValue)
      OR (work_item.tier = \(Tier.pinned.rawValue)
        AND work_item.safe_day - ?1 <= \(within)
        AND coalesce(work_item.legal_day, work_item.safe_day) >= ?1))
    AND NOT (work_item.queue = '\(QueueName.followUp.rawValue)'
      AND work_item.subject_kind = 'claim'
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
    return try connection.first(
      """
      SELECT coalesce(sum(work_item.expected_cents), 0) FROM work_item
      WHERE work_item.queue = ?2 AND work_item.lane = 0 AND work_item.is_closed = 0
        AND work_item.tier <= \(Tier.month.rawValue)\(filter.text(numberedFrom: 3))
        AND \(condition)
      """, [SQLValue(today), .text(queue.rawValue)] + filter.arguments
    ) { $0.cents(0) } ?? .zero
  }
}
