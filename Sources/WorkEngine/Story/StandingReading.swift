import Billing

/// Finds the standing of a claim: which of its facts is the last word.
struct StandingReading {
  private let story: ClaimStory
  private let answers: [Adjudication]
  private let isNextLevel: Bool
  private let rules: RuleBook

  init(_ story: ClaimStory, answers: [Adjudication], isNextLevel: Bool, rules: RuleBook) {
    self.story = story
    self.answers = answers
    self.isNextLevel = isNextLevel
    self.rules = rules
  }

  var standing: Standing {
    let balances = story.balances
    if balances.payer <= .zero && balances.nextPayer <= .zero { return .closed }
    if !isNextLevel, let rejection { return rejection }
    if let contest { return contest }
    return isNextLevel ? nextStanding : ownStanding
  }

  private var lastSubmission: ClaimSubmission? {
    story.submissions.max { ($0.sentOn, $0.id) < ($1.sentOn, $1.id) }
  }

  private var lastSendingDecision: RecordedDecision? {
    story.decisions.last { $0.verb.isSending }
  }

  /// The day of the latest sending, where that is a decision whose file is not known yet.
  private var sendingUnderWay: Day? {
    guard let decision = lastSendingDecision else { return nil }
    guard let sent = lastSubmission?.sentOn else { return decision.on }
    return decision.on > sent ? decision.on : nil
  }

  private var rejection: Standing? {
    guard let submission = lastSubmission, sendingUnderWay == nil,
      case .rejected(let day, let reasons) = submission.answer,
      !answers.contains(where: { $0.noticeOn > day })
    else { return nil }
    return .rejected(on: day, reasons: reasons)
  }

  private var contest: Standing? {
    guard let contest = story.decisions.last(where: { $0.verb.isContest }),
      !answers.contains(where: { $0.sequence > contest.sequence }),
      lastSendingDecision.map({ $0.sequence < contest.sequence }) ?? true,
      lastSubmission.map({ $0.sentOn <= contest.on }) ?? true
    else { return nil }
    let outcome = story.decisions.last {
      $0.verb == .appealOutcome && $0.sequence > contest.sequence
    }
    guard let outcome else { return .contested(contest) }
    return .decided(contest: contest, outcome: outcome)
  }

  private var ownStanding: Standing {
    if isSentSinceAnswer {
      if let day = sendingUnderWay { return .unanswered(since: day, accepted: nil) }
      if let submission = lastSubmission {
        return .unanswered(since: submission.sentOn, accepted: submission.answer.acceptedOn)
      }
    }
    if answers.isEmpty { return .unsent }
    return hasOpenDenials ? .denied : .leftOpen
  }

  private var isSentSinceAnswer: Bool {
    guard let answer = answers.last else {
      return lastSubmission != nil || lastSendingDecision != nil
    }
    if let decision = lastSendingDecision, decision.sequence > answer.sequence { return true }
    return lastSubmission.map { $0.sentOn > answer.noticeOn } ?? false
  }

  private var nextStanding: Standing {
    if !answers.isEmpty { return hasOpenDenials ? .denied : .leftOpen }
    let own = AnswerReading.answers(of: story, atNextLevel: false)
    if let billed = story.decisions.last(where: { $0.verb == .billNext }) {
      return .nextAwaited(since: billed.on, isCrossover: false)
    }
    if let crossover = own.last(where: \.crossedOver) {
      return .nextAwaited(since: crossover.noticeOn, isCrossover: true)
    }
    guard story.nextPayerBilled else { return .nextUnbilled }
    return .nextAwaited(since: own.last?.noticeOn ?? story.serviceThrough, isCrossover: false)
  }

  private var hasOpenDenials: Bool {
    !AnswerReading(story, answers: answers, rules: rules).openDenials(afterAllAnswers: false)
      .isEmpty
  }
}

extension SubmissionAnswer {
  /// When the payer took the claim into adjudication, nil where it did not.
  var acceptedOn: Day? {
    guard case .accepted(let day) = self else { return nil }
    return day
  }
}
