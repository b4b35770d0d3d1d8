package import Billing

/// What the screens and verbs of the order side may ask.
package enum OrderRequest: Equatable, Sendable {
  /// Orders, newest first.
  case orders(OrderQuery)
  case order(OrderID)
  /// Looks at an order as typed; nothing is saved.
  case checkOrder([[String: String]])
  /// Saves an order as typed, one dictionary a line, column name to text; a number that is known
  /// is updated while it is not confirmed.
  case saveOrder([[String: String]])
  case transmission
  /// Sends one group of the transmission board.
  case send(SendingRequest)
  /// Work that the calendar brings within so many weeks.
  case calendar(weeks: Int)
  case holds
  case orderProblems(from: Day, through: Day)
  case documents(PatientID)
  /// Opens the repair of equipment that a patient owns.
  case openRepair(RepairEntry)
  /// Writes a 270 file for all whose coverage is to be verified.
  case askEligibility
}

/// What the office answers to an ``OrderRequest``.
package enum OrderReply: Equatable, Sendable {
  case orders([OrderRow], count: Int)
  case order(OrderDetail)
  /// An order as typed, with everything that is wrong with it; the key where it was saved.
  case entered(OrderID?, problems: [OrderInputProblem], findings: [OrderFinding])
  case transmission(TransmissionBoard)
  case sent(SendingOutcome)
  case calendar(CalendarBoard)
  case holds(HoldsReport)
  case orderProblems(OrderProblemsReport)
  case documents([Document])
  /// The item in Special processes.
  case repairOpened(WorkItemID?)
  case eligibilityAsked(file: String?, inquiries: Int)
}

/// A repair as a person took the call.
package struct RepairEntry: Equatable, Sendable {
  /// The order that the equipment came with.
  package var order: OrderID
  /// HCPCS code of the equipment.
  package var code: String
  /// What is wrong with it; foreign text.
  package var complaint: String
  package var labourMinutes: Int
  /// Parts that are replaced: codes and units.
  package var parts: [SupplyAnswer]
  /// Whether equipment is lent meanwhile.
  package var hasLoaner: Bool
  /// Last day of a warranty that pays.
  package var warrantyThrough: Day?

  package init(
    order: OrderID, code: String, complaint: String, labourMinutes: Int,
    parts: [SupplyAnswer] = [], hasLoaner: Bool = false, warrantyThrough: Day? = nil
  ) {
    self.order = order
    self.code = code
    self.complaint = complaint
    self.labourMinutes = labourMinutes
    self.parts = parts
    self.hasLoaner = hasLoaner
    self.warrantyThrough = warrantyThrough
  }
}

/// Which orders to list.
package struct OrderQuery: Equatable, Sendable {
  /// Begins the order number or the patient's name; empty for all.
  package var text: String
  package var standing: OrderStanding?
  package var offset: Int
  package var limit: Int

  package init(text: String = "", standing: OrderStanding? = nil, offset: Int = 0, limit: Int = 50)
  {
    self.text = text
    self.standing = standing
    self.offset = offset
    self.limit = limit
  }
}

/// An order as a row of a list.
package struct OrderRow: Equatable, Sendable {
  package var id: OrderID
  package var number: String
  /// `LAST, FIRST`; foreign text.
  package var patient: String
  package var payer: String
  package var procedure: String
  package var servedOn: Day?
  package var standing: OrderStanding
  /// In cents, over all lines.
  package var charge: Cents
  package var item: WorkItemID?

  package init(
    id: OrderID, number: String, patient: String, payer: String, procedure: String, servedOn: Day?,
    standing: OrderStanding, charge: Cents, item: WorkItemID?
  ) {
    self.id = id
    self.number = number
    self.patient = patient
    self.payer = payer
    self.procedure = procedure
    self.servedOn = servedOn
    self.standing = standing
    self.charge = charge
    self.item = item
  }
}

/// Everything that is ready to go out, and everything that went.
package struct TransmissionBoard: Equatable, Sendable {
  /// Why nothing can be sent at all, nil where it can: no supplier in the rules file, ...
  package var refusal: String?
  package var groups: [SendingGroup]
  /// Those whose answer is overdue, then the others, newest first.
  package var batches: [Batch]
  /// Batches without an answer for more than a business day.
  package var alarms: Int

  package init(refusal: String?, groups: [SendingGroup], batches: [Batch], alarms: Int) {
    self.refusal = refusal
    self.groups = groups
    self.batches = batches
    self.alarms = alarms
  }
}

/// Claims that would go out in one batch: one clearinghouse, one payer.
package struct SendingGroup: Equatable, Sendable {
  package var payer: PayerID
  package var payerName: String
  package var clearinghouse: String
  package var claims: Int
  /// Of them, claims to a next payer with the answer of the one before.
  package var secondary: Int
  package var lines: Int
  /// In cents.
  package var total: Cents
  /// Earliest safe filing day among them.
  package var nextDue: Day?
  package var warnings: Int

  package init(
    payer: PayerID, payerName: String, clearinghouse: String, claims: Int, secondary: Int,
    lines: Int, total: Cents, nextDue: Day?, warnings: Int
  ) {
    self.payer = payer
    self.payerName = payerName
    self.clearinghouse = clearinghouse
    self.claims = claims
    self.secondary = secondary
    self.lines = lines
    self.total = total
    self.nextDue = nextDue
    self.warnings = warnings
  }
}

/// Sends a group, as far as the one who sends it knows what is in it.
package struct SendingRequest: Equatable, Sendable {
  package var payer: PayerID
  /// Claims and cents as typed: nothing goes out where they differ from what would be sent.
  package var typedClaims: Int
  package var typedTotal: Cents

  package init(payer: PayerID, typedClaims: Int, typedTotal: Cents) {
    self.payer = payer
    self.typedClaims = typedClaims
    self.typedTotal = typedTotal
  }
}

/// What a sending did.
package struct SendingOutcome: Equatable, Sendable {
  package var batch: BatchID
  package var file: String
  package var claims: Int
  package var total: Cents
  package var message: String

  package init(batch: BatchID, file: String, claims: Int, total: Cents, message: String) {
    self.batch = batch
    self.file = file
    self.claims = claims
    self.total = total
    self.message = message
  }
}

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

  package init(
    on day: Day, patient: String, procedure: String, reason: String, expected: Cents,
    item: WorkItemID?
  ) {
    self.on = day
    self.patient = patient
    self.procedure = procedure
    self.reason = reason
    self.expected = expected
    self.item = item
  }
}

/// Open holds: days and dollars by type, team, payer and prescriber.
package struct HoldsReport: Equatable, Sendable {
  package var holds: Int
  /// Charges that at least one hold keeps back, and their expected cents.
  package var charges: Int
  package var expected: Cents
  package var byType: [HoldsRow]
  package var byTeam: [HoldsRow]
  package var byPayer: [HoldsRow]
  package var byPrescriber: [HoldsRow]

  package init(
    holds: Int, charges: Int, expected: Cents, byType: [HoldsRow], byTeam: [HoldsRow],
    byPayer: [HoldsRow], byPrescriber: [HoldsRow]
  ) {
    self.holds = holds
    self.charges = charges
    self.expected = expected
    self.byType = byType
    self.byTeam = byTeam
    self.byPayer = byPayer
    self.byPrescriber = byPrescriber
  }
}

/// One line of the holds report.
package struct HoldsRow: Equatable, Sendable {
  package var name: String
  package var holds: Int
  package var charges: Int
  package var expected: Cents
  /// Mean and longest days on hold.
  package var meanDays: Int
  package var longestDays: Int

  package init(
    name: String, holds: Int, charges: Int, expected: Cents, meanDays: Int, longestDays: Int
  ) {
    self.name = name
    self.holds = holds
    self.charges = charges
    self.expected = expected
    self.meanDays = meanDays
    self.longestDays = longestDays
  }
}

/// Why orders were returned, by cause, for the teams that can prevent it.
package struct OrderProblemsReport: Equatable, Sendable {
  package var from: Day
  package var through: Day
  package var rows: [OrderProblemRow]

  package init(from: Day, through: Day, rows: [OrderProblemRow]) {
    self.from = from
    self.through = through
    self.rows = rows
  }
}

/// One cause of order problems.
package struct OrderProblemRow: Equatable, Sendable {
  package var cause: OrderProblemCause
  package var team: Team
  /// Orders returned for it, and found with it at a check.
  package var returned: Int
  package var found: Int
  package var examples: [String]

  package init(
    cause: OrderProblemCause, team: Team, returned: Int, found: Int, examples: [String]
  ) {
    self.cause = cause
    self.team = team
    self.returned = returned
    self.found = found
    self.examples = examples
  }
}
