/// The accounts of the ledger; every posting is on exactly one.
///
/// Debits are positive, credits negative, as in a journal with one signed column.
package enum LedgerAccount: String, Sendable, CaseIterable {
  /// Money the payers said they sent; one debit a remittance (BPR02).
  case cash
  /// Money that the bank showed; one debit a deposit, against `cash`, so that cash is what only one
  /// of the two has shown: remittances without their money, or money without its remittance.
  case bank
  /// Cash received and not yet explained by a posted claim or provider adjustment.
  case suspense
  /// Earned and confirmed, on no claim yet.
  case unbilledReceivable = "unbilled-receivable"
  /// Open with the payer of a claim line.
  case payerReceivable = "payer-receivable"
  /// Left by the payer, to be billed to the next one.
  case nextPayerReceivable = "next-payer-receivable"
  /// Left for the patient.
  case patientReceivable = "patient-receivable"
  case revenue
  case contractualAdjustment = "contractual-adjustment"
  /// Other reductions the payer reported: sequestration, incentives, late-filing penalty.
  case otherAdjustment = "other-adjustment"
  /// Given up by a person's decision, with a reason.
  case writeOff = "write-off"
  case interestIncome = "interest-income"
  /// Recoveries a payer took from a payment (PLB WO), to be matched with a claim.
  case recoupment
  /// Balances a payer carries to another remittance (PLB FB); must net to zero.
  case forwardingBalance = "forwarding-balance"
  /// Any other provider-level adjustment.
  case providerAdjustment = "provider-adjustment"
  /// By how much a payer's own amounts do not add up, until its corrected file or a write-off.
  case paymentDifference = "payment-difference"
  /// Credits that were sent back, until the bank paid them.
  case refund
  /// What patients paid in cash, by check or by card, until a deposit takes it to the bank.
  case patientCash = "patient-cash"
}

extension LedgerAccount {
  /// What is owed to the office, whoever owes it.
  package static let receivables: [LedgerAccount] = [
    .unbilledReceivable, .payerReceivable, .nextPayerReceivable, .patientReceivable,
  ]
}

/// One signed amount on one account.
package struct Posting: Equatable, Sendable {
  package var account: LedgerAccount
  /// In cents; debit positive, credit negative.
  package var amount: Cents
  package var claim: ClaimID?
  package var line: ClaimLineID?
  package var remittance: RemittanceID?
  package var remitClaim: RemitClaimID?
  /// The charge whose unbilled money it is.
  package var charge: ChargeID?

  package init(
    account: LedgerAccount, amount: Cents, claim: ClaimID? = nil, line: ClaimLineID? = nil,
    remittance: RemittanceID? = nil, remitClaim: RemitClaimID? = nil, charge: ChargeID? = nil
  ) {
    self.charge = charge
    self.account = account
    self.amount = amount
    self.claim = claim
    self.line = line
    self.remittance = remittance
    self.remitClaim = remitClaim
  }

  /// The posting that takes this one back.
  package var reversed: Posting {
    var copy = self
    copy.amount = -amount
    return copy
  }
}

/// Why a group of postings was made.
package enum PostingCause: String, Sendable, CaseIterable {
  case charge
  /// Charges of a confirmed order, before they are on a claim.
  case unbilledCharge = "unbilled-charge"
  case cashReceived = "cash-received"
  /// Money in the bank, or the voiding of it.
  case deposit
  case remittanceClaim = "remittance-claim"
  case providerAdjustment = "provider-adjustment"
  case writeOff = "write-off"
  case transfer
  case reversal
  /// Reductions of an earlier answer that a later one states anew, and shares that go another way.
  case restatement
  /// What a payer's amounts differ by.
  case paymentDifference = "payment-difference"
  /// A credit that was given back.
  case refund
  case patientPayment = "patient-payment"
}

/// Postings that belong together and sum to zero.
package struct JournalEntry: Equatable, Sendable {
  package var cause: PostingCause
  package var on: Day
  package var postings: [Posting]

  /// An entry; one without postings moves nothing, and whoever minds asks beforehand.
  ///
  /// - Throws: ``UnbalancedEntry`` where the postings do not sum to zero.
  package init(
    cause: PostingCause, on day: Day, postings: [Posting]
  ) throws(UnbalancedEntry) {
    let sum = postings.map(\.amount).total()
    guard sum == .zero else { throw UnbalancedEntry(cause: cause, sum: sum) }
    self.cause = cause
    self.on = day
    self.postings = postings
  }
}

/// Postings that should have summed to zero: a fault that is never "nothing to do".
package struct UnbalancedEntry: Error, Equatable, Sendable, CustomStringConvertible {
  package let cause: PostingCause
  /// What they sum to, in cents.
  package let sum: Cents

  package init(cause: PostingCause, sum: Cents) {
    self.cause = cause
    self.sum = sum
  }

  package var description: String {
    "the amounts of a journal entry (\(cause.rawValue)) sum to \(sum), not to zero; nothing was written"
  }
}

extension LineBalances {
  /// Adds what one posting does to a line.
  package mutating func move(_ posting: Posting) {
    switch posting.account {
    case .payerReceivable: payer += posting.amount
    case .nextPayerReceivable: nextPayer += posting.amount
    case .patientReceivable: patient += posting.amount
    case .suspense: paid += posting.amount
    case .contractualAdjustment, .otherAdjustment, .writeOff: adjusted += posting.amount
    case .cash, .revenue, .unbilledReceivable, .interestIncome, .recoupment, .forwardingBalance,
      .providerAdjustment, .paymentDifference, .bank, .refund, .patientCash:
      break
    }
  }
}
