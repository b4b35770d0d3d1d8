import Billing
import Database
import Store
import WorkEngine

/// Runs the placement function for what was touched and writes what it gives to the index of work.
///
/// The only way into the queues: no import, decision or command changes them otherwise.
struct Placer {
  let rules: RuleBook
  let today: Day
  private let payers: PayerCache

  init(rules: RuleBook, today: Day, payers: PayerCache = PayerCache()) {
    self.rules = rules
    self.today = today
    self.payers = payers
  }

  /// Places one subject anew from its facts; where asked, touching nothing that stands as it did.
  ///
  /// Answers that wait for a claim carry its dates: they are placed with it.
  func place(
    _ subject: WorkSubject, onlyIfMoved: Bool = false, in connection: Connection
  ) throws {
    var placed: Set<WorkSubject> = []
    try place(subject, onlyIfMoved: onlyIfMoved, besides: &placed, in: connection)
  }

  /// Places subjects whose facts are all written, and what hangs on them, each once.
  func place(_ subjects: [WorkSubject], in connection: Connection) throws {
    var placed: Set<WorkSubject> = []
    for subject in subjects {
      try place(subject, onlyIfMoved: false, besides: &placed, in: connection)
    }
  }

  private func place(
    _ subject: WorkSubject, onlyIfMoved: Bool, besides placed: inout Set<WorkSubject>,
    in connection: Connection
  ) throws {
    guard placed.insert(subject).inserted else { return }
    func follow(_ other: WorkSubject) throws {
      try place(other, onlyIfMoved: true, besides: &placed, in: connection)
    }
    let story = try story(of: subject, in: connection)
    try save(story, of: subject, onlyIfMoved: onlyIfMoved, in: connection)
    if case .remittance(let id) = subject {
      // Once it counts no more, what it stood for is work again.
      for refused in try RefusedSets.sharing(traceOf: id, in: connection) {
        try follow(.refusedSet(refused))
      }
    }
    guard case .claim(let claim)? = story else { return }
    // What of the claim belongs to somebody else is work of its own.
    if claim.balances.credit < .zero {
      try follow(.credit(claim.claim))
    } else {
      try WorkItems.close(.credit(claim.claim), in: connection)
    }
    let owing = try PatientDebts.patientToPlace(
      of: claim.claim, owes: claim.balances.patient > .zero, in: connection)
    if let owing { try follow(.patient(owing)) }
    if try Underpayments.isKnown(claim.claim, in: connection) {
      try follow(.underpayment(claim.claim))
    }
    guard claim.stagedRemittances > 0 else { return }
    for kept in try RemitClaims.all(of: claim.claim, in: connection) where kept.isWaiting {
      try follow(kept.state == .held ? .remittance(kept.remittance) : .remitClaim(kept.id))
    }
  }

  private func save(
    _ story: WorkStory?, of subject: WorkSubject, onlyIfMoved: Bool, in connection: Connection
  ) throws {
    guard let story, let placement = story.placement(rules: rules, on: today) else {
      return try WorkItems.close(subject, in: connection)
    }
    let label: WorkItems.Label? =
      if case .patient(let patient) = story, let known = Labels.patient(patient) {
        known
      } else {
        try Labels.find(subject, in: connection)
      }
    guard let label else { return }
    try WorkItems.save(
      placement, of: subject, label: label, rollsOn: DayRoll.next(of: placement, on: today),
      onlyIfMoved: onlyIfMoved, in: connection)
  }

  /// What the placement function says of a subject now.
  func placement(of subject: WorkSubject, in connection: Connection) throws -> Placement? {
    try story(of: subject, in: connection)?.placement(rules: rules, on: today)
  }

  /// Everything that happened to a subject; nil where nothing of it waits or it is not there.
  func story(of subject: WorkSubject, in connection: Connection) throws -> WorkStory? {
    let orders = OrderStories(rules: rules, today: today, connection: connection)
    switch subject {
    case .claim(let id): return try claim(id, in: connection).map { .claim($0) }
    case .remitClaim: return try staged(subject, in: connection).map { .stagedAnswer($0) }
    case .remittance: return try staged(subject, in: connection).map { .remittance($0) }
    case .order(let id): return try orders.order(id).map { .order($0) }
    case .charge(let id): return try orders.charge(id).map { .charge($0) }
    case .batch(let id): return try orders.batch(id).map { .batch($0) }
    case .special(let id): return try orders.special(id).map { .special($0) }
    case .credit(let id): return try credit(id, in: connection).map { .credit($0) }
    case .providerBalance(let id):
      return try balance(id, in: connection).map { .providerBalance($0) }
    case .deposit(let id):
      return try Deposits.find(id, in: connection).map { deposit in
        .deposit(
          DepositStory(
            deposit: deposit, matches: try DepositMatches.standing(of: id, in: connection),
            decisions: try Journal.standing(on: subject, in: connection)))
      }
    case .approval(let id):
      return try Approvals.find(id, in: connection).map { approval in
        .approval(
          ApprovalStory(
            approval: approval, decisions: try Journal.standing(on: subject, in: connection)))
      }
    case .patient(let id): return try patient(id, in: connection).map { .patient($0) }
    case .refusedSet(let id): return try refused(id, in: connection).map { .refusedSet($0) }
    case .underpayment(let id):
      return try underpayment(id, in: connection).map { .underpayment($0) }
    }
  }

  func claim(_ id: ClaimID, in connection: Connection) throws -> ClaimStory? {
    try Stories.claim(
      id, payers: { try payers.payer($0, in: connection) },
      decisions: { try Journal.standing(on: $0, in: connection) },
      isCrossover: { rules.remarks[$0]?.effect == .crossover }, in: connection)
  }

  private func credit(_ id: ClaimID, in connection: Connection) throws -> CreditStory? {
    guard let claim = try claim(id, in: connection) else { return nil }
    let balances = claim.balances
    let owner: CreditStory.Owner =
      if balances.payer < .zero {
        .payer(claim.payer)
      } else if balances.nextPayer < .zero, let next = claim.nextPayer {
        .nextPayer(next)
      } else {
        balances.patient < .zero ? .patient : .payer(claim.payer)
      }
    let patient = try Claims.find(id, in: connection)?.patient
    return CreditStory(
      claim: claim, owner: owner,
      decisions: try Journal.standing(on: .credit(id), in: connection),
      patientName: patient?.fullName ?? "")
  }

  private func patient(_ id: PatientID, in connection: Connection) throws -> PatientStory? {
    guard let patient = try Patients.find(id, in: connection) else { return nil }
    let (debts, credit) = try PatientDebts.all(
      of: id, payer: { try payers.payer($0, in: connection) }, in: connection)
    return PatientStory(
      patient: patient, debts: debts, credit: credit,
      decisions: try Journal.standing(on: .patient(id), in: connection))
  }

  private func balance(
    _ id: ProviderBalanceID, in connection: Connection
  ) throws -> ProviderBalanceStory? {
    let found = try ProviderBalances.find(
      id, payer: { try payers.payer($0, in: connection) }, in: connection)
    guard let found else { return nil }
    let named =
      try found.movements.compactMap(\.claim).first
      ?? Claims.withPayerControlNumber(found.reference, in: connection).first
      ?? Claims.withControlNumber(found.reference, in: connection).first
    return ProviderBalanceStory(
      balance: found, claim: try named.flatMap { try Claims.find($0, in: connection) },
      decisions: try Journal.standing(on: .providerBalance(id), in: connection))
  }

  private func underpayment(
    _ id: ClaimID, in connection: Connection
  ) throws -> UnderpaymentStory? {
    guard let found = try Underpayments.find(id, in: connection),
      let claim = try claim(id, in: connection)
    else { return nil }
    return UnderpaymentStory(
      underpayment: found, claim: claim,
      decisions: try Journal.standing(on: .underpayment(id), in: connection))
  }

  private func refused(
    _ id: RefusedSetID, in connection: Connection
  ) throws -> RefusedSetStory? {
    try RefusedSets.find(
      id, payer: { try payers.payer($0, in: connection) }, in: connection
    ).map {
      RefusedSetStory(
        refused: $0, decisions: try Journal.standing(on: .refusedSet(id), in: connection))
    }
  }

  private func staged(
    _ subject: WorkSubject, in connection: Connection
  ) throws -> StagedRemittanceStory? {
    let story = try Stories.staged(
      subject, payers: { try payers.payer($0, in: connection) },
      decisions: { try Journal.standing(on: $0, in: connection) }, in: connection)
    if case .remittance(let id) = subject,
      let look = try LookAlikes.question(of: id, in: connection)
    {
      return story.map { look.asked(of: $0) }
    }
    guard var story, !story.reasons.isEmpty else { return story }
    switch subject {
    case .remitClaim(let id): try carryDates(of: id, on: &story, in: connection)
    case .remittance(let id):
      story.countsClaim = true

      for kept in try RemitClaims.all(of: id, in: connection) where kept.state == .held {
        story.atStake += try atStake(kept, in: connection)
      }
    default: break
    }
    return story
  }

  /// What waits with an answer, and by which dates.
  private func carryDates(
    of id: RemitClaimID, on story: inout StagedRemittanceStory, in connection: Connection
  ) throws {
    guard let kept = try RemitClaims.find(id, in: connection), kept.isWaiting,
      let claim = kept.matchedTo
    else { return }
    let sheets = AnswerSheets(rules: rules, connection: connection)
    let all = try RemitClaims.all(of: claim, in: connection)
    let group = sheets.group(of: id, among: all)
    if let first = group.first, first.id != id {
      story.lead = .remitClaim(first.id)
      return
    }
    story.suspense = group.map(\.suspense).total()
    for other in group.dropFirst() {
      story.reasons += other.staging.filter { !story.reasons.contains($0) }
    }
    story.atStake = try atStake(kept, in: connection)
    story.countsClaim = all.first { $0.isWaiting }?.id == id
  }

  private func atStake(
    _ kept: RemitClaims.Kept, in connection: Connection
  ) throws -> [ClaimStory] {
    guard let claim = kept.matchedTo, var now = try self.claim(claim, in: connection) else {
      return []
    }
    now.stagedRemittances = 0
    let sheets = AnswerSheets(rules: rules, connection: connection)
    guard let written = try sheets.sheet(of: kept),
      let after = try sheets.story(now, after: written)
    else { return [now] }
    return [now, after]
  }
}
