package import Billing

/// All that a verb may know: what the work is about, the rules, the day and who decides.
package struct Situation: Sendable {
  /// Nil where many items are meant at once: then nothing is known of any of them.
  package let story: WorkStory?
  /// The index row of the work; nil where only its facts are asked about.
  package let item: WorkItem?
  package let rules: RuleBook
  package let today: Day
  package let user: OfficeUser
  /// The claim with its lines, where the work is about one and somebody looks at it.
  package let claim: Claim?
  /// Claims of the office that a staged answer may belong to, the best first.
  package let candidates: [DecisionField.Choice]
  /// What the books or the kept claim file forbid, by verb: sentences of whoever gathered this,
  /// since neither can be seen from here.
  package let obstacles: [DecisionVerb: String]
  /// Whether the claim can be written again by the office: its last sending was kept.
  package let hasClaimFile: Bool
  /// Whether a claim can be made from what a staged answer says of it.
  package let canAdopt: Bool
  /// What a staged answer that has its claim will post; nil for other work.
  package let sheet: PostingSheet?
  /// What may be done about the claim; nil for other work.
  let actions: ActionRules?
  /// The safe day of the limit that still runs; nil where none does.
  let safe: Day?
  /// Whether nothing is left of the limit.
  let isExpired: Bool

  package init(
    _ story: WorkStory, item: WorkItem? = nil, rules: RuleBook, on today: Day, by user: OfficeUser,
    claim: Claim? = nil, candidates: [DecisionField.Choice] = [],
    obstacles: [DecisionVerb: String] = [:], hasClaimFile: Bool = true, canAdopt: Bool = true,
    sheet: PostingSheet? = nil
  ) {
    self.story = story
    self.item = item
    self.rules = rules
    self.today = today
    self.user = user
    self.claim = claim
    self.candidates = candidates
    self.obstacles = obstacles
    self.hasClaimFile = hasClaimFile
    self.canAdopt = canAdopt
    self.sheet = sheet
    if case .claim(let story) = story {
      actions = ActionRules(
        StoryReading(story, rules: rules), rules: rules, isSupervisor: user.isSupervisor, on: today)
    } else {
      actions = nil
    }
    // Every verb asks for it, and placing is the dearest thing here: once, and not at all where the
    // index knows it.
    let placement = item == nil ? story.placement(rules: rules, on: today) : nil
    isExpired = (item?.tier ?? placement?.tier) == .expired
    safe = isExpired ? nil : item?.safe ?? placement?.governing?.safe
  }

  /// What can be said of many items at once: what each of them says by itself stays open.
  package init(manyWith rules: RuleBook, on today: Day, by user: OfficeUser) {
    story = nil
    item = nil
    self.rules = rules
    self.today = today
    self.user = user
    claim = nil
    candidates = []
    obstacles = [:]
    hasClaimFile = true
    canAdopt = true
    sheet = nil
    actions = nil
    safe = nil
    isExpired = false
  }

  var isSupervisor: Bool { user.isSupervisor }

  /// Whether it speaks of many items at once.
  var isMany: Bool { story == nil }

  var reading: StoryReading? { actions?.reading }

  // MARK: What the work is about

  var charge: ChargeStory? { if case .charge(let story) = story { story } else { nil } }
  var order: OrderStory? { if case .order(let story) = story { story } else { nil } }
  var special: SpecialStory? { if case .special(let story) = story { story } else { nil } }

  package var providerBalance: ProviderBalanceStory? {
    if case .providerBalance(let story) = story { story } else { nil }
  }

  package var credit: CreditStory? { if case .credit(let story) = story { story } else { nil } }
  package var patient: PatientStory? {
    if case .patient(let story) = story { story } else { nil }
  }

  var underpayment: UnderpaymentStory? {
    if case .underpayment(let story) = story { story } else { nil }
  }

  /// Money in suspense because of a staged answer or a remittance, in cents.
  package var suspense: Cents? { staged?.suspense }

  /// What a remittance that looks like another one is taken for; nil for any other work.
  package var lookAlike: LookAlikeAnswer? { staged?.lookAlike }

  var staged: StagedRemittanceStory? {
    switch story {
    case .stagedAnswer(let story), .remittance(let story): story
    default: nil
    }
  }
}
