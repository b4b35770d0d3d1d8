import Billing
import Database
import Store
import WorkEngine

/// Puts the answers of a claim into the order in which payers gave them, whatever order files came in.
///
/// What the program alone did with an answer it may do again: a fact that belongs before it takes it
/// back, is applied, and then the answer is settled anew. What people decided stands.
struct AnswersInOrder {
  let office: Office
  let connection: Connection

  /// Takes back the answers of a claim that came with a later notice; nothing for nearly every claim.
  func lift(from claim: ClaimID, after notice: Day) throws -> [RemitClaims.Kept] {
    guard try RemitClaims.hasLater(claim, than: notice, in: connection) else { return [] }
    return try lift(from: claim) { $1.noticeDate > notice }
  }

  /// Takes back the answers of a claim that a condition names, the last one first, and gives them with
  /// those that wait and that nobody has decided about.
  ///
  /// Where a person posted one of them, or moved money of the claim (`mindsPeople`), nothing is touched.
  func lift(
    from claim: ClaimID, mindsPeople: Bool = true,
    where isMeant: (RemitClaims.Kept, Remittances.Header) -> Bool
  ) throws -> [RemitClaims.Kept] {
    let staged = StagedClaims(office: office, connection: connection)
    let meant = try RemitClaims.all(of: claim, in: connection).filter {
      try ($0.state == .posted || $0.state == .staged) && isMeant($0, staged.header(of: $0))
    }
    let free = try meant.filter { kept in
      try kept.leftLines.isEmpty && !kept.staging.contains(where: \.isOfWholeRemittance)
        && Journal.standing(on: .remitClaim(kept.id), in: connection).isEmpty
    }
    let posted = meant.filter { $0.state == .posted }
    guard !free.isEmpty else { return [] }
    if !posted.isEmpty {
      guard posted.allSatisfy({ kept in free.contains { $0.id == kept.id } }),
        try !mindsPeople || !Ledger.isMovedByPeople(claim, in: connection)
      else { return [] }
    }
    let never = Timestamp(rawValue: .min)
    for kept in posted.sorted(by: { ($0.postedAt ?? never) > ($1.postedAt ?? never) }) {
      try takeBack(kept, of: claim, on: staged.header(of: kept).noticeDate)
    }
    if !posted.isEmpty {
      try staged.refreshNextBilled(claim)
      if let claim = try Claims.find(claim, in: connection) {
        try staged.refreshPayerNumber(claim)
      }
    }
    return free
  }

  /// Takes back answers of a claim that a condition names, and lets them wait without a claim: the file
  /// that is read now says which one they mean.
  func release(
    from claim: ClaimID, where isMeant: (RemitClaims.Kept, Remittances.Header) -> Bool
  ) throws {
    for kept in try lift(from: claim, mindsPeople: false, where: isMeant) {
      try RemitClaims.setState(
        .staged, of: kept.id, matchedTo: nil, staging: [.unmatched], postedAt: nil,
        known: office.known, in: connection)
    }
  }

  /// Settles answers in the order of their notices; gives the subjects whose placement may change.
  func settle(_ answers: [RemitClaims.Kept]) throws -> [WorkSubject] {
    let staged = StagedClaims(office: office, connection: connection)
    return try staged.inOrder(answers).flatMap { kept -> [WorkSubject] in
      // One that completes a split bill settles the other parts with it.
      guard let now = try RemitClaims.find(kept.id, in: connection), now.state == .staged else {
        return []
      }
      return try staged.settle(now) + (kept.matchedTo.map { [.claim($0)] } ?? [])
    }
  }

  private func takeBack(_ kept: RemitClaims.Kept, of claim: ClaimID, on day: Day) throws {
    let effect = try Ledger.effect(ofRemitClaim: kept.id, in: connection)
    if !effect.isEmpty {
      let isRestated = try Ledger.isRestated(kept.id, in: connection)
      let entry = try Ledger.standing(
        ofRemitClaim: kept.id, of: kept.remittance, in: connection)
      _ = try Ledger.post(
        JournalEntry(cause: .reversal, on: day, postings: effect.map(\.reversed)), claim: claim,
        remittance: kept.remittance, remitClaim: kept.id, reverses: isRestated ? nil : entry?.id,
        known: office.known, in: connection)
    }
    try RemitClaims.clearDenials(of: kept.id, in: connection)
    try RemitClaims.setState(
      .staged, of: kept.id, matchedTo: claim, staging: [.confirmed], postedAt: nil,
      known: office.known, in: connection)
  }
}
