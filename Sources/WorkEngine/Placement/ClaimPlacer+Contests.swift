import Billing

/// Claims with an appeal or a reopening that is pending or was decided.
extension ClaimPlacer {
  /// A contest whose decision is awaited; a reopening stops no clock, so that the appeal's limit
  /// stays the date of the item (domain reference 3.7 rule 2).
  func contested(_ contest: RecordedDecision) -> Placement {
    let level = contest.appealLevel ?? .first
    let isAppeal = contest.verb == .appeal
    var draft = draft(.denials, isAppeal ? [] : appealKinds)
    let step = isAppeal ? "appeal \(level.rawValue)" : "reopening"
    let days =
      rules.result(for: contest.verb, suffix: isAppeal ? "L\(level.rawValue)" : "")?.followUpDays
      ?? rules.followUp(reading.payer.family).nextDays
    let due = contest.followUpOn ?? contest.on.adding(days: days)
    draft.reasonCode = step + " sent"
    draft.reason = isAppeal ? "An appeal waits for its decision" : "A reopening was asked for"
    draft.why.append("The \(step) of \(contest.on) should be decided by \(due).")
    if !isAppeal { draft.why.append("A reopening does not stop the time for an appeal.") }
    draft.waitBeforeDeadline(
      until: due, margin: rules.deferMarginDays,
      or: "The decision is overdue: ask the payer for it.")
    return draft.placement()
  }

  private var appealKinds: Set<DeadlineKind> {
    DenialOptions(reading, rules: rules).deadlineKinds(level: reading.nextAppealLevel)
      .intersection(DeadlineKind.appeals.union([.dispute, .dismissal]))
  }

  func decided(_ contest: RecordedDecision, _ outcome: RecordedDecision) -> Placement {
    let isAppeal = contest.verb == .appeal
    let level = isAppeal ? " \((contest.appealLevel ?? .first).rawValue)" : ""
    let step = (isAppeal ? "appeal" : "reopening") + level
    let notice = outcome.noticeOn ?? outcome.on
    if outcome.outcome == .favorable { return won(step, on: notice, outcome) }
    // A reopening that failed leaves every remedy of the denial; an appeal only the next level.
    var kinds = DenialOptions(reading, rules: rules).deadlineKinds(level: reading.nextAppealLevel)
    if isAppeal {
      kinds = reading.nextAppealLevel.map { [.appeal($0)] } ?? []
      if outcome.outcome == .dismissed { kinds.insert(.dismissal) }
    }
    var draft = draft(.denials, kinds)
    switch outcome.outcome {
    case .dismissed:
      draft.reasonCode = step + " dismissed"
      draft.reason = "The payer dismissed the request without deciding it"
    case .partlyFavorable:
      draft.reasonCode = step + " partly won"
      draft.reason = "The payer agreed in part; the rest may go to the next level"
    case .unfavorable, .favorable, nil:
      draft.reasonCode = step + " lost"
      draft.reason = "The payer stayed with its denial " + reading.denialCode(rules)
    }
    draft.why.append("The \(step) was answered on \(notice) and \(reading.open) is still open.")
    if isAppeal, reading.nextAppealLevel == nil {
      draft.why.append("No further level of appeal is left.")
    }
    return draft.placement()
  }

  private func won(_ step: String, on notice: Day, _ outcome: RecordedDecision) -> Placement {
    var draft = draft(.followUp, [])
    let due =
      outcome.followUpOn
      ?? notice.adding(days: rules.followUp(reading.payer.family).firstDays)
    draft.reasonCode = step + " won"
    draft.reason = "The payer agreed to pay and the payment has not come yet"
    draft.why.append(
      "The \(step) was decided for us on \(notice); payment is expected by \(due).")
    draft.wait(until: due, or: "The payment is overdue: ask the payer for it.")
    return draft.placement()
  }
}
