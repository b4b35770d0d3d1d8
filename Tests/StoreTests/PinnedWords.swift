/// The words that the guards of the last step know, a line a column.
enum PinnedWords {
  static let text = """
    payer.family: medicare-dme medicare-advantage medicaid medicaid-managed commercial blue-cross \
    tricare champva va-community-care workers-comp auto-no-fault other
    coverage.sequence: P S T
    claim.origin: 837 835 docket
    claim.sequence: P S T
    claim.frequency: 1 7 8
    submission.frequency: 1 7 8
    submission.answer: none received accepted rejected withdrawn
    acknowledgment.kind: TA1 999 277CA
    acknowledgment.verdict: received accepted rejected
    remit_claim.state: posted staged held reversed noted
    answer_change.before_state: posted staged held reversed noted
    answer_change.after_state: posted staged held reversed noted
    remittance.standing: standing asked same replaced voided
    remittance_change.before_standing: standing asked same replaced voided
    remittance_change.after_standing: standing asked same replaced voided
    submission_earlier.answer: none received accepted rejected withdrawn
    remit_claim_earlier.state: posted staged held reversed noted
    charge_earlier.standing: unbilled billed withdrawn
    underpayment.source: contract learnt
    typed_remittance.kind: check card cash ach
    adjustment.group_code: CO PR OA PI CR
    journal_entry.cause: charge unbilled-charge cash-received deposit remittance-claim \
    provider-adjustment write-off transfer reversal restatement payment-difference refund \
    patient-payment
    posting.account: cash bank suspense unbilled-receivable payer-receivable next-payer-receivable \
    patient-receivable revenue contractual-adjustment other-adjustment write-off \
    interest-income recoupment forwarding-balance provider-adjustment payment-difference refund \
    patient-cash
    provider_balance.account: cash bank suspense unbilled-receivable payer-receivable next-payer-receivable \
    patient-receivable revenue contractual-adjustment other-adjustment write-off \
    interest-income recoupment forwarding-balance provider-adjustment payment-difference refund \
    patient-cash
    day_turn.cause: clock stated opened back
    activity.verb: resubmit replace void bill-next change-payer same-bill reopen appeal appeal-outcome \
    transfer-patient write-off called portal request-documents document-request \
    obtain-authorization check-eligibility follow-up note defer escalate de-escalate assign pin \
    unpin break-lease match post suspense apply-balance unpost void-remittance post-eob refund \
    statement payment plan transfer-payer patient-write-off billing-mark match-deposit \
    unmatch-deposit void-deposit grant refuse settle dispute accept confirm return cancel hold release-hold \
    attach-document correct-charge withdraw pick-up transmit contact fulfil decline undo redo
    activity.subject_kind: claim remit-claim remittance order charge batch special credit deposit \
    approval provider-balance patient refused-set underpayment
    activity.queue: order-confirmation holds transmission credit-balances cash-posting rejections \
    denials ar-follow-up patient-balances special
    activity.appeal_level: 1 2 3 4 5
    activity.appeal_outcome: favorable partly-favorable unfavorable dismissed
    work_item.subject_kind: claim remit-claim remittance order charge batch special credit deposit \
    approval provider-balance patient refused-set underpayment
    work_item.queue: order-confirmation holds transmission credit-balances cash-posting \
    rejections denials ar-follow-up patient-balances special
    work_item.lane: 0 1 2 3
    work_item.tier: 0 1 2 3 4 5 6 7
    sales_order.delivery_method: in-person shipped picked-up
    sales_order.standing: open delivered returned confirmed cancelled
    order_coverage.sequence: P S T
    order_line.kind: purchase rental supply service
    order_stay.kind: hospital nursing-facility hospice
    order_problem.cause: quantity-mismatch serial-problem missing-proof-of-delivery wrong-item \
    missing-order wrong-modifiers price demographics coverage prescriber authorization \
    diagnosis dates other
    order_problem.team: intake eligibility authorization documentation fulfilment confirmation \
    billing respiratory
    document.kind: swo wopd face-to-face sleep-study proof-of-delivery authorization cmn \
    blood-gas-study continued-use usage-report refill-request abn delivery-ticket \
    title-transfer medical-record
    rental.category: IN CR OX FS PO OS SD SU TE TS PEN CU DR NC
    rental_break.kind: billing need
    charge.standing: unbilled billed withdrawn
    hold.type: documentation authorization system manual
    hold.team: intake eligibility authorization documentation fulfilment confirmation billing \
    respiratory
    eligibility.standing: active inactive unknown
    special_work.kind: resupply oxygen-contents useful-lifetime maintenance pap-trial \
    cap-conversion repair authorization-renewal eligibility-check
    special_work.standing: open answered done declined lapsed
    payer_change.before_sequence: P S T
    payer_change.after_sequence: P S T
    request.kind: authorization documents
    request.state: open sent obtained refused accepted partly denied
    request.contractor: dme-mac tpe smrc rac cert upic payer
    outgoing_file.kind: batch claim eligibility
    outgoing_file.state: pending written gone withdrawn
    deposit.form: ach check lockbox card cash wire other
    deposit_event.kind: voided restored
    book_close.kind: day month
    approval.purpose: reopen-close refund patient-write-off
    approval.period_kind: day month
    approval.subject_kind: claim remit-claim remittance order charge batch special credit deposit \
    approval provider-balance patient refused-set underpayment
    """
}
