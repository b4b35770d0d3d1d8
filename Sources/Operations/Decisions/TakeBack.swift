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
    var outbox = Outbox(folder: outbox)
    var withdrawn: [String] = []
    let outcome = try database.write { connection -> DecisionOutcome in
      let reversal = TakingBack(office: self, connection: connection)
      guard let last = try reversal.last(verb) else {
        throw Refusal(verb == .undo ? "Nothing to undo." : "Nothing to redo.")
      }
      let group = try reversal.group(of: last, verb)
      var items: [WorkItemID] = []
      for kept in group.reversed() {
        try reversal.takeBack(kept, as: verb, outbox: &outbox, withdrawn: &withdrawn)
        if let item = try WorkItems.find(kept.activity.subject, in: connection) {
          items.append(item.item.id)
        }
      }
      let what = last.activity.verb.title
      let done =
        group.count == 1
        ? "\(verb == .undo ? "Undone" : "Done again"): \(what)."
        : "\(group.count) items are \(verb == .undo ? "as they were" : "done again")."
      return DecisionOutcome(message: done, isUndoable: verb == .redo, items: items)
    }
    for name in withdrawn { _ = outbox.withdraw(name) }
    try outbox.release()
    return outcome
  }
}

/// Takes one activity back inside a transaction.
private struct TakingBack {
  let office: Office
  let connection: Connection

  /// The user's last decision that stands, or last undo that stands with no decision after it.
  func last(_ verb: DecisionVerb) throws -> Activities.Kept? {
    for line in try Activities.latest(of: office.user.name, limit: 500, in: connection) {
      let isDecision = line.activity.undoes == nil
      if verb == .redo, isDecision { return nil }
      if try fits(line, verb) { return line }
    }
    return nil
  }

  /// Everything of one bulk that is to be taken back together.
  func group(of last: Activities.Kept, _ verb: DecisionVerb) throws -> [Activities.Kept] {
    guard let bulk = last.bulk else { return [last] }
    return try Activities.all(bulk: bulk, in: connection).filter { try fits($0, verb) }
  }

  private func fits(_ line: Activities.Kept, _ verb: DecisionVerb) throws -> Bool {
    let isRightKind =
      verb == .undo
      ? line.activity.undoes == nil && line.activity.verb.canBeUndone
      : line.activity.verb == .undo
    return try isRightKind && stands(line)
  }

  private func stands(_ kept: Activities.Kept) throws -> Bool {
    guard let by = kept.activity.undoneBy, let undo = try Activities.find(by, in: connection)
    else { return true }
    return try !stands(undo)
  }

  func takeBack(
    _ kept: Activities.Kept, as verb: DecisionVerb, outbox: inout Outbox,
    withdrawn: inout [String]
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
    for entry in try Ledger.entries(ofActivity: target.activity.id, in: connection)
    where !entry.isReversed {
      guard
        let reversing = JournalEntry(
          cause: .reversal, on: office.today, postings: entry.entry.postings.map(\.reversed))
      else { continue }
      _ = try Ledger.post(
        reversing, claim: entry.claim, remittance: entry.remittance, remitClaim: entry.remitClaim,
        activity: activity, reverses: entry.id, in: connection)
      touched += Set(entry.entry.postings.compactMap(\.claim)).map { .claim($0) }
    }
    touched += try ownEffects(
      of: decision, isUndo: verb == .undo, outbox: &outbox, withdrawn: &withdrawn)
    var seen: Set<WorkSubject> = []
    try desk.placeAnew(touched.filter { seen.insert($0).inserted })
    if let item = try WorkItems.find(decision.activity.subject, in: connection) {
      try WorkItems.touch(item.item.id, on: office.today, in: connection)
    }
  }

  /// The decision at the root of a chain of undo and redo.
  private func decided(_ kept: Activities.Kept) throws -> Activities.Kept {
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

  /// What a decision did besides money: sendings, matches, postings of remittances.
  private func ownEffects(
    of decision: Activities.Kept, isUndo: Bool, outbox: inout Outbox, withdrawn: inout [String]
  ) throws -> [WorkSubject] {
    switch (decision.activity.verb, decision.activity.subject) {
    case (.resubmit, .claim), (.replace, .claim), (.void, .claim), (.billNext, .claim):
      guard let target = decision.targetClaim else { return [] }
      try toggleSending(of: target, isUndo: isUndo, outbox: &outbox, withdrawn: &withdrawn)
      if case .claim(let id) = decision.activity.subject, decision.activity.verb == .billNext {
        try Claims.setNextBilled(!isUndo, of: id, in: connection)
      }
      return [.claim(target)]
    case (.match, .remitClaim(let id)):
      guard let kept = try RemitClaims.find(id, in: connection) else { return [] }
      try RemitClaims.setState(
        .staged, of: id, matchedTo: isUndo ? nil : decision.targetClaim,
        staging: isUndo ? [.unmatched] : [.confirmed], postedAt: nil, in: connection)
      return (kept.matchedTo.map { [.claim($0)] } ?? [])
        + (decision.targetClaim.map { [.claim($0)] } ?? [])
    case (.post, .remitClaim(let id)):
      return try togglePosting(of: id, isUndo: isUndo)
    default: return []
    }
  }

  private func toggleSending(
    of claim: ClaimID, isUndo: Bool, outbox: inout Outbox, withdrawn: inout [String]
  ) throws {
    guard
      let sending = try Submissions.madeHere(
        of: claim, isWithdrawn: !isUndo, in: connection),
      let name = try Submissions.outboxName(of: sending.id, in: connection)
    else { return }
    if isUndo {
      guard sending.isUnanswered, outbox.holds(name) else {
        throw Refusal(
          "\(sending.controlNumber) has left the house: void it, or send a corrected claim.")
      }
      withdrawn.append(name)
    } else {
      let sender = ClaimSender(office: office, connection: connection)
      guard let bytes = try sender.file(of: sending.id) else { return }
      try outbox.prepare(name, bytes)
    }
    try Submissions.setWithdrawn(isUndo, submission: sending.id, in: connection)
    try ClaimFacts(connection: connection).refresh(claim)
  }

  private func togglePosting(of id: RemitClaimID, isUndo: Bool) throws -> [WorkSubject] {
    guard let kept = try RemitClaims.find(id, in: connection) else { return [] }
    let isReversal = kept.claim.status == .reversal
    if isReversal, let claim = kept.matchedTo {
      // The answer it took back stands again, or falls again.
      let partner = try RemitClaims.all(of: claim, in: connection).last {
        $0.id != id && $0.state == (isUndo ? .reversed : .posted)
          && $0.claim.paid == -kept.claim.paid && $0.claim.charge == -kept.claim.charge
      }
      if let partner {
        try RemitClaims.setState(
          isUndo ? .posted : .reversed, of: partner.id, matchedTo: claim,
          staging: partner.staging, postedAt: office.now(connection), in: connection)
      }
    }
    try RemitClaims.setState(
      isUndo ? .staged : isReversal ? .reversed : .posted, of: id, matchedTo: kept.matchedTo,
      staging: kept.staging.isEmpty ? [.confirmed] : kept.staging,
      postedAt: isUndo ? nil : office.now(connection), in: connection)
    return kept.matchedTo.map { [.claim($0)] } ?? []
  }
}
