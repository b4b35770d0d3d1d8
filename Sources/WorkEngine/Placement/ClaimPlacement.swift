package import Billing

/// Which one queue holds a claim, by which deadline, for how much money, and why.
///
/// Pure: the same facts, rules and day give the same placement. The order of the questions is the
/// waterfall of domain reference 1.9: credit, cash posting, rejection, denial and appeal,
/// transmission to the next payer, follow-up.
package enum ClaimPlacement {
  /// The placement of a claim, or nil where it needs no work.
  ///
  /// None is needed for a claim that is settled with its payers, and for one with remittances in
  /// cash posting, which stand there under subjects of their own.
  package static func place(_ story: ClaimStory, rules: RuleBook, on today: Day) -> Placement? {
    let reading = StoryReading(story)
    if reading.isCredit { return CreditPlacement.place(reading, rules: rules, on: today) }
    if story.stagedRemittances > 0 { return nil }
    switch reading.standing {
    case .credit, .closed: return nil
    case .rejected(let day, let reasons):
      return rejected(reading, on: day, reasons, rules: rules, today: today)
    case .denied: return denied(reading, rules: rules, today: today)
    case .contested(let contest): return contested(reading, contest, rules: rules, today: today)
    case .decided(let contest, let outcome):
      return decided(reading, contest, outcome, rules: rules, today: today)
    case .unanswered(let since, _): return unanswered(reading, since: since, rules, today)
    case .leftOpen: return leftOpen(reading, rules: rules, today: today)
    case .unsent: return unsent(reading, rules: rules, today: today)
    case .nextUnbilled: return nextUnbilled(reading, rules: rules, today: today)
    case .nextAwaited(let since, let isCrossover):
      return nextAwaited(reading, since: since, isCrossover, rules, today)
    }
  }

  private static let filing: Set<DeadlineKind> = [.initialClaim, .secondaryClaim]

  private static func rejected(
    _ reading: StoryReading, on day: Day, _ reasons: [RejectionReason], rules: RuleBook, today: Day
  ) -> Placement {
    let kinds = filing.union(earlierRemedies(reading, rules))
    var draft = PlacementDraft(reading, queue: .rejections, kinds: kinds, rules: rules, on: today)
    let lead = reasons.first
    draft.reasonCode = reasons.prefix(2).map(\.code).joined(separator: " ")
    if draft.reasonCode.isEmpty { draft.reasonCode = "rejected" }
    draft.reason = lead?.meaning ?? "The claim was rejected before adjudication"
    draft.why.append(
      "The latest sending was rejected on \(day): the payer has no claim, filing time runs on."
    )
    return draft.placement()
  }

  private static func denied(_ reading: StoryReading, rules: RuleBook, today: Day) -> Placement {
    let options = DenialOptions(reading, rules: rules)
    let kinds = options.deadlineKinds(level: reading.nextAppealLevel)
    var draft = PlacementDraft(reading, queue: .denials, kinds: kinds, rules: rules, on: today)
    if options.allDispositions.contains(.newClaim) == false { draft.preferCorrectedClaim() }
    draft.reasonCode = reading.denialCode(rules)
    draft.reason = reading.denialSentence(options, rules)
    draft.why.append(
      "The payer's answer left \(reading.open) open and nobody has acted on the denial yet.")
    draft.why += options.why
    return draft.placement()
  }

  private static func contested(
    _ reading: StoryReading, _ contest: RecordedDecision, rules: RuleBook, today: Day
  ) -> Placement {
    var draft = PlacementDraft(reading, queue: .denials, kinds: [], rules: rules, on: today)
    let level = contest.appealLevel ?? .first
    let isAppeal = contest.verb == .appeal
    let step = isAppeal ? "appeal \(level.rawValue)" : "reopening"
    let days =
      rules.result(for: contest.verb, suffix: isAppeal ? "L\(level.rawValue)" : "")?.followUpDays
      ?? rules.followUp(reading.payer.family).nextDays
    let due = contest.followUpOn ?? contest.on.adding(days: days)
    draft.reasonCode = step + " sent"
    draft.reason = isAppeal ? "An appeal waits for its decision" : "A reopening was asked for"
    draft.why.append("The \(step) of \(contest.on) should be decided by \(due).")
    draft.wait(until: due, or: "The decision is overdue: ask the payer for it.")
    return draft.placement()
  }

  private static func decided(
    _ reading: StoryReading, _ contest: RecordedDecision, _ outcome: RecordedDecision,
    rules: RuleBook, today: Day
  ) -> Placement {
    let isAppeal = contest.verb == .appeal
    let level = isAppeal ? " \((contest.appealLevel ?? .first).rawValue)" : ""
    let step = (isAppeal ? "appeal" : "reopening") + level
    let notice = outcome.noticeOn ?? outcome.on
    if outcome.outcome == .favorable {
      var draft = PlacementDraft(reading, queue: .followUp, kinds: [], rules: rules, on: today)
      let due =
        outcome.followUpOn
        ?? notice.adding(days: rules.followUp(reading.payer.family).firstDays)
      draft.reasonCode = step + " won"
      draft.reason = "The payer agreed to pay and the payment has not come yet"
      draft.why.append(
        "The \(step) was decided for us on \(notice); payment is expected by \(due).")
      draft.wait(until: due, or: "The payment is overdue: ask the payer for it.")
      return draft.placement()
    }
    let options = DenialOptions(reading, rules: rules)
    // A reopening that failed leaves every remedy of the denial; an appeal only the next level.
    var kinds = options.deadlineKinds(level: reading.nextAppealLevel)
    if isAppeal {
      kinds = reading.nextAppealLevel.map { [.appeal($0)] } ?? []
      if outcome.outcome == .dismissed { kinds.insert(.dismissal) }
    }
    var draft = PlacementDraft(reading, queue: .denials, kinds: kinds, rules: rules, on: today)
    switch outcome.outcome {
    case .dismissed:
      draft.reasonCode = step + " dismissed"
      draft.reason = "The payer dismissed the request without deciding it"
    case .partlyFavorable:
      draft.reasonCode = step + " partly won"
      draft.reason = "The payer agreed in part; the rest may go to the next level"
    case .unfavorable, .favorable, nil:
      draft.reasonCode = step + " lost"
      draft.reason = "The payer stayed with its denial " + reading.denialCode(rules)
    }
    draft.why.append("The \(step) was answered on \(notice) and \(reading.open) is still open.")
    if isAppeal, reading.nextAppealLevel == nil {
      draft.why.append("No further level of appeal is left.")
    }
    return draft.placement()
  }

  private static func unanswered(
    _ reading: StoryReading, since: Day, _ rules: RuleBook, _ today: Day
  ) -> Placement {
    let row = rules.followUp(reading.payer.family)
    let kinds = filing.union(earlierRemedies(reading, rules))
    var draft = PlacementDraft(reading, queue: .followUp, kinds: kinds, rules: rules, on: today)
    draft.reasonCode = "no answer"
    draft.reason = "Sent on \(since), and the payer has not answered"
    draft.why.append("Sent on \(since); no remittance has come since.")
    if let proof = reading.acceptedOn {
      draft.why.append("The payer took it in on \(proof): that is the proof of timely filing.")
      draft.dropPassed(filing)
    }
    draft.waitBeforeDeadline(
      until: since.adding(days: row.firstDays), margin: rules.deferMarginDays,
      ignoring: reading.acceptedOn == nil ? [] : filing,
      or: "No answer within \(row.firstDays) days of sending: time to ask.")
    return draft.placement()
  }

  /// A sending that answered a denial leaves the denial's own remedies running beside it.
  private static func earlierRemedies(
    _ reading: StoryReading, _ rules: RuleBook
  ) -> Set<DeadlineKind> {
    let denials = AnswerReading(reading.story, answers: reading.answers)
      .openDenials(afterAllAnswers: true).map(\.denial)
    if denials.isEmpty { return [] }
    let options = DenialOptions(denials, payer: reading.payer, hasNextPayer: false, rules: rules)
    return options.deadlineKinds(level: reading.nextAppealLevel).subtracting([.correctedClaim])
  }

  private static func leftOpen(_ reading: StoryReading, rules: RuleBook, today: Day) -> Placement {
    var kinds: Set<DeadlineKind> = [.reopening, .dispute, .correctedClaim]
    if let level = reading.nextAppealLevel { kinds.insert(.appeal(level)) }
    var draft = PlacementDraft(reading, queue: .followUp, kinds: kinds, rules: rules, on: today)
    draft.reasonCode = "open balance"
    draft.reason = "The payer answered, denied nothing, and \(reading.open) is still open"
    draft.why.append("\(draft.reason).")
    return draft.placement()
  }

  private static func unsent(_ reading: StoryReading, rules: RuleBook, today: Day) -> Placement {
    var draft = PlacementDraft(reading, queue: .followUp, kinds: filing, rules: rules, on: today)
    draft.reasonCode = "not sent"
    draft.reason = "No sending and no answer of this claim is known"
    draft.why.append("\(draft.reason).")
    return draft.placement()
  }

  private static func nextUnbilled(
    _ reading: StoryReading, rules: RuleBook, today: Day
  ) -> Placement {
    var draft = PlacementDraft(
      reading, queue: .transmission, kinds: filing, rules: rules, on: today)
    draft.reasonCode = "bill next"
    draft.reason = "The payer is done; \(reading.open) is to be billed to the next payer"
    draft.why.append("\(reading.open) moved to the next payer, who has not been billed.")
    return draft.placement()
  }

  private static func nextAwaited(
    _ reading: StoryReading, since: Day, _ isCrossover: Bool, _ rules: RuleBook, _ today: Day
  ) -> Placement {
    var draft = PlacementDraft(reading, queue: .followUp, kinds: filing, rules: rules, on: today)
    let own = rules.followUp(reading.story.payer.family)
    let days = isCrossover ? own.crossoverDays : rules.followUp(reading.payer.family).firstDays
    draft.reasonCode = isCrossover ? "crossover" : "next payer billed"
    draft.reason =
      isCrossover
      ? "The payer passed the claim on and the next payer has not answered"
      : "The next payer was billed and has not answered"
    draft.why.append("The next payer has had the claim since \(since).")
    draft.waitBeforeDeadline(
      until: since.adding(days: days), margin: rules.deferMarginDays,
      or: isCrossover
        ? "The crossover did not arrive within \(days) days: bill the next payer."
        : "No answer within \(days) days: time to ask.")
    return draft.placement()
  }
}
