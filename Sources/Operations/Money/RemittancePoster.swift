import Billing
import Database
import Store
import WorkEngine

/// Posts what is clean of a remittance and stages what is not, claim by claim.
struct RemittancePoster {
  /// What became of one claim.
  enum Outcome: Equatable {
    case posted(denials: Int, isNew: Bool)
    case staged
    case noted
  }

  let office: Office
  let header: Remittance
  let id: RemittanceID
  /// Whether a claim that the office never sent is made from what the remittance says: so on the
  /// first day, before any claim file was read.
  let adoptsUnknown: Bool
  /// Why nothing of the remittance is posted by itself.
  let doubts: [StagingReason]
  private let payers = PayerCache()

  init(
    office: Office, header: Remittance, id: RemittanceID, adoptsUnknown: Bool,
    doubts: [StagingReason] = []
  ) {
    self.doubts = doubts
    self.office = office
    self.header = header
    self.id = id
    self.adoptsUnknown = adoptsUnknown
  }

  /// Applies one claim of the remittance.
  func apply(
    _ remitClaim: RemittanceClaim, position: Int, in connection: Connection
  ) throws -> Outcome {
    let payer = try payers.payer(named: header.payer, rules: office.rules, in: connection)
    let search = ClaimSearch(payer: payer, adoptsUnknown: adoptsUnknown)
    var found = try search.find(remitClaim, in: connection)
    guard header.balance.transaction == .zero else {
      _ = try RemitClaims.insert(
        remitClaim, position: position, of: id, matchedTo: found.claim?.id, state: .held,
        staging: [.transactionOutOfBalance(header.balance.transaction)], known: office.known,
        in: connection)
      if let claim = found.claim { try place(.claim(claim.id), in: connection) }
      return .staged
    }
    if try isInformation(remitClaim, found, in: connection) {
      _ = try RemitClaims.insert(
        remitClaim, position: position, of: id, matchedTo: found.claim?.id, state: .noted,
        staging: [], known: office.known, in: connection)
      return .noted
    }
    guard doubts.isEmpty else {
      try stage(
        remitClaim, position: position, matchedTo: found.claim, because: doubts + found.reasons,
        in: connection)
      return .staged
    }
    var isNew = false
    if found.claim == nil, found.reasons == [.unmatched], adoptsUnknown,
      let adopted = try adopt(remitClaim, in: connection)
    {
      found = ClaimSearch.Found(claim: adopted, reasons: [])
      isNew = true
    }
    guard let claim = found.claim, found.reasons.isEmpty else {
      try stage(
        remitClaim, position: position, matchedTo: found.claim, because: found.reasons,
        in: connection)
      return .staged
    }
    let remitID = try RemitClaims.insert(
      remitClaim, position: position, of: id, matchedTo: claim.id, state: .staged, staging: [],
      known: office.known, in: connection)
    let posting = ClaimPostingStep(office: office, remittance: id, notice: header.productionDate)
    switch try posting.plan(remitClaim, remitID, against: claim, in: connection) {
    case .post(let plan):
      try posting.post(plan, remitClaim, remitID, to: claim, in: connection)
      if SplitAnswer.lines(of: remitClaim, in: claim) != nil {
        let staged = StagedClaims(office: office, connection: connection)
        for subject in try staged.settleParts(of: claim, beside: remitID) {
          try place(subject, in: connection)
        }
      }
      try place(.claim(claim.id), in: connection)
      return .posted(denials: plan.denials.count, isNew: isNew)
    case .stage(let reasons):
      try RemitClaims.setState(
        .staged, of: remitID, matchedTo: claim.id, staging: reasons, postedAt: nil,
        known: office.known, in: connection)
      try place(.remitClaim(remitID), in: connection)
      try place(.claim(claim.id), in: connection)
      return .staged
    }
  }

  /// Whether it carries no money and changes nothing: kept with its claim, and no work.
  private func isInformation(
    _ remitClaim: RemittanceClaim, _ found: ClaimSearch.Found, in connection: Connection
  ) throws -> Bool {
    guard remitClaim.paid == .zero, !remitClaim.isReversal, doubts.isEmpty else { return false }
    guard let claim = found.claim, found.reasons.isEmpty else {
      return InformationAnswer.isOne(remitClaim, after: [], rules: office.rules)
    }
    let earlier = try RemitClaims.all(of: claim.id, in: connection)
      .filter { $0.state == .posted || $0.isWaiting }
    guard InformationAnswer.isOne(remitClaim, after: earlier.map(\.claim), rules: office.rules)
    else { return false }
    return try !hasActed(on: claim.id, since: earlier, in: connection)
  }

  /// Whether the claim was sent again or contested since its answers: the next one answers that.
  private func hasActed(
    on claim: ClaimID, since answers: [RemitClaims.Kept], in connection: Connection
  ) throws -> Bool {
    let noticed = try answers.compactMap {
      try Remittances.find($0.remittance, in: connection)?.noticeDate
    }.max()
    guard let noticed else { return false }
    let sent = try Submissions.all(of: claim, in: connection).map(\.sentOn).max()
    if let sent, sent >= noticed { return true }
    return try Journal.standing(on: .claim(claim), in: connection).contains {
      ($0.verb.has(.sends) || $0.verb.has(.contests)) && $0.on >= noticed
    }
  }

  /// The end of a remittance: its money is looked for in the bank, and it is an item of its own where
  /// it does not balance, has provider adjustments or awaits its money.
  func finish(in connection: Connection) throws {
    let bank = DepositDesk(office: office, connection: connection)
    for subject in try bank.settle(trace: header.traceNumber) {
      try place(subject, in: connection)
    }
    let awaitsMoney = try Deposits.firstDay(in: connection) != nil
    guard
      header.balance.transaction != .zero || !header.providerAdjustments.isEmpty || awaitsMoney
    else { return }
    if try postsInterest(in: connection), !awaitsMoney { return }
    try place(.remittance(id), in: connection)
  }

  /// Posts interest alone up to the office's limit; whether it did.
  private func postsInterest(in connection: Connection) throws -> Bool {
    guard header.balance.transaction == .zero, doubts.isEmpty else { return false }
    let payer = try payers.payer(named: header.payer, rules: office.rules, in: connection)
    return try InterestPosting(office: office, connection: connection).post(
      header.providerAdjustments, of: id, from: payer, on: header.productionDate)
  }

  private func stage(
    _ remitClaim: RemittanceClaim, position: Int, matchedTo claim: Claim?,
    because reasons: [StagingReason], in connection: Connection
  ) throws {
    let remitID = try RemitClaims.insert(
      remitClaim, position: position, of: id, matchedTo: claim?.id, state: .staged,
      staging: reasons, known: office.known, in: connection)
    try place(.remitClaim(remitID), in: connection)
    if let claim { try place(.claim(claim.id), in: connection) }
  }

  private func adopt(
    _ remitClaim: RemittanceClaim, in connection: Connection
  ) throws -> Claim? {
    try AdoptedClaim(office: office, payers: payers).make(
      from: remitClaim, payer: header.payer, on: header.paymentDate, in: connection)
  }

  private func place(_ subject: WorkSubject, in connection: Connection) throws {
    try Placer(rules: office.rules, today: office.today, payers: payers)
      .place(subject, in: connection)
  }
}
