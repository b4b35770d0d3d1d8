/// What somebody other than who asks must allow.
package enum ApprovalPurpose: String, Sendable, CaseIterable {
  /// A period of the books is to be opened again.
  case reopenClose = "reopen-close"
  /// Money goes back to a payer or a patient.
  case refund
  /// What a patient owes is given up.
  case patientWriteOff = "patient-write-off"

  package var title: String {
    switch self {
    case .reopenClose: "Reopen a period"
    case .refund: "Refund"
    case .patientWriteOff: "Patient write-off"
    }
  }

  /// Whether who posts cash must not allow it (separation of duties, domain reference 10.3).
  package var givesMoneyAway: Bool { self != .reopenClose }
}

/// What an approval is about.
package enum ApprovalTarget: Hashable, Sendable {
  case period(BookPeriod)
  case work(WorkSubject)
}

/// A question that one person asks and another answers: the answer is a decision of the journal.
package struct Approval: Equatable, Sendable {
  package var id: ApprovalID
  package var purpose: ApprovalPurpose
  package var target: ApprovalTarget
  /// In cents; zero where no money is asked for.
  package var amount: Cents
  package var askedBy: String
  package var askedOn: Day
  /// Why, in the words of who asks.
  package var reason: String

  package init(
    id: ApprovalID, purpose: ApprovalPurpose, target: ApprovalTarget, amount: Cents,
    askedBy: String, askedOn: Day, reason: String
  ) {
    self.id = id
    self.purpose = purpose
    self.target = target
    self.amount = amount
    self.askedBy = askedBy
    self.askedOn = askedOn
    self.reason = reason
  }

  /// What it is about, in words: `2026-10`, `claim 12`.
  package var about: String {
    switch target {
    case .period(let period): period.description
    case .work(let subject): "\(subject.kind) \(subject.key)"
    }
  }
}
