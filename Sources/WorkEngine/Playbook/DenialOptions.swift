import Billing

/// What may be done about the open denials of a claim, best first (domain reference 3.4).
struct DenialOptions {
  /// The denial with the most money, which the item is named after.
  let lead: Denial?
  let leadRow: PlaybookRow?
  /// What to do about the lead denial, best first.
  private(set) var dispositions: [Disposition]
  /// What is possible about any of the denials.
  private(set) var allDispositions: Set<Disposition>
  private(set) var clocks: Set<GoverningClock>
  private(set) var appealRefusal: String?
  private(set) var reopeningRefusal: String?
  private(set) var resubmitRefusal: String?
  private(set) var replaceRefusal: String?
  private(set) var transferRefusal: String?
  /// The steps that led to the dispositions, for "why".
  private(set) var why: [String] = []

  init(_ reading: StoryReading, rules: RuleBook) {
    self.init(
      reading.openDenials.map(\.denial), payer: reading.payer,
      hasNextPayer: reading.story.nextPayer != nil && !reading.isNextLevel, rules: rules)
  }

  init(_ denials: [Denial], payer: Payer, hasNextPayer: Bool, rules: RuleBook) {
    let lead = denials.max { $0.adjustment.amount < $1.adjustment.amount }
    self.lead = lead
    leadRow = lead.flatMap { rules.row(for: $0, family: payer.family) }
    dispositions = []
    allDispositions = []
    clocks = []
    let context = Context(payer: payer, hasNextPayer: hasNextPayer, rules: rules)
    if let lead { dispositions = take(lead, context, isLead: true) }
    for denial in denials where denial != lead { _ = take(denial, context, isLead: false) }
    if payer.family.isMedicareFeeForService {
      replaceRefusal =
        "Medicare takes no replacement or void claims: send a new claim, reopen or appeal."
    }
    let groups = Set(denials.map(\.adjustment.group))
    if groups == [.contractual] {
      transferRefusal = "Denied with group CO: the patient must not be billed for it."
    }
  }

  private struct Context {
    let payer: Payer
    let hasNextPayer: Bool
    let rules: RuleBook
  }

  /// Adds one denial: its dispositions after all overrides, in the order of domain reference 3.4.
  private mutating func take(_ denial: Denial, _ context: Context, isLead: Bool) -> [Disposition] {
    let row = context.rules.row(for: denial, family: context.payer.family)
    var list = row?.dispositions ?? [.review]
    var steps = [Self.playbookStep(denial, row)]
    for remark in denial.remarks {
      guard let effect = context.rules.remarks[remark]?.effect, effect != .none else { continue }
      steps.append(apply(effect, of: remark, to: &list))
    }
    steps += apply(group: denial.adjustment.group, context, to: &list)
    if context.payer.family.isMedicareFeeForService, list.contains(.replacement) {
      list = list.filter { $0 != .replacement }
      if !list.contains(.reopening), !list.contains(.newClaim) { list.insert(.reopening, at: 0) }
      steps.append("Medicare takes no replacement claims.")
    }
    if denial.adjustment.reason == "18" {
      resubmitRefusal =
        resubmitRefusal
        ?? "CARC 18: find the first claim's result; sending again is denied as duplicate again."
      steps.append("A duplicate starts no new clock; the first answer's limits count.")
    }
    if list.isEmpty { list = [.review] }
    allDispositions.formUnion(list)
    // A code that nobody described may have either clock: the earlier one is the safe one.
    clocks.insert(row?.clock ?? .both)
    if isLead { why = steps }
    return list
  }

  /// What a remark code changes, as a step of the argument.
  private mutating func apply(
    _ effect: RemarkEffect, of remark: String, to list: inout [Disposition]
  ) -> String {
    switch effect {
    case .newClaimOnly:
      list = [.newClaim]
      appealRefusal = appealRefusal ?? "\(remark) gives no right to appeal: send a new claim."
      reopeningRefusal = reopeningRefusal ?? "\(remark) leaves nothing to reopen: send a new claim."
      replaceRefusal = replaceRefusal ?? "\(remark): nothing was accepted that could be replaced."
      return "\(remark): the claim could not be processed, so only a new claim can help."
    case .newClaim:
      list = list.filter { $0 != .replacement && $0 != .newClaim }
      list.insert(.newClaim, at: 0)
      replaceRefusal = replaceRefusal ?? "\(remark) asks for a new claim, not a replacement."
      return "\(remark): a new claim is wanted, not a replacement."
    case .noAppeal:
      list = list.filter { $0 != .appeal }
      appealRefusal = appealRefusal ?? "\(remark): this decision may not be appealed."
      return "\(remark): no appeal."
    case .noResubmission:
      list = list.filter { $0 != .newClaim && $0 != .replacement }
      resubmitRefusal = resubmitRefusal ?? "\(remark): the payer asks not to send it again."
      replaceRefusal = replaceRefusal ?? "\(remark): the payer asks not to send it again."
      return "\(remark): do not send it again."
    case .crossover: return "\(remark): the payer passed the claim on."
    case .none: return ""
    }
  }

  /// Who owes a denied amount: group PR points at the next payer and the patient.
  private func apply(
    group: AdjustmentGroup, _ context: Context, to list: inout [Disposition]
  ) -> [String] {
    guard group == .patientResponsibility else {
      // Without a next payer its row's advice would lead nowhere.
      let rest = list.filter { $0 != .nextPayer }
      if !context.hasNextPayer, !rest.isEmpty { list = rest }
      return []
    }
    let rest = list.filter { $0 != .nextPayer && $0 != .patient && $0 != .review }
    list = (context.hasNextPayer ? [.nextPayer, .patient] : [.patient]) + rest
    return [
      context.hasNextPayer
        ? "Group PR: the next payer, then the patient, owes it."
        : "Group PR: the patient owes it; a signed ABN should be on file."
    ]
  }

  private static func playbookStep(_ denial: Denial, _ row: PlaybookRow?) -> String {
    guard let row else {
      return "\(denial.adjustment.code): the playbook has no row, so a person reads and decides."
    }
    return "\(denial.adjustment.code): \(row.meaning)."
  }

  /// The limits of the actions that are still possible.
  func deadlineKinds(level: AppealLevel?) -> Set<DeadlineKind> {
    var kinds: Set<DeadlineKind> = []
    let resends = allDispositions.contains(.newClaim) || allDispositions.contains(.replacement)
    if resends || clocks.contains(.timelyFiling) || clocks.contains(.both) {
      kinds.formUnion([.initialClaim, .secondaryClaim, .correctedClaim])
    }
    if allDispositions.contains(.appeal) || clocks.contains(.appeal) || clocks.contains(.both) {
      kinds.formUnion([.dispute, .dismissal])
      if let level { kinds.insert(.appeal(level)) }
    }
    if allDispositions.contains(.reopening) { kinds.insert(.reopening) }
    if appealRefusal != nil {
      kinds.subtract(DeadlineKind.appeals)
      kinds.subtract([.dispute, .dismissal])
    }
    if reopeningRefusal != nil { kinds.remove(.reopening) }
    if resubmitRefusal != nil, replaceRefusal != nil {
      kinds.subtract([.initialClaim, .secondaryClaim, .correctedClaim])
    }
    return kinds
  }
}

extension RuleBook {
  func row(for denial: Denial, family: PayerFamily) -> PlaybookRow? {
    playbookRow(carc: denial.adjustment.reason, remarks: denial.remarks, family: family)
  }
}

extension DeadlineKind {
  static let appeals = Set(AppealLevel.allCases.map { DeadlineKind.appeal($0) })
}
