import Billing

/// Which actions the state of a claim allows, before a person has filled anything in.
///
/// Every reason for a refusal is a property or function of its own, named after what it forbids.
struct ActionRules {
  let reading: StoryReading
  let options: DenialOptions
  let rules: RuleBook
  let isSupervisor: Bool
  let today: Day
  private let deadlines: [Deadline]
  /// The claim as the payer that it is sent to reads it: that payer judges what is sent, whoever
  /// owes now.
  private let sent: StoryReading
  private let sentOptions: DenialOptions
  private let sentDeadlines: [Deadline]

  init(_ reading: StoryReading, rules: RuleBook, isSupervisor: Bool, on today: Day) {
    self.reading = reading
    self.rules = rules
    self.isSupervisor = isSupervisor
    self.today = today
    options = DenialOptions(reading, rules: rules)
    deadlines = DeadlineEngine.deadlines(
      for: reading, of: Set(DeadlineKind.allCases), rules: rules)
    guard reading.isNextLevel else {
      (sent, sentOptions, sentDeadlines) = (reading, options, deadlines)
      return
    }
    sent = reading.atOwnLevel(rules)
    sentOptions = DenialOptions(sent, rules: rules)
    sentDeadlines = DeadlineEngine.deadlines(
      for: sent, of: Set(DeadlineKind.allCases), rules: rules)
  }

  /// Whether a verb can be used on the claim as it stands; without a level the next one is meant.
  ///
  /// `lateReason` is the good cause for which an action is taken after its last legal day, and
  /// `together` what is in dispute with the claims that are appealed with this one, in cents.
  func permission(
    for verb: DecisionVerb, level: AppealLevel? = nil, lateReason: String = "",
    together: Cents? = nil
  ) -> Permission {
    let late = lateReason.isBlank ? tooLate(for: verb, level: level) : nil
    switch verb {
    case .resubmit: return first(nothingOpen, secondClaim, resubmit, late)
    case .replace, .void: return first(secondClaim, replace, late)
    case .reopen: return first(nothingOpen, secondReopening, reopen, notYetFinal, late)
    case .appeal:
      return first(nothingOpen, appeal(level), late, tooSmall(level, together: together))
    case .appealOutcome: return first(nothingPending)
    case .billNext: return first(billNext)
    case .transferPatient: return first(nothingOpen, transferPatient)
    case .writeOff: return first(nothingOpen, decisionAwaited)
    case .changePayer, .obtainAuthorization: return first(nothingOpen)
    default: return .allowed
    }
  }

  /// The limit whose last legal day has passed, so that a reason (good cause) must be given.
  func lateReasonNeeded(for verb: DecisionVerb, level: AppealLevel? = nil) -> Deadline? {
    var kinds = DeadlineKind.limits(of: verb, level: level ?? reading.nextAppealLevel)
    if verb == .resubmit, sentOptions.correctsByNewClaim { kinds.insert(.correctedClaim) }
    if kinds.isEmpty { return nil }
    let isSending = verb.isSending
    let known = isSending ? sentDeadlines : deadlines
    let missing = MissingLimit.sentences(
      of: kinds, known: known, reading: isSending ? sent : reading)
    let limits = GoverningDeadline(known, of: kinds, missing: missing, on: today)
    return limits.isExpired ? limits.governing : nil
  }

  /// The first day on which a reopening may be asked for, where that day has not come.
  var reopensFrom: Day? {
    let days = rules.remedies(of: reading.payer.family).reopeningWaitDays
    guard days > 0, let notice = reading.determinedOn else { return nil }
    let first = notice.adding(businessDays: days)
    return today < first ? first : nil
  }

  private func first(_ reasons: String?...) -> Permission {
    for reason in reasons { if let reason { return .refused(reason) } }
    return .allowed
  }

  // MARK: reasons

  var nothingOpen: String? {
    let balances = reading.story.balances
    return balances.payer > .zero || balances.nextPayer > .zero
      ? nil : "Nothing is open with a payer on this claim."
  }

  private var nothingPending: String? {
    reading.appeals.pending == nil
      ? "No appeal or reopening of this claim is waiting for a decision." : nil
  }

  /// The appeal or reopening that waits: `The appeal of 2026-02-02 waits for its decision`.
  private var pendingWords: String? {
    guard let pending = reading.appeals.pending else { return nil }
    let step = pending.verb == .appeal ? "The appeal" : "The reopening"
    return "\(step) of \(pending.on) waits for its decision"
  }

  private var secondClaim: String? { pendingWords.map { $0 + "; send no second claim beside it." } }

  private var decisionAwaited: String? { pendingWords.map { $0 + "; give nothing up before it." } }

  private var secondReopening: String? {
    pendingWords.map { $0 + "; a second request beside it changes nothing." }
  }

  private func tooLate(for verb: DecisionVerb, level: AppealLevel?) -> String? {
    lateReasonNeeded(for: verb, level: level).map {
      "The last legal day was \($0.legal) (\($0.reason)); say why it is still possible."
    }
  }

  private var resubmit: String? {
    if let refusal = sentOptions.refusal(of: .newClaim) ?? alreadyJudged { return refusal }
    guard case .unanswered(let since, _) = sent.standing else { return nil }
    if sent.payerStatus(since: since, rules)?.allowsSendingAgain == true { return nil }
    guard today < since.adding(days: rules.followUp(sent.payer.family).firstDays) else {
      return nil
    }
    return "The claim sent on \(since) has no answer yet; sending again makes a duplicate."
  }

  /// A payer that has paid a claim, or left of it what is another's, denies it as a duplicate when it
  /// comes once more as a new one.
  private var alreadyJudged: String? {
    guard !sent.answers.isEmpty, sentOptions.all.isEmpty else { return nil }
    switch sent.standing {
    case .leftOpen, .contested, .decided: break
    default: return nil
    }
    let family = sent.payer.family
    guard reading.isNextLevel || !rules.remedies(of: family).takesJudgedLinesAgain else {
      return nil
    }
    return "\(family.title) judged this claim: sent again it is denied as a duplicate."
  }

  private var replace: String? {
    let family = sent.payer.family
    if !rules.remedies(of: family).takesReplacements {
      return "\(family.title) takes no replacement or void claims: correct it by another way."
    }
    if let refusal = sentOptions.refusal(of: .replacement) { return refusal }
    let sendings = reading.story.itsSubmissions
    if sent.answers.isEmpty, !sendings.contains(where: { $0.answer.isAccepted }) {
      return "The payer has taken nothing in that could be replaced or voided."
    }
    return nil
  }

  private var reopen: String? {
    guard reading.determinedOn != nil else {
      return "The payer has not decided this claim, so there is nothing to reopen."
    }
    let family = reading.payer.family
    if !rules.remedies(of: family).takesReopenings {
      return "\(family.title) corrects a claim by its replacement; it reopens none."
    }
    return options.refusal(of: .reopening)
  }

  private var notYetFinal: String? {
    reopensFrom.map {
      "\(reading.payer.family.title) reopens from \($0), when its answer is final."
    }
  }

  private func appeal(_ wanted: AppealLevel?) -> String? {
    guard reading.determinedOn != nil else {
      return "The payer has not decided this claim, so there is nothing to appeal."
    }
    if let refusal = options.refusal(of: .appeal) { return refusal }
    guard let next = reading.nextAppealLevel else {
      return reading.appeals.pendingAppeal.map { "The appeal of \($0.on) waits for its decision." }
        ?? "No further level of appeal is left."
    }
    guard let level = wanted, level != next else { return nil }
    return "Appeal level \(level.rawValue) is out of order: level \(next.rawValue) comes next."
  }

  /// A request below the amount in controversy is dismissed (42 CFR 405.1006).
  private func tooSmall(_ wanted: AppealLevel?, together: Cents?) -> String? {
    guard let level = wanted ?? reading.nextAppealLevel, let least = leastInDispute(level) else {
      return nil
    }
    let disputed = together ?? reading.open
    guard disputed < least else { return nil }
    return "Level \(level.rawValue) needs \(least) in dispute and this claim has \(disputed): "
      + "aggregate claims of the same kind and appeal them together."
  }

  /// What must be in dispute for a level, where this claim alone has less; nil where it has enough.
  func missingControversy(_ level: AppealLevel) -> Cents? {
    leastInDispute(level).flatMap { reading.open < $0 ? $0 : nil }
  }

  /// What must be in dispute for a level that is filed today, in cents; nil where nothing must.
  func leastInDispute(_ level: AppealLevel) -> Cents? {
    rules.amountInControversy(level, family: reading.payer.family, on: today)
  }

  private var billNext: String? {
    guard reading.story.nextPayer != nil else { return "The claim names no further payer." }
    if case .nextAwaited(let since, let isCrossover) = reading.standing {
      let days =
        isCrossover
        ? rules.crossoverDays(of: reading.story.payer, on: since)
        : rules.followUp(reading.payer.family).firstDays
      let end = since.adding(days: days)
      if today < end, !(isCrossover && isFilingNear) {
        return "The next payer has had the claim since \(since); wait for its answer until \(end)."
      }
    }
    if !reading.isNextLevel, let refusal = options.refusal(of: .nextPayer) { return refusal }
    return nothingOpen
  }

  /// Whether the payer's filing limit is so near that a crossover is waited for no longer; then the claim
  /// comes up for work (`PlacementDraft.waitBeforeDeadline`).
  private var isFilingNear: Bool {
    deadlines.contains { limit in
      DeadlineKind.filing.contains(limit.kind) && today <= limit.legal
        && limit.safe.adding(days: -rules.deferMarginDays) <= today
    }
  }

  /// Nothing goes to the patient that no payer's answer made the patient's, whoever asks
  /// (domain reference 3.7 rule 1).
  private var transferPatient: String? {
    switch reading.standing {
    case .unanswered, .unsent, .rejected, .nextAwaited:
      return "No payer has answered what is open: nothing of it is the patient's yet."
    case .leftOpen:
      return "The payer's answer makes nothing of what is open the patient's (group PR)."
    case .nextUnbilled:
      let denials = AnswerReading(
        reading.story, answers: AnswerReading.answers(of: reading.story, atNextLevel: false),
        rules: rules
      ).openDenials(afterAllAnswers: true)
      let isContested =
        !denials.isEmpty
        && denials.allSatisfy { $0.denial.adjustment.group != .patientResponsibility }
      return isContested ? "The first payer denied it, and not with group PR." : nil
    case .denied, .contested, .decided: return options.refusal(of: .patient)
    case .closed: return nothingOpen
    }
  }
}

extension SubmissionAnswer {
  /// Whether a payer took the claim into adjudication.
  var isAccepted: Bool { acceptedOn != nil }
}

extension StoryReading {
  /// What the payer said last of the sending of a day, on the phone or its portal.
  func payerStatus(since day: Day, _ rules: RuleBook) -> PayerStatusRow? {
    let told = story.decisions.last {
      ($0.verb == .calledPayer || $0.verb == .checkedPortal) && !$0.payerStatus.isEmpty
        && $0.on >= day
    }
    return told.flatMap { rules.payerStatus($0.payerStatus) }
  }
}
