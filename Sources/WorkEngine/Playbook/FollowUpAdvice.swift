import Billing

/// The next step where nothing is denied and something is still open.
enum FollowUpAdvice {
  static func draft(
    _ reading: StoryReading, _ actions: ActionRules, _ rules: RuleBook, on today: Day
  ) -> AdviceDraft {
    switch reading.standing {
    case .unanswered(let since, let accepted):
      unanswered(reading, since: since, accepted: accepted, rules, on: today)
    case .contested(let contest):
      AdviceDraft(
        .checkedPortal, "Ask whether the decision was made.",
        ["\(contest.verb.title) on \(contest.on): the decision is awaited."])
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
    case .credit, .closed, .rejected, .denied, .decided:
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

  private static func unanswered(
    _ reading: StoryReading, since: Day, accepted: Day?, _ rules: RuleBook, on today: Day
  ) -> AdviceDraft {
    let row = rules.followUp(reading.payer.family)
    let age = today - since
    let status = reading.story.decisions.last { !$0.payerStatus.isEmpty && $0.on >= since }
    var why = ["Sent \(age) day\(age == 1 ? "" : "s") ago without an answer."]
    switch status?.payerStatus {
    case PayerStatus.notOnFile:
      why.append("The payer does not have it on file.")
      let fix =
        accepted == nil
        ? "Look for the 277CA of the sending; without an acceptance send it again."
        : "Send the 277CA acceptance as proof, and send the claim again."
      return AdviceDraft(.resubmit, fix, why)
    case PayerStatus.paid:
      why.append("The payer says that it has paid.")
      return AdviceDraft(
        .checkedPortal, "Get check number and date, and look for the remittance.", why)
    case PayerStatus.denied:
      why.append("The payer says that it has denied it.")
      return AdviceDraft(.requestDocuments, "Ask for the remittance with the denial.", why)
    case PayerStatus.pended:
      why.append("The payer holds it for more information.")
      return AdviceDraft(.requestDocuments, "Find out what is asked for, and send it.", why)
    default: break
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
