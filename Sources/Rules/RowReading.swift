import Billing

/// Reading rows as values of the trade, one function a section.
extension RuleRow {
  func deadline() throws(RulesError) -> DeadlineRule {
    DeadlineRule(
      id: try text("id"), kind: try choice("kind", of: DeadlineKind.allCases),
      family: try choice("family", of: PayerFamily.allCases), payerKey: try optionalText("payer"),
      state: try optionalState("state"),
      contractor: try optionalChoice("contractor", of: RecordsContractor.allCases),
      count: try number("count", in: 1...10_000),
      unit: try choice("unit", of: DeadlineUnit.allCases, default: .days),
      clock: try choice("clock", of: DeadlineClock.allCases),
      presumedReceiptDays: try number("presumed-receipt-days", in: 0...60, default: 0),
      safeMarginDays: try number("safe-margin-days", in: 0...60, default: 0),
      suspensionDays: try number("suspension-days", in: 0...366, default: 0),
      effective: try period(),
      source: try text("source", default: "this office"),
      confidence: try choice("confidence", of: RuleConfidence.allCases, default: .high))
  }

  func playbookRow() throws(RulesError) -> PlaybookRow {
    let dispositions = try dispositions("do")
    if dispositions.isEmpty { throw error("do", "is an empty list", "name at least one step") }
    return PlaybookRow(
      carc: try text("carc"), rarc: try optionalText("rarc"),
      groups: try choices("groups", of: AdjustmentGroup.allCases),
      families: try choices("families", of: PayerFamily.allCases), meaning: try text("meaning"),
      cause: try text("cause", default: ""), fix: try text("fix", default: ""),
      dispositions: dispositions,
      clock: try choice("clock", of: [.timelyFiling, .appeal, .both, .none], default: .both),
      traits: Set(try choices("traits", of: DenialTrait.allCases)),
      isContractual: try flag("contractual", default: false),
      writeOffReason: try optionalText("write-off"),
      source: try text("source", default: ""),
      confidence: try choice("confidence", of: RuleConfidence.allCases, default: .medium))
  }

  func remark() throws(RulesError) -> RemarkRow {
    RemarkRow(
      code: try text("code"), meaning: try text("meaning"), fix: try text("fix", default: ""),
      effect: try choice("effect", of: RemarkEffect.allCases, default: RemarkEffect.none),
      dispositions: try dispositions("do"))
  }

  private func dispositions(_ key: String) throws(RulesError) -> [Disposition] {
    try choices(key, of: Disposition.allCases)
  }

  func familyRemedies() throws(RulesError) -> FamilyRemedies {
    FamilyRemedies(
      family: try choice("family", of: PayerFamily.allCases),
      takesReplacements: try flag("replacements", default: true),
      takesReopenings: try flag("reopenings", default: false),
      takesJudgedLinesAgain: try flag("judged-lines-again", default: true),
      reopeningWaitDays: try number("reopening-wait", in: 0...30, default: 0),
      noticeModifiers: try list("notice-modifiers", default: []),
      source: try text("source", default: "this office"))
  }

  func amountInControversy() throws(RulesError) -> AmountInControversy {
    let level = try number("level", in: 1...5)
    let period = try period()
    guard let from = period.from, let through = period.through else {
      throw error(
        period.from == nil ? "from" : "through", "is missing", "add the first and the last day")
    }
    return AmountInControversy(
      family: try choice("family", of: PayerFamily.allCases),
      level: AppealLevel(rawValue: level) ?? .first, amount: try amount("amount"), from: from,
      through: through, source: try text("source", default: "this office"))
  }

  func payerStatus() throws(RulesError) -> PayerStatusRow {
    PayerStatusRow(
      code: try text("code"), meaning: try text("meaning"),
      next: try optionalChoice("next", of: DecisionVerb.allCases),
      fix: try text("fix", default: ""),
      fixIfAccepted: try text("fix-if-accepted", default: ""),
      allowsSendingAgain: try flag("allows-sending-again", default: false))
  }

  func status() throws(RulesError) -> StatusRow {
    StatusRow(
      code: try text("code"), meaning: try text("meaning"), fix: try text("fix", default: ""))
  }

  func result() throws(RulesError) -> ResultRow {
    let days = values["follow-up"] == nil ? nil : try number("follow-up", in: 0...3650)
    return ResultRow(
      code: try text("code"), title: try text("title"),
      verb: try choice("verb", of: DecisionVerb.allCases), followUpDays: days,
      isProductive: try flag("productive", default: true),
      needsApproval: try flag("approval", default: false))
  }

  func payer() throws(RulesError) -> PayerRow {
    let row = PayerRow(
      identifiers: try list("identifiers", default: []),
      nameWords: try list("name-words", default: []).map { $0.uppercased() },
      filingIndicators: try list("filing-indicators", default: []),
      family: try choice("family", of: PayerFamily.allCases), key: try optionalText("key"),
      state: try optionalState("state"))
    if row.identifiers.isEmpty, row.nameWords.isEmpty, row.filingIndicators.isEmpty {
      throw error(
        "identifiers", "nothing says how to recognize the payer",
        "give identifiers, name-words or filing-indicators")
    }
    return row
  }

  func followUpRow() throws(RulesError) -> FollowUpRow {
    FollowUpRow(
      family: try choice("family", of: PayerFamily.allCases),
      firstDays: try number("first", in: 1...365), nextDays: try number("next", in: 1...365),
      crossoverDays: try number("crossover", in: 1...365))
  }

  func posting() throws(RulesError) -> PostingRow {
    var row = PostingRow(
      id: try text("id"), family: try optionalChoice("family", of: PayerFamily.allCases),
      payerKey: try optionalText("payer"), tolerance: try amount("tolerance"),
      tolerancePercent: try number("tolerance-percent", in: 0...100),
      interestLimit: try amount("interest-limit"), effective: try period(),
      source: try text("source", default: "this office"))
    row.isAutomatic = try flag("automatic", default: true)
    row.listed = try patterns("post-only")
    row.watched = try patterns("look-at")
    row.writesOffContractual = try flag("fee-schedule-write-off", default: true)
    row.crossoverDays = try optionalNumber("crossover", in: 1...365)
    row.exceptionsTo = try optionalText("exceptions-to")
    if row.exceptionsTo?.allSatisfy(\.isWhitespace) == true {
      throw error("exceptions-to", "names nobody", "give a sign-in name, or leave it out")
    }
    return row
  }

  private func patterns(_ key: String) throws(RulesError) -> [AdjustmentPattern] {
    var found: [AdjustmentPattern] = []
    for text in try list(key, default: []) {
      guard let pattern = AdjustmentPattern(text) else {
        throw error(key, "\"\(text)\" is no reason code", "write it as \"CO-45\", or \"45\"")
      }
      found.append(pattern)
    }
    return found
  }

  func writeOff() throws(RulesError) -> WriteOffRow {
    WriteOffRow(
      code: try text("code"), title: try text("title"), limit: try amount("limit"),
      use: try optionalChoice("use", of: WriteOffRow.Use.allCases))
  }

  func packet() throws(RulesError) -> AppealPacket {
    AppealPacket(
      title: try text("title"), carcs: try list("codes"), pieces: try list("pieces"))
  }
}
