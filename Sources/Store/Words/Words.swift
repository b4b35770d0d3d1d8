import Billing
import Database

/// Every column that keeps a word of an enum or a truth value.
///
/// The readers, the guards of the file, the audit and their tests all go by this list: a column that
/// is added here is read strictly, guarded and checked.
package enum Words {
  // MARK: Parties and files

  static let payerFamily = WordColumn<PayerFamily>("payer", "family")
  static let coverageSequence = WordColumn<PayerSequence>(
    "coverage", "sequence", key: ["patient_id", "payer_id", "member_id"], isChecked: true)
  static let prescriberEnrolled = WordColumn<Bool>(
    "prescriber", "is_enrolled", isOptional: true, isChecked: true)
  static let fileComplete = WordColumn<Bool>("file", "is_complete", isChecked: true)
  static let setComplete = WordColumn<Bool>(
    "file_set", "is_complete", key: ["file_id", "position"], isChecked: true)
  static let problemIsError = WordColumn<Bool>(
    "file_problem", "is_error", key: ["file_id", "position"])

  // MARK: Claims

  static let claimOrigin = WordColumn<ClaimOrigin>("claim", "origin", isChecked: true)
  static let claimSequence = WordColumn<PayerSequence>("claim", "sequence", isChecked: true)
  static let claimFrequency = WordColumn<ClaimFrequency>("claim", "frequency")
  static let claimNextBilled = WordColumn<Bool>("claim", "next_billed", isChecked: true)
  static let submissionFrequency = WordColumn<ClaimFrequency>("submission", "frequency")
  static let submissionAnswer = WordColumn<Submissions.KeptAnswer>(
    "submission", "answer", isChecked: true)
  static let acknowledgmentKind = WordColumn<Acknowledgments.Kind>(
    "acknowledgment", "kind", isChecked: true)
  static let acknowledgmentVerdict = WordColumn<Acknowledgments.Verdict>(
    "acknowledgment", "verdict", isChecked: true)

  static let changeBefore = WordColumn<PayerSequence>("payer_change", "before_sequence", step: 10)
  static let changeAfter = WordColumn<PayerSequence>("payer_change", "after_sequence", step: 10)

  static let outgoingKind = WordColumn<OutgoingFile.Kind>("outgoing_file", "kind", step: 15)
  static let outgoingState = WordColumn<OutgoingFile.State>("outgoing_file", "state", step: 15)

  // MARK: Remittances and ledger

  static let remitClaimState = WordColumn<RemitClaims.State>(
    "remit_claim", "state", isChecked: true)
  static let answerBefore = WordColumn<RemitClaims.State>("answer_change", "before_state", step: 23)
  static let answerAfter = WordColumn<RemitClaims.State>("answer_change", "after_state", step: 23)
  static let remittanceStanding = WordColumn<RemittanceStanding>(
    "remittance", "standing", isChecked: true, step: 28)
  static let standingBefore = WordColumn<RemittanceStanding>(
    "remittance_change", "before_standing", step: 28)
  static let standingAfter = WordColumn<RemittanceStanding>(
    "remittance_change", "after_standing", step: 28)
  static let balanceAccount = WordColumn<LedgerAccount>("provider_balance", "account", step: 23)
  static let balanceStanding = WordColumn<Bool>(
    "provider_balance", "is_standing", isChecked: true, step: 23)
  static let underpaymentSource = WordColumn<Underpayment.Source>(
    "underpayment", "source", step: 27)
  static let typedKind = WordColumn<PaperPayment>(
    "typed_remittance", "kind", key: ["remittance_id"], step: 29)
  static let adjustmentGroup = WordColumn<AdjustmentGroup>(
    "adjustment", "group_code", key: ["remit_claim_id", "line", "position"])
  static let adjustmentIsDenial = WordColumn<Bool>(
    "adjustment", "is_denial", key: ["remit_claim_id", "line", "position"])
  static let entryCause = WordColumn<PostingCause>("journal_entry", "cause")
  static let postingAccount = WordColumn<LedgerAccount>(
    "posting", "account", key: ["entry_id", "position"])

  static let depositForm = WordColumn<DepositForm>("deposit", "form", step: 20)
  static let depositEvent = WordColumn<Deposits.Event>("deposit_event", "kind", step: 20)
  static let closeKind = WordColumn<BookPeriod.Kind>("book_close", "kind", step: 21)
  static let closeReopening = WordColumn<Bool>("book_close", "is_reopening", step: 21)
  static let approvalPurpose = WordColumn<ApprovalPurpose>("approval", "purpose", step: 21)
  static let approvalPeriod = WordColumn<BookPeriod.Kind>(
    "approval", "period_kind", isOptional: true, step: 21)
  static let approvalSubject = WordColumn<WorkSubject.Kind>(
    "approval", "subject_kind", isOptional: true, step: 21)

  // MARK: Work

  static let activityVerb = WordColumn<DecisionVerb>("activity", "verb")
  static let activitySubject = WordColumn<WorkSubject.Kind>("activity", "subject_kind")
  static let activityQueue = WordColumn<QueueName>("activity", "queue", isOptional: true)
  static let activityLevel = WordColumn<AppealLevel>(
    "activity", "appeal_level", isOptional: true)
  static let activityOutcome = WordColumn<AppealOutcome>(
    "activity", "appeal_outcome", isOptional: true)
  static let activityProductive = WordColumn<Bool>("activity", "is_productive")
  static let itemSubject = WordColumn<WorkSubject.Kind>("work_item", "subject_kind")
  static let itemQueue = WordColumn<QueueName>("work_item", "queue")
  static let itemLane = WordColumn<Lane>("work_item", "lane")
  static let itemTier = WordColumn<Tier>("work_item", "tier")
  static let itemPinned = WordColumn<Bool>("work_item", "is_pinned", isChecked: true)
  static let itemEscalated = WordColumn<Bool>("work_item", "is_escalated", isChecked: true)
  static let itemClosed = WordColumn<Bool>("work_item", "is_closed", isChecked: true)

  static let requestKind = WordColumn<RequestKind>("request", "kind", step: 11)
  static let requestState = WordColumn<RequestState>("request", "state", step: 11)
  static let requestContractor = WordColumn<RecordsContractor>(
    "request", "contractor", isOptional: true, step: 11)
  static let requestWithdrawn = WordColumn<Bool>("request", "is_withdrawn", step: 11)
  static let requestLines = WordPlace(list: "request", "lines")

  // Sums of `work_item` that its triggers write, so they need no guard of their own.
  static let totalQueue = WordColumn<QueueName>("queue_total", "queue", key: ["queue"])
  static let totalLane = WordColumn<Lane>("queue_total", "lane", key: ["queue"])
  static let totalTier = WordColumn<Tier>("queue_total", "tier", key: ["queue"])

  // MARK: Orders and charges

  static let orderMethod = WordColumn<Delivery.Method>("sales_order", "delivery_method")
  static let orderStanding = WordColumn<OrderStanding>("sales_order", "standing")
  static let orderCoverageSequence = WordColumn<PayerSequence>(
    "order_coverage", "sequence", key: ["order_id", "position"], isChecked: true)
  static let orderLineKind = WordColumn<LineKind>(
    "order_line", "kind", key: ["order_id", "number"])
  static let stayKind = WordColumn<Stay.Kind>(
    "order_stay", "kind", key: ["order_id", "position"])
  static let problemCause = WordColumn<OrderProblemCause>("order_problem", "cause")
  static let problemTeam = WordColumn<Team>("order_problem", "team")
  static let problemIsReturn = WordColumn<Bool>("order_problem", "is_return", isChecked: true)
  static let documentKind = WordColumn<DocumentKind>("document", "kind")
  static let documentWithdrawn = WordColumn<Bool>("document", "is_withdrawn", isChecked: true)
  static let rentalCategory = WordColumn<PaymentCategory>("rental", "category")
  static let rentalWithdrawn = WordColumn<Bool>("rental", "is_withdrawn", isChecked: true)
  static let breakKind = WordColumn<RentalBreak.Kind>(
    "rental_break", "kind", key: ["rental_id", "position"])
  static let chargeStanding = WordColumn<Charges.KeptStanding>(
    "charge", "standing", isChecked: true)
  static let holdType = WordColumn<HoldType>("hold", "type")
  static let holdTeam = WordColumn<Team>("hold", "team")
  static let holdWithdrawn = WordColumn<Bool>("hold", "is_withdrawn", isChecked: true)
  static let eligibilityStanding = WordColumn<EligibilityAnswer.Standing>(
    "eligibility", "standing", isOptional: true)
  static let eligibilityWithdrawn = WordColumn<Bool>("eligibility", "is_withdrawn", step: 11)
  static let specialKind = WordColumn<SpecialKind>("special_work", "kind")
  static let specialStanding = WordColumn<SpecialWork.Standing>(
    "special_work", "standing", isChecked: true)

  static let chargeDayTakenBack = WordColumn<Bool>("charge", "is_day_taken_back", step: 14)
  static let turnCause = WordColumn<DayTurnCause>("day_turn", "cause", step: 14)

  // MARK: Earlier states

  static let earlierAnswer = WordColumn<Submissions.KeptAnswer>(
    "submission_earlier", "answer", step: 18)
  static let earlierState = WordColumn<RemitClaims.State>("remit_claim_earlier", "state", step: 18)
  static let earlierStanding = WordColumn<Charges.KeptStanding>(
    "charge_earlier", "standing", step: 18)

  // MARK: Lists in one text

  static let remitClaimStaging = WordPlace(list: "remit_claim", "staging")
  static let answerStagingBefore = WordPlace(list: "answer_change", "before_staging")
  static let answerStagingAfter = WordPlace(list: "answer_change", "after_staging")
  static let remitClaimDifferences = WordPlace(list: "remit_claim", "differences")
  static let orderLinePointers = WordPlace(
    list: "order_line", "pointers", key: ["order_id", "number"])
  static let chargePointers = WordPlace(list: "charge", "pointers")
  static let revisionBefore = WordPlace(
    list: "charge_revision", "before", key: ["charge_id", "activity_id"])
  static let revisionAfter = WordPlace(
    list: "charge_revision", "after", key: ["charge_id", "activity_id"])
  static let documentAnswers = WordPlace(list: "document", "answers")
  static let specialAnswers = WordPlace(list: "special_work", "answers")
  static let specialNeeds = WordPlace(list: "special_work", "needs")

  /// The place of every column above that keeps one word, sums aside.
  package static let places: [WordPlace] = [
    payerFamily.place, coverageSequence.place, prescriberEnrolled.place, fileComplete.place,
    setComplete.place, problemIsError.place, claimOrigin.place, claimSequence.place,
    claimFrequency.place, claimNextBilled.place, submissionFrequency.place,
    submissionAnswer.place, acknowledgmentKind.place, acknowledgmentVerdict.place,
    remitClaimState.place, answerBefore.place, answerAfter.place, remittanceStanding.place,
    standingBefore.place, standingAfter.place, balanceAccount.place,
    underpaymentSource.place, typedKind.place,
    balanceStanding.place, adjustmentGroup.place, adjustmentIsDenial.place, entryCause.place,
    postingAccount.place, activityVerb.place, activitySubject.place, activityQueue.place,
    turnCause.place, chargeDayTakenBack.place,
    activityLevel.place, activityOutcome.place, activityProductive.place, itemSubject.place,
    itemQueue.place, itemLane.place, itemTier.place, itemPinned.place, itemEscalated.place,
    itemClosed.place, orderMethod.place, orderStanding.place, orderCoverageSequence.place,
    orderLineKind.place, stayKind.place,
    problemCause.place, problemTeam.place, problemIsReturn.place, documentKind.place,
    documentWithdrawn.place, rentalCategory.place, rentalWithdrawn.place, breakKind.place,
    chargeStanding.place, holdType.place, holdTeam.place, holdWithdrawn.place,
    eligibilityStanding.place, eligibilityWithdrawn.place, specialKind.place,
    specialStanding.place, changeBefore.place, changeAfter.place, requestKind.place,
    requestState.place, requestContractor.place, requestWithdrawn.place, outgoingKind.place,
    outgoingState.place, earlierAnswer.place, earlierState.place, earlierStanding.place,
    depositForm.place, depositEvent.place, closeKind.place,
    closeReopening.place, approvalPurpose.place, approvalPeriod.place, approvalSubject.place,
  ]
}
