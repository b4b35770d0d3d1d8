import Billing
import Desk
import WorkEngine

/// What to do with something that waits in Cash posting.
struct CashPostingAdvice {
  let staged: StagedDetail?
  let isSupervisor: Bool

  func advice(on today: Day) -> Advice {
    let reasons = staged?.reasons ?? []
    let blocking = reasons.first { $0.blocksPosting || $0.outlastsConfirming }
    let needsMatch = staged?.remitClaim != nil && staged?.matchedTo == nil
    let proposed: DecisionVerb =
      needsMatch ? .match : blocking == nil ? .post : .leaveInSuspense
    var options = [
      DecisionOption(
        verb: .match,
        permission: staged?.remitClaim == nil
          ? .refused("A whole remittance is not matched to one claim.") : .allowed,
        resultCode: "", followUpOn: nil),
      DecisionOption(
        verb: .post,
        permission: needsMatch
          ? .refused("Match it to a claim first.")
          : blocking.map { .refused($0.sentence) } ?? .allowed,
        resultCode: "POSTED", followUpOn: nil),
    ]
    let later = today.adding(days: 3).nextBusinessDay
    options += [DecisionVerb.leaveInSuspense, .followUp, .deferred].map {
      DecisionOption(verb: $0, permission: .allowed, resultCode: "", followUpOn: later)
    }
    options += [DecisionVerb.note, .escalate, .assign].map {
      DecisionOption(verb: $0, permission: .allowed, resultCode: "", followUpOn: nil)
    }
    return Advice(
      proposed: proposed, resultCode: proposed == .post ? "POSTED" : "",
      why: reasons.map(\.sentence), fix: fix(proposed), options: options)
  }

  private func fix(_ proposed: DecisionVerb) -> String {
    switch proposed {
    case .match:
      staged?.candidates.isEmpty == true
        ? "Find the claim by patient and day of service, or make it from the remittance."
        : "Choose the claim that it belongs to."
    case .post: "Compare the amounts, then post it."
    default: "Ask the payer; keep it in suspense with a reason and a day to look again."
    }
  }
}

extension StagingReason {
  /// Whether posting refuses it even after a person has looked: the amounts themselves do not fit.
  fileprivate var outlastsConfirming: Bool {
    switch self {
    case .chargeDiffers: true
    default: false
    }
  }
}
