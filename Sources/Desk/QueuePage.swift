package import Billing

/// Which rows of a queue a screen wants.
package struct PageRequest: Equatable, Sendable {
  package var queue: QueueName
  package var lane: Lane
  package var filter: WorkFilter
  package var order: WorkOrder
  package var isReversed: Bool
  package var offset: Int
  package var limit: Int

  package init(
    queue: QueueName, lane: Lane = .work, filter: WorkFilter = .everything,
    order: WorkOrder = .rank, isReversed: Bool = false, offset: Int = 0, limit: Int = 50
  ) {
    self.queue = queue
    self.lane = lane
    self.filter = filter
    self.order = order
    self.isReversed = isReversed
    self.offset = offset
    self.limit = limit
  }
}

/// A window of rows with the totals of the whole result.
package struct QueuePage: Equatable, Sendable {
  package var request: PageRequest
  package var rows: [QueueRow]
  /// How many items there are in all; at least so many where the totals are not known yet.
  package var count: Int
  /// In cents, over the whole result.
  package var expected: Cents
  /// Of these cents, what a limit takes away within 30 days; open items only.
  package var toLose: Cents
  /// Of these cents, what is with a payer and not lost soon; open items only.
  package var toChase: Cents
  /// Whether count and cents are those of the whole result.
  ///
  /// False while that is still counted: the cents are then none, and the same page comes again with
  /// them.
  package var areTotalsKnown: Bool

  package init(
    request: PageRequest, rows: [QueueRow], count: Int, expected: Cents, toLose: Cents = .zero,
    toChase: Cents = .zero, areTotalsKnown: Bool = true
  ) {
    self.areTotalsKnown = areTotalsKnown
    self.toLose = toLose
    self.toChase = toChase
    self.request = request
    self.rows = rows
    self.count = count
    self.expected = expected
  }
}

/// One row of a queue.
package struct QueueRow: Equatable, Sendable {
  package var item: WorkItem
  /// Control number of the claim or trace number of the remittance.
  package var reference: String
  /// `LAST, FIRST`, or empty for a remittance; foreign text.
  package var patient: String
  /// Foreign text.
  package var payer: String
  /// First procedure with modifiers, and how many more lines.
  package var procedure: String
  /// First day of service, or the payment date.
  package var serviceOn: Day?
  /// Days from that day to today.
  package var age: Int
  /// Days to the safe date; negative when it has passed.
  package var daysLeft: Int?
  /// `due in 6 days, $412.00 expected, Medicare` : why the item ranks where it does.
  package var explanation: String

  package init(
    item: WorkItem, reference: String, patient: String, payer: String, procedure: String,
    serviceOn: Day?, age: Int, daysLeft: Int?, explanation: String
  ) {
    self.item = item
    self.reference = reference
    self.patient = patient
    self.payer = payer
    self.procedure = procedure
    self.serviceOn = serviceOn
    self.age = age
    self.daysLeft = daysLeft
    self.explanation = explanation
  }
}
