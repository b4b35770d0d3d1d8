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
      try TakingBack(office: self, connection: connection).takeBackLast(verb, outbox: &outbox)
    }
  }
}

/// Takes decisions back, and brings them back, inside a transaction.
struct TakingBack {
  let office: Office
  let connection: Connection

  /// Takes the user's last decision back, or brings back what was taken back last: `undo`, `redo`.
  func takeBackLast(_ verb: DecisionVerb, outbox: inout Outbox) throws -> DecisionOutcome {
    guard let last = try last(verb) else {
      throw Refusal(verb == .undo ? "Nothing to undo." : "Nothing to redo.")
    }
    let group = try group(of: last, verb)
    var items: [WorkItemID] = []
    for kept in group.reversed() {
      try takeBack(kept, as: verb, outbox: &outbox)
      if let item = try WorkItems.find(kept.activity.subject, in: connection) {
        items.append(item.item.id)
      }
    }
    let what = try decided(last).activity.verb.title
    let done =
      group.count == 1
      ? "\(verb == .undo ? "Undone" : "Done again"): \(what)."
      : "\(group.count) items are \(verb == .undo ? "as they were" : "done again")."
    return DecisionOutcome(message: done, isUndoable: verb == .redo, items: items)
  }

  /// The user's last decision that stands, or last undo that stands with no decision after it.
  private func last(_ verb: DecisionVerb) throws -> Activities.Kept? {
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
  private func group(of last: Activities.Kept, _ verb: DecisionVerb) throws -> [Activities.Kept] {
    guard let bulk = last.bulk else { return [last] }
    return try Activities.all(bulk: bulk, in: connection).filter { try fits($0, verb) }
  }

  private func fits(_ line: Activities.Kept, _ verb: DecisionVerb) throws -> Bool {
    guard verb == .undo else {
      // Only the last undo of a chain: an earlier one stands too once its redo was undone.
      return line.activity.verb == .undo && line.activity.undoneBy == nil
    }
    return try line.activity.undoes == nil && !line.activity.verb.has(.final) && stands(line)
  }

  private func stands(_ kept: Activities.Kept) throws -> Bool {
    guard let by = kept.activity.undoneBy, let undo = try Activities.find(by, in: connection)
    else { return true }
    return try !stands(undo)
  }

  private func takeBack(
    _ kept: Activities.Kept, as verb: DecisionVerb, outbox: inout Outbox
  ) throws {
    let decision = try decided(kept)
    try refuseIfChanged(decision)
    let desk = DecisionDesk(office: office, connection: connection)
    // A line can be taken back once: what was redone is taken back by undoing the redo.
    let target = try latestOfChain(kept)
    let activity = try desk.record(
      verb, of: decision, undoes: target.activity.id)
    var touched = [decision.activity.subject]
    touched += try reverseEntries(of: target, verb, as: activity)
    let done = DoneDecision(
      office: office, connection: connection, decided: decision, line: target,
      activity: activity)
    let effect = VerbEffects[decision.activity.verb]
    touched +=
      try verb == .undo
      ? effect.takeBack(done, outbox: &outbox) : effect.bringBack(done, outbox: &outbox)
    var seen: Set<WorkSubject> = []
    try desk.placeAnew(touched.filter { seen.insert($0).inserted })
    if let item = try WorkItems.find(decision.activity.subject, in: connection) {
      try WorkItems.touch(item.item.id, on: office.today, in: connection)
    }
  }

  /// Reverses whatever a line posted, the last entry first; gives the claims whose money moved.
  private func reverseEntries(
    of target: Activities.Kept, _ verb: DecisionVerb, as activity: ActivityID
  ) throws -> [WorkSubject] {
    let made = try Ledger.entries(ofActivity: target.activity.id, in: connection)
    let standing = try made.compactMap { made in
      try Ledger.standing(made, in: connection).map { (made: made, entry: $0) }
    }
    guard let newest = standing.map(\.entry.id).max() else { return [] }
    let claims = Set(standing.flatMap(\.entry.entry.postings).compactMap(\.claim)).sorted()
    try refuseOverdraft(of: claims, since: newest, verb) {
      for (made, entry) in standing.reversed() {
        let reversing = try JournalEntry(
          cause: entry.entry.cause.whenReversed, on: office.today,
          postings: entry.entry.postings.map(\.reversed))
        _ = try Ledger.post(
          reversing, claim: made.claim, remittance: made.remittance, remitClaim: made.remitClaim,
          deposit: made.deposit, activity: activity, reverses: entry.id, known: office.known,
          in: connection)
      }
    }
    return claims.map { .claim($0) }
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
}

extension PostingCause {
  /// Cash that was taken in and goes again is not explained by that: it stays apart.
  fileprivate var whenReversed: PostingCause { self == .cashReceived ? .cashReceived : .reversal }
}
