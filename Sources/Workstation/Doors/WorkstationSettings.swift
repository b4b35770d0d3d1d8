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
  package var writeOffReasons: [ReasonChoice]
  package var suspenseReasons: [ReasonChoice]
  /// Every hold reason of the rules; a person may place those that no edit places.
  package var holdReasons: [HoldReasonRow]
  /// The fields of the order entry screen.
  package var orderFields: [OrderEntryField]

  package init(
    user: String, isSupervisor: Bool = false, today: Day, minutesFromUTC: Int = 0,
    glyphs: Glyphs = .unicode, isPlain: Bool = false, themeName: String = "terminal",
    themes: [String] = ["terminal", "dark", "light", "contrast", "mono"],
    keys: [String: [String]] = [:], views: [SavedView] = [], isMasked: Bool = false,
    dailyGoal: Int = 60, idleMinutes: Int = 10, afterDecision: AfterDecision? = nil,
    writeOffReasons: [ReasonChoice] = [],
    suspenseReasons: [ReasonChoice] = ReasonChoice.usualSuspense,
    holdReasons: [HoldReasonRow] = ReasonChoice.usualHolds,
    orderFields: [OrderEntryField] = OrderFieldList.all
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
    self.writeOffReasons = writeOffReasons
    self.suspenseReasons = suspenseReasons
    self.holdReasons = holdReasons
    self.orderFields = orderFields
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

/// A reason code with its meaning, offered in a form.
package struct ReasonChoice: Equatable, Sendable {
  package var code: String
  package var title: String
  /// The most, in cents, that needs no supervisor; nil where there is no such limit.
  package var limit: Cents?

  package init(code: String, title: String, limit: Cents? = nil) {
    self.code = code
    self.title = title
    self.limit = limit
  }

  /// Why a person usually holds a charge (domain reference 1.5, type H4); reviewed within 30 days.
  package static let usualHolds = [
    hold("patient-dispute", "the patient disputes it", .billing, 14),
    hold("pickup-pending", "equipment is to be picked up", .fulfilment, 7),
    hold("audit", "under audit", .billing, 30),
    hold("enrolment-pending", "enrolment with the payer is pending", .billing, 30),
    hold("fee-schedule", "the fee schedule is not loaded yet", .billing, 14),
    hold("credentialing", "credentialing is not finished", .billing, 30),
    hold("wait-crossover", "waits for the crossover", .billing, 30),
    hold("other", "another reason, see the note", .billing, 7),
  ]

  private static func hold(
    _ code: String, _ title: String, _ team: Team, _ days: Int
  ) -> HoldReasonRow {
    HoldReasonRow(code: code, title: title, type: .manual, team: team, reviewDays: days)
  }

  /// Why money usually stays in suspense.
  package static let usualSuspense = [
    ReasonChoice(code: "claim", title: "the claim is not found yet"),
    ReasonChoice(code: "payer", title: "the payer has to explain it"),
    ReasonChoice(code: "deposit", title: "the deposit has not been seen"),
    ReasonChoice(code: "refund", title: "it has to be paid back"),
    ReasonChoice(code: "other", title: "another reason, see the note"),
  ]
}
