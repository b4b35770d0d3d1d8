package import Billing

/// Everything the item screen shows.
package struct ItemDetail: Equatable, Sendable {
  package var item: WorkItem
  package var row: QueueRow
  /// What the item is about.
  package var subject: SubjectDetail
  package var placement: Placement?
  package var advice: Advice
  /// Everything that ever happened, oldest first.
  package var timeline: [TimelineEntry]
  /// Who is asked about it.
  package var contacts: Contacts

  package init(
    item: WorkItem, row: QueueRow, subject: SubjectDetail, placement: Placement?, advice: Advice,
    timeline: [TimelineEntry], contacts: Contacts = Contacts()
  ) {
    self.contacts = contacts
    self.item = item
    self.row = row
    self.subject = subject
    self.placement = placement
    self.advice = advice
    self.timeline = timeline
  }
}

/// What an item is about, with all that its page shows.
package enum SubjectDetail: Equatable, Sendable {
  case claim(ClaimDetail)
  /// An answer of a remittance that could not be posted by itself.
  case stagedAnswer(StagedDetail)
  case remittance(StagedDetail)
  case order(OrderDetail)
  case charge(ChargeDetail)
  case batch(BatchDetail)
  case special(SpecialDetail)
  /// A claim of which some money belongs to somebody else.
  case credit(CreditDetail)
  case providerBalance(ProviderBalance)
  case deposit(DepositDetail)
  case approval(ApprovalDetail)
  /// All that a patient owes.
  case patient(PatientDetail)
  /// A remittance that could not be read.
  case refusedSet(RefusedSet)
  /// A claim for which a payer allowed less than expected.
  case underpayment(Underpayment, ClaimDetail)
}

/// A claim with its sendings and answers.
package struct ClaimDetail: Equatable, Sendable {
  package var claim: Claim
  package var submissions: [ClaimSubmission]
  package var adjudications: [Adjudication]
  package var nextPayer: Payer?
  /// Proof that the payer took the claim in within its filing limit, where there is one.
  package var filingProof: FilingProof?
  /// What the payer said last of the patient's coverage.
  package var eligibility: EligibilityAnswer?
  /// Letters that ask for records, and requests for an authorization, oldest first.
  package var documentRequests: [PayerRequest]
  package var authorizations: [AuthorizationRequest]
  /// What is open with payers, by who is to pay it.
  package var shares: OpenShares

  package init(
    claim: Claim, submissions: [ClaimSubmission], adjudications: [Adjudication],
    nextPayer: Payer?, filingProof: FilingProof? = nil, eligibility: EligibilityAnswer? = nil,
    documentRequests: [PayerRequest] = [], authorizations: [AuthorizationRequest] = [],
    shares: OpenShares = OpenShares()
  ) {
    self.shares = shares
    self.claim = claim
    self.submissions = submissions
    self.adjudications = adjudications
    self.nextPayer = nextPayer
    self.filingProof = filingProof
    self.eligibility = eligibility
    self.documentRequests = documentRequests
    self.authorizations = authorizations
  }
}

extension ItemDetail {
  /// The claim, or the one that a staged answer was matched to.
  package var claim: Claim? {
    switch subject {
    case .claim(let detail), .underpayment(_, let detail): detail.claim
    case .credit(let detail): detail.claim.claim
    case .stagedAnswer(let detail): detail.matchedClaim
    default: nil
    }
  }

  package var claimDetail: ClaimDetail? {
    switch subject {
    case .claim(let detail), .underpayment(_, let detail): detail
    case .credit(let detail): detail.claim
    default: nil
    }
  }

  package var credit: CreditDetail? {
    if case .credit(let detail) = subject { detail } else { nil }
  }

  package var patient: PatientDetail? {
    if case .patient(let detail) = subject { detail } else { nil }
  }

  package var providerBalance: ProviderBalance? {
    if case .providerBalance(let balance) = subject { balance } else { nil }
  }

  package var staged: StagedDetail? {
    switch subject {
    case .stagedAnswer(let detail), .remittance(let detail): detail
    default: nil
    }
  }

  package var order: OrderDetail? { if case .order(let detail) = subject { detail } else { nil } }
  package var charge: ChargeDetail? {
    if case .charge(let detail) = subject { detail } else { nil }
  }
  package var batch: BatchDetail? { if case .batch(let detail) = subject { detail } else { nil } }

  package var deposit: DepositDetail? {
    if case .deposit(let detail) = subject { detail } else { nil }
  }

  package var approval: ApprovalDetail? {
    if case .approval(let detail) = subject { detail } else { nil }
  }

  package var special: SpecialDetail? {
    if case .special(let detail) = subject { detail } else { nil }
  }
}

/// What shows that a claim was filed in time: the first acceptance by the payer.
package struct FilingProof: Equatable, Sendable {
  package var acceptedOn: Day
  /// CLM01 of that sending.
  package var controlNumber: String
  /// 277CA or 999, with its status codes.
  package var answer: String
  /// The file of the answer, as it was imported; foreign text.
  package var file: String

  package init(acceptedOn: Day, controlNumber: String, answer: String, file: String) {
    self.acceptedOn = acceptedOn
    self.controlNumber = controlNumber
    self.answer = answer
    self.file = file
  }
}

/// What waits in Cash posting.
package struct StagedDetail: Equatable, Sendable {
  package var remittance: RemittanceID
  package var traceNumber: String
  package var paymentDate: Day
  package var reasons: [StagingReason]
  /// In cents, in suspense because of this.
  package var suspense: Cents
  package var remitClaim: RemittanceClaim?
  package var candidates: [MatchCandidate]
  package var matchedTo: ClaimID?
  /// The claim that it was matched to.
  package var matchedClaim: Claim?
  /// What posting it does; nil where it has no claim yet.
  package var sheet: PostingSheet?
  /// What the bank has not shown of a whole remittance, and deposits that may be its money.
  package var missingMoney: MissingMoney?
  package var moneyCandidates: [MoneyCandidateRow]

  package init(
    remittance: RemittanceID, traceNumber: String, paymentDate: Day, reasons: [StagingReason],
    suspense: Cents, remitClaim: RemittanceClaim?, candidates: [MatchCandidate],
    matchedTo: ClaimID?, matchedClaim: Claim? = nil, sheet: PostingSheet? = nil,
    missingMoney: MissingMoney? = nil, moneyCandidates: [MoneyCandidateRow] = []
  ) {
    self.sheet = sheet
    self.missingMoney = missingMoney
    self.moneyCandidates = moneyCandidates
    self.matchedClaim = matchedClaim
    self.remittance = remittance
    self.traceNumber = traceNumber
    self.paymentDate = paymentDate
    self.reasons = reasons
    self.suspense = suspense
    self.remitClaim = remitClaim
    self.candidates = candidates
    self.matchedTo = matchedTo
  }
}

/// A claim that might be meant by a staged claim of a remittance.
package struct MatchCandidate: Equatable, Sendable {
  package var claim: ClaimID
  package var controlNumber: String
  package var patient: String
  package var serviceFrom: Day
  package var charge: Cents
  package var balance: Cents
  package var reasonsFor: [String]
  package var reasonsAgainst: [String]

  package init(
    claim: ClaimID, controlNumber: String, patient: String, serviceFrom: Day, charge: Cents,
    balance: Cents, reasonsFor: [String], reasonsAgainst: [String]
  ) {
    self.claim = claim
    self.controlNumber = controlNumber
    self.patient = patient
    self.serviceFrom = serviceFrom
    self.charge = charge
    self.balance = balance
    self.reasonsFor = reasonsFor
    self.reasonsAgainst = reasonsAgainst
  }
}

/// One thing that happened to a claim.
package struct TimelineEntry: Equatable, Sendable {
  package enum Kind: String, Sendable {
    case sent, acknowledged, rejected, remitted, posted, staged, decision, note, undone
  }

  package var on: Day
  package var kind: Kind
  package var user: String
  /// In our words.
  package var title: String
  /// May hold foreign text.
  package var detail: String
  package var amount: Cents?
  package var activity: ActivityID?

  package init(
    on: Day, kind: Kind, user: String, title: String, detail: String, amount: Cents? = nil,
    activity: ActivityID? = nil
  ) {
    self.on = on
    self.kind = kind
    self.user = user
    self.title = title
    self.detail = detail
    self.amount = amount
    self.activity = activity
  }
}
