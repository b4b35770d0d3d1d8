/// What a person may decide, by its name in the journal and on the command line.
///
/// What each verb is called, when it fits, what it needs and what forbids it stands in `WorkEngine`
/// (one file a verb), what it does and how it is taken back in `Operations`.
package enum DecisionVerb: String, Sendable, CaseIterable {
  // A claim is sent again.
  case resubmit
  case replace
  case void
  case billNext = "bill-next"
  case changePayer = "change-payer"
  /// Says whether a sending is of a bill that is there already.
  case sameBill = "same-bill"

  // The payer's answer is contested.
  case reopen
  case appeal
  case appealOutcome = "appeal-outcome"

  // Money moves.
  case transferPatient = "transfer-patient"
  case writeOff = "write-off"

  // The payer, the patient or somebody else is asked.
  case calledPayer = "called"
  case checkedPortal = "portal"
  case requestDocuments = "request-documents"
  case documentRequest = "document-request"
  case obtainAuthorization = "obtain-authorization"
  case checkEligibility = "check-eligibility"

  // The item is put away, handed on or ranked.
  case followUp = "follow-up"
  case note
  case deferred = "defer"
  case escalate
  case deescalate = "de-escalate"
  case assign
  case pin
  case unpin
  case breakLease = "break-lease"

  // Cash posting.
  case match
  case post
  case leaveInSuspense = "suspense"
  /// Puts what a payer took back against the claim that it belongs to.
  case applyBalance = "apply-balance"
  case unpost
  case voidRemittance = "void-remittance"
  /// A paper EOB that was typed counts from now on.
  case postEOB = "post-eob"
  /// Gives a credit back, step by step.
  case refund

  // Money of patients.
  case statement
  case payment
  case plan
  case transferPayer = "transfer-payer"
  case patientWriteOff = "patient-write-off"
  case billingMark = "billing-mark"

  // Money in the bank.
  case matchDeposit = "match-deposit"
  case unmatchDeposit = "unmatch-deposit"
  case voidDeposit = "void-deposit"

  // What somebody else asked for.
  case grant
  case refuse
  /// Says what became of a remittance that could not be read.
  case settle
  /// Contests what a payer allowed.
  case dispute
  /// Takes what a payer allowed as right.
  case accept

  // Orders and charges.
  case confirm
  case returnOrder = "return"
  case cancelOrder = "cancel"
  case hold
  case releaseHold = "release-hold"
  case attachDocument = "attach-document"
  case correctCharge = "correct-charge"
  case withdrawCharge = "withdraw"
  case pickUp = "pick-up"
  case transmit

  // Special processes.
  case contactPatient = "contact"
  case fulfil
  case decline

  // The journal itself.
  case undo
  case redo
}
