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
  private let step: RemittanceStep
  private var payers: PayerCache { step.payers }

  init(
    office: Office, header: Remittance, id: RemittanceID, adoptsUnknown: Bool,
    doubts: [StagingReason] = [], step: RemittanceStep
  ) {
    self.doubts = doubts
    self.step = step
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
    let search = ClaimSearch(payer: payer, adoptsUnknown: adoptsUnknown, known: step.claims)
    var found = try search.find(remitClaim, in: connection)
    guard header.balance.transaction == .zero else {
      _ = try RemitClaims.insert(
        remitClaim, position: position, of: id, matchedTo: found.claim?.id, state: .held,
        staging: [.transactionOutOfBalance(header.balance.transaction)], known: office.known,
        in: connection)
      if let claim = found.claim { step.touch(.claim(claim.id)) }
      return .staged
    }
    guard let claim = found.claim, found.reasons.isEmpty, doubts.isEmpty,
      step.claims.mayBeAnswered(claim.id)
    else {
      return try apply(remitClaim, position: position, from: payer, found, in: connection)
    }
    let order = AnswersInOrder(office: office, connection: connection)
    let later = try order.lift(from: claim.id, after: header.productionDate)
    if !later.isEmpty {
      step.claims.forget(claim.id)
      found = try search.find(remitClaim, in: connection)
    }
    let outcome = try apply(remitClaim, position: position, from: payer, found, in: connection)
    if !later.isEmpty {
      try step.settle()
      try order.settle(later).forEach(step.touch)
    }
    return outcome
  }

  /// Applies one claim of the remittance to what was found.
  private func apply(
    _ remitClaim: RemittanceClaim, position: Int, from payer: Payer, _ search: ClaimSearch.Found,
    in connection: Connection
  ) throws -> Outcome {
    var found = search
    let information = InformationCheck(office: office, connection: connection)
    if doubts.isEmpty,
      try information.isInformation(remitClaim, found, by: header.productionDate)
    {
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
    let posting = ClaimPostingStep(
      office: office, remittance: id, notice: header.productionDate, step: step)
    switch try posting.plan(remitClaim, nil, from: payer, against: claim, in: connection) {
    case .post(let plan):
      let remitID = try posting.keep(
        plan, remitClaim, position: position, to: claim, in: connection)
      if SplitAnswer.lines(of: remitClaim, in: claim) != nil {
        try step.settle()
        let staged = StagedClaims(office: office, connection: connection)
        try staged.settleParts(of: claim, beside: remitID).forEach(step.touch)
      }
      step.touch(.claim(claim.id))
      // The limit of the claim to the next payer runs from this notice.
      if let next = try Claims.following(claim.id, in: connection) { step.touch(.claim(next)) }
      return .posted(denials: plan.denials.count, isNew: isNew)
    case .stage(let reasons):
      try stage(
        remitClaim, position: position, matchedTo: claim, because: reasons, in: connection)
      return .staged
    }
  }

  /// The end of a remittance: its money is looked for in the bank, and it is an item of its own where
  /// it does not balance, has provider adjustments or awaits its money.
  func finish(in connection: Connection) throws {
    let bank = DepositDesk(office: office, connection: connection)
    try bank.settle(trace: header.traceNumber).forEach(step.touch)
    let awaitsMoney = try Deposits.firstDay(in: connection) != nil
    guard
      header.balance.transaction != .zero || !header.providerAdjustments.isEmpty || awaitsMoney
    else { return }
    if try postsInterest(in: connection), !awaitsMoney { return }
    step.touch(.remittance(id))
  }

  /// Posts interest alone up to the office's limit; whether it did.
  private func postsInterest(in connection: Connection) throws -> Bool {
    guard header.balance.transaction == .zero, doubts.isEmpty else { return false }
    let payer = try payers.payer(named: header.payer, rules: office.rules, in: connection)
    return try InterestPoster(office: office, connection: connection).post(
      header.providerAdjustments, of: id, from: payer, on: header.productionDate)
  }

  private func stage(
    _ remitClaim: RemittanceClaim, position: Int, matchedTo claim: Claim?,
    because reasons: [StagingReason], in connection: Connection
  ) throws {
    let remitID = try RemitClaims.insert(
      remitClaim, position: position, of: id, matchedTo: claim?.id, state: .staged,
      staging: reasons, known: office.known, in: connection)
    step.touchStaged(remitID)
    if let claim { step.touch(.claim(claim.id)) }
  }

  private func adopt(
    _ remitClaim: RemittanceClaim, in connection: Connection
  ) throws -> Claim? {
    // What its lines will bring is read from what was learnt.
    try step.settle()
    return try AdoptedClaim(office: office, payers: payers).make(
      from: remitClaim, payer: header.payer, on: header.paymentDate, in: connection)
  }
}
