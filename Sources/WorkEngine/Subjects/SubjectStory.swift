package import Billing

/// Everything that happened to one piece of work, and what it comes to.
///
/// A new kind of work is one such value in a file of its own, a case of ``WorkStory``, and what
/// gathers and shows it.
protocol SubjectStory: Sendable {
  /// `a charge`: for sentences.
  var words: String { get }
  /// Decisions that stand, oldest first.
  var decisions: [RecordedDecision] { get }
  /// Where it waits, by which deadline, for how much money and why; nil where nothing is to be done.
  func placement(rules: RuleBook, on today: Day) -> Placement?
  /// The next best step, before permissions are settled.
  func draft(in situation: Situation) -> AdviceDraft
  /// The verbs that make sense about it, besides those that always do.
  func menu(in situation: Situation) -> [DecisionVerb]
}

/// One piece of work, whatever it is about: the subjects of the queues are its cases.
package enum WorkStory: Equatable, Sendable {
  case claim(ClaimStory)
  /// An answer of a remittance that could not be posted by itself.
  case stagedAnswer(StagedRemittanceStory)
  /// A whole remittance: out of balance, or with provider adjustments to place.
  case remittance(StagedRemittanceStory)
  case order(OrderStory)
  case charge(ChargeStory)
  case batch(BatchStory)
  case special(SpecialStory)
  case credit(CreditStory)
  case providerBalance(ProviderBalanceStory)
  case deposit(DepositStory)
  case approval(ApprovalStory)
  case patient(PatientStory)
  /// A remittance that could not be read.
  case refusedSet(RefusedSetStory)
  case underpayment(UnderpaymentStory)

  package var kind: SubjectKind {
    switch self {
    case .claim: .claim
    case .stagedAnswer: .remitClaim
    case .remittance: .remittance
    case .order: .order
    case .charge: .charge
    case .batch: .batch
    case .special: .special
    case .credit: .credit
    case .providerBalance: .providerBalance
    case .deposit: .deposit
    case .approval: .approval
    case .patient: .patient
    case .refusedSet: .refusedSet
    case .underpayment: .underpayment
    }
  }

  private var story: any SubjectStory {
    switch self {
    case .claim(let story): story
    case .stagedAnswer(let story), .remittance(let story): story
    case .order(let story): story
    case .charge(let story): story
    case .batch(let story): story
    case .special(let story): story
    case .credit(let story): story
    case .providerBalance(let story): story
    case .deposit(let story): story
    case .approval(let story): story
    case .patient(let story): story
    case .refusedSet(let story): story
    case .underpayment(let story): story
    }
  }
}

extension WorkStory {
  package var words: String { story.words }

  package var decisions: [RecordedDecision] { story.decisions }

  /// What people decided besides: put away, given to a lead, pinned.
  var decided: DecisionReading { DecisionReading(decisions) }

  /// Which one queue holds it, by which deadline, and why; nil where nothing is to be done.
  ///
  /// Pure: the same facts, rules and day give the same placement (domain reference 1.3 and 1.4).
  package func placement(rules: RuleBook, on today: Day) -> Placement? {
    story.placement(rules: rules, on: today)
  }
}

extension Situation {
  /// What to do about the work: the next best step, and every verb of its menu with what forbids it.
  package var advice: Advice {
    guard let story else { return Advice(proposed: .note, resultCode: "", why: [], fix: "") }
    var draft = story.draft(in: self)
    // A ready charge is sent with its batch, never by itself: there is nothing to fall back to.
    if !draft.proposed.has(.elsewhere), let refusal = permission(for: draft.proposed).refusal {
      draft.why.append("\(draft.proposed.title) is not possible: \(refusal)")
      draft.proposed = draft.fallback
      if draft.fallback == .calledPayer { draft.fix = FixText.act(.calledPayer) }
      draft.resultCode = nil
      draft.reasonCode = ""
    }
    var menu = [draft.proposed] + draft.preferred + story.menu(in: self)
    let decided = story.decided
    menu += [
      .followUp, .deferred, .note, decided.isWithLead ? .deescalate : .escalate, .assign,
    ]
    if isSupervisor { menu.append(decided.isPinned ? .unpin : .pin) }
    var options = options(menu)
    if let code = draft.resultCode, !options.isEmpty { options[0].resultCode = code }
    return Advice(
      proposed: draft.proposed, resultCode: options.first?.resultCode ?? "", why: draft.why,
      fix: draft.fix, meanings: draft.meanings, options: options, packet: draft.packet,
      nextAppealLevel: reading?.nextAppealLevel, reasonCode: draft.reasonCode)
  }
}

extension WorkStory {
  fileprivate func draft(in situation: Situation) -> AdviceDraft { story.draft(in: situation) }
  fileprivate func menu(in situation: Situation) -> [DecisionVerb] { story.menu(in: situation) }
}

extension Advice {
  /// Whether a verb is possible, and why not; a verb that makes no sense here is refused.
  package func permission(for verb: DecisionVerb) -> Permission {
    options.first { $0.verb == verb }?.permission
      ?? .refused("\(verb.title) makes no sense here now.")
  }
}

extension PlacementDraft {
  /// Starts the placement of work that has one limit at most.
  init(
    queue: QueueName, limit: Deadline?, balance: Cents, expected: Cents,
    decisions: [RecordedDecision], rules: RuleBook, on today: Day
  ) {
    let limits = limit.map { [$0] } ?? []
    self.init(
      queue: queue,
      limits: GoverningDeadline(limits, of: Set(limits.map(\.kind)), on: today),
      balance: balance, expected: expected, decided: DecisionReading(decisions), rules: rules,
      on: today)
  }
}
