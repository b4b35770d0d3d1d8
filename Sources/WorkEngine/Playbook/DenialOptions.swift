import Billing

/// What may be done about the open denials of a claim, best first.
///
/// A remedy is closed only where every denial closes it: a line that could not be processed takes
/// no right from the line beside it.
struct DenialOptions {
  /// The denial with the most money, which the item is named after.
  let lead: DenialReading?
  let all: [DenialReading]
  /// Whether a new claim that corrects an answered one has the limit for corrections besides.
  private let hasCorrectionLimit: Bool

  /// Reads the open denials of a claim.
  init(_ reading: StoryReading, rules: RuleBook) {
    self.init(
      reading.openDenials.map(\.denial), reading,
      hasNextPayer: reading.story.nextPayer != nil && !reading.isNextLevel, rules: rules)
  }

  init(_ denials: [Denial], _ reading: StoryReading, hasNextPayer: Bool, rules: RuleBook) {
    var context = DenialContext(reading, hasNextPayer: hasNextPayer, rules: rules)
    let family = reading.payer.family
    context.linesWithRecords = Set(
      denials.filter { DenialReading.needsRecords($0, family, rules) }.map(\.line))
    all = denials.map { DenialReading($0, context) }
    hasCorrectionLimit =
      context.remedies.takesReplacements
      && !rules.deadlinePlaces(of: reading.payer.family, kind: .correctedClaim).isEmpty
    lead = all.max { $0.denial.adjustment.amount < $1.denial.adjustment.amount }
  }

  var leadRow: PlaybookRow? { lead?.row }
  /// What to do about the lead denial, best first.
  var dispositions: [Disposition] { lead?.dispositions ?? [] }
  /// What is possible about any of the denials.
  var allDispositions: Set<Disposition> { Set(all.flatMap(\.dispositions)) }
  /// The steps that led to the dispositions, for "why".
  var why: [String] { lead?.steps ?? [] }

  /// Why a remedy is closed for every denial, or nil.
  func refusal(of remedy: Remedy) -> String? {
    guard let lead, all.allSatisfy({ $0.refusals[remedy] != nil }) else { return nil }
    return lead.refusals[remedy]
  }

  /// What of the denied amounts the patient may be asked for, in cents.
  var patientShare: Cents {
    all.filter { $0.refusals[.patient] == nil }.map(\.denial.adjustment.amount).total()
  }

  /// Whether the payer asked for the correction as a new claim.
  ///
  /// It is a corrected claim all the same, and the limit for those counts (domain reference 3.7
  /// rule 4).
  var correctsByNewClaim: Bool { hasCorrectionLimit && allDispositions.contains(.newClaim) }

  /// Whether another payer may have to be found: its own limit counts then.
  var movesPayer: Bool { allDispositions.contains(.reroute) }

  /// The limits of the actions that are still possible; an appeal always counts where it is one.
  func deadlineKinds(level: AppealLevel?) -> Set<DeadlineKind> {
    var kinds: Set<DeadlineKind> = []
    let possible = allDispositions
    if possible.contains(.newClaim) || possible.contains(.reroute) {
      kinds.formUnion(DeadlineKind.filing)
    }
    if possible.contains(.replacement) || correctsByNewClaim { kinds.insert(.correctedClaim) }
    if possible.contains(.reopening) { kinds.insert(.reopening) }
    if !all.isEmpty, refusal(of: .appeal) == nil, let level {
      kinds.formUnion([.appeal(level), .dispute, .dismissal])
    }
    return kinds
  }
}

extension DeadlineKind {
  static let appeals = Set(AppealLevel.allCases.map { DeadlineKind.appeal($0) })
  static let filing: Set<DeadlineKind> = [.initialClaim, .secondaryClaim]

  /// The limits under which a decision may still be taken; any of them that runs is enough.
  static func limits(of verb: DecisionVerb, level: AppealLevel?) -> Set<DeadlineKind> {
    switch verb {
    case .resubmit: filing
    case .replace, .void: [.correctedClaim]
    case .reopen: [.reopening]
    case .appeal: level.map { [.appeal($0), .dispute, .dismissal] } ?? []
    default: []
    }
  }
}
