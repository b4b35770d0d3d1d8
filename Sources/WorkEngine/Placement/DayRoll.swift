package import Billing

/// When a placement changes although nothing happens: deadlines come nearer, follow-ups fall due.
package enum DayRoll {
  /// The first later day on which tier or lane may change by date alone, or nil if none does.
  ///
  /// Never later than the real change; an item that is looked at on this day and has not changed
  /// is simply placed again. `legals` are the last legal days of all possible actions: when one
  /// passes, another limit may govern.
  package static func next(
    tier: Tier, lane: Lane, safe: Day?, legal: Day?, followUpOn: Day?, legals: [Day] = [],
    on today: Day
  ) -> Day? {
    var days: [Day] = []
    if lane == .waiting, let followUpOn { days.append(followUpOn) }
    if let safe, tier != .expired {
      days += Tier.bounds.map { safe.adding(days: -$0.daysLeft) }
      // The rolled-back safe day can lie before the legal day, and both before the next limit.
      days += ([legal].compactMap { $0 } + legals).map { $0.adding(days: 1) }
    }
    return days.filter { $0 > today }.min()
  }

  /// The first later day on which a placement may change by date alone.
  package static func next(of placement: Placement, on today: Day) -> Day? {
    next(
      tier: placement.tier, lane: placement.lane, safe: placement.governing?.safe,
      legal: placement.governing?.legal, followUpOn: placement.followUpOn,
      legals: placement.deadlines.map(\.legal), on: today)
  }

  /// The first later day on which an item of the index may change by date alone.
  package static func next(of item: WorkItem, on today: Day) -> Day? {
    next(
      tier: item.tier, lane: item.lane, safe: item.safe, legal: item.legal,
      followUpOn: item.followUpOn, on: today)
  }
}
