/// Money on a claim that belongs to somebody else, as placement needs it (domain reference 5.11).
package struct CreditStory: Equatable, Sendable {
  /// Whose money it is.
  package enum Owner: Equatable, Sendable {
    case payer(Payer)
    /// The payer after the claim's own, which paid too much of what was left to it.
    case nextPayer(Payer)
    case patient
  }

  package var claim: ClaimStory
  package var owner: Owner
  /// Decisions about the credit that stand, oldest first; those about the claim are its own.
  package var decisions: [RecordedDecision]
  /// `FIRST LAST`, as on a check.
  package var patientName: String

  package init(
    claim: ClaimStory, owner: Owner, decisions: [RecordedDecision] = [], patientName: String = ""
  ) {
    self.patientName = patientName
    self.claim = claim
    self.owner = owner
    self.decisions = decisions
  }

  /// What is too much, in cents, below zero.
  package var amount: Cents { claim.balances.credit }

  /// What of it belongs to its owner, in cents, above zero.
  package var owed: Cents {
    let balances = claim.balances
    return switch owner {
    case .payer: max(.zero, -balances.payer)
    case .nextPayer: max(.zero, -balances.nextPayer)
    case .patient: max(.zero, -balances.patient)
    }
  }
}

extension CreditStory.Owner {
  /// The receivable that the credit stands on.
  package var account: LedgerAccount {
    switch self {
    case .payer: .payerReceivable
    case .nextPayer: .nextPayerReceivable
    case .patient: .patientReceivable
    }
  }

  package var payer: Payer? {
    switch self {
    case .payer(let payer), .nextPayer(let payer): payer
    case .patient: nil
    }
  }
}

extension LineBalances {
  /// What stands below zero, with whomever, in cents; zero where nothing does.
  package var credit: Cents {
    [payer, nextPayer, patient].filter { $0 < .zero }.total()
  }

  /// What stands on one of the receivables, in cents; zero for every other account.
  package subscript(account: LedgerAccount) -> Cents {
    switch account {
    case .payerReceivable: payer
    case .nextPayerReceivable: nextPayer
    case .patientReceivable: patient
    default: .zero
    }
  }
}
