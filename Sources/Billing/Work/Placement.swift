/// One deadline with both its dates and its reason.
package struct Deadline: Equatable, Sendable {
  package var kind: DeadlineKind
  /// Last day to act without relying on mail presumptions or weekend rules.
  package var safe: Day
  /// Last day the rule allows.
  package var legal: Day
  /// `Medicare, 1 year from service 2025-11-24`.
  package var reason: String
  /// Key of the rule row, so that a reader can look it up with `docket rules show`.
  package var ruleID: String
  package var isVerified: Bool

  package init(
    kind: DeadlineKind, safe: Day, legal: Day, reason: String, ruleID: String, isVerified: Bool
  ) {
    self.kind = kind
    self.safe = safe
    self.legal = legal
    self.reason = reason
    self.ruleID = ruleID
    self.isVerified = isVerified
  }
}

/// Where the placement function puts a piece of work, and why: queue, rank, dates, money.
package struct Placement: Equatable, Sendable {
  package var queue: QueueName
  package var lane: Lane
  package var tier: Tier
  /// The deadline that governs the rank: the earliest over the actions still possible.
  package var governing: Deadline?
  package var deadlines: [Deadline]
  /// Open with the payer, in cents.
  package var balance: Cents
  /// What can still be collected, in cents: the second key of the rank.
  package var expected: Cents
  /// Short codes for a list row: `CO-16 MA130`, `A7:507`, `no answer`.
  package var reasonCode: String
  /// One sentence in plain words.
  package var reason: String
  /// Work comes back on this day; nil when it is to be done now.
  package var followUpOn: Day?
  /// Each step of the argument that led here, for "why is this here and why at this rank".
  package var why: [String]

  package init(
    queue: QueueName, lane: Lane, tier: Tier, governing: Deadline?, deadlines: [Deadline],
    balance: Cents, expected: Cents, reasonCode: String, reason: String, followUpOn: Day?,
    why: [String]
  ) {
    self.queue = queue
    self.lane = lane
    self.tier = tier
    self.governing = governing
    self.deadlines = deadlines
    self.balance = balance
    self.expected = expected
    self.reasonCode = reasonCode
    self.reason = reason
    self.followUpOn = followUpOn
    self.why = why
  }
}

/// A placement as kept in the index of work, with who has it.
package struct WorkItem: Equatable, Sendable {
  package var id: WorkItemID
  package var subject: WorkSubject
  package var queue: QueueName
  package var lane: Lane
  package var tier: Tier
  package var safe: Day?
  package var legal: Day?
  package var balance: Cents
  package var expected: Cents
  package var reasonCode: String
  package var reason: String
  package var deadlineReason: String
  package var followUpOn: Day?
  /// The biller it is assigned to, nil for the pool.
  package var owner: String?
  package var lease: Lease?
  package var isPinned: Bool
  package var rowVersion: Int64

  package init(
    id: WorkItemID, subject: WorkSubject, queue: QueueName, lane: Lane, tier: Tier, safe: Day?,
    legal: Day?, balance: Cents, expected: Cents, reasonCode: String, reason: String,
    deadlineReason: String, followUpOn: Day?, owner: String?, lease: Lease?, isPinned: Bool,
    rowVersion: Int64
  ) {
    self.id = id
    self.subject = subject
    self.queue = queue
    self.lane = lane
    self.tier = tier
    self.safe = safe
    self.legal = legal
    self.balance = balance
    self.expected = expected
    self.reasonCode = reasonCode
    self.reason = reason
    self.deadlineReason = deadlineReason
    self.followUpOn = followUpOn
    self.owner = owner
    self.lease = lease
    self.isPinned = isPinned
    self.rowVersion = rowVersion
  }

  /// Whether a limit runs that nobody has entered for this payer: it ranks as if 15 to 30 days were
  /// left (domain reference 3.7, point 9).
  ///
  /// What patients owe has no limit.
  package var isLimitMissing: Bool {
    if case .patient = subject { return false }
    return safe == nil && tier == .month
  }
}

/// Who is working on an item right now.
package struct Lease: Equatable, Sendable {
  package var user: String
  /// The sign-in (running program) that holds it.
  package var session: String
  package var expires: Timestamp
  /// Rises at every taking; every later write names it, so a holder that overslept changes nothing.
  package var fence: Int64

  package init(user: String, session: String, expires: Timestamp, fence: Int64) {
    self.user = user
    self.session = session
    self.expires = expires
    self.fence = fence
  }
}
