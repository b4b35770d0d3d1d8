import Billing
import Database
import Store
import WorkEngine

/// What an answer to a replacement could not take while the replacement itself had not been read.
struct LeftOutReductions {
  let office: Office
  let connection: Connection

  /// Posts what the last answer of a claim says of a charge that is billed only now, as far as it is
  /// open; nothing for an answer to another charge.
  func post(of id: ClaimID) throws {
    let never = Timestamp(rawValue: .min)
    guard let claim = try Claims.find(id, in: connection),
      let kept = try RemitClaims.all(of: id, in: connection).filter({
        $0.state == .posted && !RemittancePosting.isAnswerOfNextPayer($0.claim.status, on: claim)
      }).max(by: { ($0.postedAt ?? never) < ($1.postedAt ?? never) }),
      kept.claim.saysCorrection, kept.claim.charge == claim.charge,
      let header = try Remittances.find(kept.remittance, in: connection)
    else { return }
    let postings = try missing(kept, claim, header)
    guard !postings.isEmpty else { return }
    _ = try Ledger.post(
      JournalEntry(cause: .restatement, on: header.noticeDate, postings: postings), claim: id,
      remittance: kept.remittance, remitClaim: kept.id, known: office.known, in: connection)
  }

  /// By how much the answer would reduce and share more, were it posted to the claim as it is billed.
  private func missing(
    _ kept: RemitClaims.Kept, _ claim: Claim, _ header: Remittances.Header
  ) throws -> [Posting] {
    var whole = claim
    for place in whole.lines.indices {
      whole.lines[place].balances.payer = whole.lines[place].charge
    }
    let hasNext =
      try Claims.nextPayer(of: claim.id, in: connection) != nil
      || RemittancePosting.isCrossover(kept.claim, office.rules)
    guard
      case .post(let plan) = RemittancePosting.plan(
        kept.claim, against: whole, alreadyAdjudicated: false, hasNextPayer: hasNext,
        remittance: kept.remittance, remitClaim: kept.id, on: header.noticeDate,
        rules: office.rules)
    else { return [] }
    let posted = try Ledger.effect(ofRemitClaim: kept.id, in: connection)
    var postings: [Posting] = []
    for line in claim.lines {
      var open = max(.zero, line.balances.payer)
      for wanted in plan.entry.postings
      where wanted.line == line.id && ![.suspense, .payerReceivable].contains(wanted.account) {
        let known = posted.filter { $0.account == wanted.account && $0.line == line.id }
          .map(\.amount).total()
        var part = wanted
        part.amount = min(open, max(.zero, wanted.amount - known))
        guard part.amount > .zero else { continue }
        open -= part.amount
        var receivable = part.reversed
        receivable.account = .payerReceivable
        postings += [part, receivable]
      }
    }
    return postings
  }
}
