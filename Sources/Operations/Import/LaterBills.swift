import Billing
import Database
import Store
import WorkEngine

/// Ties the bills of one service to each other where that to a later payer was read first.
struct LaterBills {
  let office: Office
  let connection: Connection

  /// Makes a bill the one before those to later payers that found none: what they asked for is no
  /// revenue of their own, it comes out of this bill; gives the bills that changed.
  func follow(_ id: ClaimID, on day: Day) throws -> [ClaimID] {
    guard let claim = try Claims.find(id, in: connection),
      let later = try orphan(after: claim)
    else { return [] }
    try Claims.setPrior(id, of: later.id, in: connection)
    try takeFrom(claim, for: later, on: day)
    try Claims.setNextBilled(true, of: id, in: connection)
    return [id, later.id]
  }

  /// Lets a bill take what it asks for from the one before it, as far as revenue stands for it.
  func takeFrom(_ prior: Claim, for later: Claim, on day: Day) throws {
    let opened = try Ledger.entries(ofClaim: later.id, in: connection)
      .filter { $0.entry.cause == .charge }.flatMap(\.entry.postings)
    func sum(_ account: LedgerAccount, _ line: ClaimLineID?) -> Cents {
      opened.filter { $0.account == account && $0.line == line }.map(\.amount).total()
    }
    let lines = later.lines.map { line in
      var sent = SentLine(line)
      sent.open = max(.zero, sum(.payerReceivable, line.id))
      return (line: sent, id: line.id)
    }
    // Its own lines are open already: what it takes replaces revenue.
    var left = -sum(.revenue, nil)
    var postings: [Posting] = []
    for posting in Opening.postings(for: lines, of: later.id, prior: prior)
    where posting.claim == prior.id && left > .zero {
      var part = posting
      part.amount = max(posting.amount, -left)
      left += part.amount
      postings.append(part)
    }
    let taken = postings.map(\.amount).total()
    try Opening.post(
      postings + [Posting(account: .revenue, amount: -taken, claim: later.id)], of: later.id,
      on: day, known: office.known, in: connection)
  }

  /// The nearest bill of the same service to a later payer that follows no other bill.
  private func orphan(after claim: Claim) throws -> Claim? {
    let byNumber = try Claims.withControlNumber(claim.controlNumber, in: connection)
    let byPatient = try Claims.withPatient(
      lastName: claim.patient.lastName, firstName: claim.patient.firstName,
      from: claim.serviceFrom, in: connection)
    return try Set(byNumber + byPatient).sorted().filter { $0 != claim.id }
      .compactMap { try Claims.find($0, in: connection) }
      .filter { later in
        guard later.sequence.order > claim.sequence.order, later.charge == claim.charge,
          later.serviceFrom == claim.serviceFrom,
          later.patient.id == claim.patient.id
            || byNumber.contains(later.id)
              && later.patient.lastName.uppercased() == claim.patient.lastName.uppercased(),
          try Claims.prior(of: later.id, in: connection) == nil,
          try !Claims.isTakenBack(later, in: connection)
        else { return false }
        return true
      }.min { $0.sequence.order < $1.sequence.order }
  }
}

extension SentLine {
  /// A line of a claim as it was sent.
  fileprivate init(_ line: ClaimLine) {
    self.init(
      number: line.number, controlNumber: line.controlNumber, procedure: line.procedure,
      unitsInThousandths: line.unitsInThousandths, service: line.service, charge: line.charge)
  }
}
