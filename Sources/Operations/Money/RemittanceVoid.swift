import Billing
import Database
import Store
import WorkEngine

/// A remittance is taken back as a whole: read twice, or the wrong file (domain 5.12, point 9).
struct RemittanceVoid {
  let office: Office
  let connection: Connection
  let activity: ActivityID

  /// Reverses everything that was posted from it and its cash; gives the subjects whose placement may
  /// change.
  ///
  /// - Throws: ``Refusal`` where a later answer rests on one of its answers.
  func void(
    _ id: RemittanceID, leaving standing: RemittanceStanding = .voided
  ) throws -> [WorkSubject] {
    guard let header = try Remittances.find(id, in: connection), header.standing == .standing else {
      throw Refusal("It does not count: there is nothing to take back.")
    }
    var touched: [WorkSubject] = [.remittance(id)]
    let unposting = AnswerUnposting(office: office, connection: connection, activity: activity)
    // The last answer first, so that a correction goes before what it corrects.
    for kept in try RemitClaims.all(of: id, in: connection).reversed() {
      touched += try unposting.unpost(kept, to: .noted)
    }
    touched += try reverseRest(of: header)
    try Remittances.change(
      header, to: standing, activity: activity, known: office.known, in: connection)
    return try touched
      + DepositDesk(office: office, connection: connection).letGo(of: header, as: activity)
  }

  /// Cash, provider adjustments and the remittance's own difference.
  private func reverseRest(of header: Remittances.Header) throws -> [WorkSubject] {
    for made in try Ledger.entries(ofRemittance: header.id, in: connection) {
      guard let entry = try Ledger.standing(made, in: connection), entry.id == made.id else {
        continue
      }
      _ = try Ledger.post(
        JournalEntry(
          cause: made.entry.cause == .cashReceived ? .cashReceived : .reversal, on: office.today,
          postings: made.entry.postings.map(\.reversed)), remittance: header.id,
        activity: activity, reverses: made.id, known: office.known, in: connection)
    }
    return try ProviderBalances.takeBack(
      ofRemittance: header.id, claim: nil, activity: activity, on: office.today,
      known: office.known, in: connection
    ).map { .providerBalance($0) }
  }
}

/// One posted answer is taken back, days later, whoever posted it.
struct AnswerUnposting {
  let office: Office
  let connection: Connection
  let activity: ActivityID

  /// Reverses what was posted with an answer; gives the subjects whose placement may change.
  ///
  /// Afterwards it is staged to be posted anew, or noted where its remittance counts no more.
  ///
  /// - Throws: ``Refusal`` where a later answer rests on it.
  func unpost(
    _ kept: RemitClaims.Kept, to state: RemitClaims.State
  ) throws -> [WorkSubject] {
    // What was undone together with another one of the remittance may have changed since.
    guard let kept = try RemitClaims.find(kept.id, in: connection) else { return [] }
    var touched: [WorkSubject] = [.remitClaim(kept.id)]
    if let claim = kept.matchedTo { touched.append(.claim(claim)) }
    if kept.state == .posted || kept.state == .reversed {
      touched += try takeBack(kept)
    }
    guard let now = try RemitClaims.find(kept.id, in: connection) else { return touched }
    var after = AnswerChanges.Facts(now)
    after.state = state
    after.postedAt = nil
    after.staging = state == .staged ? [.confirmed] : []
    if state == .noted { after.matchedTo = nil }
    try AnswerChanges.apply(
      after, to: now, activity: activity, known: office.known, in: connection)
    if let id = kept.matchedTo, let claim = try Claims.find(id, in: connection) {
      let staged = StagedClaims(office: office, connection: connection)
      try staged.refreshNextBilled(id)
      try staged.refreshPayerNumber(claim)
      let number = try Claims.find(id, in: connection)?.payerControlNumber ?? ""
      try AnswerChanges.keepNumber(
        before: claim.payerControlNumber, after: number, of: kept.id, activity: activity,
        in: connection)
      touched += try staged.lookAgain(at: id, besides: [kept.id])
    }
    return touched
  }

  private func takeBack(_ kept: RemitClaims.Kept) throws -> [WorkSubject] {
    var touched: [WorkSubject] = []
    if let decision = try postingDecision(of: kept) {
      touched += try takeBack(decision, of: kept)
    } else if kept.state == .reversed {
      throw Refusal(
        "The payer took the answer for \(kept.claim.controlNumber) back since: take that back first."
      )
    }
    let left = try Ledger.effect(ofRemitClaim: kept.id, in: connection)
    guard !left.isEmpty else { return touched }
    let hasLater = try RemitClaims.all(of: kept.matchedTo ?? ClaimID(0), in: connection).contains {
      $0.id != kept.id && $0.state == .posted && !$0.claim.isReversal
        && ($0.postedAt ?? Timestamp(rawValue: .min)) > (kept.postedAt ?? Timestamp(rawValue: .max))
        && $0.remittance != kept.remittance
    }
    let isRestated = try Ledger.isRestated(kept.id, in: connection)
    if hasLater && isRestated {
      throw Refusal(
        "A later answer for \(kept.claim.controlNumber) rests on it: take that one back first.")
    }
    let standing = try Ledger.standing(
      ofRemitClaim: kept.id, of: kept.remittance, in: connection)
    _ = try Ledger.post(
      JournalEntry(cause: .reversal, on: office.today, postings: left.map(\.reversed)),
      claim: kept.matchedTo, remittance: kept.remittance, remitClaim: kept.id, activity: activity,
      reverses: isRestated ? nil : standing?.id, known: office.known, in: connection)
    return touched
  }

  /// The decision by which it was posted, as it stands; nil where it posted by itself.
  private func postingDecision(of kept: RemitClaims.Kept) throws -> ActivityID? {
    try AnswerChanges.decisions(about: kept.id, in: connection).last { decision in
      try Activities.find(decision, in: connection)?.activity.undoneBy == nil
    }
  }

  /// Takes back what a decision did to the answer's claim: entries, answers, balances.
  private func takeBack(
    _ decision: ActivityID, of kept: RemitClaims.Kept
  ) throws -> [WorkSubject] {
    var touched: [WorkSubject] = []
    let changes = try AnswerChanges.all(of: decision, in: connection)
      .filter { [$0.before.matchedTo, $0.after.matchedTo].contains(kept.matchedTo) }
    let answers = Set(changes.map(\.answer))
    for made in try Ledger.entries(ofActivity: decision, in: connection).reversed() {
      guard made.claim == kept.matchedTo, made.remitClaim.map(answers.contains) ?? true,
        let entry = try Ledger.standing(made, in: connection)
      else { continue }
      _ = try Ledger.post(
        JournalEntry(
          cause: .reversal, on: office.today, postings: entry.entry.postings.map(\.reversed)),
        claim: made.claim, remittance: made.remittance, remitClaim: made.remitClaim,
        activity: activity, reverses: entry.id, known: office.known, in: connection)
    }
    for change in changes.reversed() where change.answer != kept.id {
      guard let other = try RemitClaims.find(change.answer, in: connection),
        other.state == change.after.state
      else { continue }
      try AnswerChanges.apply(
        change.before, to: other, activity: activity, known: office.known, in: connection)
      touched.append(.remitClaim(other.id))
    }
    touched += try ProviderBalances.takeBack(
      of: decision, claim: kept.matchedTo, activity: activity, on: office.today,
      known: office.known, in: connection
    ).map { .providerBalance($0) }
    return touched
  }
}
