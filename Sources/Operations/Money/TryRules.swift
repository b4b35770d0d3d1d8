package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// What proposed rules would have let post by themselves of answers that are here.
  ///
  /// Each answer of a remittance that counts is judged twice, by the rules in force and by the proposed
  /// ones. What stopped an answer apart from a rule (no claim, no balance, a reversal) would have stopped
  /// it under either. Nothing is written.
  ///
  /// - Parameters:
  ///   - proposed: The rules to try.
  ///   - request: Which remittances.
  /// - Returns: Where the two differ, by payer and answer by answer.
  /// - Throws: ``Refusal`` where the days are the wrong way round; any failure of the database.
  package func tryRules(_ proposed: RuleBook, _ request: RulesTrialRequest) throws -> RulesTrial {
    guard request.from <= request.through else {
      throw Refusal("The last day is before the first: swap them.")
    }
    return try database.read { connection in
      var trial = TrialOfRules(
        current: rules, proposed: proposed, request: request, connection: connection)
      try trial.run()
      return RulesTrial(
        from: request.from, through: request.through,
        payers: trial.rows.values.sorted { $0.payer < $1.payer }, changes: trial.changes)
    }
  }
}

/// Goes through remittances and judges what they say by two rule books.
private struct TrialOfRules {
  let current: RuleBook
  let proposed: RuleBook
  let request: RulesTrialRequest
  let connection: Connection
  var rows: [PayerID: RulesTrial.Row] = [:]
  var changes: [RulesTrial.Change] = []

  init(
    current: RuleBook, proposed: RuleBook, request: RulesTrialRequest, connection: Connection
  ) {
    self.current = current
    self.proposed = proposed
    self.request = request
    self.connection = connection
  }

  mutating func run() throws {
    let payers = PayerCache()
    for header in try Remittances.noticed(request.from...request.through, in: connection)
    where header.standing == .standing {
      let payer = try payers.payer(header.payer, in: connection)
      guard isMeant(payer) else { continue }
      rows[payer.id, default: RulesTrial.Row(payer: payer.name)].remittances += 1
      for kept in try RemitClaims.all(of: header.id, in: connection) {
        try judge(kept, header, payer)
      }
      try judgeInterest(header, payer)
    }
  }

  private func isMeant(_ payer: Payer) -> Bool {
    let words = request.payer.uppercased().split(separator: " ")
    let name = payer.name.uppercased()
    return words.allSatisfy { name.contains($0) } || payer.identifier == request.payer
  }

  private mutating func judge(
    _ kept: RemitClaims.Kept, _ header: Remittances.Header, _ payer: Payer
  ) throws {
    guard let others = try stoppedBy(kept) else { return }
    let day = request.on ?? header.noticeDate
    func hold(_ rules: RuleBook) -> StagingReason? {
      PostingHolds.find(in: kept.claim, from: payer, on: day, rules: rules)
    }
    count(
      now: hold(current), then: hold(proposed), isStoppedAnyway: !others.isEmpty,
      RulesTrial.Change(
        kind: .stages, subject: .claim, payer: payer.name, traceNumber: header.traceNumber,
        controlNumber: kept.claim.controlNumber, noticeOn: header.noticeDate,
        charge: kept.claim.charge, paid: kept.claim.paid, reasons: []), of: payer)
  }

  /// Interest alone posts by itself up to the limit of the rules.
  private mutating func judgeInterest(_ header: Remittances.Header, _ payer: Payer) throws {
    let adjustments = try Remittances.providerAdjustments(of: header.id, in: connection)
    let interest = InterestPosting.amount(of: adjustments)
    guard header.difference == .zero, let interest else { return }
    let day = request.on ?? header.noticeDate
    func hold(_ rules: RuleBook) -> StagingReason? {
      let row = rules.posting(for: payer, on: day)
      return row.map { interest <= $0.interestLimit } ?? false
        ? nil : .providerAdjustment(reason: adjustments[0].reason, interest)
    }
    count(
      now: hold(current), then: hold(proposed), isStoppedAnyway: false,
      RulesTrial.Change(
        kind: .stages, subject: .interest, payer: payer.name, traceNumber: header.traceNumber,
        controlNumber: "", noticeOn: header.noticeDate, charge: .zero, paid: interest,
        reasons: []), of: payer)
  }

  private mutating func count(
    now: StagingReason?, then: StagingReason?, isStoppedAnyway: Bool, _ change: RulesTrial.Change,
    of payer: Payer
  ) {
    var change = change
    var row = rows[payer.id] ?? RulesTrial.Row(payer: payer.name)
    defer { rows[payer.id] = row }
    if isStoppedAnyway || now != nil && then != nil {
      row.stages.add(change.paid)
    } else if let then {
      row.nowStages.add(change.paid)
      change.reasons = [then.sentence]
      changes.append(change)
    } else if let now {
      row.nowPosts.add(change.paid)
      change.kind = .posts
      change.reasons = [now.sentence]
      changes.append(change)
    } else {
      row.posts.add(change.paid)
    }
  }

  /// Why an answer did not post by itself, apart from a rule of the office; nil for what is
  /// information alone, and so posts under no rules.
  private func stoppedBy(_ kept: RemitClaims.Kept) throws -> [StagingReason]? {
    var reasons: [StagingReason]
    switch kept.state {
    case .noted: return nil
    case .held: return kept.staging
    case .staged: reasons = kept.staging
    case .posted, .reversed:
      if kept.claim.isReversal { return [.reversal] }
      // What a person posted waited before, and the decision keeps why.
      let posting = try AnswerChanges.all(about: kept.id, in: connection).last { change in
        change.after.state == .posted
          && (kept.state != .posted || change.after.postedAt == kept.postedAt)
      }
      reasons = posting?.before.staging ?? []
      if posting?.before.state == .held { return posting?.before.staging }
    }
    reasons.removeAll { reason in if case .heldByRule = reason { true } else { false } }
    return reasons
  }
}
