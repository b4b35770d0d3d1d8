import Billing
import Database
import Store
import WorkEngine

/// What the payer left moves to the patient.
struct TransferToPatientEffect: VerbEffect {
  let verb = DecisionVerb.transferPatient

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .transferPatient(let amount) = work.decision.act else { return Prepared() }
    return Prepared(
      detail: "\(amount)", postings: try OpenBalance(work).moves(amount, to: .patientReceivable),
      cause: .transfer)
  }
}

/// An amount is given up.
struct WriteOffEffect: VerbEffect {
  let verb = DecisionVerb.writeOff

  func prepare(_ work: DecisionWork, outbox: inout Outbox) throws -> Prepared {
    guard case .writeOff(let writeOff) = work.decision.act else { return Prepared() }
    let title = work.office.rules.writeOffs.first { $0.code == writeOff.reason }?.title
    return Prepared(
      detail: "\(writeOff.amount), \(title ?? writeOff.reason)",
      postings: try OpenBalance(work).moves(writeOff.amount, to: .writeOff), cause: .writeOff)
  }
}

/// What is open on the lines of a claim.
struct OpenBalance {
  let work: DecisionWork

  init(_ work: DecisionWork) { self.work = work }

  /// Takes an amount off the open lines in order, first what is with the payer, then with the next.
  ///
  /// - Throws: ``Refusal`` where less is open.
  func moves(_ amount: Cents, to account: LedgerAccount) throws -> [Posting] {
    guard let id = work.claim, let claim = try Claims.find(id, in: work.connection) else {
      throw Refusal("Only a claim has a balance to move.")
    }
    let open = claim.lines.flatMap { line in
      [
        (LedgerAccount.payerReceivable, line, line.balances.payer),
        (LedgerAccount.nextPayerReceivable, line, line.balances.nextPayer),
      ]
    }.filter { $0.2 > .zero }
    var remaining = amount
    var postings: [Posting] = []
    for (source, line, balance) in open where remaining > .zero {
      let part = min(remaining, balance)
      postings.append(Posting(account: account, amount: part, claim: id, line: line.id))
      postings.append(Posting(account: source, amount: -part, claim: id, line: line.id))
      remaining -= part
    }
    guard remaining == .zero else {
      throw Refusal("Only \(amount - remaining) is open on \(claim.controlNumber).")
    }
    return postings
  }
}
