import Billing
import Database
import Store
import WorkEngine

/// What a payer took back is put against its claim.
struct ApplyBalanceEffect: VerbEffect {
  let verb = DecisionVerb.applyBalance

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .applyBalance(let target, let amount) = work.decision.act else { return Prepared() }
    guard let claim = try Claims.find(target, in: work.connection), !claim.lines.isEmpty else {
      throw Refusal("There is no such claim.", field: .match)
    }
    // A credit of the payer goes first; what it does not cover was paid on the lines.
    let credits = claim.lines.map { min(max(.zero, -$0.balances.payer), amount) }
    let fromCredit = min(credits.total(), amount)
    let rest = amount - fromCredit
    let paid = claim.lines.map(\.balances.paid)
    let parts = zip(
      Allocation.shares(of: fromCredit, by: credits), Allocation.shares(of: rest, by: paid))
    let postings = zip(claim.lines, parts).flatMap { line, part -> [Posting] in
      let share = part.0 + part.1
      guard share != .zero else { return [] }
      return [
        Posting(account: .payerReceivable, amount: share, claim: target, line: line.id),
        Posting(account: .recoupment, amount: -share, claim: target),
      ]
    }
    return Prepared(
      detail: "\(amount) against \(claim.controlNumber)", target: target, postings: postings,
      cause: .providerAdjustment)
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard case .applyBalance(let target, let amount) = work.decision.act,
      let balance = work.situation.providerBalance?.balance
    else { return [] }
    let leader = try ProviderBalances.insert(
      ProviderBalances.New(
        account: balance.account, payer: balance.payer.id, reference: balance.reference,
        amount: -amount, remittance: nil, claim: target, on: work.office.today),
      activity: activity, known: work.office.known, in: work.connection)
    return [.providerBalance(leader), .claim(target)]
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try ProviderBalances.toggle(
      done.decided.activity.id, stands: false, in: done.connection
    ).map { .providerBalance($0) }
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    try ProviderBalances.toggle(
      done.decided.activity.id, stands: true, in: done.connection
    ).map { .providerBalance($0) }
  }
}
