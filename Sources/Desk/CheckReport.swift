package import Billing

/// What `docket check` found: every difference by name, and the totals that must agree.
package struct CheckReport: Equatable, Sendable {
  package struct Totals: Equatable, Sendable {
    package var files: Int
    package var claims: Int
    package var remittances: Int
    /// What remittances say was paid, in cents.
    package var payment: Cents
    /// Explained by posted claims and provider adjustments, in cents.
    package var posted: Cents
    /// Not explained yet, in cents; payment is posted plus suspense, always.
    package var suspense: Cents
    package var workItems: Int
    /// Money of other people on claims, in cents, below zero; by line and account.
    package var credit: Cents
    /// Open with patients, in cents.
    package var patient: Cents
    /// What payers carry forward and what they took back or still will, in cents.
    package var forwarding: Cents
    package var recoupment: Cents
    /// Paid by remittances of which nobody said yet whether they are another payment, in cents.
    package var waiting: Cents
    /// Money in the bank, in cents.
    package var deposit: Cents
    /// What of it belongs to no remittance yet, in cents.
    package var unmatchedDeposit: Cents

    package init(
      files: Int, claims: Int, remittances: Int, payment: Cents, posted: Cents, suspense: Cents,
      workItems: Int, credit: Cents = .zero, patient: Cents = .zero, forwarding: Cents = .zero,
      recoupment: Cents = .zero, waiting: Cents = .zero, deposit: Cents = .zero,
      unmatchedDeposit: Cents = .zero
    ) {
      self.credit = credit
      self.patient = patient
      self.forwarding = forwarding
      self.recoupment = recoupment
      self.waiting = waiting
      self.files = files
      self.claims = claims
      self.remittances = remittances
      self.payment = payment
      self.posted = posted
      self.suspense = suspense
      self.workItems = workItems
      self.deposit = deposit
      self.unmatchedDeposit = unmatchedDeposit
    }
  }

  package var problems: [String]
  /// Sum of all postings, in cents; zero, always.
  package var postingsSum: Cents
  package var totals: Totals
  /// Chain value of the last line of the journal: an anchor to keep elsewhere.
  package var anchor: String

  package init(problems: [String], postingsSum: Cents, totals: Totals, anchor: String) {
    self.problems = problems
    self.postingsSum = postingsSum
    self.totals = totals
    self.anchor = anchor
  }
}
