import Billing
import Database
import Store
import WorkEngine

/// What of a remittance belongs to no claim by itself: its provider adjustments, the difference by
/// which it does not add up, and the claims that were held because of it.
struct RemittanceSettlement {
  let office: Office
  let connection: Connection
  let activity: ActivityID

  /// Posts all of it; gives the subjects whose placement may change.
  func settle(_ id: RemittanceID) throws -> [WorkSubject] {
    guard let header = try Remittances.find(id, in: connection) else { return [] }
    var touched: [WorkSubject] = []
    for adjustment in try Remittances.providerAdjustments(of: id, in: connection) {
      let entry = try RemittancePosting.providerAdjustmentEntry(
        adjustment, remittance: id, on: header.noticeDate)
      try post(entry, of: id)
      touched += try keep(
        RemittancePosting.account(ofProviderAdjustment: adjustment.reason), adjustment.amount,
        under: adjustment.reference, header)
    }
    if header.difference != .zero {
      let entry = try JournalEntry(
        cause: .paymentDifference, on: header.noticeDate,
        postings: [
          Posting(account: .suspense, amount: header.difference, remittance: id),
          Posting(account: .paymentDifference, amount: -header.difference, remittance: id),
        ])
      try post(entry, of: id)
      touched += try keep(
        .paymentDifference, -header.difference, under: header.traceNumber, header)
    }
    for kept in try RemitClaims.all(of: id, in: connection) where kept.state == .held {
      touched += try release(kept, header)
    }
    return touched
  }

  /// Begins with a remittance that counts from now on: its claims are posted or staged, or held where
  /// it does not add up.
  func begin(_ header: Remittances.Header) throws -> [WorkSubject] {
    var touched: [WorkSubject] = [.remittance(header.id)]
    for kept in try RemitClaims.all(of: header.id, in: connection) where kept.state == .noted {
      if header.difference != .zero {
        try change(
          kept,
          AnswerChanges.Facts(
            state: .held, staging: [.transactionOutOfBalance(header.difference)],
            matchedTo: nil, postedAt: nil))
      } else if !InformationAnswer.isOne(kept.claim, after: [], rules: office.rules) {
        touched += try release(kept, header)
      }
    }
    return touched
  }

  private func post(_ entry: JournalEntry, of id: RemittanceID) throws {
    _ = try Ledger.post(
      entry, remittance: id, activity: activity, known: office.known, in: connection)
  }

  /// Keeps what stands with the payer afterwards; interest is ours and stands nowhere.
  private func keep(
    _ account: LedgerAccount, _ amount: Cents, under reference: String,
    _ header: Remittances.Header
  ) throws -> [WorkSubject] {
    guard account != .interestIncome, amount != .zero else { return [] }
    let leader = try ProviderBalances.insert(
      ProviderBalances.New(
        account: account, payer: header.payer, reference: reference, amount: amount,
        remittance: header.id, on: header.noticeDate), activity: activity, known: office.known,
      in: connection)
    return [.providerBalance(leader)]
  }

  /// A claim that waited with its remittance: posted where it fits, else staged by itself.
  private func release(
    _ kept: RemitClaims.Kept, _ header: Remittances.Header
  ) throws -> [WorkSubject] {
    guard let payer = try Payers.find(header.payer, in: connection) else { return [] }
    let found = try ClaimSearch(payer: payer, adoptsUnknown: false).find(kept.claim, in: connection)
    var reasons = found.reasons
    if let claim = found.claim, reasons.isEmpty {
      let step = ClaimPostingStep(
        office: office, remittance: header.id, notice: header.noticeDate, activity: activity)
      switch try step.plan(kept.claim, kept.id, from: payer, against: claim, in: connection) {
      case .post(let plan):
        // The change is kept first: posting sets the same state.
        try change(
          kept,
          AnswerChanges.Facts(
            state: .posted, staging: [], matchedTo: claim.id,
            postedAt: try office.sequence(connection)))
        try step.post(plan, kept.claim, kept.id, to: claim, in: connection)
        let after = try Claims.find(claim.id, in: connection)?.payerControlNumber
        try AnswerChanges.keepNumber(
          before: claim.payerControlNumber, after: after ?? "", of: kept.id, activity: activity,
          in: connection)
        return [.claim(claim.id), .remitClaim(kept.id)]
      case .stage(let found): reasons = found
      }
    }
    try change(
      kept,
      AnswerChanges.Facts(
        state: .staged, staging: reasons, matchedTo: found.claim?.id, postedAt: nil))
    return [.remitClaim(kept.id)] + (found.claim.map { [.claim($0.id)] } ?? [])
  }

  private func change(_ kept: RemitClaims.Kept, _ after: AnswerChanges.Facts) throws {
    try AnswerChanges.apply(
      after, to: kept, activity: activity, known: office.known, in: connection)
  }
}
