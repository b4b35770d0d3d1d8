package import Billing

/// A claim of which some money belongs to somebody else, with how far giving it back has come.
package struct CreditDetail: Equatable, Sendable {
  package var claim: ClaimDetail
  /// Whose money it is: a payer's name, or the patient's.
  package var owner: String
  package var isPatients: Bool
  /// What of the credit is theirs, in cents, above zero.
  package var amount: Cents
  package var likelyCause: CreditCause
  /// `open`, `investigated`, `requested`, `approved` or `recoupment`.
  package var stage: String
  package var identifiedOn: Day?
  /// The day by which it must be given back; nil where that is not on file.
  package var dueOn: Day?
  package var request: RefundRequest?
  package var askedBy: String
  package var approvedBy: String
  /// What made it, oldest first: the amounts add up to what stands with the owner, in cents.
  package var sources: [CreditSource]

  package init(
    claim: ClaimDetail, owner: String, isPatients: Bool, amount: Cents, likelyCause: CreditCause,
    stage: String, identifiedOn: Day?, dueOn: Day?, request: RefundRequest?, askedBy: String,
    approvedBy: String, sources: [CreditSource]
  ) {
    self.claim = claim
    self.owner = owner
    self.isPatients = isPatients
    self.amount = amount
    self.likelyCause = likelyCause
    self.stage = stage
    self.identifiedOn = identifiedOn
    self.dueOn = dueOn
    self.request = request
    self.askedBy = askedBy
    self.approvedBy = approvedBy
    self.sources = sources
  }
}

/// One posting group that moved what stands with the owner of a credit.
package struct CreditSource: Equatable, Sendable {
  package var on: Day
  package var cause: PostingCause
  /// The remittance that it comes from, nil where a decision did; foreign text.
  package var traceNumber: String?
  /// In cents; below zero where it made the credit larger.
  package var amount: Cents

  package init(on day: Day, cause: PostingCause, traceNumber: String?, amount: Cents) {
    self.on = day
    self.cause = cause
    self.traceNumber = traceNumber
    self.amount = amount
  }
}

/// All that a patient owes, and what is next about it.
package struct PatientDetail: Equatable, Sendable {
  package var patient: Patient
  package var debts: [PatientDebtRow]
  /// In cents: all that is owed, and what of it may be asked for.
  package var open: Cents
  package var billable: Cents
  /// What stands below zero with the patient, in cents, below zero.
  package var credit: Cents
  package var mark: BillingMark
  package var plan: PaymentPlan?
  package var statements: [PatientEvent]
  package var payments: [PatientEvent]
  /// Why not all of it may be asked for, with what to do instead.
  package var reasons: [String]
  /// The statement as it would go out now, line by line; empty where none may.
  package var statement: [String]

  package init(
    patient: Patient, debts: [PatientDebtRow], open: Cents, billable: Cents, credit: Cents,
    mark: BillingMark, plan: PaymentPlan?, statements: [PatientEvent], payments: [PatientEvent],
    reasons: [String], statement: [String]
  ) {
    self.patient = patient
    self.debts = debts
    self.open = open
    self.billable = billable
    self.credit = credit
    self.mark = mark
    self.plan = plan
    self.statements = statements
    self.payments = payments
    self.reasons = reasons
    self.statement = statement
  }
}

/// What a patient owes on one line.
package struct PatientDebtRow: Equatable, Sendable {
  package var debt: PatientDebt
  /// Why it may not be asked for; empty where it may.
  package var protection: String

  package init(debt: PatientDebt, protection: String) {
    self.debt = debt
    self.protection = protection
  }
}

/// A statement or a payment.
package struct PatientEvent: Equatable, Sendable {
  package var on: Day
  /// In cents.
  package var amount: Cents
  /// Number of the run; method and number of the payment.
  package var words: String

  package init(on day: Day, amount: Cents, words: String) {
    self.on = day
    self.amount = amount
    self.words = words
  }
}

/// Which statements are written.
package struct StatementRequest: Equatable, Sendable {
  /// The items of the patients; nil for everybody for whom one is due.
  package var items: [WorkItemID]?
  /// The folder that the file goes to; nil for that of the office.
  package var folder: String?

  package init(items: [WorkItemID]? = nil, folder: String? = nil) {
    self.items = items
    self.folder = folder
  }
}

/// A run of statements.
package struct StatementOutcome: Equatable, Sendable {
  package var run: Int
  /// Where the texts and the pages are; empty where no statement was due.
  package var files: [String]
  package var sent: [SentStatement]
  /// Who owes something and got none, with the reason.
  package var leftOut: [BulkRefusal]

  package init(run: Int, files: [String], sent: [SentStatement], leftOut: [BulkRefusal]) {
    self.run = run
    self.files = files
    self.sent = sent
    self.leftOut = leftOut
  }

  /// What they ask for, in cents.
  package var total: Cents { sent.map(\.amount).total() }
}

/// One statement of a run.
package struct SentStatement: Equatable, Sendable {
  package var item: WorkItemID
  package var reference: String
  /// Foreign text.
  package var patient: String
  /// In cents.
  package var amount: Cents

  package init(item: WorkItemID, reference: String, patient: String, amount: Cents) {
    self.item = item
    self.reference = reference
    self.patient = patient
    self.amount = amount
  }
}
