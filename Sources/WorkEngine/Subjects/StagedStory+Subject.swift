import Billing

extension StagedRemittanceStory: SubjectStory {
  var words: String { "a remittance in cash posting" }

  func placement(rules: RuleBook, on today: Day) -> Placement? {
    withMissingMoney(
      StagedPlacement.place(self, rules: rules, on: today), rules: rules, on: today)
  }

  /// Match it, then post it; what does not fit is asked about.
  ///
  /// Why it waits is said once, with its placement; the advice says only what to do.
  func draft(in situation: Situation) -> AdviceDraft {
    var draft: AdviceDraft
    if reasons.isEmpty, missingMoney != nil {
      return situation.candidates.isEmpty
        ? AdviceDraft(.calledPayer, "Ask the payer how and when the money was sent.", [])
        : AdviceDraft(.matchDeposit, "Compare number, amount and day, then match them.", [])
    }
    if needsMatch {
      draft = AdviceDraft(
        .match,
        situation.candidates.isEmpty
          ? "Find the claim by patient and day of service, or make it from the remittance."
          : "Choose the claim that it belongs to.", [])
    } else if blocking == nil, !isForSomebodyElse {
      draft = AdviceDraft(.post, "Look at the sheet, then post it.", [])
    } else {
      draft = AdviceDraft(
        .leaveInSuspense,
        isForSomebodyElse
          ? "Find out whose money it is; keep it in suspense with a reason and a day to look again."
          : "Ask the payer; keep it in suspense with a reason and a day to look again.", [])
    }
    draft.fallback = .leaveInSuspense
    return draft
  }

  func menu(in situation: Situation) -> [DecisionVerb] {
    [.match, .post, .leaveInSuspense, .calledPayer, .checkedPortal, .requestDocuments]
      + (missingMoney == nil ? [] : [.matchDeposit])
  }

  /// What a remittance that looks like another one is taken for; nil for any other work.
  var lookAlike: LookAlikeAnswer? {
    for case .looksAlike(let answer, _) in reasons { return answer }
    return nil
  }

  var needsMatch: Bool { isAnswer && matchedTo == nil }

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
  var blocking: StagingReason? { reasons.first(where: \.blocksPosting) }
}

extension StagingReason {
  /// Whether a person must first change something before the postings could be right; what does not
  /// fit by its amounts, the sheet says.
  package var blocksPosting: Bool {
    switch self {
    case .unmatched, .otherPatient: true
    case .needsConfirmation(let candidates): candidates != 1
    case .transactionOutOfBalance, .claimOutOfBalance, .lineOutOfBalance, .lineUnmatched, .notOurs,
      .predetermination,
      .correction, .adjustmentWithoutReason, .reversal, .chargeDiffers, .alreadyPaid,
      .providerAdjustment, .exceedsBalance, .confirmed, .otherPayee, .productionData, .linesLeft,
      .looksAlike, .heldByRule:
      false
    }
  }
}
