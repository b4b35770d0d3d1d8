package import Billing

/// Every verb, once.
package enum Verbs {
  package static let all: [any Verb] = [
    Resubmit(), Replace(), Void(), BillNext(), ChangePayer(), SayWhichBill(),
    Reopen(), FileAppeal(), RecordAppealOutcome(),
    TransferToPatient(), WriteOffBalance(),
    CallPayer(), CheckPortal(), RequestDocuments(), AnswerDocumentRequest(),
    ObtainAuthorization(), CheckEligibility(),
    FollowUpLater(), AddNote(), Defer(), Escalate(), Deescalate(), Assign(), Pin(), Unpin(),
    BreakLease(),
    MatchClaim(), PostAnswer(), LeaveInSuspense(), ApplyBalance(),
    MatchMoney(), UnmatchMoney(), VoidDeposit(), GrantApproval(), RefuseApproval(),
    UnpostAnswer(), VoidRemittance(), PostEOB(),
    RefundCredit(), SendStatement(), TakePayment(), AgreeOnPlan(), TransferToPayer(),
    WriteOffPatient(), MarkBilling(),
    Settle(), Dispute(), AcceptAmount(),
    ConfirmOrder(), ReturnOrder(), CancelOrder(), PlaceHold(), ReleaseHold(), IndexDocument(),
    CorrectCharge(), WithdrawCharge(), RecordPickup(), SendBatch(),
    ContactPatient(), FulfilWork(), DeclineWork(),
    Undo(), Redo(),
  ]

  /// By name; a house test holds the list complete.
  private static let byName: [DecisionVerb: any Verb] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  package static subscript(name: DecisionVerb) -> any Verb { byName[name] ?? Undo() }
}

/// Taking a decision back: a line of the journal, never decided by itself.
struct Undo: Verb {
  let name = DecisionVerb.undo
  let title = "Undo"
  let help = "Takes a decision back."
  let subjects = Set(SubjectKind.allCases)
  let traits: VerbTraits = [.uncounted, .elsewhere]

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    throw FieldFault(nil, "Undo takes back the last decision; it is none of its own.")
  }
}

/// Bringing back what was taken back.
struct Redo: Verb {
  let name = DecisionVerb.redo
  let title = "Redo"
  let help = "Brings a decision back."
  let subjects = Set(SubjectKind.allCases)
  let traits: VerbTraits = [.uncounted, .elsewhere]

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    throw FieldFault(nil, "Redo brings back what was undone; it is no decision of its own.")
  }
}
