import Billing
import Database
import Store
import WorkEngine

/// Gathers what decides how a staged answer is posted, and has its sheet written.
struct AnswerSheets {
  let rules: RuleBook
  let connection: Connection

  /// A sheet with the claim and the answers that are one piece of work with the one that was asked about.
  struct Written {
    var claim: Claim
    /// In the order in which they are posted; the first leads.
    var group: [RemitClaims.Kept]
    var sheet: PostingSheet
  }

  /// The sheet of a staged answer that is matched to a claim; nil where it is not.
  func sheet(
    of kept: RemitClaims.Kept, _ instructions: PostingInstructions = PostingInstructions()
  ) throws -> Written? {
    guard kept.isWaiting, let target = kept.matchedTo,
      let claim = try Claims.find(target, in: connection)
    else { return nil }
    let all = try RemitClaims.all(of: target, in: connection)
    let own = group(of: kept.id, among: all)
    let older = try older(than: own, among: all)
    if !older.isEmpty {
      let whole = try write(claim, older, own, all, instructions)
      if whole.sheet.problem == nil { return whole }
    }
    return try write(claim, [], own, all, instructions)
  }

  private func write(
    _ claim: Claim, _ older: [RemitClaims.Kept], _ own: [RemitClaims.Kept],
    _ all: [RemitClaims.Kept], _ instructions: PostingInstructions
  ) throws -> Written {
    let target = claim.id
    let group = older + own
    var staged = try group.map { try self.staged($0, on: claim) }
    for place in staged.indices { staged[place].isProposed = place < older.count }
    var posting = PostingCase(
      claim: claim, staged: staged,
      posted: try posted(all, on: claim),
      writtenOff: try Ledger.writtenOffByLine(of: target, in: connection),
      movedToPatient: try Ledger.movedToPatientByLine(of: target, in: connection),
      instructions: instructions)
    posting.unfound = try unfound(all, on: claim)
    return Written(claim: claim, group: group, sheet: PostingSheet.of(posting, rules: rules))
  }

  /// Answers that wait for the claim since an earlier notice: they are posted first, as proposed, so
  /// that the books do not depend on which of them somebody comes to first.
  private func older(
    than own: [RemitClaims.Kept], among all: [RemitClaims.Kept]
  ) throws -> [RemitClaims.Kept] {
    let waiting = all.filter { kept in
      kept.state == .staged && kept.leftLines.isEmpty && !own.contains { $0.id == kept.id }
        && !kept.staging.contains { $0.isDoubt || $0.isOfWholeRemittance }
    }
    guard !waiting.isEmpty, own.allSatisfy({ $0.state == .staged }) else { return [] }
    func notice(_ kept: RemitClaims.Kept) throws -> Day {
      try Remittances.find(kept.remittance, in: connection)?.noticeDate ?? Day(rawValue: .max)
    }
    let limit = try own.map { try notice($0) }.min() ?? Day(rawValue: .min)
    var older: [(notice: Day, kept: RemitClaims.Kept)] = []
    for kept in waiting {
      // A reversal and its correction stay together, where the first of them stands.
      let group = group(of: kept.id, among: all)
      let day = try group.map { try notice($0) }.min() ?? limit
      if day < limit { older.append((day, kept)) }
    }
    let places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
    func place(_ kept: RemitClaims.Kept) -> (Int, Int) {
      let group = group(of: kept.id, among: all)
      return (
        places[group.first?.id ?? kept.id] ?? 0, group.firstIndex { $0.id == kept.id } ?? 0
      )
    }
    return older.sorted {
      let (first, second) = (place($0.kept), place($1.kept))
      return ($0.notice, first.0, first.1) < ($1.notice, second.0, second.1)
    }.map(\.kept)
  }

  /// The staged answers of a claim that are one piece of work with one of them.
  func group(
    of id: RemitClaimID, among all: [RemitClaims.Kept]
  ) -> [RemitClaims.Kept] {
    // What is held waits with its whole remittance, and leads nothing else.
    let state = all.first { $0.id == id }?.state
    let waiting = all.filter { $0.isWaiting && $0.state == state && $0.leftLines.isEmpty }
    let members = waiting.map {
      AnswerGroup.Member(id: $0.id, remittance: $0.remittance, answer: $0.claim)
    }
    let group = AnswerGroup.groups(of: members).first { $0.contains { $0.id == id } }
    guard let group else { return all.filter { $0.id == id } }
    return group.compactMap { member in all.first { $0.id == member.id } }
  }

  /// A claim's story as its answer would leave it; nil where the sheet has a problem.
  func story(_ story: ClaimStory, after written: Written) throws -> ClaimStory? {
    guard written.sheet.problem == nil else { return nil }
    let staged = try written.group.map { try self.staged($0, on: written.claim) }
    let fallen = try written.sheet.takenBack.compactMap { try RemitClaims.find($0, in: connection) }
    return story.after(
      written.sheet, of: staged, without: fallen.map { ($0.remittance, $0.claim) }, rules)
  }

  private func staged(_ kept: RemitClaims.Kept, on claim: Claim) throws -> StagedAnswer {
    guard let header = try Remittances.find(kept.remittance, in: connection) else {
      throw Refusal("The remittance is missing; run `docket check`.")
    }
    let next = try Claims.nextPayer(of: claim.id, in: connection)
    let isNext = isOfNextPayer(kept, header, on: claim, next)
    let hasNext = !isNext && next != nil || RemittancePosting.isCrossover(kept.claim, rules)
    return StagedAnswer(
      id: kept.id, remittance: kept.remittance, noticeOn: header.noticeDate, answer: kept.claim,
      isNextLevel: isNext, hasNextPayer: hasNext, leftLines: kept.leftLines)
  }

  /// The payer tells as well as the status: some say "processed as primary" as the second one.
  private func isOfNextPayer(
    _ kept: RemitClaims.Kept, _ header: Remittances.Header, on claim: Claim, _ next: PayerID?
  ) -> Bool {
    RemittancePosting.isAnswerOfNextPayer(kept.claim.status, on: claim)
      || next != nil && header.payer == next && header.payer != claim.payer.id
  }

  /// Reversals that were posted against what the payer recovers.
  private func unfound(
    _ all: [RemitClaims.Kept], on claim: Claim
  ) throws -> [PostedAnswer] {
    let reversals = all.filter { $0.claim.isReversal && $0.state == .reversed }
    guard !reversals.isEmpty else { return [] }
    // Each original that came since has taken one of them.
    var taken: [Cents] = try all.filter { !$0.claim.isReversal && $0.state == .reversed }
      .flatMap { try Ledger.effect(ofRemitClaim: $0.id, in: connection) }
      .filter { $0.account == .recoupment && $0.line == nil }.map(\.amount)
    return try reversals.compactMap { kept in
      let effect = try Ledger.effect(ofRemitClaim: kept.id, in: connection)
      guard let stands = effect.first(where: { $0.account == .recoupment && $0.line == nil }),
        let header = try Remittances.find(kept.remittance, in: connection)
      else { return nil }
      if let place = taken.firstIndex(of: -stands.amount) {
        taken.remove(at: place)
        return nil
      }
      return PostedAnswer(
        id: kept.id, remittance: kept.remittance, noticeOn: header.noticeDate, answer: kept.claim,
        isNextLevel: try isOfNextPayer(
          kept, header, on: claim, Claims.nextPayer(of: claim.id, in: connection)),
        effect: effect)
    }
  }

  private func posted(_ all: [RemitClaims.Kept], on claim: Claim) throws -> [PostedAnswer] {
    let never = Timestamp(rawValue: .min)
    let next = try Claims.nextPayer(of: claim.id, in: connection)
    return try all.filter {
      !$0.claim.isReversal && ($0.state == .posted || $0.state == .reversed)
    }.sorted { ($0.postedAt ?? never) < ($1.postedAt ?? never) }.compactMap { kept in
      let effect = try Ledger.effect(ofRemitClaim: kept.id, in: connection)
      let awaits =
        kept.state == .reversed
        && effect.contains { $0.account == .recoupment && $0.line != nil }
      guard kept.state == .posted || awaits,
        let header = try Remittances.find(kept.remittance, in: connection)
      else { return nil }
      return PostedAnswer(
        id: kept.id, remittance: kept.remittance, noticeOn: header.noticeDate, answer: kept.claim,
        isNextLevel: isOfNextPayer(kept, header, on: claim, next),
        effect: effect, awaitsTakeBack: awaits)
    }
  }
}
