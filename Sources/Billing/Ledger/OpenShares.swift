/// What is open on a claim, by who is to pay it.
///
/// What stands on one account may be two people's: a line that a payer denied with group PR is on
/// the payer's account until somebody moves it, and yet the patient's.
package struct OpenShares: Equatable, Sendable {
  /// Who is to pay a part.
  package enum Owner: Sendable, CaseIterable {
    /// The payer that holds the claim now.
    case payer
    /// Left to the patient by the payer's answer, not moved there yet.
    case patient
    /// Left for a payer that has not answered yet.
    case nextPayer
  }

  /// One amount of one line on one account.
  package struct Part: Equatable, Sendable {
    package var owner: Owner
    package var account: LedgerAccount
    /// The line of the claim, from 1; 0 where lines are not known.
    package var line: Int
    /// In cents, above zero.
    package var amount: Cents

    package init(owner: Owner, account: LedgerAccount, line: Int, amount: Cents) {
      self.owner = owner
      self.account = account
      self.line = line
      self.amount = amount
    }
  }

  /// Line after line.
  package var parts: [Part]
  /// What the patient owes already, in cents.
  package var movedToPatient: Cents

  package init(_ parts: [Part] = [], movedToPatient: Cents = .zero) {
    self.parts = parts
    self.movedToPatient = movedToPatient
  }

  /// What one is to pay, in cents.
  package func amount(of owner: Owner) -> Cents {
    parts.filter { $0.owner == owner }.map(\.amount).total()
  }

  /// All that is open with payers, in cents.
  package var open: Cents { parts.map(\.amount).total() }

  /// What is taken for an amount in cents, in the order of owners and there line after line.
  ///
  /// - Returns: The parts, as much of each as is taken; less than asked for where less is open.
  package func taking(_ amount: Cents, from owners: [Owner]) -> [Part] {
    var remaining = amount
    var taken: [Part] = []
    for owner in owners {
      for var part in parts where part.owner == owner && remaining > .zero {
        part.amount = min(part.amount, remaining)
        remaining -= part.amount
        taken.append(part)
      }
    }
    return taken
  }

  /// What stays with one after an amount is given up, in cents.
  package func remaining(of owner: Owner, afterGivingUp amount: Cents) -> Cents {
    self.amount(of: owner)
      - taking(amount, from: Self.givenUp).filter { $0.owner == owner }.map(\.amount).total()
  }

  /// In which order money is given up: the payer's own first.
  package static let givenUp: [Owner] = [.payer, .patient, .nextPayer]
  /// In which order money moves to the patient: what is the patient's first.
  package static let moved: [Owner] = [.patient, .nextPayer, .payer]
}
