package import Billing

/// Which decisions a piece of the order side allows, and what they must say.
package enum OrderSideRules {
  /// What is answered to `fulfil` where nobody asked the special processes whether it may be.
  package static let unasked = Permission.refused(
    "Nothing yet says that it may be delivered or charged.")

  /// Whether a verb can be used on the piece of work as it stands.
  ///
  /// `fulfilment` is what the special processes say of `fulfil`.
  package static func permission(
    for verb: DecisionVerb, story: OrderSideStory, fulfilment: Permission = unasked,
    isSupervisor: Bool, on today: Day, rules: RuleBook
  ) -> Permission {
    if let permission = common(verb, story: story, isSupervisor: isSupervisor) {
      return permission
    }
    let subject = story.subject(fulfilment, isSupervisor: isSupervisor, on: today, rules)
    return subject.refusal(of: verb).map { .refused($0) } ?? .allowed
  }

  /// Checks one decision against the state of its subject, the rules data and the user's role.
  ///
  /// `fulfilment` is what the special processes say of this decision, if it is `fulfil`.
  package static func check(
    _ decision: Decision, story: OrderSideStory, item: WorkItem,
    fulfilment: Permission = unasked, isSupervisor: Bool, on today: Day, rules: RuleBook
  ) -> Permission {
    let permission = permission(
      for: decision.verb, story: story, fulfilment: fulfilment, isSupervisor: isSupervisor,
      on: today, rules: rules)
    if permission.refusal != nil { return permission }
    let subject = story.subject(fulfilment, isSupervisor: isSupervisor, on: today, rules)
    if let refusal = subject.refusal(of: decision) { return .refused(refusal) }
    let entry = EntryRules(
      decision: decision, item: item, isSupervisor: isSupervisor, today: today,
      marginDays: rules.deferMarginDays)
    return entry.refusal.map { .refused($0) } ?? .allowed
  }

  /// What is the same for all of them, nil for the verbs that the subject decides.
  private static func common(
    _ verb: DecisionVerb, story: OrderSideStory, isSupervisor: Bool
  ) -> Permission? {
    switch verb {
    case .note, .followUp, .deferred, .assign, .calledPayer, .checkedPortal, .undo, .redo:
      return .allowed
    case .escalate:
      return story.decided.isWithLead ? .refused("It is with a lead already.") : .allowed
    case .deescalate:
      return story.decided.isWithLead ? .allowed : .refused("It is not with a lead.")
    case .pin, .unpin, .breakLease:
      return isSupervisor ? .allowed : .refused("Only a supervisor may do that.")
    case .transmit:
      return .refused("Batches are sent from the transmission screen, by count and total.")
    case .resubmit, .replace, .void, .reopen, .appeal, .appealOutcome, .billNext,
      .transferPatient, .writeOff, .changePayer, .obtainAuthorization, .documentRequest:
      return .refused("\(verb.title) is for claims; this is \(story.words).")
    case .match, .post, .leaveInSuspense:
      return .refused("\(verb.title) is for remittances; this is \(story.words).")
    case .confirm, .returnOrder, .cancelOrder, .hold, .releaseHold, .attachDocument,
      .correctCharge, .withdrawCharge, .checkEligibility, .contactPatient, .fulfil, .decline,
      .pickUp, .requestDocuments:
      return nil
    }
  }
}

/// The rules of one kind of subject, for the verbs that are its own.
protocol SubjectRules {
  /// Why a verb cannot be used as the subject stands, or nil.
  func refusal(of verb: DecisionVerb) -> String?

  /// Why a decision that the subject allows cannot be recorded as it is filled in, or nil.
  func refusal(of decision: Decision) -> String?
}

/// A batch is only looked at: what is wrong with it is decided on its claims and charges.
private struct BatchRules: SubjectRules {
  func refusal(of verb: DecisionVerb) -> String? {
    "\(verb.title) is not for a batch: look at its claims and charges."
  }

  func refusal(of decision: Decision) -> String? { nil }
}

extension OrderSideStory {
  fileprivate func subject(
    _ fulfilment: Permission, isSupervisor: Bool, on today: Day, _ rules: RuleBook
  ) -> any SubjectRules {
    switch self {
    case .order(let story): OrderRules(story: story, today: today)
    case .charge(let story):
      ChargeRules(story: story, rules: rules, isSupervisor: isSupervisor, today: today)
    case .batch: BatchRules()
    case .special(let story): SpecialRules(story: story, fulfilment: fulfilment, today: today)
    }
  }

  /// What people decided besides: put away, given to a lead, pinned.
  var decided: DecisionReading { DecisionReading(decisions) }

  /// Decisions that stand, oldest first.
  var decisions: [RecordedDecision] {
    switch self {
    case .order(let story): story.decisions
    case .charge(let story): story.decisions
    case .batch(let story): story.decisions
    case .special(let story): story.decisions
    }
  }

  /// `an order`, `a charge`: for sentences.
  var words: String {
    switch self {
    case .order: "an order"
    case .charge: "a charge"
    case .batch: "a batch"
    case .special: "special work"
    }
  }
}
