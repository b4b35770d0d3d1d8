/// One file of claims to one receiver, from the day it went out.
package struct Batch: Equatable, Sendable {
  package var id: BatchID
  /// Its file in the outbox.
  package var fileName: String
  package var receiver: String
  package var interchangeControl: String
  package var sentOn: Day
  package var claims: Int
  /// Charges of all its claims, in cents.
  package var total: Cents
  /// Claims by the latest answer to this sending.
  package var received: Int
  package var accepted: Int
  package var rejected: Int

  package init(
    id: BatchID, fileName: String, receiver: String, interchangeControl: String, sentOn: Day,
    claims: Int, total: Cents, received: Int = 0, accepted: Int = 0, rejected: Int = 0
  ) {
    self.id = id
    self.fileName = fileName
    self.receiver = receiver
    self.interchangeControl = interchangeControl
    self.sentOn = sentOn
    self.claims = claims
    self.total = total
    self.received = received
    self.accepted = accepted
    self.rejected = rejected
  }

  package var unanswered: Int { max(0, claims - received - accepted - rejected) }
}

/// Charges that go out together: one patient, one payer, one order, one claim.
package struct Bill: Equatable, Sendable {
  /// CLM01, at most 20 characters.
  package var controlNumber: String
  package var order: Order
  package var coverage: Coverage
  /// Payers after this one, in the order of payment.
  package var laterCoverages: [Coverage]
  package var charges: [Charge]

  package init(
    controlNumber: String, order: Order, coverage: Coverage, laterCoverages: [Coverage],
    charges: [Charge]
  ) {
    self.controlNumber = controlNumber
    self.order = order
    self.coverage = coverage
    self.laterCoverages = laterCoverages
    self.charges = charges
  }

  package var total: Cents { charges.map(\.amount).total() }
}
