/// What a person decided about one item.
///
/// Whatever every decision has stands here; what only one verb has stands in that verb's case of
/// ``Act``, so that a decision which makes no sense cannot be written. Who took it, when and on
/// what is said by its line in the journal (``Activity``).
package struct Decision: Equatable, Sendable {
  package var act: Act
  package var note: String
  /// When the item comes back; nil where the verb brings nothing back.
  package var followUpOn: Day?
  /// Result code of the rules data (`result` rows): its title, and whether it counts as work.
  package var resultCode: String

  package init(
    _ act: Act, note: String = "", followUpOn: Day? = nil, resultCode: String = ""
  ) {
    self.act = act
    self.note = note
    self.followUpOn = followUpOn
    self.resultCode = resultCode
  }

  package var verb: DecisionVerb { act.verb }
}

extension Decision {
  /// A verb with just the values that it has.
  package enum Act: Equatable, Sendable {
    /// Sent again as a new claim (frequency 1).
    case resubmit(Resending)
    /// Replaced at the payer (frequency 7).
    case replace(Resending)
    /// Voided at the payer (frequency 8).
    case void
    case billNext
    case changePayer(PayerChange)
    case sameBill(SameBillAnswer)

    case reopen(LateReason?)
    case appeal(Appeal)
    case appealOutcome(AppealDecision)

    case transferPatient(Cents)
    case writeOff(WriteOff)

    case calledPayer(PayerContact)
    case checkedPortal(PayerContact)
    case requestDocuments
    case documentRequest(DocumentRequestStep)
    case obtainAuthorization(AuthorizationStep)
    case checkEligibility

    case followUp
    case note
    /// Put off, to come back to this person; nil to whom it is now.
    case deferred(to: String?)
    case escalate
    case deescalate
    /// Given to this person; nil back to the pool.
    case assign(to: String?)
    case pin
    case unpin
    case breakLease

    case match(MatchTarget)
    case post(PostingInstructions = PostingInstructions())
    /// Kept in suspense, with the code of its reason (rules data, `suspense-reason` rows).
    case leaveInSuspense(reason: String)
    /// What a payer took back, in cents, put against this claim.
    case applyBalance(ClaimID, Cents)
    /// One posted answer, or a whole remittance, is taken back.
    case unpost
    case voidRemittance
    /// A paper EOB that was typed; what it says stands in its remittance.
    case postEOB
    case refund(RefundStep)

    case statement(StatementNotice)
    case payment(PatientPayment)
    case plan(PaymentPlan)
    case transferPayer(ShareToPayer)
    case patientWriteOff(WriteOff)
    case billingMark(BillingMark)

    case matchDeposit(MoneyMatch)
    /// Taken apart from this remittance; nil from all of them.
    case unmatchDeposit(from: RemittanceID?)
    case voidDeposit

    case grant
    case refuse
    /// A remittance that could not be read is done with, with the code of what became of it
    /// (`settlement-reason` rows).
    case settle(reason: String)
    /// What a payer allowed is contested, with the number of the letter, call or case.
    case dispute(reference: String)
    /// What a payer allowed is taken as right, with the code of its reason (`acceptance-reason` rows).
    case accept(reason: String)

    case confirm
    case returnOrder(OrderProblemCause, Team)
    case cancelOrder
    case hold(HoldEntry)
    case releaseHold(ManualRelease)
    case attachDocument(DocumentDraft)
    case correctCharge([ChargeCorrection])
    /// Taken out of billing for good, with the code of its reason (`write-off` rows).
    case withdrawCharge(reason: String)
    /// The equipment came back on this day.
    case pickUp(on: Day)
    case transmit

    case contactPatient(PatientAnswer)
    case fulfil(Fulfilment)
    case decline
  }
}

extension Decision.Act {
  package var verb: DecisionVerb {
    switch self {
    case .resubmit: .resubmit
    case .replace: .replace
    case .void: .void
    case .billNext: .billNext
    case .changePayer: .changePayer
    case .sameBill: .sameBill
    case .reopen: .reopen
    case .appeal: .appeal
    case .appealOutcome: .appealOutcome
    case .transferPatient: .transferPatient
    case .writeOff: .writeOff
    case .calledPayer: .calledPayer
    case .checkedPortal: .checkedPortal
    case .requestDocuments: .requestDocuments
    case .documentRequest: .documentRequest
    case .obtainAuthorization: .obtainAuthorization
    case .checkEligibility: .checkEligibility
    case .followUp: .followUp
    case .note: .note
    case .deferred: .deferred
    case .escalate: .escalate
    case .deescalate: .deescalate
    case .assign: .assign
    case .pin: .pin
    case .unpin: .unpin
    case .breakLease: .breakLease
    case .match: .match
    case .post: .post
    case .leaveInSuspense: .leaveInSuspense
    case .applyBalance: .applyBalance
    case .matchDeposit: .matchDeposit
    case .unmatchDeposit: .unmatchDeposit
    case .voidDeposit: .voidDeposit
    case .grant: .grant
    case .refuse: .refuse
    case .unpost: .unpost
    case .voidRemittance: .voidRemittance
    case .postEOB: .postEOB
    case .refund: .refund
    case .statement: .statement
    case .payment: .payment
    case .plan: .plan
    case .transferPayer: .transferPayer
    case .patientWriteOff: .patientWriteOff
    case .billingMark: .billingMark
    case .settle: .settle
    case .dispute: .dispute
    case .accept: .accept
    case .confirm: .confirm
    case .returnOrder: .returnOrder
    case .cancelOrder: .cancelOrder
    case .hold: .hold
    case .releaseHold: .releaseHold
    case .attachDocument: .attachDocument
    case .correctCharge: .correctCharge
    case .withdrawCharge: .withdrawCharge
    case .pickUp: .pickUp
    case .transmit: .transmit
    case .contactPatient: .contactPatient
    case .fulfil: .fulfil
    case .decline: .decline
    }
  }
}
