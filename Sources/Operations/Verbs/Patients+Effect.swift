import Billing
import Database
import Store
import WorkEngine

/// A patient's payment is put on the lines that it is for.
struct PaymentEffect: VerbEffect {
  let verb = DecisionVerb.payment

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .payment(let payment) = work.decision.act, let story = work.situation.patient else {
      return Prepared()
    }
    let (shares, rest) = story.allocation(
      of: payment.amount, payment.parts, rules: work.office.rules)
    var credits = shares.map { share in
      Posting(
        account: .patientReceivable, amount: -share.amount, claim: share.debt.claim,
        line: share.debt.line)
    }
    if rest > .zero {
      // Too much is the patient's: it stands as a credit where the patient's newest money stood.
      guard let place = try PatientDebts.newestLine(of: story.patient.id, in: work.connection)
      else { throw Refusal("The office has no claim of \(story.patient.fullName).") }
      credits.append(
        Posting(
          account: .patientReceivable, amount: -rest, claim: place.claim, line: place.line))
    }
    let number = payment.number.isEmpty ? "" : " \(payment.number)"
    return Prepared(
      detail: "\(payment.amount), \(payment.method.rawValue)\(number) of \(payment.on)"
        + (rest > .zero ? ", \(rest) too much" : ""),
      postings: [Posting(account: .patientCash, amount: payment.amount)] + credits,
      cause: .patientPayment)
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] { prepared.claims }
}

/// A patient's share goes back to a payer.
struct TransferToPayerEffect: VerbEffect {
  let verb = DecisionVerb.transferPayer

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .transferPayer(let share) = work.decision.act, let story = work.situation.patient
    else { return Prepared() }
    let own = story.debts.filter { $0.controlNumber == share.claim }
    let account: LedgerAccount = share.isForNextPayer ? .nextPayerReceivable : .payerReceivable
    return Prepared(
      detail: "\(share.amount) of \(share.claim) to "
        + (share.isForNextPayer ? own.first?.nextPayer?.name ?? "" : own.first?.payer.name ?? ""),
      postings: try PatientPostings.off(own, share.amount, to: account), cause: .transfer)
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] { prepared.claims }
}

/// What a patient owes is given up.
struct WriteOffPatientEffect: VerbEffect {
  let verb = DecisionVerb.patientWriteOff

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .patientWriteOff(let writeOff) = work.decision.act,
      let story = work.situation.patient
    else { return Prepared() }
    let title = work.office.rules.writeOffs.first { $0.code == writeOff.reason }?.title
    return Prepared(
      detail: "\(writeOff.amount), \(title ?? writeOff.reason)",
      postings: try PatientPostings.off(story.debts, writeOff.amount, to: .writeOff),
      cause: .writeOff)
  }

  func carryOut(
    _ work: DecisionWork, _ prepared: Prepared, as activity: ActivityID
  ) throws -> [WorkSubject] { prepared.claims }
}

enum PatientPostings {
  /// Moves an amount from what a patient owes to another account of the same lines, in their order.
  ///
  /// - Throws: ``Refusal`` where less is owed.
  static func off(
    _ debts: [PatientDebt], _ amount: Cents, to account: LedgerAccount
  ) throws -> [Posting] {
    var rest = amount
    var postings: [Posting] = []
    for debt in debts where rest > .zero {
      let part = min(rest, debt.amount)
      postings.append(
        Posting(account: account, amount: part, claim: debt.claim, line: debt.line))
      postings.append(
        Posting(account: .patientReceivable, amount: -part, claim: debt.claim, line: debt.line))
      rest -= part
    }
    guard rest == .zero else {
      throw Refusal("Only \(amount - rest) is open with the patient.", field: .amount)
    }
    return postings
  }
}

extension Prepared {
  /// The claims whose money moves, in order.
  fileprivate var claims: [WorkSubject] {
    Set(postings.compactMap(\.claim)).sorted().map { .claim($0) }
  }
}
