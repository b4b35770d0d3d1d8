package import Billing

/// What became of papers that were typed, all of them or none.
package struct EOBOutcome: Equatable, Sendable {
  package var results: [EOBResult]
  /// Whether it only shows what would be: nothing was kept.
  package var isPlan: Bool

  package init(results: [EOBResult], isPlan: Bool) {
    self.results = results
    self.isPlan = isPlan
  }
}

/// What became of one paper.
package struct EOBResult: Equatable, Sendable {
  package var kind: PaperPayment
  package var remittance: RemittanceDetail
  /// What it moved in the books, by account; debits are positive.
  package var accounts: [AccountSum]
  /// What it looks like, where Cash posting asks about it; empty else.
  package var question: String

  package init(
    kind: PaperPayment, remittance: RemittanceDetail, accounts: [AccountSum], question: String
  ) {
    self.kind = kind
    self.remittance = remittance
    self.accounts = accounts
    self.question = question
  }

  /// What was done, in a sentence.
  package var message: String {
    let row = remittance.row
    let what = "\(kind.title) \(row.traceNumber)"
    guard question.isEmpty else {
      return "\(what) of \(row.payment) looks like \(question). Cash posting asks what it is; "
        + "nothing of it is posted."
    }
    let claims = row.claims == 1 ? "1 claim" : "\(row.claims) claims"
    let waiting =
      row.staged == 0
      ? "" : ", \(row.staged) of them \(row.staged == 1 ? "waits" : "wait") in Cash posting"
    return "\(what): \(row.posted) posted, \(claims)\(waiting)."
  }
}

/// What moved on one account, in cents.
package struct AccountSum: Equatable, Sendable {
  package var account: LedgerAccount
  package var amount: Cents

  package init(account: LedgerAccount, amount: Cents) {
    self.account = account
    self.amount = amount
  }
}

/// A claim as a poster sees it who types an answer to it.
package struct EOBClaim: Equatable, Sendable {
  package var claim: Claim
  /// The payer whose answer it is, and its place in the order of payment.
  package var payer: Payer
  package var level: PayerSequence

  package init(claim: Claim, payer: Payer, level: PayerSequence) {
    self.claim = claim
    self.payer = payer
    self.level = level
  }
}
