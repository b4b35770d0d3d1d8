import Billing
import Database
import Store
import WorkEngine

/// A credit is given back, or moved to another claim.
struct RefundEffect: VerbEffect {
  let verb = DecisionVerb.refund

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .refund(let step) = work.decision.act, let story = work.situation.credit,
      let claim = try Claims.find(story.claim.claim, in: work.connection)
    else { return Prepared() }
    var prepared = Prepared(target: claim.id)
    switch step {
    case .investigate(let day): prepared.detail = "investigated since \(day)"
    case .request(let request):
      prepared.detail = "\(request.amount) to \(request.payee), \(request.cause.title)"
    case .approve, .refuse:
      guard let request = CreditReading(story).request else { break }
      let words = step == .approve ? "approved" : "refused"
      prepared.detail = "\(words): \(request.amount) to \(request.payee)"
    case .recoup(let reference): prepared.detail = "the payer takes it back, under \(reference)"
    case .sent(let day, let number):
      guard let request = CreditReading(story).request else {
        throw Refusal("Its refund is not approved.", field: .step)
      }
      prepared.detail = "\(request.amount) to \(request.payee), number \(number) of \(day)"
      prepared.cause = .refund
      prepared.postings = try CreditPostings.taken(request.amount, story.owner, of: claim)
        .flatMap { [$0, Posting(account: .refund, amount: -$0.amount, claim: claim.id)] }
    case .transfer(let target, let amount):
      guard let other = try Claims.find(target, in: work.connection) else {
        throw Refusal("There is no such claim.", field: .match)
      }
      prepared.detail = "\(amount) to \(other.controlNumber)"
      prepared.target = target
      prepared.postings =
        try CreditPostings.taken(amount, story.owner, of: claim)
        + CreditPostings.paid(amount, by: story.owner, patient: claim.patient.id, on: other)
    }
    return prepared
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] {
    guard let claim = work.situation.credit?.claim.claim else { return [] }
    return [.claim(claim)] + (prepared.target.map { [.claim($0)] } ?? [])
  }

  func takeBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    done.target.map { [.claim($0)] } ?? []
  }

  func bringBack(_ done: DoneDecision, outbox: inout Outbox) throws -> [WorkSubject] {
    done.target.map { [.claim($0)] } ?? []
  }
}

/// What is posted where a credit goes.
enum CreditPostings {
  /// Takes an amount off the lines of a claim on which its owner's credit stands.
  ///
  /// - Throws: ``Refusal`` where less stands there.
  static func taken(
    _ amount: Cents, _ owner: CreditStory.Owner, of claim: Claim
  ) throws -> [Posting] {
    let credits = claim.lines.map { max(.zero, -$0.balances[owner.account]) }
    guard credits.total() >= amount else {
      throw Refusal("Only \(credits.total()) is too much on \(claim.controlNumber).")
    }
    return zip(claim.lines, Allocation.shares(of: amount, by: credits))
      .filter { $0.1 != .zero }
      .map { Posting(account: owner.account, amount: $0.1, claim: claim.id, line: $0.0.id) }
  }

  /// Pays the open lines of another claim of the same payer, or of the same patient.
  ///
  /// - Throws: ``Refusal`` where it is of another one, or less is open there.
  static func paid(
    _ amount: Cents, by owner: CreditStory.Owner, patient: PatientID, on claim: Claim
  ) throws -> [Posting] {
    let account: LedgerAccount
    if let payer = owner.payer {
      guard claim.payer.id == payer.id else {
        throw Refusal("\(claim.controlNumber) is not with \(payer.name).", field: .match)
      }
      account = .payerReceivable
    } else {
      guard claim.patient.id == patient else {
        throw Refusal("\(claim.controlNumber) is another patient's.", field: .match)
      }
      account = .patientReceivable
    }
    var rest = amount
    var postings: [Posting] = []
    for line in claim.lines where rest > .zero {
      let part = min(rest, max(.zero, line.balances[account]))
      guard part > .zero else { continue }
      postings.append(Posting(account: account, amount: -part, claim: claim.id, line: line.id))
      rest -= part
    }
    guard rest == .zero else {
      throw Refusal(
        "Only \(amount - rest) of \(claim.controlNumber) is open with "
          + (owner.payer?.name ?? "the patient") + ".", field: .amount)
    }
    return postings
  }
}
