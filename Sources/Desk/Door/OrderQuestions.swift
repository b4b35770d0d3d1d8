package import Billing

/// Orders, newest first.
package struct ReadOrders: DeskQuestion {
  package var query: OrderQuery

  package init(_ query: OrderQuery) {
    self.query = query
  }

  package var job: JobName { .orders }

  package func ask(
    _ office: some OfficeDoor, progress: ImportReporter
  ) throws -> (rows: [OrderRow], count: Int) {
    try office.orders(query)
  }
}

/// One order with its documents, findings and charges.
package struct ReadOrder: DeskQuestion {
  package var order: OrderID

  package init(_ order: OrderID) {
    self.order = order
  }

  package var job: JobName { .orders }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> OrderDetail {
    try office.order(order)
  }

  package func look(at answer: OrderDetail) -> Look? { answer.look }
}

/// Looks at an order as typed, one dictionary a line, column name to text; nothing is saved.
package struct CheckOrder: DeskQuestion {
  package var rows: [[String: String]]

  package init(_ rows: [[String: String]]) {
    self.rows = rows
  }

  package var job: JobName { .orders }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> EnteredOrder {
    try office.checkOrder(rows)
  }
}

/// Saves an order as typed; a number that is known is updated while it is not confirmed.
package struct SaveOrder: DeskQuestion {
  package var rows: [[String: String]]

  package init(_ rows: [[String: String]]) {
    self.rows = rows
  }

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> EnteredOrder {
    try office.saveOrder(rows)
  }
}

/// What is ready to go out, and the batches that went.
package struct ReadTransmission: DeskQuestion {
  package init() {}

  package var job: JobName { .orders }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> TransmissionBoard
  {
    try office.transmission()
  }
}

/// Sends one group of the transmission board.
package struct SendGroup: DeskQuestion {
  package var request: SendingRequest

  package init(_ request: SendingRequest) {
    self.request = request
  }

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> SendingOutcome {
    try office.send(request)
  }
}

/// Work that the calendar brings within so many weeks.
package struct ReadCalendar: DeskQuestion {
  package var weeks: Int

  package init(weeks: Int) {
    self.weeks = weeks
  }

  package var job: JobName { .orders }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> CalendarBoard {
    try office.calendar(weeks: weeks)
  }
}

/// Open holds by team, type, payer and prescriber.
package struct ReadHolds: DeskQuestion {
  package init() {}

  package var job: JobName { .orders }

  package func ask(_ office: some OfficeDoor, progress: ImportReporter) throws -> HoldsReport {
    try office.holds()
  }
}

/// Why orders were returned, by cause.
package struct ReadOrderProblems: DeskQuestion {
  package var from: Day
  package var through: Day

  package init(from: Day, through: Day) {
    self.from = from
    self.through = through
  }

  package var job: JobName { .orders }

  package func ask(
    _ office: some OfficeDoor, progress: ImportReporter
  ) throws -> OrderProblemsReport {
    try office.orderProblems(from: from, through: through)
  }
}

/// Writes a 270 file for all whose coverage is to be verified.
package struct AskEligibility: DeskQuestion {
  package init() {}

  package var job: JobName { .decision }
  package var canBeCancelled: Bool { false }

  package func ask(
    _ office: some OfficeDoor, progress: ImportReporter
  ) throws -> (file: String?, inquiries: Int) {
    try office.askEligibility()
  }
}
