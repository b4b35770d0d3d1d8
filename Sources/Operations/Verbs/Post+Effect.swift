import Billing
import Database
import Store
import WorkEngine

/// A staged answer is posted as its sheet shows, or the provider adjustments of a remittance are.
struct PostEffect: VerbEffect {
  let verb = DecisionVerb.post

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    // A reversal and its correction are posted together: what both come to.
    Prepared(detail: work.situation.suspense.map { "\($0)" } ?? "")
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    if case .remittance(let id) = work.subject {
      if let proposed = work.situation.lookAlike {
        guard case .post(let instructions) = work.decision.act else { return [] }
        return try LookAlikes(
          office: work.office, connection: work.connection, activity: activity
        ).answer(instructions.look ?? proposed, for: id)
      }
      return try RemittanceSettlement(
        office: work.office, connection: work.connection, activity: activity
      ).settle(id)
    }
    guard case .post(let instructions) = work.decision.act, let kept = try work.staged(),
      let written = try AnswerSheets(rules: work.office.rules, connection: work.connection)
        .sheet(of: kept, instructions)
    else { return [] }
    return try SheetPoster(office: work.office, connection: work.connection, activity: activity)
      .post(written)
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try AnswerToggle(done).toggle(isUndo: true)
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try AnswerToggle(done).toggle(isUndo: false)
  }
}

/// Puts answers back to what they were before a decision, or to what it made of them.
struct AnswerToggle {
  private let done: DoneDecision
  private let connection: Connection

  init(_ done: DoneDecision) {
    self.done = done
    connection = done.connection
  }

  /// Gives the subjects whose placement may change.
  ///
  /// - Throws: ``Refusal`` where an answer is not any more as the decision left it.
  func toggle(isUndo: Bool) throws -> [WorkSubject] {
    let changes = try changes()
    var touched: [WorkSubject] = []
    var claims: Set<ClaimID> = []
    for change in isUndo ? changes.reversed() : changes {
      let (from, to) = isUndo ? (change.after, change.before) : (change.before, change.after)
      guard let kept = try RemitClaims.find(change.answer, in: connection),
        kept.state == from.state
      else {
        throw Refusal("The payer's answer has been taken back since; it can no longer be changed.")
      }
      try AnswerChanges.set(
        to, of: change.answer, known: done.office.known, in: connection)
      touched.append(.remitClaim(change.answer))
      claims.formUnion([from.matchedTo, to.matchedTo].compactMap(\.self))
    }
    let standings = try Remittances.changes(of: done.decided.activity.id, in: connection)
    for change in isUndo ? standings.reversed() : standings {
      try Remittances.setStanding(
        isUndo ? change.before : change.after, of: change.remittance, in: connection)
      touched += try LookAlikes.group(of: change.remittance, in: connection)
        .map { .remittance($0.id) }
    }
    touched += try ProviderBalances.toggle(
      done.decided.activity.id, stands: !isUndo, in: connection
    ).map { .providerBalance($0) }
    try AnswerChanges.restoreNumbers(
      of: done.decided.activity.id, isUndo: isUndo, in: connection)
    let staged = StagedClaims(office: done.office, connection: connection)
    for id in claims.sorted() {
      try staged.refreshNextBilled(id)
      touched.append(.claim(id))
      touched += try staged.lookAgain(at: id, besides: [])
    }
    return touched
  }

  /// What the decision changed; of one from before this was kept, its own answer alone.
  private func changes() throws -> [AnswerChanges.Change] {
    let kept = try AnswerChanges.all(of: done.decided.activity.id, in: connection)
    if !kept.isEmpty { return kept }
    guard let answer = try done.staged() else { return [] }
    if answer.state == .staged,
      try Ledger.entries(
        ofActivity: done.decided.activity.id, in: connection
      ).isEmpty
    {
      return []
    }
    let facts = AnswerChanges.Facts(answer)
    guard !answer.claim.isReversal else {
      throw Refusal(
        "It was posted before answers were kept for undo: post the reversal's opposite.")
    }
    var (before, after) = (facts, facts)
    before.state = .staged
    before.staging = [.confirmed]
    before.postedAt = nil
    after.state = .posted
    after.staging = []
    after.postedAt = Timestamp(rawValue: done.decided.sequence)
    return [AnswerChanges.Change(answer: answer.id, before: before, after: after)]
  }
}
