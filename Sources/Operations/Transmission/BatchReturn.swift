import Billing
import Database
import Store
import WorkEngine

/// A batch that was taken back goes out again: the same claims, in the same file.
struct BatchReturn {
  let office: Office
  let connection: Connection

  /// Gives the subjects whose placement may change; `activity` is the line that sent it first.
  ///
  /// - Throws: ``Refusal`` where a charge has changed since, or what was sent is not known any more.
  func bringBack(
    _ id: BatchID, of activity: ActivityID, outbox: inout Outbox
  ) throws -> [WorkSubject] {
    var touched: [WorkSubject] = [.batch(id)]
    for billed in try billed(by: activity) {
      try bill(billed)
      touched.append(.charge(billed.charge))
    }
    for sending in try Submissions.withdrawn(from: id, in: connection) {
      try Submissions.setWithdrawn(
        false, submission: sending.id, known: office.known, in: connection)
      touched.append(.claim(sending.claim))
      if let prior = try Claims.prior(of: sending.claim, in: connection) {
        try Claims.setNextBilled(true, of: prior, in: connection)
        touched.append(.claim(prior))
      }
    }
    guard let batch = try Batches.find(id, in: connection) else {
      throw Refusal("The batch has no claims any more: send it anew.")
    }
    try outbox.writeAgain(batch.fileName)
    return touched
  }

  private struct Billed {
    var charge: ChargeID
    var claim: ClaimID
    var line: ClaimLineID
    var amount: Cents
  }

  /// Which charge went onto which line: the entries of the sending move each amount from the one to
  /// the other.
  private func billed(by activity: ActivityID) throws -> [Billed] {
    var found: [Billed] = []
    for made in try Ledger.entries(ofActivity: activity, in: connection) {
      for (to, from) in zip(made.entry.postings, made.entry.postings.dropFirst()) {
        guard let claim = to.claim, let line = to.line, let charge = from.charge,
          to.amount == -from.amount
        else { continue }
        found.append(Billed(charge: charge, claim: claim, line: line, amount: to.amount))
      }
    }
    return found
  }

  private func bill(_ billed: Billed) throws {
    guard let charge = try Charges.find(billed.charge, in: connection),
      charge.standing == .unbilled, charge.amount == billed.amount,
      try Holds.open(of: charge.id, rental: charge.rental, in: connection).isEmpty,
      let line = try Claims.find(billed.claim, in: connection)?.lines
        .first(where: { $0.id == billed.line }), line.procedure == charge.procedure
    else {
      throw Refusal("A charge of the batch has changed since: send it anew.")
    }
    try Charges.bill(
      billed.charge, on: billed.claim, line: billed.line, known: office.known, in: connection)
  }
}
