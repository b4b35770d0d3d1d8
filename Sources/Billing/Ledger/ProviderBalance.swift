/// Money that a payer set off against whole payments, under one reference (PLB, domain 5.7): what
/// still stands of it.
package struct ProviderBalance: Equatable, Sendable {
  package var id: ProviderBalanceID
  package var account: LedgerAccount
  package var payer: Payer
  /// A payer's number for a claim, a trace number or an account; foreign text.
  package var reference: String
  /// In cents: above zero the payer kept it from us, below zero it is still to be taken back.
  package var open: Cents
  /// Oldest first.
  package var movements: [Movement]

  package init(
    id: ProviderBalanceID, account: LedgerAccount, payer: Payer, reference: String, open: Cents,
    movements: [Movement]
  ) {
    self.id = id
    self.account = account
    self.payer = payer
    self.reference = reference
    self.open = open
    self.movements = movements
  }

  /// One amount of it.
  package struct Movement: Equatable, Sendable {
    /// The remittance that brought it, nil where a decision did.
    package var traceNumber: String?
    /// The claim that it stands for, where that is known.
    package var claim: ClaimID?
    /// Date of the notice, or of the decision.
    package var on: Day
    package var amount: Cents

    package init(traceNumber: String?, claim: ClaimID?, on: Day, amount: Cents) {
      self.traceNumber = traceNumber
      self.claim = claim
      self.on = on
      self.amount = amount
    }
  }
}

package typealias ProviderBalanceID = Identifier<ProviderBalance>

/// A provider balance with what people decided, as placement needs it.
package struct ProviderBalanceStory: Equatable, Sendable {
  package var balance: ProviderBalance
  /// The claim that the reference names, where the office has one.
  package var claim: Claim?
  package var decisions: [RecordedDecision]

  package init(
    balance: ProviderBalance, claim: Claim? = nil, decisions: [RecordedDecision] = []
  ) {
    self.balance = balance
    self.claim = claim
    self.decisions = decisions
  }
}
