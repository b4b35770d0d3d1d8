package import Billing

/// What the screens and verbs of orders may ask.
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
