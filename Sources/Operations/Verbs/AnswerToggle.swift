import Billing
import Database
import Store
import WorkEngine

/// A verb that changes what becomes of payers' answers: it is taken back by what they were before it.
protocol AnswerEffect: VerbEffect {}

extension AnswerEffect {
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
      touched += try setStanding(isUndo ? change.before : change.after, of: change.remittance)
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

  /// A remittance counts again, or no more, with what of the bank's money is matched with it.
  private func setStanding(
    _ standing: RemittanceStanding, of id: RemittanceID
  ) throws -> [WorkSubject] {
    try Remittances.setStanding(standing, of: id, in: connection)
    let group = try LookAlikes.group(of: id, in: connection)
    var touched = group.map { WorkSubject.remittance($0.id) }
    guard let header = group.first(where: { $0.id == id }) else { return touched }
    touched +=
      try standing == .standing
      ? done.deposits.takeIn(header, after: done.line.activity.id, as: done.activity)
      : done.deposits.letGo(of: header, as: done.activity)
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
