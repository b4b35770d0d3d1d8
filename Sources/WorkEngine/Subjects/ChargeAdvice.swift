import Billing

/// The next step for a charge: what releases its hold, or the next batch.
enum ChargeAdvice {
  static func draft(_ story: ChargeStory, rules: RuleBook, on today: Day) -> AdviceDraft {
    let holds = story.openHolds
    guard let first = holds.first else { return ready(story) }
    let remedy = remedy(first, rules)
    var draft = AdviceDraft(remedy.verb, remedy.fix, holds.map { $0.sentence(rules, on: today) })
    for hold in holds where !draft.meanings.contains(where: { $0.code == hold.reason }) {
      let title = rules.holdReasons[hold.reason]?.title ?? "not in the hold reasons"
      draft.meanings.append(CodeMeaning(code: hold.reason, meaning: title))
    }
    if holds.count > 1 {
      draft.why.append("It goes out when all \(holds.count) holds are released.")
    }
    return draft
  }

  private static func ready(_ story: ChargeStory) -> AdviceDraft {
    var draft = AdviceDraft(
      .transmit, "Nothing to do: it goes out with the next batch.",
      story.warnings.map { "\($0.message.asSentence) \($0.advice.asSentence)" })
    if draft.why.isEmpty { draft.why = ["No hold is open and every edit is clean."] }
    return draft
  }

  /// The step that leads to the evidence which releases a hold, and that evidence in words.
  private static func remedy(
    _ hold: Hold, _ rules: RuleBook
  ) -> (verb: DecisionVerb, fix: String) {
    let row = rules.holdReasons[hold.reason]
    if let document = row?.document {
      let rule = hold.isAutomatic ? " It is released once that is indexed and valid." : ""
      return (.attachDocument, "Obtain and index: \(document.title).\(rule)")
    }
    let rule = hold.isAutomatic ? " It is released \(hold.releasedWhen(rules).asSentence)" : ""
    switch hold.type {
    case .documentation: return (.attachDocument, "Obtain and index the document.\(rule)")
    case .authorization:
      return (.attachDocument, "Obtain an authorization that covers the charge.\(rule)")
    case .manual: return (.releaseHold, "Release it with a note when its reason is gone.")
    case .system where !hold.isAutomatic:
      return (.releaseHold, "Release it with a note when its reason is gone.")
    case .system where hold.team == .eligibility:
      return (.checkEligibility, "Ask the payer for eligibility.\(rule)")
    case .system: return (.correctCharge, "Correct what the edit names.\(rule)")
    }
  }
}
