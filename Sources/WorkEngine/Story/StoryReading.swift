import Billing

/// What the facts of a claim come to: the questions that placement, deadlines and advice share.
struct StoryReading {
  let story: ClaimStory
  let standing: Standing
  /// Whether the open money is with the payer after the one that the claim was sent to.
  let isNextLevel: Bool
  /// The payer that holds the open money.
  let payer: Payer
  /// What that payer answered, oldest first.
  let answers: [Adjudication]
  let openDenials: [OpenDenial]
  /// Notice date of the initial determination that the open denials belong to.
  let determinedOn: Day?
  let appeals: AppealHistory

  init(_ story: ClaimStory, rules: RuleBook) {
    self.story = story
    let balances = story.balances
    isNextLevel = balances.payer <= .zero && balances.nextPayer > .zero
    payer = isNextLevel ? story.nextPayer ?? story.payer : story.payer
    answers = AnswerReading.answers(of: story, atNextLevel: isNextLevel)
    appeals = AppealHistory(story, answers: answers)
    standing =
      StandingReading(story, answers: answers, isNextLevel: isNextLevel, rules: rules).standing
    let reading = AnswerReading(story, answers: answers, rules: rules)
    openDenials = reading.openDenials(afterAllAnswers: standing.isContest)
    determinedOn = reading.determinedOn(for: openDenials)
  }

  /// The claim as the payer reads it that it was sent to, also where what is open moved on.
  func atOwnLevel(_ rules: RuleBook) -> StoryReading {
    guard isNextLevel else { return self }
    var own = story
    own.balances.payer = own.balances.nextPayer
    own.balances.nextPayer = .zero
    return StoryReading(own, rules: rules)
  }

  /// Whether money that belongs to somebody else is on the claim.
  var isCredit: Bool { story.balances.credit < .zero }

  /// Whether nobody has said yet which bill this is, and no payer has either.
  var isBillInDoubt: Bool {
    guard story.openBillQuestion != nil else { return false }
    return switch standing {
    case .unanswered, .unsent: true
    case .closed, .rejected, .denied, .contested, .decided, .leftOpen, .nextUnbilled,
      .nextAwaited:
      false
    }
  }

  /// Whether another payer had to answer first.
  var isSecondaryClaim: Bool { isNextLevel || story.sequence != .primary }

  /// When the payer before this one answered.
  var primaryRemittanceOn: Day? {
    guard isNextLevel else { return story.primaryRemittanceOn }
    return AnswerReading.answers(of: story, atNextLevel: false).last?.noticeOn
  }

  /// The newest answer made the credit known to the office.
  var creditIdentifiedOn: Day? {
    isCredit ? story.adjudications.max { $0.sequence < $1.sequence }?.noticeOn : nil
  }

  /// The level at which an appeal may be filed next, nil while one is pending or none is left.
  var nextAppealLevel: AppealLevel? { determinedOn == nil ? nil : appeals.nextLevel }
  var appealDecidedOn: Day? { appeals.decidedOn }
  var dismissedOn: Day? { appeals.dismissedOn }

  /// The day on which the latest sending entered adjudication.
  var acceptedOn: Day? {
    guard case .unanswered(_, let accepted) = standing else { return nil }
    return accepted
  }

  /// Whether the latest sending changes a claim that the payer has (frequency 7 and 8): the limit
  /// for corrections governs it until the payer answers.
  var isCorrectionSent: Bool {
    let sent = story.submissions.max { ($0.sentOn, $0.id) < ($1.sentOn, $1.id) }
    if let decision = story.decisions.last(where: { $0.verb.isSending }),
      sent.map({ $0.sentOn < decision.on }) ?? true
    {
      return decision.verb.isCorrection
    }
    return sent.map { $0.frequency != .original } ?? false
  }

  /// Whether a step was taken since the payer's last answer, and its follow-up day has come.
  func hasDone(_ verb: DecisionVerb, rules: RuleBook, on today: Day) -> Bool {
    if pause?.verb == verb, let end = decided.pauseEnd(rules), end > today { return false }
    let last = answers.last?.sequence ?? .min
    return story.decisions.contains { $0.verb == verb && $0.sequence > last }
  }

  /// The letters that ask for records which nobody has sent yet.
  var owedRecords: [PayerRequest] { story.documentRequests.filter(\.isOwed) }

  /// What people decided besides: put away, given to a lead, pinned.
  var decided: DecisionReading { DecisionReading(story.decisions, pause: pause) }

  var isPinned: Bool { decided.isPinned }
  var isWithLead: Bool { decided.isWithLead }

  /// The decision that put the item away, if nothing happened since.
  var pause: RecordedDecision? {
    guard let pause = story.decisions.last(where: { $0.isPause }) else { return nil }
    let later = story.decisions.last {
      $0.verb.isSending || $0.verb.isContest || $0.verb == .appealOutcome || $0.verb == .billNext
        || $0.endsWaiting
    }
    if let later, later.sequence > pause.sequence { return nil }
    if let answer = answers.last, answer.sequence > pause.sequence { return nil }
    if pause.verb == .checkEligibility, let answered = story.coverageAnsweredOn,
      answered >= pause.on
    {
      return nil
    }
    switch standing {
    case .rejected(let day, _) where day > pause.on: return nil
    case .unanswered(let day, _) where day > pause.on: return nil
    default: return pause
    }
  }

  /// What is still open with the payer that holds it, in cents.
  var open: Cents { isNextLevel ? story.balances.nextPayer : story.balances.payer }
}

extension Standing {
  fileprivate var isContest: Bool {
    switch self {
    case .contested, .decided: true
    default: false
    }
  }
}
