import Billing

/// What the codes of one denial leave possible with its payer (domain reference 3.4 and 3.7).
///
/// The order of the questions: the row of the playbook, the acceptance of a late claim, what remark
/// codes change, what the reason code is, who owes it by group, what the kind of payer takes.
struct DenialReading {
  let denial: Denial
  let row: PlaybookRow?
  /// The comparison of acceptance and limit, for denials as filed too late.
  let filing: FilingVerdict?
  /// What to do, best first; never empty.
  private(set) var dispositions: [Disposition]
  private(set) var refusals: [Remedy: String] = [:]
  /// The argument, a sentence a step.
  private(set) var steps: [String] = []

  init(_ denial: Denial, _ context: DenialContext) {
    let rules = context.rules
    let row = rules.row(for: denial, family: context.payer.family)
    self.denial = denial
    self.row = row
    filing = row?.traits.contains(.timelyFiling) == true ? context.filing(denial.line) : nil
    dispositions = Self.base(denial, row, rules)
    steps = [Self.playbookStep(denial, row)]
    hold(filing)
    let effects = denial.remarks.compactMap { code in
      rules.remarks[code].map { (code: code, effect: $0.effect) }
    }
    for (code, effect) in effects where effect != .none { apply(effect, of: code, context) }
    applyTraits()
    let isUnprocessed = effects.contains { $0.effect == .newClaimOnly }
    // What was never processed left nobody a share, whatever its group code (domain reference 3.4).
    if isUnprocessed { keepForPayer() } else { applyGroup(context) }
    applyFamily(context, isUnprocessed: isUnprocessed)
    if context.linesWithRecords.contains(denial.line), !isUnprocessed {
      contestWithRecords(context)
    }
    settle()
  }

  func has(_ trait: DenialTrait) -> Bool { row?.traits.contains(trait) ?? false }

  private static func base(
    _ denial: Denial, _ row: PlaybookRow?, _ rules: RuleBook
  ) -> [Disposition] {
    guard let row else { return [.review] }
    guard row.traits.contains(.byRemark) else { return row.dispositions }
    let named = denial.remarks.map { rules.remarks[$0]?.dispositions ?? [] }
    // What needs records comes first, in whatever order the payer wrote the remark codes.
    let ordered = named.filter(needsRecords) + named.filter { !needsRecords($0) }
    return ordered.joined().isEmpty ? row.dispositions : Array(ordered.joined())
  }

  /// Whether steps are a contest with records, and no clerical correction.
  private static func needsRecords(_ steps: [Disposition]) -> Bool {
    if steps.contains(.reopening) { return false }
    return steps.contains(.document) || steps.first(where: \.isRemedy) == .appeal
  }

  /// Whether a denial cannot be answered without records: by its own row or by a remark code.
  ///
  /// One that could not be processed asks for none: it was never judged.
  static func needsRecords(_ denial: Denial, _ family: PayerFamily, _ rules: RuleBook) -> Bool {
    let remarks = denial.remarks.compactMap { rules.remarks[$0] }
    if remarks.contains(where: { $0.effect == .newClaimOnly }) { return false }
    if remarks.contains(where: { needsRecords($0.dispositions) }) { return true }
    guard let row = rules.row(for: denial, family: family) else { return false }
    return needsRecords(base(denial, row, rules))
  }

  private static func playbookStep(_ denial: Denial, _ row: PlaybookRow?) -> String {
    guard let row else {
      return "\(denial.adjustment.code): the playbook has no row, so a person reads and decides."
    }
    return "\(denial.adjustment.code): \(row.meaning)."
  }

  private mutating func refuse(_ remedy: Remedy, _ reason: String) {
    refusals[remedy] = refusals[remedy] ?? reason
  }

  private mutating func drop(_ unwanted: Disposition...) {
    dispositions.removeAll { unwanted.contains($0) }
  }

  /// A denial as filed too late goes where the comparison points (domain reference 3.7 rule 5).
  private mutating func hold(_ verdict: FilingVerdict?) {
    guard let verdict else { return }
    steps.append(verdict.sentence)
    switch verdict {
    case .inTime: drop(.writeOff)
    case .answeredBefore: dispositions = [.appeal] + dispositions.filter { $0 == .reopening }
    case .late: dispositions = [.writeOff]
    case .unproven, .noLimit: dispositions = [.verification, .document] + dispositions
    }
  }

  private mutating func apply(_ effect: RemarkEffect, of remark: String, _ context: DenialContext) {
    switch effect {
    case .newClaimOnly:
      dispositions = preparations + [.newClaim]
      refuse(.appeal, "\(remark) gives no right to appeal: send a new claim.")
      refuse(.reopening, "\(remark) leaves nothing to reopen: send a new claim.")
      refuse(.replacement, "\(remark): nothing was accepted that could be replaced.")
      steps.append("\(remark): the claim could not be processed, so only a new claim can help.")
    case .newClaim:
      guard context.remedies.takesJudgedLinesAgain else { return }
      drop(.replacement, .newClaim)
      dispositions.insert(.newClaim, at: 0)
      refuse(.replacement, "\(remark) asks for a new claim, not a replacement.")
      steps.append("\(remark): a new claim is wanted, not a replacement.")
    case .noAppeal:
      drop(.appeal)
      refuse(.appeal, "\(remark): this decision may not be appealed.")
      steps.append("\(remark): no appeal.")
    case .noResubmission:
      drop(.newClaim, .replacement)
      refuse(.newClaim, "\(remark): the payer asks not to send it again.")
      refuse(.replacement, "\(remark): the payer asks not to send it again.")
      steps.append("\(remark): do not send it again.")
    case .reroute:
      let rest = dispositions.filter { $0 == .appeal }
      let first: [Disposition] = dispositions.first == .eligibility ? [.eligibility] : []
      dispositions = first + [.reroute] + rest
      steps.append("\(remark): another payer or contractor owes it.")
    case .patientProtected:
      drop(.patient)
      refuse(.patient, "\(remark): the patient owes nothing, whatever the group code.")
      steps.append("\(remark): nothing of it is the patient's.")
    case .crossover: steps.append("\(remark): the payer passed the claim on.")
    case .noStatement: steps.append("\(remark): no statement goes to the patient.")
    case .none: break
    }
  }

  /// The steps that even a claim that was never processed needs before it is sent again: the right
  /// payer, and what the reason code itself asks for first.
  private var preparations: [Disposition] {
    if dispositions.first == .reroute { return [.reroute] }
    guard let first = row?.dispositions.first, !has(.byRemark), dispositions.first == first else {
      return []
    }
    return first == .eligibility || first == .authorization ? [first] : []
  }

  private mutating func applyTraits() {
    let code = denial.adjustment.code
    if has(.duplicate) {
      refuse(
        .newClaim,
        "\(code): find the first claim's result; sending again is denied as duplicate again.")
      refuse(.replacement, "\(code): find the first claim's result before you change it.")
      steps.append("A duplicate starts no new clock; the first answer's limits count.")
    }
    if has(.noAppeal) {
      drop(.appeal)
      refuse(.appeal, "\(code) decides nothing that could be appealed.")
    }
    if has(.patientProtected) {
      drop(.patient)
      refuse(.patient, "\(code): the patient owes nothing, whatever the group code.")
    }
    if has(.wrongPayer) {
      refuse(.newClaim, "\(code): this payer does not owe it, and a second claim changes nothing.")
      refuse(.replacement, "\(code): this payer does not owe it; change the payer.")
      refuse(.reopening, "\(code): this payer does not owe it; change the payer.")
    }
  }

  /// Who owes a denied amount (domain reference 3.7 rule 1).
  private mutating func applyGroup(_ context: DenialContext) {
    if !context.hasNextPayer { drop(.nextPayer) }
    guard denial.adjustment.group == .patientResponsibility else { return keepFromPatient() }
    let isNamed = row?.groups.contains(.patientResponsibility) ?? false
    if !isNamed {
      let first: [Disposition] = context.hasNextPayer ? [.nextPayer, .patient] : [.patient]
      let rest = has(.patientShare) ? [] : dispositions
      dispositions = first + rest.filter { ![.nextPayer, .patient, .review].contains($0) }
    }
    if refusals[.patient] != nil { drop(.patient) }
    if dispositions.contains(.patient) { drop(.writeOff) }
    if has(.patientShare) {
      refuse(
        .reopening, "\(denial.adjustment.code) is the patient's share: nothing is wrong in it.")
    }
    if refusals[.patient] != nil {
      steps.append("Group PR, and yet nothing of it may be asked of the patient.")
    } else {
      steps.append(
        context.hasNextPayer
          ? "Group PR: the next payer, then the patient, owes it."
          : "Group PR: the patient owes it." + noticeStep(context))
    }
  }

  /// What an advance notice has to do with it; only where the payer knows such notices.
  private func noticeStep(_ context: DenialContext) -> String {
    let notices = context.remedies.noticeModifiers
    if notices.isEmpty || has(.patientShare) { return "" }
    let billed = denial.procedure.modifiers.filter(notices.contains)
    return billed.isEmpty
      ? " Where it rests on an ABN, the signed one should be on file."
      : " \(billed.joined(separator: " ")) was billed: keep the signed ABN with it."
  }

  /// A claim that could not be processed is owed by its payer until that payer has judged it.
  private mutating func keepForPayer() {
    drop(.nextPayer, .patient)
    let words = "the claim was never processed, so that nobody but its payer can owe it yet."
    refuse(.patient, "\(denial.adjustment.code): \(words)")
    refuse(.nextPayer, "\(denial.adjustment.code): \(words)")
  }

  /// What needs records is contested with them: no clerical error stands alone on its line
  /// (domain reference 3.7 rule 3).
  private mutating func contestWithRecords(_ context: DenialContext) {
    guard context.remedies.takesReopenings, refusals[.reopening] == nil else { return }
    if let place = dispositions.firstIndex(of: .reopening) {
      dispositions.replaceSubrange(place...place, with: [.document, .appeal])
    }
    refuse(
      .reopening,
      "\(context.payer.family.title) reopens for clerical errors alone, and this line needs records."
    )
    steps.append("The line needs records, so that it is contested with them and not reopened.")
  }

  private mutating func keepFromPatient() {
    let group = denial.adjustment.group
    // A row may name another group than PR, as for money that the patient was paid (CARC 100).
    let isNamed = row.map { $0.groups.contains(group) && $0.dispositions.contains(.patient) }
    if isNamed != true || group == .contractual || group == .payerInitiated || has(.duplicate) {
      drop(.patient)
      refuse(.patient, Self.patientRefusal(group, isDuplicate: has(.duplicate)))
    }
    guard let next = dispositions.firstIndex(of: .nextPayer), refusals[.appeal] == nil else {
      return
    }
    // Billing the next payer ends the right to contest this one's denial.
    if let appeal = dispositions.firstIndex(of: .appeal) {
      if next < appeal { dispositions.swapAt(next, appeal) }
    } else {
      dispositions.insert(.appeal, at: next)
    }
  }

  private static func patientRefusal(_ group: AdjustmentGroup, isDuplicate: Bool) -> String {
    if isDuplicate { return "A duplicate is nobody's debt: the patient must not be billed for it." }
    switch group {
    case .contractual:
      return "Denied with group CO: the patient must not be billed for it, whoever the payer is."
    case .payerInitiated:
      return "Denied with group PI: the payer's own reduction is never the patient's."
    case .other, .correctionReversal, .patientResponsibility:
      return "Group \(group.rawValue) does not make the patient owe it."
    }
  }

  /// What the kind of payer takes (domain reference 3.7 rules 3 and 4).
  private mutating func applyFamily(_ context: DenialContext, isUnprocessed: Bool) {
    let remedies = context.remedies
    let name = context.payer.family.title
    if !remedies.takesReplacements {
      drop(.replacement)
      refuse(
        .replacement,
        "\(name) takes no replacement or void claims: correct it by another way.")
    }
    if !remedies.takesJudgedLinesAgain, !isUnprocessed {
      drop(.newClaim)
      refuse(
        .newClaim, "\(name) judged this line: sent again it is denied as a duplicate.")
    }
    if !remedies.takesReopenings {
      replace(.reopening, by: .replacement)
      refuse(.reopening, "\(name) corrects a claim by its replacement; it reopens none.")
    } else if row != nil, !dispositions.contains(.reopening) {
      refuse(.reopening, "\(name) reopens for clerical errors alone, and this is none.")
    }
    let wantsNew = isUnprocessed || refusals[.replacement] != nil
    if remedies.takesReplacements, !wantsNew { replace(.newClaim, by: .replacement) }
  }

  private mutating func replace(_ old: Disposition, by new: Disposition) {
    dispositions = dispositions.map { $0 == old ? new : $0 }
  }

  /// No step twice, nothing given up before it was contested, and every list leads somewhere.
  private mutating func settle() {
    if refusals[.replacement] != nil { drop(.replacement) }
    if refusals[.newClaim] != nil { drop(.newClaim) }
    if refusals[.reopening] != nil { drop(.reopening) }
    if refusals[.appeal] != nil { drop(.appeal) }
    var seen: Set<Disposition> = []
    dispositions = dispositions.filter { seen.insert($0).inserted }
    let isLate = if case .late = filing { true } else { false }
    if refusals[.appeal] == nil, !dispositions.contains(.appeal), !isLate {
      if let place = dispositions.firstIndex(of: .writeOff) {
        dispositions.insert(.appeal, at: place)
      } else if !dispositions.contains(where: \.isRemedy), row != nil,
        row?.clock != GoverningClock.none
      {
        dispositions.append(.appeal)
      }
    }
    if dispositions.isEmpty { dispositions = [.review] }
  }
}

/// What a denial is read beside: its payer, what that payer takes, whether another one follows.
struct DenialContext {
  let payer: Payer
  let remedies: FamilyRemedies
  let hasNextPayer: Bool
  let rules: RuleBook
  /// Numbers of lines of which any denial needs records.
  var linesWithRecords: Set<Int> = []
  /// The comparison of acceptance and limit for a line.
  let filing: (Int) -> FilingVerdict

  init(_ reading: StoryReading, hasNextPayer: Bool, rules: RuleBook) {
    payer = reading.payer
    remedies = rules.remedies(of: reading.payer.family)
    self.hasNextPayer = hasNextPayer
    self.rules = rules
    filing = { reading.filingVerdict(line: $0, rules: rules) }
  }
}
