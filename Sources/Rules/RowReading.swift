import Billing

/// Reading rows as values of the trade, one function a section.
extension RuleRow {
  func deadline() throws(RulesError) -> DeadlineRule {
    let period = try period()
    return DeadlineRule(
      id: try text("id"), kind: try choice("kind", of: DeadlineKind.allCases),
      family: try choice("family", of: PayerFamily.allCases), payerKey: try optionalText("payer"),
      state: try optionalState("state"), count: try number("count", in: 1...10_000),
      unit: try choice("unit", of: DeadlineUnit.allCases, default: .days),
      clock: try choice("clock", of: DeadlineClock.allCases),
      presumedReceiptDays: try number("presumed-receipt-days", in: 0...60, default: 0),
      effectiveFrom: period.from, effectiveThrough: period.through,
      source: try text("source", default: "this office"),
      confidence: try choice("confidence", of: RuleConfidence.allCases, default: .high))
  }

  func playbookRow() throws(RulesError) -> PlaybookRow {
    var dispositions: [Disposition] = []
    for name in try list("do") {
      dispositions.append(try choice(named: name, "do", of: Disposition.allCases))
    }
    if dispositions.isEmpty { throw error("do", "is an empty list", "name at least one step") }
    return PlaybookRow(
      carc: try text("carc"), rarc: try optionalText("rarc"),
      family: try optionalChoice("family", of: PayerFamily.allCases), meaning: try text("meaning"),
      cause: try text("cause", default: ""), dispositions: dispositions,
      clock: try choice("clock", of: [.timelyFiling, .appeal, .both, .none], default: .both),
      isContractual: try flag("contractual", default: false),
      source: try text("source", default: ""),
      confidence: try choice("confidence", of: RuleConfidence.allCases, default: .medium))
  }

  func remark() throws(RulesError) -> RemarkRow {
    RemarkRow(
      code: try text("code"), meaning: try text("meaning"), fix: try text("fix", default: ""),
      effect: try choice(
        "effect",
        of: [.none, .newClaimOnly, .newClaim, .noAppeal, .noResubmission, .crossover],
        default: RemarkEffect.none))
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

  func writeOff() throws(RulesError) -> WriteOffRow {
    WriteOffRow(
      code: try text("code"), title: try text("title"), limit: try amount("limit"))
  }

  func packet() throws(RulesError) -> AppealPacket {
    AppealPacket(
      title: try text("title"), carcs: try list("codes"), pieces: try list("pieces"))
  }
}
