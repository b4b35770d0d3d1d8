import Billing
import Database
import Store
import WorkEngine

/// Looks again at claims of remittances that wait in Cash posting, after facts about them changed.
struct StagedClaims {
  let office: Office
  let connection: Connection

  /// What keeps a claim of a remittance that is matched to a claim of ours from being posted;
  /// `.confirmed` where nothing does but that a person has to do it.
  func reasons(
    of kept: RemitClaims.Kept, matchedTo claim: Claim
  ) throws -> [StagingReason] {
    let header = try header(of: kept)
    let step = ClaimPostingStep(
      office: office, remittance: kept.remittance, notice: header.noticeDate)
    let doubts = kept.staging.filter(\.isOfWholeRemittance)
    let payer = try PayerCache().payer(header.payer, in: connection)
    switch try step.plan(kept.claim, kept.id, from: payer, against: claim, in: connection) {
    case .post: return doubts.isEmpty ? [.confirmed] : doubts
    case .stage(let reasons): return doubts + reasons
    }
  }

  /// Posts, or stages for what is still wrong, everything that waits for its payee alone and was paid
  /// to an NPI that is ours by now.
  func lookAgainAtOtherPayees() throws -> [WorkSubject] {
    var changed: [WorkSubject] = []
    for kept in try RemitClaims.waitingForPayee(in: connection) {
      let strangers = try kept.staging.filter { reason in
        guard case .otherPayee(let npi) = reason else { return false }
        return try Payees(office: office).stranger(npi, in: connection) != nil
      }
      guard strangers.isEmpty else { continue }
      changed += try settle(kept)
    }
    return changed
  }

  /// Posts, or stages for what is still wrong, what came under a number before the claim that has it,
  /// as long as nobody has decided about it.
  func lookAgain(atNumber number: String) throws -> [WorkSubject] {
    var changed: [WorkSubject] = []
    for kept in try inOrder(RemitClaims.staged(numbered: number, in: connection)) {
      let waitsForClaim = kept.staging.allSatisfy { reason in
        switch reason {
        case .unmatched, .needsConfirmation: true
        default: false
        }
      }
      guard waitsForClaim,
        try Journal.standing(on: .remitClaim(kept.id), in: connection).isEmpty
      else { continue }
      changed += try settle(kept)
    }
    return changed
  }

  /// Posts the other parts of a split answer, which waited for the one that completes them.
  func settleParts(of claim: Claim, beside id: RemitClaimID) throws -> [WorkSubject] {
    var changed: [WorkSubject] = []
    for kept in try RemitClaims.all(of: claim.id, in: connection)
    where kept.id != id && kept.state == .staged {
      let isPart = SplitAnswer.lines(of: kept.claim, in: claim) != nil
      let waitsForParts = kept.staging.allSatisfy {
        if case .chargeDiffers = $0 { true } else { false }
      }
      if isPart, waitsForParts { changed += try settle(kept) }
    }
    return changed
  }

  /// Answers by the day of their notice, those of one day as they were read.
  func inOrder(_ answers: [RemitClaims.Kept]) throws -> [RemitClaims.Kept] {
    guard answers.count > 1 else { return answers }
    return try answers.map { (kept: $0, notice: try header(of: $0).noticeDate) }
      .sorted { ($0.notice, $0.kept.id) < ($1.notice, $1.kept.id) }.map(\.kept)
  }

  /// Treats an answer that waits as if it were read now: posts it, keeps it as information, or stages
  /// it for what is wrong.
  func settle(_ kept: RemitClaims.Kept) throws -> [WorkSubject] {
    let header = try header(of: kept)
    guard let payer = try Payers.find(header.payer, in: connection) else { return [] }
    let found = try ClaimSearch(payer: payer, adoptsUnknown: false).find(kept.claim, in: connection)
    let isInformation = try InformationCheck(office: office, connection: connection)
      .isInformation(kept.claim, found, by: header.noticeDate, besides: kept.id)
    if isInformation {
      try RemitClaims.setState(
        .noted, of: kept.id, matchedTo: found.claim?.id, staging: [], postedAt: nil,
        known: office.known, in: connection)
      return [.remitClaim(kept.id)] + (found.claim.map { [.claim($0.id)] } ?? [])
    }
    let others = kept.staging.filter { if case .productionData = $0 { true } else { false } }
    var reasons = others + found.reasons
    if let claim = found.claim, reasons.isEmpty {
      let step = ClaimPostingStep(
        office: office, remittance: kept.remittance, notice: header.noticeDate)
      switch try step.plan(kept.claim, kept.id, from: payer, against: claim, in: connection) {
      case .post(let plan):
        try step.post(plan, kept.claim, kept.id, to: claim, in: connection)
        let next = try Claims.following(claim.id, in: connection)
        return [.remitClaim(kept.id), .claim(claim.id)] + (next.map { [.claim($0)] } ?? [])
      case .stage(let found): reasons = found
      }
    }
    try RemitClaims.setState(
      .staged, of: kept.id, matchedTo: found.claim?.id, staging: reasons, postedAt: nil,
      known: office.known, in: connection)
    return [.remitClaim(kept.id)] + (found.claim.map { [.claim($0.id)] } ?? [])
  }

  /// Looks again at everything that waits for a claim, and gives what changed.
  ///
  /// A correction can be posted once its reversal is; and the limit of the claim to the next payer runs
  /// from the notice of the last answer that is posted here.
  func lookAgain(at id: ClaimID, besides ids: Set<RemitClaimID>) throws -> [WorkSubject] {
    guard let claim = try Claims.find(id, in: connection) else { return [] }
    var changed = try Claims.following(id, in: connection).map { [WorkSubject.claim($0)] } ?? []
    for kept in try RemitClaims.all(of: id, in: connection)
    where !ids.contains(kept.id) && kept.state == .staged
      && !kept.staging.contains(where: \.isDoubt) && kept.leftLines.isEmpty
    {
      // What leads it may have been posted or taken back.
      changed.append(.remitClaim(kept.id))
      let reasons = try reasons(of: kept, matchedTo: claim)
      guard reasons != kept.staging else { continue }
      try RemitClaims.setState(
        .staged, of: kept.id, matchedTo: claim.id, staging: reasons, postedAt: nil,
        known: office.known, in: connection)
    }
    return changed
  }

  /// Puts a claim of a remittance back to what the cascade says of it, without one claim.
  func unmatch(_ kept: RemitClaims.Kept, from made: ClaimID?) throws -> ClaimID? {
    let header = try header(of: kept)
    guard let payer = try Payers.find(header.payer, in: connection) else { return nil }
    let found = try ClaimSearch(payer: payer, adoptsUnknown: false, leavesOut: made)
      .find(kept.claim, in: connection)
    var reasons = found.reasons
    if reasons.isEmpty, let claim = found.claim {
      reasons = try self.reasons(of: kept, matchedTo: claim)
    }
    try RemitClaims.setState(
      .staged, of: kept.id, matchedTo: found.claim?.id, staging: reasons, postedAt: nil,
      known: office.known, in: connection)
    return found.claim?.id
  }

  /// The payer's number for a claim as its last answer gave it, were that posted or reversed since.
  func refreshPayerNumber(_ claim: Claim) throws {
    let answers = try RemitClaims.all(of: claim.id, in: connection).filter {
      ($0.state == .posted || $0.state == .reversed) && $0.claim.status != .reversal
        && !$0.claim.payerControlNumber.isEmpty
        && !RemittancePosting.isAnswerOfNextPayer($0.claim.status, on: claim)
    }
    let never = Timestamp(rawValue: .min)
    guard let last = answers.max(by: { ($0.postedAt ?? never) < ($1.postedAt ?? never) }) else {
      return
    }
    try Claims.setPayerControlNumber(
      last.claim.payerControlNumber, of: claim.id, answering: last.claim.controlNumber,
      in: connection)
  }

  /// Whether the next payer has the claim, by our bill or by crossover, as the facts stand now.
  func refreshNextBilled(_ claim: ClaimID) throws {
    let crossedOver = try RemitClaims.all(of: claim, in: connection).contains {
      $0.state == .posted && RemittancePosting.isCrossover($0.claim, office.rules)
    }
    let isBilled = try crossedOver || Claims.hasStandingSuccessor(claim, in: connection)
    try Claims.setNextBilled(isBilled, of: claim, in: connection)
  }

  func header(of kept: RemitClaims.Kept) throws -> Remittances.Header {
    guard let header = try Remittances.find(kept.remittance, in: connection) else {
      throw Refusal("The remittance is missing; run `docket check`.")
    }
    return header
  }
}

extension StagingReason {
  /// Whether it is about the remittance, not about one claim of it.
  var isOfWholeRemittance: Bool {
    switch self {
    case .otherPayee, .productionData: true
    default: false
    }
  }

  /// Whether nobody knows yet which claim is meant.
  var isDoubt: Bool {
    switch self {
    case .unmatched, .needsConfirmation, .otherPatient: true
    default: false
    }
  }
}
