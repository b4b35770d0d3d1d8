package import Billing

/// What is coming, by week.
package struct CalendarBoard: Equatable, Sendable {
  package var today: Day
  package var weeks: [CalendarWeek]

  package init(today: Day, weeks: [CalendarWeek]) {
    self.today = today
    self.weeks = weeks
  }
}

/// One week of the calendar, from its Monday.
package struct CalendarWeek: Equatable, Sendable {
  package var monday: Day
  /// By kind of work, and rental months under nil.
  package var entries: [CalendarEntry]

  package init(monday: Day, entries: [CalendarEntry]) {
    self.monday = monday
    self.entries = entries
  }
}

/// So much of one kind in one week.
package struct CalendarEntry: Equatable, Sendable {
  /// nil for rental months that will be billed.
  package var kind: SpecialKind?
  package var count: Int
  /// In cents.
  package var expected: Cents
  /// The first few, nearest first.
  package var first: [CalendarRow]

  package init(kind: SpecialKind?, count: Int, expected: Cents, first: [CalendarRow]) {
    self.kind = kind
    self.count = count
    self.expected = expected
    self.first = first
  }
}

/// One thing that is coming.
package struct CalendarRow: Equatable, Sendable {
  package var on: Day
  package var patient: String
  package var procedure: String
  package var reason: String
  package var expected: Cents
  package var item: WorkItemID?
  /// Whether it may be worked today; work that has not opened yet can be read.
  package var isOpen: Bool

  package init(
    on day: Day, patient: String, procedure: String, reason: String, expected: Cents,
    item: WorkItemID?, isOpen: Bool = false
  ) {
    self.isOpen = isOpen
    self.on = day
    self.patient = patient
    self.procedure = procedure
    self.reason = reason
    self.expected = expected
    self.item = item
  }
}
