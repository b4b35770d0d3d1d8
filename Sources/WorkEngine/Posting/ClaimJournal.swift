import Billing

/// What one answer takes from each line of a claim, gathered before it is posted.
struct ClaimJournal {
  /// One amount that leaves the receivable of a line.
  struct Move: Equatable {
    enum Kind { case cash, share, reduction }

    var line: Int
    /// In cents; positive takes from the line.
    var amount: Cents
    var account: LedgerAccount
    var kind: Kind
    /// `CO-45`; empty for cash.
    var code: String
  }

  private(set) var moves: [Move] = []
  let receivable: LedgerAccount
  private let claim: Claim
  private let shareAccount: LedgerAccount
  private let remittance: RemittanceID
  /// Nil where the answer is not kept yet.
  private let remitClaim: RemitClaimID?

  init(
    claim: Claim, isNextLevel: Bool, hasNextPayer: Bool, remittance: RemittanceID,
    remitClaim: RemitClaimID?
  ) {
    self.claim = claim
    self.remittance = remittance
    self.remitClaim = remitClaim
    receivable = isNextLevel ? .nextPayerReceivable : .payerReceivable
    shareAccount = hasNextPayer ? .nextPayerReceivable : .patientReceivable
  }

  /// What is open on each line with the payer that answers, in cents.
  var openBalances: [Cents] {
    claim.lines.map { receivable == .payerReceivable ? $0.balances.payer : $0.balances.nextPayer }
  }

  /// By how much the moves take more from each line than is open there, in cents.
  var excessByLine: [Cents] {
    var taken = [Cents](repeating: .zero, count: claim.lines.count)
    for move in moves { taken[move.line] += move.amount }
    return zip(taken, openBalances).map { max(.zero, $0 - max(.zero, $1)) }
  }

  /// By how much the moves take more from any lines than is open there, in cents.
  var excess: Cents { excessByLine.total() }

  /// Cash of the remittance: out of suspense, off the receivable.
  mutating func pay(_ amount: Cents, line: Int) {
    move(Move(line: line, amount: amount, account: .suspense, kind: .cash, code: ""))
  }

  /// A reduction goes where its kind belongs; denials and explanations post nothing.
  mutating func reduce(_ adjustment: Adjustment, _ kind: ReductionKind, line: Int) {
    switch kind {
    case .contractual:
      move(
        Move(
          line: line, amount: adjustment.amount,
          account: DenialClassification.account(of: adjustment), kind: .reduction,
          code: adjustment.code))
    case .patientShare:
      // A share that stays with the account that answers would move nothing.
      guard shareAccount != receivable else { return }
      move(
        Move(
          line: line, amount: adjustment.amount, account: shareAccount, kind: .share,
          code: adjustment.code))
    case .informational, .denial: break
    }
  }

  private mutating func move(_ move: Move) {
    guard move.amount != .zero, claim.lines.indices.contains(move.line) else { return }
    moves.append(move)
  }

  /// The same moves fitted to what is open, and what was left out of each.
  ///
  /// Cash is always posted: what it is more than is open belongs to somebody else and must show.
  /// Then shares, then reductions are taken up to what is open: a later payer restates what an
  /// earlier one reduced already.
  func fitted() -> (journal: ClaimJournal, leftOut: [Move]) {
    var fitted = self
    fitted.moves = []
    var leftOut: [Move] = []
    var room = openBalances.map { max(.zero, $0) }
    for kind in [Move.Kind.cash, .share, .reduction] {
      for move in moves where move.kind == kind {
        var part = move
        if kind != .cash { part.amount = min(move.amount, max(.zero, room[move.line])) }
        room[move.line] -= part.amount
        fitted.move(part)
        guard part.amount != move.amount else { continue }
        var rest = move
        rest.amount -= part.amount
        leftOut.append(rest)
      }
    }
    return (fitted, leftOut)
  }

  /// The moves as postings, one amount for each account and line.
  var postings: [Posting] {
    var postings: [Posting] = []
    func post(_ amount: Cents, on account: LedgerAccount, line: Int) {
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
    for move in moves {
      post(move.amount, on: move.account, line: move.line)
      post(-move.amount, on: receivable, line: move.line)
    }
    return postings
  }
}
