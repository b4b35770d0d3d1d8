package import Billing

/// Turns the state of a claim into the next best step (domain reference 3.2 to 3.6).
package enum Playbook {
  /// What to do about a claim, before permissions are settled.
  static func draft(_ actions: ActionRules, rules: RuleBook, on today: Day) -> AdviceDraft {
    let reading = actions.reading
    var draft =
      switch reading.standing {
      case .rejected(_, let reasons): rejection(reasons, actions)
      case .denied: denial(actions, rules)
      case .decided(_, let outcome): decided(outcome, actions, rules)
      case .credit: credit(rules)
      case .unanswered, .contested, .leftOpen, .unsent, .nextUnbilled, .nextAwaited, .closed:
        FollowUpAdvice.draft(reading, actions, rules, on: today)
      }
    draft.fallback = .calledPayer
    // Those of the denial come in the playbook's order, before the rest of the menu.
    draft.preferred = actions.options.dispositions.map(\.verb)
    return draft
  }

  private static func rejection(_ reasons: [RejectionReason], _ actions: ActionRules) -> AdviceDraft
  {
    let fixes = reasons.map(\.fix).filter { !$0.isEmpty }
    var draft = AdviceDraft(
      .resubmit, fixes.isEmpty ? "Correct what the payer names and send it again." : joined(fixes),
      ["A rejected claim was never judged: correct it and send it as a new claim."])
    draft.meanings = reasons.map { CodeMeaning(code: $0.code, meaning: $0.meaning) }
    return draft
  }

  private static func denial(_ actions: ActionRules, _ rules: RuleBook) -> AdviceDraft {
    let options = actions.options
    let denials = actions.reading.openDenials.map(\.denial)
    var draft = AdviceDraft(.calledPayer, "", options.why)
    draft.meanings = meanings(of: denials, family: actions.reading.payer.family, rules)
    draft.packet = packet(for: denials, rules)
    draft.fix = fix(for: options, rules)
    // The first disposition that is still possible; what is left of the list explains itself.
    for disposition in options.dispositions {
      let verb = disposition.verb
      guard let refusal = actions.permission(for: verb).refusal else {
        draft.proposed = verb
        draft.resultCode = rules.resultCode(for: disposition)
        draft.why.append("Next: \(disposition.title).")
        return draft
      }
      draft.why.append("Not \(disposition.title): \(refusal)")
    }
    if actions.permission(for: .appeal).refusal == nil, options.allDispositions.contains(.appeal) {
      draft.proposed = .appeal
      return draft
    }
    draft.proposed = .writeOff
    draft.why.append("Nothing that the playbook knows is possible any more.")
    return draft
  }

  private static func credit(_ rules: RuleBook) -> AdviceDraft {
    var draft = AdviceDraft(
      .followUp, "Find the payment that is too much, and give it back or move it.",
      ["Money on the claim belongs to somebody else."])
    draft.resultCode = rules.resultCode(for: .refund)
    return draft
  }

  private static func decided(
    _ outcome: RecordedDecision, _ actions: ActionRules, _ rules: RuleBook
  ) -> AdviceDraft {
    if outcome.outcome == .favorable {
      return AdviceDraft(
        .calledPayer, "Ask when the payment of the decision comes.",
        ["The payer decided for us and has not paid yet."])
    }
    var draft = denial(actions, rules)
    if let level = actions.reading.nextAppealLevel,
      actions.permission(for: .appeal).refusal == nil
    {
      draft.proposed = .appeal
      draft.resultCode = nil
      draft.why.append("Appeal level \(level.rawValue) is open.")
    }
    return draft
  }

  private static func fix(for options: DenialOptions, _ rules: RuleBook) -> String {
    guard let lead = options.lead else { return "" }
    let fixes = lead.remarks.compactMap { rules.remarks[$0]?.fix }.filter { !$0.isEmpty }
    if !fixes.isEmpty { return joined(fixes) }
    if let cause = options.leadRow?.cause, !cause.isEmpty { return "Look for: \(cause)." }
    return options.leadRow == nil ? "Read the payer's explanation of the code." : ""
  }

  private static func joined(_ fixes: [String]) -> String {
    var seen: Set<String> = []
    return fixes.filter { seen.insert($0).inserted }.map { $0.hasSuffix(".") ? $0 : $0 + "." }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  /// Every code of the denials, each once, reason codes before remark codes.
  private static func meanings(
    of denials: [Denial], family: PayerFamily, _ rules: RuleBook
  ) -> [CodeMeaning] {
    var seen: Set<String> = []
    var meanings: [CodeMeaning] = []
    for denial in denials where seen.insert(denial.adjustment.code).inserted {
      let row = rules.row(for: denial, family: family)
      meanings.append(
        CodeMeaning(code: denial.adjustment.code, meaning: row?.meaning ?? "not in the playbook"))
    }
    for remark in denials.flatMap(\.remarks) where seen.insert(remark).inserted {
      let meaning = rules.remarks[remark]?.meaning ?? "not in the remark list"
      meanings.append(CodeMeaning(code: remark, meaning: meaning))
    }
    return meanings
  }

  private static func packet(for denials: [Denial], _ rules: RuleBook) -> AppealPacket? {
    let codes = denials.sorted { $0.adjustment.amount > $1.adjustment.amount }.flatMap { denial in
      denial.remarks.map { denial.adjustment.reason + "/" + $0 } + [denial.adjustment.reason]
    }
    for code in codes {
      if let packet = rules.packets.first(where: { $0.carcs.contains(code) }) { return packet }
    }
    return nil
  }
}

extension Disposition {
  /// The decision that carries it out.
  package var verb: DecisionVerb {
    switch self {
    case .newClaim: .resubmit
    case .replacement: .replace
    case .reopening: .reopen
    case .appeal: .appeal
    case .nextPayer: .billNext
    case .patient: .transferPatient
    case .writeOff: .writeOff
    case .document, .authorization: .requestDocuments
    case .eligibility: .checkedPortal
    case .informational, .refund, .reroute: .followUp
    case .review: .calledPayer
    }
  }
}

extension RuleBook {
  /// The result code of a step that has no verb of its own, nil where the verb's default fits.
  func resultCode(for disposition: Disposition) -> String? {
    let prefix: String
    switch disposition {
    case .authorization: prefix = "AUTH"
    case .eligibility: prefix = "ELIG"
    case .refund: prefix = "REFUND"
    default: return nil
    }
    return results.first { $0.code.hasPrefix(prefix) && $0.verb == disposition.verb }?.code
  }
}
