package import Billing
package import Cells
package import Desk

/// What a ``Workstation`` starts with: who works, when, and how they like it.
package struct WorkstationSettings: Equatable, Sendable {
  /// The sign-in name of the biller.
  package var user: String
  package var isSupervisor: Bool
  /// The business day.
  package var today: Day
  /// What the local clock is ahead of UTC, in minutes.
  package var minutesFromUTC: Int
  package var glyphs: Glyphs
  /// For screen readers: no boxes, no pictures, one announcement line.
  package var isPlain: Bool
  package var themeName: String
  package var themes: [String]
  /// Keys by command name, as written in the keys file: each entry a sequence such as `g d`.
  package var keys: [String: [String]]
  package var views: [SavedView]
  /// Names and identifiers are covered from the start.
  package var isMasked: Bool
  /// Touches a biller wants to reach a day; 0 for none.
  package var dailyGoal: Int
  /// Minutes without a key after which patient data is covered; 0 for never.
  package var idleMinutes: Int
  /// What is on the screen after a decision; nil where neither the biller nor the office says.
  package var afterDecision: AfterDecision?
  /// The fields of the order entry screen.
  package var orderFields: [OrderEntryField]
  /// Where the person was when they last left; nil for the first screen.
  package var lastPlace: LastPlace?

  package init(
    user: String, isSupervisor: Bool = false, today: Day, minutesFromUTC: Int = 0,
    glyphs: Glyphs = .unicode, isPlain: Bool = false, themeName: String = "terminal",
    themes: [String] = ["terminal", "dark", "light", "contrast", "mono"],
    keys: [String: [String]] = [:], views: [SavedView] = [], isMasked: Bool = false,
    dailyGoal: Int = 60, idleMinutes: Int = 10, afterDecision: AfterDecision? = nil,
    orderFields: [OrderEntryField] = OrderFieldList.all, lastPlace: LastPlace? = nil
  ) {
    self.user = user
    self.isSupervisor = isSupervisor
    self.today = today
    self.minutesFromUTC = minutesFromUTC
    self.glyphs = glyphs
    self.isPlain = isPlain
    self.themeName = themeName
    self.themes = themes
    self.keys = keys
    self.views = views
    self.isMasked = isMasked
    self.dailyGoal = dailyGoal
    self.idleMinutes = idleMinutes
    self.afterDecision = afterDecision
    self.orderFields = orderFields
    self.lastPlace = lastPlace
  }
}

/// What is on the screen after a decision that ends the work on an item.
package enum AfterDecision: String, Sendable, CaseIterable {
  /// The next item: of the list it was opened from, or the next that is handed out.
  case next
  /// The item that was decided.
  case stay
}

/// A filter with its queue, lane and order under a name, on one of the keys 1 to 9.
package struct SavedView: Equatable, Sendable {
  /// 1 to 9, or 0 for a view without a key.
  package var number: Int
  package var name: String
  package var queue: QueueName
  package var lane: Lane
  /// As typed; read again each time, so that `due<+7d` stays relative.
  package var filter: String
  package var order: WorkOrder
  package var isReversed: Bool

  package init(
    number: Int, name: String, queue: QueueName, lane: Lane = .work, filter: String,
    order: WorkOrder = .rank, isReversed: Bool = false
  ) {
    self.number = number
    self.name = name
    self.queue = queue
    self.lane = lane
    self.filter = filter
    self.order = order
    self.isReversed = isReversed
  }
}
