import Billing

/// The postings of one answer while they are gathered, with what they take from each line.
struct ClaimJournal {
  private(set) var postings: [Posting] = []
  private let claim: Claim
  private let receivable: LedgerAccount
  private let shareAccount: LedgerAccount
  private let remittance: RemittanceID
  private let remitClaim: RemitClaimID
  private var taken: [Cents]

  init(
    claim: Claim, isNextLevel: Bool, hasNextPayer: Bool, remittance: RemittanceID,
    remitClaim: RemitClaimID
  ) {
    self.claim = claim
    self.remittance = remittance
    self.remitClaim = remitClaim
    receivable = isNextLevel ? .nextPayerReceivable : .payerReceivable
    shareAccount = hasNextPayer ? .nextPayerReceivable : .patientReceivable
    taken = Array(repeating: .zero, count: claim.lines.count)
  }

  /// The same claim and accounts with nothing posted.
  var emptied: ClaimJournal {
    var copy = self
    copy.postings = []
    copy.taken = Array(repeating: .zero, count: claim.lines.count)
    return copy
  }

  /// What is open on each line with the payer that answers, in cents.
  var openBalances: [Cents] {
    claim.lines.map { receivable == .payerReceivable ? $0.balances.payer : $0.balances.nextPayer }
  }

  /// By how much the postings would take more from any lines than is open there, in cents.
  var excess: Cents {
    zip(taken, openBalances).map { taken, open in max(.zero, taken - max(.zero, open)) }.total()
  }

  /// Cash of the remittance: out of suspense, off the receivable.
  mutating func pay(_ amount: Cents, line: Int) { move(amount, to: .suspense, line: line) }

  /// A reduction goes where its kind belongs; denials and explanations post nothing.
  mutating func reduce(_ adjustment: Adjustment, _ kind: ReductionKind, line: Int) {
    switch kind {
    case .contractual:
      move(adjustment.amount, to: DenialClassification.account(of: adjustment), line: line)
    case .patientShare:
      // A share that stays with the account that answers would move nothing.
      if shareAccount != receivable { move(adjustment.amount, to: shareAccount, line: line) }
    case .informational, .denial: break
    }
  }

  private mutating func move(_ amount: Cents, to account: LedgerAccount, line: Int) {
    guard amount != .zero, taken.indices.contains(line) else { return }
    post(amount, on: account, line: line)
    post(-amount, on: receivable, line: line)
    taken[line] += amount
  }

  /// Adds to an earlier posting of the same account and line, so that each pair has one amount.
  private mutating func post(_ amount: Cents, on account: LedgerAccount, line: Int) {
    let id = claim.lines[line].id
    if let index = postings.firstIndex(where: { $0.account == account && $0.line == id }) {
      postings[index].amount += amount
      if postings[index].amount == .zero { postings.remove(at: index) }
      return
    }
    postings.append(
      Posting(
        account: account, amount: amount, claim: claim.id, line: id, remittance: remittance,
        remitClaim: remitClaim))
  }
}
