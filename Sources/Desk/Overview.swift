package import Billing

/// The home screen: every queue, and what happened to the files.
package struct Overview: Equatable, Sendable {
  package var today: Day
  package var queues: [QueueSummary]
  /// Productive touches of this user today, and on the days before, oldest first; nil for a day off.
  package var pace: [Int?]
  package var doneToday: Int
  package var resolvedToday: Int
  /// Money the payers paid, posted and in suspense, in cents.
  package var payment: Cents
  package var posted: Cents
  package var suspense: Cents
  /// Charges of confirmed orders that are on no claim yet, in cents.
  package var unbilled: Cents
  package var files: Int
  package var claims: Int
  package var lastImport: Timestamp?

  package init(
    today: Day, queues: [QueueSummary], pace: [Int?], doneToday: Int, resolvedToday: Int,
    payment: Cents, posted: Cents, suspense: Cents, unbilled: Cents = .zero, files: Int,
    claims: Int, lastImport: Timestamp?
  ) {
    self.unbilled = unbilled
    self.today = today
    self.queues = queues
    self.pace = pace
    self.doneToday = doneToday
    self.resolvedToday = resolvedToday
    self.payment = payment
    self.posted = posted
    self.suspense = suspense
    self.files = files
    self.claims = claims
    self.lastImport = lastImport
  }
}

/// One queue on the home screen.
package struct QueueSummary: Equatable, Sendable {
  package var queue: QueueName
  /// Items in the work lane.
  package var open: Int
  /// Of those, with 7 days or less to the safe date.
  package var dueThisWeek: Int
  /// Expected cents of items with 14 days or less.
  package var atRisk: Cents
  package var expected: Cents
  /// Earliest safe date among open items.
  package var nextDue: Day?
  /// Age of the oldest open item, in days since service or payment.
  package var oldestDays: Int?
  package var waiting: Int
  package var withLead: Int
  package var expired: Int
  package var expiredCents: Cents
  package var doneToday: Int
  /// Expected cents of open items whose limit runs out within 30 days; a filing limit that the
  /// payer's acceptance has kept does not count.
  package var toLose: Cents
  /// Expected cents of the other open items that are with their payer.
  package var toChase: Cents

  package init(
    queue: QueueName, open: Int, dueThisWeek: Int, atRisk: Cents, expected: Cents,
    nextDue: Day?, oldestDays: Int?, waiting: Int, withLead: Int, expired: Int,
    expiredCents: Cents, doneToday: Int, toLose: Cents = .zero, toChase: Cents = .zero
  ) {
    self.toLose = toLose
    self.toChase = toChase
    self.queue = queue
    self.open = open
    self.dueThisWeek = dueThisWeek
    self.atRisk = atRisk
    self.expected = expected
    self.nextDue = nextDue
    self.oldestDays = oldestDays
    self.waiting = waiting
    self.withLead = withLead
    self.expired = expired
    self.expiredCents = expiredCents
    self.doneToday = doneToday
  }
}
