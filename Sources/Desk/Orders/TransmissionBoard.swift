package import Billing

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
