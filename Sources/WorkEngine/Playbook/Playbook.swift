package import Billing

/// Turns the state of a claim into the next best step (domain reference 3.2 to 3.7).
package enum Playbook {
  /// What to do about a claim.
  ///
  /// The proposal is possible, in time, and gives no running right away. For a supervisor it may be
  /// a write-off over the limits of a biller.
  package static func advice(
    for story: ClaimStory, rules: RuleBook, isSupervisor: Bool = false, on today: Day
  ) -> Advice {
    Situation(
      .claim(story), rules: rules, on: today,
      by: OfficeUser(name: "", isSupervisor: isSupervisor)
    ).advice
  }

  /// The next best step for a claim, before permissions are settled.
  static func draft(_ actions: ActionRules) -> AdviceDraft {
    var draft = step(actions)
    draft.fallback = .calledPayer
    // Those of the denial come in the playbook's order, before the rest of the menu.
    draft.preferred = actions.options.dispositions.map(\.verb)
    return draft
  }

  private static func step(_ actions: ActionRules) -> AdviceDraft {
    if let request = actions.reading.owedRecords.first(where: { request in
      RequestDeadline.deadline(for: request, payer: actions.reading.payer, rules: actions.rules)
        .map { actions.today <= $0.legal } ?? true
    }) {
      return records(request, actions)
    }
    return switch actions.reading.standing {
    case .rejected(_, let reasons): rejection(reasons, actions)
    case .denied: DenialAdvice(actions).draft()
    case .decided(_, let outcome): decided(outcome, actions)
    case .unanswered, .contested, .leftOpen, .unsent, .nextUnbilled, .nextAwaited, .closed:
      FollowUpAdvice.draft(actions)
    }
  }

  /// Every verb of a claim's own, in the order of a menu.
  static let menu: [DecisionVerb] = [
    .resubmit, .replace, .void, .reopen, .appeal, .appealOutcome, .changePayer,
    .obtainAuthorization, .checkEligibility, .documentRequest, .billNext, .transferPatient,
    .writeOff, .calledPayer, .checkedPortal, .requestDocuments,
  ]

  private static func records(_ request: PayerRequest, _ actions: ActionRules) -> AdviceDraft {
    let limit = RequestDeadline.deadline(
      for: request, payer: actions.reading.payer, rules: actions.rules)
    let end = limit.map { " They must have come by \($0.legal)." } ?? ""
    var draft = AdviceDraft(
      .documentRequest, "Send the records that the letter of \(request.letterOn) asks for.",
      ["Records are asked for and were not sent yet.\(end)"])
    draft.packet = actions.rules.packets.first { packet in
      actions.options.all.contains { packet.carcs.contains($0.denial.adjustment.reason) }
    }
    return draft
  }

  private static func rejection(_ reasons: [RejectionReason], _ actions: ActionRules) -> AdviceDraft
  {
    let verb: DecisionVerb = actions.reading.isCorrectionSent ? .replace : .resubmit
    let fixes = reasons.map(\.fix).filter { !$0.isEmpty }
    let fix =
      fixes.isEmpty ? "Correct what the payer names and send it again." : FixText.joined(fixes)
    var draft = AdviceDraft(
      verb, fix, ["A rejected claim was never judged: correct it and send it again."])
    if actions.permission(for: verb).refusal != nil {
      draft.why.append(contentsOf: late(verb, actions))
      let giveUp = DenialAdvice(actions).givenUp()
      draft.proposed = giveUp.proposed
      draft.resultCode = giveUp.resultCode
      draft.reasonCode = giveUp.reasonCode
      draft.fix = giveUp.fix
    }
    draft.meanings = reasons.map { CodeMeaning(code: $0.code, meaning: $0.meaning) }
    return draft
  }

  private static func late(_ verb: DecisionVerb, _ actions: ActionRules) -> [String] {
    actions.permission(for: verb).refusal.map { ["Not \(verb.title.lowercased()): \($0)"] } ?? []
  }

  private static func decided(_ outcome: RecordedDecision, _ actions: ActionRules) -> AdviceDraft {
    if outcome.outcome == .favorable {
      return AdviceDraft(
        .calledPayer, "Ask when the payment of the decision comes.",
        ["The payer decided for us and has not paid yet."])
    }
    return DenialAdvice(actions).afterDecision()
  }
}
