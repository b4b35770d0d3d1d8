import Billing

/// The next step for an order: confirm what is right, give back what is not.
enum OrderAdvice {
  static func draft(_ story: OrderStory) -> AdviceDraft {
    let blocking = story.blocking
    var draft: AdviceDraft
    if blocking.isEmpty {
      draft = AdviceDraft(
        .confirm, "Confirm it: its charges are made.", ["Every check of the order is clean."])
    } else {
      let isReturned = story.order.standing == .returned
      draft = AdviceDraft(
        isReturned ? .followUp : .returnOrder, fixes(blocking), blocking.map { $0.words + "." })
      if isReturned { draft.why.append("The front office has it: ask when it comes back.") }
    }
    draft.why += story.findings.filter { !$0.isBlocking }.map { "To know: " + $0.sentence }
    for cause in OrderProblemCause.allCases where blocking.contains(where: { $0.cause == cause }) {
      draft.meanings.append(
        CodeMeaning(code: cause.rawValue, meaning: "\(cause.title): \(cause.team.title)"))
    }
    return draft
  }

  private static func fixes(_ findings: [OrderFinding]) -> String {
    var fixes: [String] = []
    for finding in findings where !finding.fix.isEmpty {
      let fix = finding.fix.asSentence
      if !fixes.contains(fix) { fixes.append(fix) }
    }
    return fixes.joined(separator: " ")
  }
}
