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
    let group = group(of: kept.id, among: all)
    let posting = PostingCase(
      claim: claim, staged: try group.map { try staged($0, on: claim) },
      posted: try posted(all, on: claim),
      writtenOff: try Ledger.writtenOffByLine(of: target, in: connection),
      movedToPatient: try Ledger.movedToPatientByLine(of: target, in: connection),
      instructions: instructions)
    return Written(claim: claim, group: group, sheet: PostingSheet.of(posting, rules: rules))
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

  private func posted(_ all: [RemitClaims.Kept], on claim: Claim) throws -> [PostedAnswer] {
    let never = Timestamp(rawValue: .min)
    let next = try Claims.nextPayer(of: claim.id, in: connection)
    return try all.filter {
      !$0.claim.isReversal && ($0.state == .posted || $0.state == .reversed)
    }.sorted { ($0.postedAt ?? never) < ($1.postedAt ?? never) }.compactMap { kept in
      let effect = try Ledger.effect(ofRemitClaim: kept.id, in: connection)
      let awaits = kept.state == .reversed && effect.contains { $0.account == .recoupment }
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
