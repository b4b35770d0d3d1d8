import Billing

/// The next step where nothing is denied and something is still open.
enum FollowUpAdvice {
  static func draft(_ actions: ActionRules) -> AdviceDraft {
    let reading = actions.reading
    if reading.isBillInDoubt {
      return AdviceDraft(
        .sameBill, FixText.act(.sameBill),
        ["Two bills are owed for what may be one, until somebody says so."])
    }
    return switch reading.standing {
    case .unanswered(let since, let accepted):
      unanswered(actions, since: since, accepted: accepted)
    case .contested(let contest):
      contested(contest, actions)
    case .leftOpen:
      AdviceDraft(
        .calledPayer, "Ask why the rest was neither paid nor denied.",
        ["The payer's answer does not explain \(reading.open)."])
    case .unsent:
      AdviceDraft(
        .resubmit, "Send the claim, or import the file in which it was sent.",
        ["No sending of this claim is known."])
    case .nextUnbilled:
      AdviceDraft(
        .billNext, "Bill the next payer with the first payer's answer.",
        ["\(reading.open) is left for the next payer."])
    case .nextAwaited(let since, let isCrossover):
      nextAwaited(since: since, isCrossover: isCrossover, actions)
    case .closed, .rejected, .denied, .decided:
      AdviceDraft(.note, "", ["Nothing is open with a payer."])
    }
  }

  private static func nextAwaited(
    since: Day, isCrossover: Bool, _ actions: ActionRules
  ) -> AdviceDraft {
    let canBill = isCrossover && actions.permission(for: .billNext) == .allowed
    return AdviceDraft(
      canBill ? .billNext : .checkedPortal,
      canBill ? "Bill the next payer: the crossover did not arrive." : "Look for the claim there.",
      ["The next payer has had the claim since \(since)."])
  }

  /// A reopening stops no clock: where the appeal's safe day comes near, the appeal is filed
  /// beside it.
  private static func contested(_ contest: RecordedDecision, _ actions: ActionRules) -> AdviceDraft
  {
    let why = ["\(contest.verb.title) on \(contest.on): the decision is awaited."]
    if let limit = appealNear(actions) {
      return AdviceDraft(
        .appeal, FixText.act(.appeal),
        why + ["\(limit.reason): safe until \(limit.safe), and a reopening does not stop it."])
    }
    return AdviceDraft(.checkedPortal, "Ask whether the decision was made.", why)
  }

  private static func appealNear(_ actions: ActionRules) -> Deadline? {
    let reading = actions.reading
    guard reading.appeals.pendingAppeal == nil, let level = reading.nextAppealLevel,
      actions.permission(for: .appeal) == .allowed
    else { return nil }
    let limits = DeadlineEngine.deadlines(
      for: reading, of: [.appeal(level), .dispute], rules: actions.rules)
    guard let last = limits.last(where: { actions.today <= $0.legal }),
      last.safe.adding(days: -actions.rules.deferMarginDays) <= actions.today
    else { return nil }
    return last
  }

  private static func unanswered(
    _ actions: ActionRules, since: Day, accepted: Day?
  ) -> AdviceDraft {
    let reading = actions.reading
    let row = actions.rules.followUp(reading.payer.family)
    let age = actions.today - since
    var why = ["Sent \(age) day\(age == 1 ? "" : "s") ago without an answer."]
    if let status = reading.payerStatus(since: since, actions.rules), let next = status.next {
      why.append(status.meaning)
      let isAgain = next == .resubmit && reading.isCorrectionSent
      let verb: DecisionVerb = isAgain ? .replace : next
      guard let refusal = actions.permission(for: verb).refusal else {
        let fix =
          accepted == nil || status.fixIfAccepted.isEmpty ? status.fix : status.fixIfAccepted
        return AdviceDraft(verb, fix, why)
      }
      why.append("Not \(verb.title.lowercased()): \(refusal)")
    }
    if age < row.firstDays {
      why.append("An answer is usual within \(row.firstDays) days.")
      return AdviceDraft(.followUp, "Wait until \(since.adding(days: row.firstDays)).", why)
    }
    if accepted == nil {
      why.append("No acceptance by the payer (277CA A2) is known.")
      return AdviceDraft(
        .checkedPortal, "See whether the payer has it; if not, check the 277CA and send it again.",
        why)
    }
    let isLate = age >= row.firstDays + 2 * row.nextDays
    return AdviceDraft(
      isLate ? .calledPayer : .checkedPortal,
      isLate ? "Call: the portal had its chance." : "Look up the claim's status on the portal.", why
    )
  }
}
