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
      detail: "\(amount)",
      postings: try OpenBalance(work).moves(
        amount, to: .patientReceivable, from: OpenShares.moved),
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
      postings: try OpenBalance(work).moves(
        writeOff.amount, to: .writeOff, from: OpenShares.givenUp), cause: .writeOff)
  }
}

/// What is open on the lines of a claim.
struct OpenBalance {
  let work: DecisionWork

  init(_ work: DecisionWork) { self.work = work }

  /// Takes an amount off the open lines, in the order of those who are to pay.
  ///
  /// - Throws: ``Refusal`` where less is open.
  func moves(
    _ amount: Cents, to account: LedgerAccount, from owners: [OpenShares.Owner]
  ) throws -> [Posting] {
    guard let id = work.claim, let claim = try Claims.find(id, in: work.connection),
      let shares = work.situation.shares(of: claim)
    else { throw Refusal("Only a claim has a balance to move.") }
    let taken = shares.taking(amount, from: owners)
    let total = taken.map(\.amount).total()
    guard total == amount else {
      throw Refusal("Only \(total) is open on \(claim.controlNumber).")
    }
    return taken.flatMap { part in
      let line = claim.lines.first { $0.number == part.line }?.id
      return [
        Posting(account: account, amount: part.amount, claim: id, line: line),
        Posting(account: part.account, amount: -part.amount, claim: id, line: line),
      ]
    }
  }
}
