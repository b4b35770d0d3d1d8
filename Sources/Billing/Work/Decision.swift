/// What a biller may decide about an item; each is one operation that appends facts.
package enum DecisionVerb: String, Sendable, CaseIterable {
  /// Correct and send again as a new claim (frequency 1).
  case resubmit
  /// Send a replacement (frequency 7), where the payer takes it.
  case replace
  /// Void the claim (frequency 8), where the payer takes it.
  case void
  case reopen
  case appeal
  case appealOutcome = "appeal-outcome"
  case billNext = "bill-next"
  case transferPatient = "transfer-patient"
  case writeOff = "write-off"
  case calledPayer = "called"
  case checkedPortal = "portal"
  case requestDocuments = "request-documents"
  case followUp = "follow-up"
  case note
  case deferred = "defer"
  case escalate
  case deescalate = "de-escalate"
  case assign
  case pin
  case unpin
  /// Cash posting: this staged claim belongs to that claim.
  case match
  /// Cash posting: post a staged claim that balances.
  case post
  /// Cash posting: keep it in suspense with a reason and a follow-up date.
  case leaveInSuspense = "suspense"
  /// Order confirmation: the order is right; its charges are made.
  case confirm
  /// Order confirmation: back to the front office, with the cause.
  case returnOrder = "return"
  case cancelOrder = "cancel"
  /// Places a hold on a charge or on its agreement.
  case hold
  /// Releases a hold, of this month or of all held months.
  case releaseHold = "release-hold"
  /// Indexes a document that came for an order or charge.
  case attachDocument = "attach-document"
  case correctCharge = "correct-charge"
  /// Takes a charge out of billing for good, with a reason.
  case withdrawCharge = "withdraw"
  /// A batch was sent, its count and total typed by the one who sent it.
  case transmit
  /// Asks the payer whether it covers the patient (270).
  case checkEligibility = "check-eligibility"
  /// Special processes: the patient was asked, and answered item by item.
  case contactPatient = "contact"
  /// Special processes: makes the order or the charge that is due.
  case fulfil
  /// Special processes: the patient does not want it, or it is not needed.
  case decline
  /// Equipment came back: no further month is rented.
  case pickUp = "pick-up"
  /// Another payer owes it: the coverage is changed and the claim sent to the right one.
  case changePayer = "change-payer"
  /// An authorization is asked for, obtained or refused.
  case obtainAuthorization = "obtain-authorization"
  /// The letter of a payer or its contractor: entered, answered, decided.
  case documentRequest = "document-request"
  case undo
  case redo
  case breakLease = "break-lease"

  package var title: String {
    switch self {
    case .resubmit: "Fix and send a new claim"
    case .replace: "Send a replacement claim"
    case .void: "Void the claim"
    case .reopen: "Ask for a reopening"
    case .appeal: "Appeal"
    case .appealOutcome: "Record the appeal's outcome"
    case .billNext: "Bill the next payer"
    case .transferPatient: "Transfer to the patient"
    case .writeOff: "Write off"
    case .calledPayer: "Called the payer"
    case .checkedPortal: "Checked the portal"
    case .requestDocuments: "Request documents"
    case .followUp: "Follow up later"
    case .note: "Add a note"
    case .deferred: "Defer"
    case .escalate: "Escalate to a lead"
    case .deescalate: "Return from the lead"
    case .assign: "Assign"
    case .pin: "Pin to the top"
    case .unpin: "Unpin"
    case .match: "Match to a claim"
    case .post: "Post"
    case .leaveInSuspense: "Leave in suspense"
    case .confirm: "Confirm the order"
    case .returnOrder: "Return to the front office"
    case .cancelOrder: "Cancel the order"
    case .hold: "Place a hold"
    case .releaseHold: "Release the hold"
    case .attachDocument: "Index a document"
    case .correctCharge: "Correct the charge"
    case .withdrawCharge: "Withdraw the charge"
    case .transmit: "Send the batch"
    case .checkEligibility: "Ask for eligibility"
    case .contactPatient: "Record the patient's answer"
    case .fulfil: "Make the order or charge"
    case .decline: "Close as not wanted"
    case .pickUp: "Record the pickup"
    case .changePayer: "Change the payer"
    case .obtainAuthorization: "Obtain an authorization"
    case .documentRequest: "Answer a document request"
    case .undo: "Undo"
    case .redo: "Redo"
    case .breakLease: "Break the lease"
    }
  }
}

/// The levels of an appeal, in order.
package enum AppealLevel: Int, Sendable, CaseIterable {
  case first = 1
  case second, third, fourth, fifth
}

/// How an appeal ended.
package enum AppealOutcome: String, Sendable, CaseIterable {
  case favorable
  case partlyFavorable = "partly-favorable"
  case unfavorable
  case dismissed
}

/// One correction to a claim before it is sent again.
package enum ClaimCorrection: Hashable, Sendable {
  case memberID(String)
  case priorAuthorization(String)
  case placeOfService(String)
  case diagnoses([String])
  case procedure(line: Int, ProcedureCode)
  case units(line: Int, inThousandths: Int64)
  case lineNote(line: Int, String)
  case orderingProvider(line: Int, lastName: String, firstName: String, npi: String)
}

/// A decision as asked for, before it is checked and recorded.
package struct Decision: Equatable, Sendable {
  package var verb: DecisionVerb
  /// Result code (rules data, `result` rows); empty takes the verb's default.
  package var resultCode: String
  package var note: String
  package var followUpOn: Day?
  /// User to assign or defer to.
  package var assignee: String?
  /// Amount to write off or transfer, in cents; nil means all that is open.
  package var amount: Cents?
  /// Write-off or suspense reason code.
  package var reasonCode: String
  package var appealLevel: AppealLevel?
  package var appealOutcome: AppealOutcome?
  /// Status the payer gave on the phone or portal: in process, pended, not on file, paid, denied.
  package var payerStatus: String
  package var corrections: [ClaimCorrection]
  package var matchTo: ClaimID?
  /// Date of the payer's letter, for an appeal outcome: the next level's clock runs from it.
  package var noticeOn: Day?
  /// What a decision of the order side says besides.
  package var details: DecisionDetails

  package init(
    _ verb: DecisionVerb, resultCode: String = "", note: String = "", followUpOn: Day? = nil,
    assignee: String? = nil, amount: Cents? = nil, reasonCode: String = "",
    appealLevel: AppealLevel? = nil, appealOutcome: AppealOutcome? = nil,
    payerStatus: String = "", corrections: [ClaimCorrection] = [], matchTo: ClaimID? = nil,
    noticeOn: Day? = nil, details: DecisionDetails = .none
  ) {
    self.verb = verb
    self.resultCode = resultCode
    self.note = note
    self.followUpOn = followUpOn
    self.assignee = assignee
    self.amount = amount
    self.reasonCode = reasonCode
    self.appealLevel = appealLevel
    self.appealOutcome = appealOutcome
    self.payerStatus = payerStatus
    self.corrections = corrections
    self.matchTo = matchTo
    self.noticeOn = noticeOn
    self.details = details
  }
}

/// What a decision of the order side says, by its verb.
package enum DecisionDetails: Equatable, Sendable {
  case none
  /// `return`: the cause that is fed back, and the team that must act.
  case problem(OrderProblemCause, Team)
  case hold(HoldEntry)
  /// `release`: one hold, or all open ones where nil; of all held months of the agreement or of
  /// this one alone; with the evidence.
  case release(HoldID?, allMonths: Bool, evidence: String)
  case document(DocumentDraft)
  case charge([ChargeCorrection])
  /// `contact`: what the patient wants, item by item.
  case answers([SupplyAnswer], requestedBy: String)
  /// `fulfil`: the day of the visit, delivery or shipping, with units of what was delivered.
  case fulfilment(on: Day, [SupplyAnswer])
  /// `pick-up`: the day on which the equipment came back.
  case pickup(Day)
}

/// Causes of order problems, fed back to the team that can prevent them.
package enum OrderProblemCause: String, Sendable, CaseIterable {
  case quantityMismatch = "quantity-mismatch"
  case serialProblem = "serial-problem"
  case missingProofOfDelivery = "missing-proof-of-delivery"
  case wrongItem = "wrong-item"
  case missingOrder = "missing-order"
  case wrongModifiers = "wrong-modifiers"
  case price
  case demographics
  case coverage
  case prescriber
  case authorization
  case diagnosis
  case dates
  case other

  package var title: String {
    switch self {
    case .quantityMismatch: "Quantity mismatch"
    case .serialProblem: "Serial number problem"
    case .missingProofOfDelivery: "Missing proof of delivery"
    case .wrongItem: "Wrong item"
    case .missingOrder: "Missing or wrong prescription"
    case .wrongModifiers: "Wrong modifiers"
    case .price: "Price"
    case .demographics: "Demographics"
    case .coverage: "Coverage"
    case .prescriber: "Prescriber"
    case .authorization: "Authorization"
    case .diagnosis: "Diagnosis"
    case .dates: "Dates"
    case .other: "Other"
    }
  }

  /// Who can prevent it.
  package var team: Team {
    switch self {
    case .quantityMismatch, .serialProblem, .missingProofOfDelivery, .wrongItem, .dates:
      .fulfilment
    case .missingOrder: .documentation
    case .wrongModifiers, .price: .billing
    case .demographics, .prescriber, .diagnosis, .other: .intake
    case .coverage: .eligibility
    case .authorization: .authorization
    }
  }
}

/// Whether something may be done, and why not.
package enum Permission: Equatable, Sendable {
  case allowed
  case refused(String)

  package var refusal: String? {
    guard case .refused(let reason) = self else { return nil }
    return reason
  }
}

/// One line of the append-only journal of what people and imports did.
package struct Activity: Equatable, Sendable {
  package var id: ActivityID
  package var at: Timestamp
  /// Business day it counts for.
  package var on: Day
  package var user: String
  package var verb: DecisionVerb
  package var resultCode: String
  package var subject: WorkSubject
  package var queue: QueueName?
  package var note: String
  package var followUpOn: Day?
  /// Details in words: amounts, levels, what changed.
  package var detail: String
  /// The activity that this one takes back (undo) or brings back (redo).
  package var undoes: ActivityID?
  package var undoneBy: ActivityID?
  package var isProductive: Bool

  package init(
    id: ActivityID, at: Timestamp, on: Day, user: String, verb: DecisionVerb, resultCode: String,
    subject: WorkSubject, queue: QueueName?, note: String, followUpOn: Day?, detail: String,
    undoes: ActivityID?, undoneBy: ActivityID?, isProductive: Bool
  ) {
    self.id = id
    self.at = at
    self.on = on
    self.user = user
    self.verb = verb
    self.resultCode = resultCode
    self.subject = subject
    self.queue = queue
    self.note = note
    self.followUpOn = followUpOn
    self.detail = detail
    self.undoes = undoes
    self.undoneBy = undoneBy
    self.isProductive = isProductive
  }
}
