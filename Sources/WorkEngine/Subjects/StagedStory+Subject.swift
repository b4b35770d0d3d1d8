import Billing

extension StagedRemittanceStory: SubjectStory {
  var words: String { "a remittance in cash posting" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    StagedPlacement.place(self, rules: rules, on: today)
  }

  /// Match it, then post it; what does not fit is asked about.
  ///
  /// Why it waits is said once, with its placement; the advice says only what to do.
  func draft(in situation: Situation) -> AdviceDraft {
    var draft: AdviceDraft
    if needsMatch {
      draft = AdviceDraft(
        .match,
        situation.candidates.isEmpty
          ? "Find the claim by patient and day of service, or make it from the remittance."
          : "Choose the claim that it belongs to.", [])
    } else if blocking == nil, !isMoreThanOpen, !isForSomebodyElse {
      draft = AdviceDraft(.post, "Compare the amounts, then post it.", [])
    } else {
      draft = AdviceDraft(
        .leaveInSuspense,
        isMoreThanOpen
          ? "It is more than is open: find out whose money it is before anything is posted; keep it "
            + "in suspense with a reason and a day to look again."
          : isForSomebodyElse
            ? "Find out whose money it is; keep it in suspense with a reason and a day to look again."
            : "Ask the payer; keep it in suspense with a reason and a day to look again.", [])
    }
    draft.fallback = .leaveInSuspense
    return draft
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [.match, .post, .leaveInSuspense, .calledPayer, .checkedPortal, .requestDocuments]
  }

  var needsMatch: Bool { isAnswer && matchedTo == nil }

  /// Whether posting it would make a credit of somebody's money; it is possible, but never proposed.
  var isMoreThanOpen: Bool {
    reasons.contains { if case .exceedsBalance = $0 { true } else { false } }
  }

  /// Whether it was paid to another supplier, or does not belong into this office.
  var isForSomebodyElse: Bool {
    reasons.contains {
      switch $0 {
      case .otherPayee, .productionData: true
      default: false
      }
    }
  }

  /// The first reason that keeps it from being posted even after a person has looked.
  var blocking: StagingReason? {
    reasons.first { $0.blocksPosting || $0.outlastsConfirming }
  }
}

extension StagingReason {
  /// Whether a person must first change something before the postings could be right.
  package var blocksPosting: Bool {
    switch self {
    case .unmatched, .needsConfirmation, .claimOutOfBalance, .lineOutOfBalance,
      .transactionOutOfBalance, .lineUnmatched, .notOurs, .predetermination, .correction,
      .otherPatient, .adjustmentWithoutReason:
      true
    case .reversal, .chargeDiffers, .alreadyPaid, .providerAdjustment, .exceedsBalance, .confirmed,
      .otherPayee, .productionData:
      false
    }
  }

  /// Whether posting refuses it even after a person has looked: the amounts themselves do not fit.
  var outlastsConfirming: Bool {
    if case .chargeDiffers = self { true } else { false }
  }
}
