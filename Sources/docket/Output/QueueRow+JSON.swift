import Billing
import Desk

extension QueueRow {
  /// The row with its place in the queue, from 1; nil where it has none.
  func json(rank: Int?) -> JSONValue { .object(members(rank: rank)) }

  func members(rank: Int?) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let rank { members.append(.init("rank", .integer(rank))) }
    members += [
      .init("id", .integer(item.id.rawValue)),
      .init("queue", .foreign(item.queue.rawValue)),
      .init("lane", .foreign(LaneName.of(item.lane))),
      .init("tier", .integer(item.tier.rawValue)),
      .init("tier_title", .foreign(item.tier.title)),
      .init("reference", .foreign(reference)),
      .init("patient", .foreign(patient)),
      .init("payer", .foreign(payer)),
      .init("procedure", .foreign(procedure)),
      .init("service_date", .day(serviceOn)),
      .init("age_days", .integer(age)),
      .init("safe_deadline", .day(item.safe)),
      .init("legal_deadline", .day(item.legal)),
      .init("days_left", .optional(daysLeft) { .integer($0) }),
      .init("deadline_reason", .foreign(item.deadlineReason)),
      .init("balance_cents", .cents(item.balance)),
      .init("expected_cents", .cents(item.expected)),
      .init("reason_code", .foreign(item.reasonCode)),
      .init("reason", .foreign(item.reason)),
      .init("explanation", .foreign(explanation)),
      .init("follow_up", .day(item.followUpOn)),
      .init("owner", .optional(item.owner) { .foreign($0) }),
      .init("pinned", .bool(item.isPinned)),
      .init("leased_by", .optional(item.lease) { .foreign($0.user) }),
      .init("row_version", .integer(item.rowVersion)),
    ]
    return members
  }
}
