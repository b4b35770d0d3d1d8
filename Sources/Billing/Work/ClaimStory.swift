/// Everything that happened to one claim, as the placement function needs it.
///
/// All fields are facts; today's date and the rules come beside them.
package struct ClaimStory: Equatable, Sendable, Served {
  package var claim: ClaimID
  package var controlNumber: String
  package var payer: Payer
  package var sequence: PayerSequence
  /// Lines' earliest and latest day of service; the filing clock runs from the first.
  package var service: ServiceDates
  package var charge: Cents
  /// Open with the payer, the next payer and the patient, in cents.
  package var balances: LineBalances
  /// What is still expected from this payer, in cents.
  package var expected: Cents
  /// Whether the claim was ever sent through a file Docket saw.
  package var submissions: [ClaimSubmission] = []
  /// What payers said, oldest first; reversed ones are not here.
  package var adjudications: [Adjudication] = []
  /// Claims of remittances for this one that wait in Cash posting.
  package var stagedRemittances: Int = 0
  /// The primary's remittance date for a secondary claim, where known.
  package var primaryRemittanceOn: Day?
  /// The payer after this one, where the claim named one.
  package var nextPayer: Payer?
  /// Whether the next payer has been billed already, by us or by crossover.
  package var nextPayerBilled: Bool = false
  /// Decisions that stand (undone ones are not here), oldest first.
  package var decisions: [RecordedDecision] = []
  /// Written off by people on this claim so far, all reasons together, in cents.
  package var writtenOff: Cents = .zero
  /// Days of service of single lines, by line number; a line without them has the claim's.
  package var serviceByLine: [Int: ServiceDates] = [:]
  /// The business day on which the payer's last answer about the patient's coverage (271) arrived.
  package var coverageAnsweredOn: Day?
  /// Letters in which somebody asks for records, oldest first.
  package var documentRequests: [PayerRequest] = []
  /// Requests for an authorization, oldest first.
  package var authorizations: [AuthorizationRequest] = []
  /// The bill of which this claim may be another sending, where the files leave that in doubt.
  package var billQuestion: BillQuestion?

  /// A claim of which nothing is known but how it was sent; the rest is told by its properties.
  package init(
    claim: ClaimID, controlNumber: String, payer: Payer, sequence: PayerSequence,
    service: ServiceDates, charge: Cents, balances: LineBalances, expected: Cents
  ) {
    self.claim = claim
    self.controlNumber = controlNumber
    self.payer = payer
    self.sequence = sequence
    self.service = service
    self.charge = charge
    self.balances = balances
    self.expected = expected
  }
}

/// One posted answer of a payer to a claim.
package struct Adjudication: Equatable, Sendable {
  package var remittance: RemittanceID
  /// Date of the remittance notice: the appeal clock runs from it.
  package var noticeOn: Day
  package var status: RemittanceClaimStatus
  package var payerControlNumber: String
  package var charge: Cents
  package var paid: Cents
  package var denials: [Denial]
  /// Whether the payer passed the claim on (status 19 to 21, NM1*TT, MA18, MA07).
  package var crossedOver: Bool
  /// Order of events, so that answers and decisions of one day can be compared.
  package var sequence: Int64
  /// The payer whose sending it answers; nil where the claim never went to another one.
  package var payer: PayerID?

  package init(
    remittance: RemittanceID, noticeOn: Day, status: RemittanceClaimStatus,
    payerControlNumber: String, charge: Cents, paid: Cents, denials: [Denial], crossedOver: Bool,
    sequence: Int64, payer: PayerID? = nil
  ) {
    self.remittance = remittance
    self.noticeOn = noticeOn
    self.status = status
    self.payerControlNumber = payerControlNumber
    self.charge = charge
    self.paid = paid
    self.denials = denials
    self.crossedOver = crossedOver
    self.sequence = sequence
    self.payer = payer
  }
}

/// A reduction that needs work: a denied or short-paid line.
package struct Denial: Hashable, Sendable {
  /// Line number on the claim, 0 for the whole claim.
  package var line: Int
  package var procedure: ProcedureCode
  package var adjustment: Adjustment
  package var remarks: [String]

  package init(line: Int, procedure: ProcedureCode, adjustment: Adjustment, remarks: [String]) {
    self.line = line
    self.procedure = procedure
    self.adjustment = adjustment
    self.remarks = remarks
  }
}

/// A decision that stands, as placement needs it.
package struct RecordedDecision: Equatable, Sendable {
  package var activity: ActivityID
  package var verb: DecisionVerb
  /// What it said; nil where it was recorded before the journal kept that.
  package var act: Decision.Act?
  package var on: Day
  package var user: String
  package var followUpOn: Day?
  package var note: String
  /// Order of events, comparable with `Adjudication.sequence`.
  package var sequence: Int64

  package init(
    activity: ActivityID, verb: DecisionVerb, act: Decision.Act? = nil, on: Day, user: String,
    followUpOn: Day? = nil, note: String = "", sequence: Int64
  ) {
    self.activity = activity
    self.verb = verb
    self.act = act
    self.on = on
    self.user = user
    self.followUpOn = followUpOn
    self.note = note
    self.sequence = sequence
  }
}

extension ClaimStory {
  /// Whether an answer is of the payer that the claim is with now: one that had it before answers
  /// its own sending.
  package func isOfItsPayer(_ answer: Adjudication) -> Bool {
    answer.payer == nil || answer.payer == payer.id
  }

  /// The question which bill this is, as long as nobody answered it.
  package var openBillQuestion: BillQuestion? {
    decisions.contains { $0.verb == .sameBill } ? nil : billQuestion
  }

  /// The sendings to the payer that the claim is with now.
  package var itsSubmissions: [ClaimSubmission] {
    submissions.filter { $0.payer == nil || $0.payer == payer.id }
  }

  /// The latest letter that asks for records, as long as its result has not come.
  package var openDocumentRequest: PayerRequest? {
    documentRequests.last { $0.result.isEmpty }
  }
}

extension RecordedDecision {
  package var appealLevel: AppealLevel? {
    if case .appeal(let appeal)? = act { appeal.level } else { nil }
  }

  package var outcome: AppealOutcome? {
    if case .appealOutcome(let decision)? = act { decision.outcome } else { nil }
  }

  /// Date of the payer's letter that an appeal's outcome came in: the next level's clock.
  package var noticeOn: Day? {
    if case .appealOutcome(let decision)? = act { decision.noticeOn } else { nil }
  }

  /// What the payer said on the phone or on its portal; empty where it said nothing.
  package var payerStatus: String {
    switch act {
    case .calledPayer(let contact), .checkedPortal(let contact): contact.status
    default: ""
    }
  }
}

/// A claim of a remittance that waits in Cash posting, as placement needs it.
package struct StagedRemittanceStory: Equatable, Sendable {
  package var subject: WorkSubject
  package var payer: Payer
  /// BPR16, the date of the money.
  package var paymentDate: Day
  /// Money in suspense because of it, in cents.
  package var suspense: Cents
  package var reasons: [StagingReason]
  /// The claim that the answer was matched to, nil where none is known yet.
  package var matchedTo: ClaimID?
  /// What the bank has not shown of a whole remittance; nil where nothing is missed.
  package var missingMoney: MissingMoney?
  package var decisions: [RecordedDecision]
  /// The piece of work that it is a part of, where another answer leads; nil where it leads itself.
  package var lead: WorkSubject?
  /// Claims that wait because of it, as they stand without it and as it would leave them: their dates
  /// are its dates.
  package var atStake: [ClaimStory] = []
  /// Whether what is open on them is counted here: once, whatever else waits for the same claim.
  package var countsClaim = false

  package init(
    subject: WorkSubject, payer: Payer, paymentDate: Day, suspense: Cents,
    reasons: [StagingReason], matchedTo: ClaimID? = nil, missingMoney: MissingMoney? = nil,
    decisions: [RecordedDecision] = []
  ) {
    self.matchedTo = matchedTo
    self.missingMoney = missingMoney
    self.subject = subject
    self.payer = payer
    self.paymentDate = paymentDate
    self.suspense = suspense
    self.reasons = reasons
    self.decisions = decisions
  }
}

extension StagedRemittanceStory {
  /// Whether it is one answer, and not a whole remittance.
  package var isAnswer: Bool { if case .remitClaim = subject { true } else { false } }
}

/// Why something of a remittance was not posted by itself; amounts in cents.
package enum StagingReason: Hashable, Sendable {
  case unmatched
  /// Several claims fit, or only a weak rule matched.
  case needsConfirmation(candidates: Int)
  case claimOutOfBalance(Cents)
  case lineOutOfBalance(Cents)
  case transactionOutOfBalance(Cents)
  case reversal
  /// A correction whose reversal has not been posted.
  case correction
  case chargeDiffers(billed: Cents, reported: Cents)
  case lineUnmatched(String)
  case alreadyPaid
  case notOurs
  case predetermination
  case providerAdjustment(reason: String, Cents)
  /// More is adjusted or paid than is open.
  case exceedsBalance(Cents)
  /// A person matched it; a person posts it.
  case confirmed
  /// The numbers fit one claim of ours, but name and member id are another person's; what disagrees.
  case otherPatient(String)
  /// The payment was made to a supplier with another NPI.
  case otherPayee(String)
  /// An amount comes without the reason code that says what it stands for.
  case adjustmentWithoutReason
  /// Production data in an office that is marked as a test.
  case productionData
  /// It looks like a remittance that was read before: what it is taken for, and what differs.
  case looksAlike(LookAlikeAnswer, String)
  /// A person posted the others: these lines of the answer, by position from 1, are still held.
  case linesLeft([Int])
  /// It fits in every way, and a rule of the office, by its id, keeps it for a person.
  case heldByRule(String, PostingHold)

  /// Short code for a list row.
  package var code: String {
    switch self {
    case .unmatched: "unmatched"
    case .needsConfirmation: "confirm match"
    case .claimOutOfBalance, .lineOutOfBalance, .transactionOutOfBalance: "out of balance"
    case .reversal: "reversal"
    case .correction: "correction"
    case .chargeDiffers: "charge differs"
    case .lineUnmatched: "line unmatched"
    case .alreadyPaid: "already paid"
    case .notOurs: "not ours"
    case .predetermination: "predetermination"
    case .providerAdjustment(let reason, _): "PLB " + reason
    case .exceedsBalance: "over balance"
    case .confirmed: "ready to post"
    case .otherPatient: "other patient"
    case .otherPayee: "other payee"
    case .adjustmentWithoutReason: "no reason code"
    case .productionData: "production data"
    case .linesLeft: "lines left"
    case .looksAlike: "same check?"
    case .heldByRule: "office rule"
    }
  }

  /// The reason in plain words, with the exact difference.
  package var sentence: String {
    switch self {
    case .unmatched: "No claim of the office has this control number, payer number or patient."
    case .needsConfirmation(let count):
      count == 1
        ? "One claim fits, but only by a weak rule: confirm it."
        : "\(count) claims fit: choose one."
    case .claimOutOfBalance(let difference):
      "The claim does not balance: charge less adjustments differs from paid by \(difference)."
    case .lineOutOfBalance(let difference):
      "Service lines do not balance: they differ by \(difference)."
    case .transactionOutOfBalance(let difference):
      "The remittance does not balance: payment differs from its claims and provider adjustments by \(difference)."
    case .reversal: "The payer takes back an earlier payment."
    case .correction: "A corrected result; the payment it corrects must be reversed first."
    case .chargeDiffers(let billed, let reported):
      "Billed \(billed), the payer reports a charge of \(reported): \(reported - billed) apart."
    case .lineUnmatched(let line): "No line of the claim matches \(line)."
    case .alreadyPaid: "The claim already has a posted answer from this payer."
    case .notOurs: "The payer says that this is not our claim."
    case .predetermination: "A predetermination: no money, nothing to post."
    case .providerAdjustment(let reason, let amount):
      "Provider adjustment \(reason) of \(amount) belongs to no claim line."
    case .exceedsBalance(let excess): "Posting would exceed the open balance by \(excess)."
    case .confirmed: "It was matched by hand and fits: compare the amounts and post it."
    case .otherPatient(let differences):
      "The numbers are those of a claim of ours, but it speaks of somebody else: \(differences)."
    case .otherPayee(let npi):
      "It was paid to NPI \(npi), which is none of this office: find out whose money it is."
    case .adjustmentWithoutReason:
      "An amount has no reason code (CAS02): ask the payer what it stands for."
    case .productionData:
      "The file is production data (ISA15 P), and this office is marked as a test: is it meant here?"
    case .looksAlike(_, let differs):
      "It looks like a remittance that was read before: \(differs). Is it the same check?"
    case .heldByRule(let rule, let hold): "Rule \"\(rule)\": \(hold.sentence)"
    case .linesLeft(let lines):
      lines.count == 1
        ? "Line \(lines[0]) was left in suspense; the others are posted."
        : "Lines \(lines.map(String.init).joined(separator: ", ")) were left in suspense; the others are posted."
    }
  }
}
