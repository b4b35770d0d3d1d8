import Billing

/// Places one claim by its standing; what all of its questions share stands here once.
struct ClaimPlacer {
  let reading: StoryReading
  let rules: RuleBook
  let today: Day

  /// The placement, or nil where the claim needs no work.
  var placement: Placement? {
    if reading.isBillInDoubt { return inDoubt() }
    return switch reading.standing {
    case .closed: recordsAwaited.map { recordsAfterPayment($0) }
    case .rejected(let day, let reasons): rejected(on: day, reasons)
    case .denied: denied()
    case .contested(let contest): contested(contest)
    case .decided(let contest, let outcome): decided(contest, outcome)
    case .unanswered(let since, _): unanswered(since: since)
    case .leftOpen: leftOpen()
    case .unsent: unsent()
    case .nextUnbilled: nextUnbilled()
    case .nextAwaited(let since, let isCrossover): nextAwaited(since: since, isCrossover)
    }
  }

  func draft(_ queue: QueueName, _ kinds: Set<DeadlineKind>) -> PlacementDraft {
    var draft = PlacementDraft(reading, queue: queue, kinds: kinds, rules: rules, on: today)
    if let question = reading.story.openBillQuestion {
      draft.why.append(
        "It may be \(question.controlNumber) of \(question.service.first), sent again with another "
          + "day or other lines: nothing in the files says so.")
    }
    for request in reading.owedRecords {
      draft.why.append("Records asked for by letter of \(request.letterOn) are owed.")
    }
    return draft
  }

  /// The limits of the sending that is under way: those for corrections after a frequency 7 or 8.
  private var sendingKinds: Set<DeadlineKind> {
    reading.isCorrectionSent ? [.correctedClaim] : DeadlineKind.filing
  }

  /// A sending that answered a denial leaves the denial's own remedies running beside it.
  private var earlierRemedies: Set<DeadlineKind> {
    let denials = AnswerReading(reading.story, answers: reading.answers, rules: rules)
      .openDenials(afterAllAnswers: true).map(\.denial)
    if denials.isEmpty { return [] }
    return DenialOptions(denials, reading, hasNextPayer: false, rules: rules)
      .deadlineKinds(level: reading.nextAppealLevel)
      .subtracting(DeadlineKind.filing.union([.correctedClaim]))
  }

  /// The letter about a settled claim that keeps it in work: records are owed, or somebody sent them
  /// and waits for what comes of it.
  private var recordsAwaited: PayerRequest? {
    reading.story.openDocumentRequest.flatMap { request in
      request.isOwed || reading.pause?.verb == .documentRequest ? request : nil
    }
  }

  private func recordsAfterPayment(_ request: PayerRequest) -> Placement {
    var draft = draft(.followUp, [])
    draft.reasonCode = request.isOwed ? "records asked for" : "records sent"
    draft.reason =
      request.isOwed
      ? "The claim is settled, and its records are asked for"
      : "The claim is settled, and the result about its records is awaited"
    return draft.placement()
  }

  private func rejected(on day: Day, _ reasons: [RejectionReason]) -> Placement {
    var draft = draft(.rejections, sendingKinds.union(earlierRemedies))
    draft.reasonCode = reasons.prefix(2).map(\.code).joined(separator: " ")
    if draft.reasonCode.isEmpty { draft.reasonCode = "rejected" }
    draft.reason = reasons.first?.meaning ?? "The claim was rejected before adjudication"
    draft.why.append(
      "The latest sending was rejected on \(day): the payer has no claim, filing time runs on.")
    return draft.placement()
  }

  private func denied() -> Placement {
    let options = DenialOptions(reading, rules: rules)
    var draft = draft(.denials, options.deadlineKinds(level: reading.nextAppealLevel))
    if options.movesPayer, !options.allDispositions.contains(.newClaim) {
      draft.dropPassed(
        DeadlineKind.filing, missing: "the right payer and its filing limit are not known yet")
    }
    draft.reasonCode = reading.denialCode(rules)
    draft.reason = reading.denialSentence(options, rules)
    draft.why.append(
      "The payer's answer left \(reading.open) open and nobody has acted on the denial yet.")
    draft.why += options.why
    return draft.placement()
  }

  /// It may be owed twice: that is said before anybody asks the payer about it.
  private func inDoubt() -> Placement {
    var draft = draft(.followUp, sendingKinds)
    draft.reasonCode = "same bill?"
    draft.reason = "It may be a bill that is here already: say whether they are one"
    return draft.placement()
  }

  private func unanswered(since: Day) -> Placement {
    let days = rules.followUp(reading.payer.family).firstDays
    let sending = sendingKinds
    // What was sent is under way: a limit that is not on file cannot be missed by it any more.
    let known = DeadlineEngine.deadlines(for: reading, of: sending, rules: rules).map(\.kind)
    var draft = draft(.followUp, sending.intersection(known).union(earlierRemedies))
    draft.reasonCode = "no answer"
    draft.reason = "Sent on \(since), and the payer has not answered"
    draft.why.append("Sent on \(since); no remittance has come since.")
    let isKept = isKeptByAcceptance(&draft.why)
    if isKept { draft.dropPassed(sending) }
    draft.waitBeforeDeadline(
      until: since.adding(days: days), margin: rules.deferMarginDays,
      ignoring: isKept ? sending : [],
      or: "No answer within \(days) days of sending: time to ask.")
    return draft.placement()
  }

  /// Whether the acceptance of the latest sending came before its limit.
  private func isKeptByAcceptance(_ why: inout [String]) -> Bool {
    guard let accepted = reading.acceptedOn else { return false }
    guard reading.isCorrectionSent else {
      let verdict = reading.filingVerdict(line: 0, rules: rules)
      why.append(verdict.sentence)
      if case .late = verdict { return false }
      return true
    }
    let limit = DeadlineEngine.deadlines(for: reading, of: [.correctedClaim], rules: rules).first
    guard let limit else {
      why.append("The payer took the correction in on \(accepted).")
      return true
    }
    let isInTime = accepted <= limit.legal
    why.append(
      "The payer took the correction in on \(accepted), \(isInTime ? "before" : "after") its limit "
        + "\(limit.legal) (\(limit.reason)).")
    return isInTime
  }

  private func leftOpen() -> Placement {
    var kinds: Set<DeadlineKind> = [.dispute]
    let remedies = rules.remedies(of: reading.payer.family)
    if remedies.takesReopenings { kinds.insert(.reopening) }
    if remedies.takesReplacements { kinds.insert(.correctedClaim) }
    if let level = reading.nextAppealLevel { kinds.insert(.appeal(level)) }
    var draft = draft(.followUp, kinds)
    draft.reasonCode = "open balance"
    draft.reason = "The payer answered, denied nothing, and \(reading.open) is still open"
    draft.why.append("\(draft.reason).")
    return draft.placement()
  }

  private func unsent() -> Placement {
    var draft = draft(.followUp, DeadlineKind.filing)
    draft.reasonCode = "not sent"
    draft.reason = "No sending and no answer of this claim is known"
    draft.why.append("\(draft.reason).")
    return draft.placement()
  }

  private func nextUnbilled() -> Placement {
    var draft = draft(.transmission, DeadlineKind.filing)
    draft.reasonCode = "bill next"
    draft.reason = "The payer is done; \(reading.open) is to be billed to the next payer"
    draft.why.append("\(reading.open) moved to the next payer, who has not been billed.")
    return draft.placement()
  }

  private func nextAwaited(since: Day, _ isCrossover: Bool) -> Placement {
    var draft = draft(.followUp, DeadlineKind.filing)
    let days =
      isCrossover
      ? rules.crossoverDays(of: reading.story.payer, on: since)
      : rules.followUp(reading.payer.family).firstDays
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
