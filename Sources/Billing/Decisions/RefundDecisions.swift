// What decisions about credits say (domain reference 5.11).

/// How far giving back a credit has come.
package enum RefundStep: Equatable, Sendable {
  /// A good-faith investigation of what is owed began on this day.
  case investigate(on: Day)
  /// Somebody asks that it be given back.
  case request(RefundRequest)
  case approve
  case refuse
  /// It went out: the day, and the number of the check or transfer.
  case sent(on: Day, number: String)
  /// The payer will take it back by itself, under this reference.
  case recoup(reference: String)
  /// So many cents of it pay another claim of the payer or of the patient.
  case transfer(to: ClaimID, Cents)

  package var word: StepWord {
    switch self {
    case .investigate: .investigate
    case .request: .request
    case .approve: .approve
    case .refuse: .refuse
    case .sent: .sent
    case .recoup: .recoup
    case .transfer: .transfer
    }
  }

  package enum StepWord: String, Sendable, CaseIterable {
    case investigate, request, approve, refuse, sent, recoup, transfer
  }
}

/// A refund that is asked for.
package struct RefundRequest: Equatable, Sendable {
  /// In cents.
  package var amount: Cents
  /// Who gets it, as on the check.
  package var payee: String
  package var cause: CreditCause

  package init(amount: Cents, payee: String, cause: CreditCause) {
    self.amount = amount
    self.payee = payee
    self.cause = cause
  }
}

/// Why there is more than was owed (domain reference 5.11).
package enum CreditCause: String, Sendable, CaseIterable {
  case duplicatePayment = "duplicate-payment"
  case twoPrimaries = "two-primaries"
  case contractualTooHigh = "contractual-too-high"
  case reversalAfterPaid = "reversal-after-paid"
  case patientAndPayerPaid = "patient-and-payer-paid"
  case rentalPastCap = "rental-past-cap"
  case retroactiveCoverage = "retroactive-coverage"
  case other

  package var title: String {
    switch self {
    case .duplicatePayment: "paid twice"
    case .twoPrimaries: "two payers paid as the first one"
    case .contractualTooHigh: "reduced by more than was open"
    case .reversalAfterPaid: "reversed after somebody else had paid"
    case .patientAndPayerPaid: "the patient paid, and the payer too"
    case .rentalPastCap: "rent paid past its cap"
    case .retroactiveCoverage: "coverage changed afterwards"
    case .other: "another reason"
    }
  }
}
