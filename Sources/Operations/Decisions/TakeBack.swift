import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// Takes back this user's last decision, with everything that it did; a bulk as a whole.
  ///
  /// - Throws: ``Refusal`` where there is nothing to take back, somebody changed the item since, or
  ///   it has left the house.
  package func undo() throws -> DecisionOutcome {
    try takeBack(.undo)
  }

  /// Brings back what this user took back last.
  ///
  /// - Throws: ``Refusal`` where there is nothing to bring back or somebody changed the item since.
  package func redo() throws -> DecisionOutcome {
    try takeBack(.redo)
  }

  private func takeBack(_ verb: DecisionVerb) throws -> DecisionOutcome {
    try write { connection, outbox in
      let reversal = TakingBack(office: self, connection: connection)
      guard let last = try reversal.last(verb) else {
        throw Refusal(verb == .undo ? "Nothing to undo." : "Nothing to redo.")
      }
      let group = try reversal.group(of: last, verb)
      var items: [WorkItemID] = []
      for kept in group.reversed() {
        try reversal.takeBack(kept, as: verb, outbox: &outbox)
        if let item = try WorkItems.find(kept.activity.subject, in: connection) {
          items.append(item.item.id)
        }
      }
      let what = try reversal.decided(last).activity.verb.title
      let done =
        group.count == 1
        ? "\(verb == .undo ? "Undone" : "Done again"): \(what)."
        : "\(group.count) items are \(verb == .undo ? "as they were" : "done again")."
      return DecisionOutcome(message: done, isUndoable: verb == .redo, items: items)
    }
  }
}

/// Takes one activity back inside a transaction.
private struct TakingBack {
  let office: Office
  let connection: Connection

  /// The user's last decision that stands, or last undo that stands with no decision after it.
  func last(_ verb: DecisionVerb) throws -> Activities.Kept? {
    var before: ActivityID?
    while true {
      let lines = try Activities.latest(
        of: office.user.name, before: before, limit: 500, in: connection)
      for line in lines {
        let isDecision = line.activity.undoes == nil
        if verb == .redo, isDecision { return nil }
        if try fits(line, verb) { return line }
      }
      guard let oldest = lines.last else { return nil }
      before = oldest.activity.id
    }
  }

  /// Everything of one bulk that is to be taken back together.
  func group(of last: Activities.Kept, _ verb: DecisionVerb) throws -> [Activities.Kept] {
    guard let bulk = last.bulk else { return [last] }
    return try Activities.all(bulk: bulk, in: connection).filter { try fits($0, verb) }
  }

  private func fits(_ line: Activities.Kept, _ verb: DecisionVerb) throws -> Bool {
    guard verb == .undo else {
      // Only the last undo of a chain: an earlier one stands too once its redo was undone.
      return line.activity.verb == .undo && line.activity.undoneBy == nil
    }
    return try line.activity.undoes == nil && line.activity.verb.canBeUndone && stands(line)
  }

  private func stands(_ kept: Activities.Kept) throws -> Bool {
    guard let by = kept.activity.undoneBy, let undo = try Activities.find(by, in: connection)
    else { return true }
    return try !stands(undo)
  }

  func takeBack(
    _ kept: Activities.Kept, as verb: DecisionVerb, outbox: inout Outbox
  ) throws {
    let decision = try decided(kept)
    try refuseIfChanged(decision)
    let desk = DecisionDesk(office: office, connection: connection)
    // A line can be taken back once: what was redone is taken back by undoing the redo.
    let target = try latestOfChain(kept)
    let activity = try desk.record(
      Decision(verb), on: decision.activity.subject, queue: decision.activity.queue,
      detail: decision.activity.verb.title, target: decision.targetClaim, bulk: kept.bulk,
      undoes: target.activity.id)
    var touched = [decision.activity.subject]
    for made in try Ledger.entries(ofActivity: target.activity.id, in: connection) {
      guard let entry = try Ledger.standing(made, in: connection) else { continue }
      let reversing = try JournalEntry(
        cause: .reversal, on: office.today, postings: entry.entry.postings.map(\.reversed))
      let claims = Set(entry.entry.postings.compactMap(\.claim)).sorted()
      try refuseOverdraft(of: claims, since: entry.id, verb) {
        _ = try Ledger.post(
          reversing, claim: made.claim, remittance: made.remittance, remitClaim: made.remitClaim,
          activity: activity, reverses: entry.id, known: office.today, in: connection)
      }
      touched += claims.map { .claim($0) }
    }
    touched += try ownEffects(of: decision, isUndo: verb == .undo, outbox: &outbox)
    var seen: Set<WorkSubject> = []
    try desk.placeAnew(touched.filter { seen.insert($0).inserted })
    if let item = try WorkItems.find(decision.activity.subject, in: connection) {
      try WorkItems.touch(item.item.id, on: office.today, in: connection)
    }
  }

  /// The decision at the root of a chain of undo and redo.
  func decided(_ kept: Activities.Kept) throws -> Activities.Kept {
    guard let undoes = kept.activity.undoes,
      let before = try Activities.find(undoes, in: connection)
    else { return kept }
    return try decided(before)
  }

  /// The last line of a chain: the one that can still be taken back.
  private func latestOfChain(_ kept: Activities.Kept) throws -> Activities.Kept {
    guard let by = kept.activity.undoneBy, let later = try Activities.find(by, in: connection)
    else { return kept }
    return try latestOfChain(later)
  }

  private func refuseIfChanged(_ decision: Activities.Kept) throws {
    let all = try Activities.all(of: decision.activity.subject, in: connection)
    let later = all.filter {
      $0.activity.id > decision.activity.id && $0.activity.undoes == nil
        && $0.activity.verb != .note && $0.activity.user != office.user.name
    }
    if let other = later.last {
      throw Refusal(
        "\(other.activity.user) has worked on it since (\(other.activity.verb.title)); "
          + "it can no longer be undone.")
    }
  }

  /// Refuses what would take more from a claim than is open there, because money moved since.
  private func refuseOverdraft(
    of claims: [ClaimID], since entry: Int64, _ verb: DecisionVerb, _ move: () throws -> Void
  ) throws {
    let before = try claims.map { try owed(on: $0) }
    let moved = try claims.map { try Ledger.hasMoved($0, since: entry, in: connection) }
    try move()
    for (index, id) in claims.enumerated() where moved[index] {
      guard try owed(on: id) < before[index] else { continue }
      let number = try Claims.find(id, in: connection)?.controlNumber ?? ""
      throw Refusal(
        "Money of \(number) has moved since; it can no longer be "
          + (verb == .undo ? "undone." : "done again."))
    }
  }

  /// The sum of everything on a claim that is less than nothing, in cents.
  private func owed(on claim: ClaimID) throws -> Cents {
    let lines = try Claims.find(claim, in: connection)?.lines ?? []
    return lines.flatMap { [$0.balances.payer, $0.balances.nextPayer, $0.balances.patient] }
      .map { min($0, .zero) }.total()
  }

  /// What a decision did besides money: sendings, matches, postings of remittances.
  private func ownEffects(
    of decision: Activities.Kept, isUndo: Bool, outbox: inout Outbox
  ) throws -> [WorkSubject] {
    let staged = StagedClaims(office: office, connection: connection)
    switch (decision.activity.verb, decision.activity.subject) {
    case (.resubmit, .claim), (.replace, .claim), (.void, .claim), (.billNext, .claim):
      guard let target = decision.targetClaim else { return [] }
      try toggleSending(of: target, isUndo: isUndo, outbox: &outbox)
      if case .claim(let id) = decision.activity.subject, decision.activity.verb == .billNext {
        try staged.refreshNextBilled(id)
      }
      return [.claim(target)]
    case (.match, .remitClaim(let id)):
      guard let kept = try RemitClaims.find(id, in: connection) else { return [] }
      let now =
        try isUndo
        ? unmatch(kept, decision, staged) : match(kept, to: decision.targetClaim, staged)
      return [kept.matchedTo, decision.targetClaim, now].compactMap { $0.map { .claim($0) } }
    case (.post, .remitClaim(let id)):
      return try togglePosting(of: id, decision, isUndo: isUndo, staged)
    case (_, .order), (_, .charge), (_, .batch), (_, .special):
      return try OrderSideTakeBack(office: office, connection: connection)
        .toggle(decision, isUndo: isUndo, outbox: &outbox)
    default: return []
    }
  }

  /// Back to the match before this one, or to what the import found.
  private func unmatch(
    _ kept: RemitClaims.Kept, _ decision: Activities.Kept, _ staged: StagedClaims
  ) throws -> ClaimID? {
    let earlier = try Stories.standing(on: decision.activity.subject, in: connection).last {
      $0.activity.verb == .match && $0.activity.id < decision.activity.id
    }
    if let earlier { return try match(kept, to: earlier.targetClaim, staged) }
    let made = try Ledger.entries(ofActivity: decision.activity.id, in: connection)
    return try staged.unmatch(kept, from: made.isEmpty ? nil : decision.targetClaim)
  }

  private func match(
    _ kept: RemitClaims.Kept, to target: ClaimID?, _ staged: StagedClaims
  ) throws -> ClaimID? {
    guard let target, let claim = try Claims.find(target, in: connection) else { return nil }
    try RemitClaims.setState(
      .staged, of: kept.id, matchedTo: target,
      staging: staged.reasons(of: kept, matchedTo: claim), postedAt: nil, in: connection)
    return target
  }

  private func toggleSending(
    of claim: ClaimID, isUndo: Bool, outbox: inout Outbox
  ) throws {
    guard
      let sending = try Submissions.madeHere(
        of: claim, isWithdrawn: !isUndo, in: connection),
      let name = try Submissions.outboxName(of: sending.id, in: connection)
    else { return }
    if isUndo {
      guard sending.isUnanswered, outbox.withhold(name) else {
        throw Refusal(
          "\(sending.controlNumber) has left the house: void it, or send a corrected claim.")
      }
    } else {
      let sender = ClaimSender(office: office, connection: connection)
      guard let bytes = try sender.file(of: sending.id) else { return }
      try outbox.prepare(name, bytes)
    }
    try Submissions.setWithdrawn(isUndo, submission: sending.id, in: connection)
    try ClaimFacts(connection: connection).refresh(claim)
  }

  private func togglePosting(
    of id: RemitClaimID, _ decision: Activities.Kept, isUndo: Bool, _ staged: StagedClaims
  ) throws -> [WorkSubject] {
    guard let kept = try RemitClaims.find(id, in: connection), let target = kept.matchedTo
    else { return [] }
    let isReversal = kept.claim.status == .reversal
    let done: RemitClaims.State = isReversal ? .reversed : .posted
    guard kept.state == (isUndo ? done : .staged) else {
      throw Refusal("The payer's answer has been taken back since; it can no longer be changed.")
    }
    if isReversal {
      // The answer it took back stands again, or falls again.
      let from: RemitClaims.State = isUndo ? .reversed : .posted
      guard let original = try staged.original(of: kept, on: target, in: from) else {
        throw Refusal("The answer that it takes back is not there any more.")
      }
      try RemitClaims.setState(
        isUndo ? .posted : .reversed, of: original.id, matchedTo: target,
        staging: original.staging, postedAt: original.postedAt, in: connection)
    }
    // Done again, it counts from when it was done first, as the decisions after it do.
    try RemitClaims.setState(
      isUndo ? .staged : done, of: id, matchedTo: target, staging: isReversal ? kept.staging : [],
      postedAt: isUndo ? nil : decision.activity.at, in: connection)
    guard let claim = try Claims.find(target, in: connection) else { return [] }
    if isUndo, !isReversal {
      try RemitClaims.setState(
        .staged, of: id, matchedTo: target, staging: staged.reasons(of: kept, matchedTo: claim),
        postedAt: nil, in: connection)
    }
    try staged.refreshNextBilled(target)
    try staged.refreshPayerNumber(claim)
    return try [.claim(target)] + staged.lookAgain(at: claim, beside: id)
  }
}
