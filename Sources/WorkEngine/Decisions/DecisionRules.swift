package import Billing

/// Whether a decision may be recorded as it is filled in, and if not, why not.
package enum DecisionRules {
  /// Checks one decision against the state of its subject, the rules data and the user's role.
  ///
  /// An item is about a claim, which comes with its story, about a remittance that waits, or about
  /// a piece of the order side; `fulfilment` is what the special processes say of `fulfil`.
  package static func check(
    _ decision: Decision, story: ClaimStory?, staged: StagedRemittanceStory?,
    orderSide: OrderSideStory? = nil, fulfilment: Permission = OrderSideRules.unasked,
    item: WorkItem, isSupervisor: Bool, on today: Day, rules: RuleBook
  ) -> Permission {
    if let orderSide {
      return OrderSideRules.check(
        decision, story: orderSide, item: item, fulfilment: fulfilment,
        isSupervisor: isSupervisor, on: today, rules: rules)
    }
    if let story {
      let actions = ActionRules(
        StoryReading(story, rules: rules), rules: rules, isSupervisor: isSupervisor, on: today)
      // The note tells the good cause of an action after its last legal day.
      let permission = actions.permission(
        for: decision.verb, level: decision.appealLevel, lateReason: decision.note)
      if permission.refusal != nil { return permission }
      if let refusal = refusal(decision, actions, rules, isSupervisor) { return .refused(refusal) }
    } else if let staged {
      if let refusal = refusal(decision, staged, isSupervisor) { return .refused(refusal) }
    }
    let entry = EntryRules(
      decision: decision, item: item, isSupervisor: isSupervisor, today: today,
      marginDays: rules.deferMarginDays)
    return entry.refusal.map { .refused($0) } ?? .allowed
  }

  private static func refusal(
    _ decision: Decision, _ actions: ActionRules, _ rules: RuleBook, _ isSupervisor: Bool
  ) -> String? {
    let balances = actions.reading.story.balances
    switch decision.verb {
    case .writeOff:
      return writeOffRefusal(
        decision, open: balances.payer + balances.nextPayer,
        before: actions.reading.story.writtenOff, rules, isSupervisor)
    case .transferPatient:
      let open = balances.payer + balances.nextPayer
      let amount = decision.amount ?? open
      return amountRefusal(amount, open: open) ?? shareRefusal(amount, actions)
    case .billNext:
      guard let amount = decision.amount else { return nil }
      return amountRefusal(amount, open: balances.payer + balances.nextPayer)
    default: return nil
    }
  }

  /// What is moved is the patient's share of the denied lines, never the claim's charge.
  private static func shareRefusal(_ amount: Cents, _ actions: ActionRules) -> String? {
    if actions.options.all.isEmpty { return nil }
    let share = actions.options.patientShare
    return amount > share ? "\(amount) is more than the \(share) of group PR." : nil
  }

  private static func writeOffRefusal(
    _ decision: Decision, open: Cents, before: Cents, _ rules: RuleBook, _ isSupervisor: Bool
  ) -> String? {
    let amount = decision.amount ?? open
    let writeOff = WriteOffRules(
      reasons: rules.writeOffs, isSupervisor: isSupervisor, before: before)
    return amountRefusal(amount, open: open)
      ?? writeOff.refusal(reason: decision.reasonCode, amount: amount, step: "A write-off")
  }

  private static func amountRefusal(_ amount: Cents, open: Cents) -> String? {
    if amount <= .zero { return "The amount must be more than zero." }
    return amount > open ? "\(amount) is more than the \(open) that is open." : nil
  }

  private static func refusal(
    _ decision: Decision, _ staged: StagedRemittanceStory, _ isSupervisor: Bool
  ) -> String? {
    switch decision.verb {
    case .post:
      guard let blocking = staged.reasons.first(where: \.blocksPosting) else { return nil }
      return "It cannot be posted as it is. " + blocking.sentence
    case .match:
      let isChosen = decision.matchTo != nil || decision.reasonCode == "from-remittance"
      return isChosen ? nil : "Choose the claim that it belongs to."
    case .leaveInSuspense:
      if decision.note.isBlank, decision.reasonCode.isEmpty {
        return "Say why it stays in suspense."
      }
      return decision.followUpOn == nil ? "Say when to look at it again." : nil
    case .pin, .unpin, .breakLease:
      return isSupervisor ? nil : "Only a supervisor may do that."
    case .note, .followUp, .deferred, .escalate, .deescalate, .assign, .calledPayer,
      .checkedPortal, .requestDocuments, .undo, .redo:
      return nil
    case .resubmit, .replace, .void, .reopen, .appeal, .appealOutcome, .billNext,
      .transferPatient, .writeOff, .changePayer, .obtainAuthorization, .documentRequest:
      return "\(decision.verb.title) is for claims; this is a remittance in cash posting."
    case .confirm, .returnOrder, .cancelOrder, .hold, .releaseHold, .attachDocument,
      .correctCharge, .withdrawCharge, .transmit, .checkEligibility, .contactPatient, .fulfil,
      .decline, .pickUp:
      return
        "\(decision.verb.title) is for orders and charges; this is a remittance in cash posting."
    }
  }
}

extension StagingReason {
  /// Whether a person must first change something before the postings could be right.
  package var blocksPosting: Bool {
    switch self {
    case .unmatched, .needsConfirmation, .claimOutOfBalance, .lineOutOfBalance,
      .transactionOutOfBalance, .lineUnmatched, .notOurs, .predetermination, .correction:
      true
    case .reversal, .chargeDiffers, .alreadyPaid, .providerAdjustment, .exceedsBalance, .confirmed:
      false
    }
  }
}
