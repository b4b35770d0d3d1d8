import Billing

/// The effects of all verbs, once; a test holds the list complete.
enum VerbEffects {
  static let all: [any VerbEffect] =
    [
      ResubmitEffect(), ReplaceEffect(), VoidEffect(), BillNextEffect(), ChangePayerEffect(),
      SayWhichBillEffect(),
      AppealEffect(), AppealOutcomeEffect(), TransferToPatientEffect(), WriteOffEffect(),
      CallPayerEffect(), CheckPortalEffect(), DocumentRequestEffect(), AuthorizationEffect(),
      CheckEligibilityEffect(), DeferEffect(), AssignEffect(), MatchEffect(), PostEffect(),
      ApplyBalanceEffect(), UnpostAnswerEffect(), VoidRemittanceEffect(), PostEOBEffect(),
      MatchMoneyEffect(),
      UnmatchMoneyEffect(), VoidDepositEffect(), GrantEffect(), RefuseEffect(),
      RefundEffect(), PaymentEffect(), TransferToPayerEffect(), WriteOffPatientEffect(),
      SettleEffect(), DisputeEffect(), AcceptEffect(),
      SuspenseEffect(), ConfirmOrderEffect(), ReturnOrderEffect(), CancelOrderEffect(),
      PlaceHoldEffect(), ReleaseHoldEffect(), IndexDocumentEffect(), CorrectChargeEffect(),
      WithdrawChargeEffect(), PickupEffect(), SendBatchEffect(), ContactPatientEffect(),
      FulfilEffect(), DeclineEffect(), BreakLeaseEffect(),
    ] + journalOnly.map { JournalOnly(verb: $0) }

  /// Verbs whose line in the journal is all that they do.
  private static let journalOnly: [DecisionVerb] = [
    .reopen, .requestDocuments, .followUp, .note, .escalate, .deescalate, .pin, .unpin, .statement,
    .plan, .billingMark,
    .undo, .redo,
  ]

  private static let byVerb: [DecisionVerb: any VerbEffect] = Dictionary(
    all.map { ($0.verb, $0) }, uniquingKeysWith: { first, _ in first })

  static subscript(verb: DecisionVerb) -> any VerbEffect { byVerb[verb] ?? JournalOnly(verb: verb) }
}

/// A verb whose line in the journal is all that it does.
struct JournalOnly: VerbEffect {
  let verb: DecisionVerb
}
