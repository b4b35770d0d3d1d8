/// Money on a claim that belongs to somebody else, as placement needs it (domain reference 5.11).
package struct CreditStory: Equatable, Sendable {
  /// Whose money it is.
  package enum Owner: Equatable, Sendable {
    case payer(Payer)
    case patient
  }

  package var claim: ClaimStory
  package var owner: Owner
  /// Decisions about the credit that stand, oldest first; those about the claim are its own.
  package var decisions: [RecordedDecision]

  package init(claim: ClaimStory, owner: Owner, decisions: [RecordedDecision] = []) {
    self.claim = claim
    self.owner = owner
    self.decisions = decisions
  }

  /// What is too much, in cents, below zero.
  package var amount: Cents { claim.balances.credit }
}

extension LineBalances {
  /// What stands below zero, with whomever, in cents; zero where nothing does.
  package var credit: Cents {
    [payer, nextPayer, patient].filter { $0 < .zero }.total()
  }
}
