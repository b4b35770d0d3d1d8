import Billing
import Database
import Store
import WorkEngine

/// Posts exactly what a sheet shows, as one decision.
struct SheetPoster {
  let office: Office
  let connection: Connection
  let activity: ActivityID

  /// Writes the entries, the states of the answers and what they leave to work; gives the subjects
  /// whose placement may change.
  ///
  /// - Throws: ``Refusal`` where the sheet has a problem.
  func post(_ written: AnswerSheets.Written) throws -> [WorkSubject] {
    let sheet = written.sheet
    if let problem = sheet.problem { throw Refusal(problem.sentence) }
    var touched: [WorkSubject] = []
    for step in sheet.steps {
      try post(step, of: written.claim)
      touched += try keepBalances(of: step, written.claim)
    }
    let own = Set(written.group.map(\.id))
    for id in sheet.takenBack where !own.contains(id) { try takeBack(id) }
    for result in sheet.results {
      guard let kept = written.group.first(where: { $0.id == result.id }) else { continue }
      try finish(kept, result, written.claim, isTakenBack: sheet.takenBack.contains(result.id))
    }
    let staged = StagedClaims(office: office, connection: connection)
    try staged.refreshNextBilled(written.claim.id)
    return touched + [.claim(written.claim.id)] + written.group.map { .remitClaim($0.id) }
      + (try staged.lookAgain(at: written.claim.id, besides: Set(written.group.map(\.id))))
  }

  private func post(_ step: PostingStep, of claim: Claim) throws {
    let entry = try JournalEntry(cause: step.cause, on: step.on, postings: step.postings)
    _ = try Ledger.post(
      entry, claim: claim.id, remittance: step.remittance, remitClaim: step.answer,
      activity: activity, reverses: try entryTakenBack(by: step), known: office.known,
      in: connection)
  }

  /// What a step leaves with the payer: to be taken back, or by how much its amounts differ.
  private func keepBalances(of step: PostingStep, _ claim: Claim) throws -> [WorkSubject] {
    let apart = step.postings.filter { [.recoupment, .paymentDifference].contains($0.account) }
    guard !apart.isEmpty,
      let answer = try step.answer.flatMap({
        try RemitClaims.find($0, in: connection)
      }), let header = try Remittances.find(answer.remittance, in: connection)
    else { return [] }
    let number = answer.claim.payerControlNumber
    return try apart.map { posting in
      let leader = try ProviderBalances.insert(
        ProviderBalances.New(
          account: posting.account, payer: header.payer,
          reference: number.isEmpty ? answer.claim.controlNumber : number, amount: posting.amount,
          remittance: step.remittance, claim: claim.id, on: step.on), activity: activity,
        known: office.known, in: connection)
      return .providerBalance(leader)
    }
  }

  /// The entry that a step reverses as it stands; nil where a later one restated a part of it.
  private func entryTakenBack(by step: PostingStep) throws -> Int64? {
    guard let original = try step.reverses.flatMap({ try RemitClaims.find($0, in: connection) }),
      let entry = try Ledger.standing(
        ofRemitClaim: original.id, of: original.remittance, in: connection),
      // What this decision posted itself it takes back entry by entry when it is undone.
      entry.activity != activity
    else { return nil }
    func amounts(_ postings: [Posting]) -> [[Int64]] {
      postings.map { [Int64($0.account.hashOrder), $0.line?.rawValue ?? 0, $0.amount.rawValue] }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    let isWhole = amounts(entry.entry.postings.map(\.reversed)) == amounts(step.postings)
    return isWhole ? entry.id : nil
  }

  private func takeBack(_ id: RemitClaimID) throws {
    guard let kept = try RemitClaims.find(id, in: connection) else { return }
    var after = AnswerChanges.Facts(kept)
    // The time of its posting is kept: should this be undone, it is no newer than it was.
    after.state = .reversed
    try AnswerChanges.apply(
      after, to: kept, activity: activity, known: office.known, in: connection)
  }

  private func finish(
    _ kept: RemitClaims.Kept, _ result: AnswerResult, _ claim: Claim, isTakenBack: Bool
  ) throws {
    let now = try office.sequence(connection)
    let after: AnswerChanges.Facts
    if !result.heldLines.isEmpty {
      after = AnswerChanges.Facts(
        state: .staged, staging: [.linesLeft(result.heldLines)], matchedTo: claim.id, postedAt: now)
    } else {
      after = AnswerChanges.Facts(
        state: result.isReversal || isTakenBack ? .reversed : .posted,
        staging: result.isReversal ? kept.staging : [], matchedTo: claim.id, postedAt: now)
    }
    try AnswerChanges.apply(
      after, to: kept, activity: activity, known: office.known, in: connection)
    guard !result.isReversal, !isTakenBack,
      let header = try Remittances.find(kept.remittance, in: connection)
    else { return }
    try ClaimPostingStep(
      office: office, remittance: kept.remittance, notice: header.noticeDate, activity: activity
    ).note(
      denied: result.denied.map { ($0.position, $0.denial.adjustment) }, allowed: result.allowed,
      crossedOver: result.crossedOver,
      of: kept.claim, kept.id, on: claim, in: connection)
    try keepNumber(of: kept.id, claim)
  }

  /// The payer's number comes back with undo as it was, whoever had given it.
  private func keepNumber(of answer: RemitClaimID, _ before: Claim) throws {
    guard let after = try Claims.find(before.id, in: connection) else { return }
    try AnswerChanges.keepNumber(
      before: before.payerControlNumber, after: after.payerControlNumber, of: answer,
      activity: activity, in: connection)
  }
}

extension LedgerAccount {
  /// A number of its own, for comparing lists of postings.
  fileprivate var hashOrder: Int { Self.allCases.firstIndex(of: self) ?? -1 }
}
