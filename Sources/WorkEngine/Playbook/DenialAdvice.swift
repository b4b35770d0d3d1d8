import Billing

/// The next step about a denied claim: the first of its dispositions that is possible, in time,
/// and was not done yet (domain reference 3.7).
struct DenialAdvice {
  private let actions: ActionRules
  private let options: DenialOptions
  private let reading: StoryReading
  private let rules: RuleBook

  init(_ actions: ActionRules) {
    self.actions = actions
    options = actions.options
    reading = actions.reading
    rules = actions.rules
  }

  func draft() -> AdviceDraft {
    var draft = described()
    for (place, disposition) in options.dispositions.enumerated() {
      if disposition == .reopening, let day = waitForReopening { return waiting(until: day, draft) }
      if let reason = passedOver(disposition, at: place) {
        draft.why.append("Not \(disposition.title): \(reason)")
        continue
      }
      if disposition == .writeOff { return adding(givenUp(), to: draft) }
      draft.why.append("Next: \(disposition.title).")
      return proposing(disposition.verb, in: draft)
    }
    if let verb = otherRemedy { return proposing(verb, in: draft) }
    if reading.story.nextPayer == nil || reading.isNextLevel,
      let share = options.all.first(where: { $0.refusals[.patient] == nil }),
      share.denial.adjustment.group == .patientResponsibility
    {
      return proposing(.transferPatient, in: draft)
    }
    draft.why.append("Nothing that the playbook knows is possible any more.")
    return adding(givenUp(), to: draft)
  }

  /// After a contest that was not won: the next level, a way to reach it, or the other steps.
  func afterDecision() -> AdviceDraft {
    var draft = described()
    guard let level = reading.nextAppealLevel else { return self.draft() }
    if actions.permission(for: .appeal) == .allowed {
      draft.why.append("Appeal level \(level.rawValue) is open.")
      return proposing(.appeal, in: draft)
    }
    if let least = actions.leastInDispute(level), reading.open < least,
      actions.lateReasonNeeded(for: .appeal) == nil,
      options.refusal(of: .appeal) == nil
    {
      draft.why.append(
        "Level \(level.rawValue) needs \(least) in dispute; this has \(reading.open).")
      draft.proposed = .followUp
      draft.fix = "Look for claims of the same kind: together they must reach \(least)."
      return draft
    }
    return self.draft()
  }

  /// A draft with the codes, their meanings and the packet, before anything is proposed.
  private func described() -> AdviceDraft {
    let denials = options.all
    var draft = AdviceDraft(.calledPayer, "", options.why)
    draft.meanings = CodeMeanings.of(denials, rules)
    draft.packet = packet
    draft.why += missingLimits
    draft.fix = FixText.of(options, for: .calledPayer, rules: rules)
    return draft
  }

  /// Limits that count for what is possible and are not on file.
  private var missingLimits: [String] {
    let kinds = options.deadlineKinds(level: reading.nextAppealLevel)
    let known = DeadlineEngine.deadlines(for: reading, of: kinds, rules: rules)
    return MissingLimit.sentences(of: kinds, known: known, reading: reading)
      .map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
  }

  private var lead: DenialReading? { options.lead }

  private func proposing(_ verb: DecisionVerb, in draft: AdviceDraft) -> AdviceDraft {
    var draft = draft
    draft.proposed = verb
    draft.fix = FixText.of(options, for: verb, rules: rules)
    return draft
  }

  /// Why a disposition is not the next step, or nil where it is.
  private func passedOver(_ disposition: Disposition, at place: Int) -> String? {
    let verb = disposition.verb
    if disposition.isPreparation || disposition == .reopening, hasDone(verb) {
      return "it was done since the payer's answer."
    }
    if let refusal = actions.permission(for: verb).refusal { return refusal }
    guard disposition.isPreparation, !leads(from: place) else { return nil }
    return "nothing that it could lead to is in time any more."
  }

  /// Whether a preparing step still leads somewhere: one of the later steps is possible, or none
  /// of them is too late.
  private func leads(from place: Int) -> Bool {
    let later = options.dispositions.dropFirst(place + 1).filter(\.isRemedy)
    if later.isEmpty, lead?.filing == nil, options.dispositions.contains(.writeOff) { return false }
    if later.contains(where: { actions.permission(for: $0.verb) == .allowed }) { return true }
    return !later.contains { actions.lateReasonNeeded(for: $0.verb) != nil }
  }

  private func hasDone(_ verb: DecisionVerb) -> Bool {
    reading.hasDone(verb, rules: rules, on: actions.today)
  }

  /// The day from which a reopening may be asked for, where only that is in its way.
  private var waitForReopening: Day? {
    guard !hasDone(.reopen), reading.appeals.pending == nil,
      actions.lateReasonNeeded(for: .reopen) == nil
    else { return nil }
    return actions.reopensFrom
  }

  private func waiting(until day: Day, _ draft: AdviceDraft) -> AdviceDraft {
    var draft = draft
    draft.proposed = .followUp
    draft.fix = "Wait until \(day), when the payer's answer is final."
    return draft
  }

  /// A way that another line of the claim leaves, or the appeal that stays a right.
  private var otherRemedy: DecisionVerb? {
    let possible = options.allDispositions
    let order: [Disposition] = [.appeal, .reopening, .replacement, .newClaim, .reroute]
    let found = order.first { disposition in
      guard possible.contains(disposition) else { return false }
      if disposition == .reopening, hasDone(.reopen) { return false }
      return actions.permission(for: disposition.verb) == .allowed
    }
    if let found { return found.verb }
    return actions.permission(for: .appeal) == .allowed ? .appeal : nil
  }

  /// Giving it up, by whoever may: a biller asks a lead above the limit of the reason.
  func givenUp() -> AdviceDraft {
    let reason = WriteOffReason.proposed(for: actions)
    let total = reading.open + reading.story.writtenOff
    guard actions.permission(for: .writeOff) == .allowed else {
      return AdviceDraft(.checkedPortal, FixText.act(.checkedPortal), [])
    }
    guard let reason, actions.isSupervisor || total <= reason.limit else {
      let canAsk = actions.permission(for: .escalate) == .allowed
      let title = reason.map { " as \"\($0.title)\"" } ?? ""
      var draft = AdviceDraft(
        canAsk ? .escalate : .followUp, "Have a lead decide whether it is given up.",
        ["\(total) is over what a biller may give up\(title)."])
      draft.resultCode = canAsk ? rules.resultToApprove(.escalate)?.code : nil
      return draft
    }
    var draft = AdviceDraft(
      .writeOff, FixText.writeOff(options, reason: reason), ["Reason: \(reason.title)."])
    draft.reasonCode = reason.code
    return draft
  }

  private func adding(_ step: AdviceDraft, to draft: AdviceDraft) -> AdviceDraft {
    var draft = draft
    draft.proposed = step.proposed
    draft.fix = step.fix
    draft.resultCode = step.resultCode
    draft.reasonCode = step.reasonCode
    draft.why += step.why
    return draft
  }

  private var packet: AppealPacket? {
    let codes = options.all.map(\.denial).sorted { $0.adjustment.amount > $1.adjustment.amount }
      .flatMap { denial in
        denial.remarks.map { denial.adjustment.reason + "/" + $0 } + [denial.adjustment.reason]
      }
    for code in codes {
      if let packet = rules.packets.first(where: { $0.carcs.contains(code) }) { return packet }
    }
    return nil
  }
}

/// The codes of denials with their meanings in our words.
enum CodeMeanings {
  /// Every code once, reason codes before remark codes.
  static func of(_ denials: [DenialReading], _ rules: RuleBook) -> [CodeMeaning] {
    var seen: Set<String> = []
    var meanings: [CodeMeaning] = []
    for reading in denials where seen.insert(reading.denial.adjustment.code).inserted {
      meanings.append(
        CodeMeaning(
          code: reading.denial.adjustment.code,
          meaning: reading.row?.meaning ?? "not in the playbook"))
    }
    for remark in denials.flatMap(\.denial.remarks) where seen.insert(remark).inserted {
      let meaning = rules.remarks[remark]?.meaning ?? "not in the remark list"
      meanings.append(CodeMeaning(code: remark, meaning: meaning))
    }
    return meanings
  }
}
