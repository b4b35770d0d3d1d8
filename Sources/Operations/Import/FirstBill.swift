import Billing
import Database
import Store
import WorkEngine

/// The bill of a claim that was made from a remittance: what it says of payers and lines counts.
struct FirstBill {
  let office: Office
  let connection: Connection
  let sentOn: Day

  /// Makes the claim that of its bill: lines with their places and numbers, payer and next payer.
  ///
  /// Answers that the program posted wait again where these change, to be settled against the bill.
  func follow(_ sent: SentClaim, from claim: Claim, payer: PayerID, next: PayerID?) throws {
    let places = ReplacedLines.positions(of: sent.lines, in: claim.lines)
    let isCutAlike =
      claim.lines.count == sent.lines.count
      && zip(sent.lines, places).allSatisfy { line, place in
        place.map { claim.lines[$0].charge == line.charge } ?? false
      }
    if !isCutAlike || next != nil {
      try AnswersInOrder(office: office, connection: connection).release(from: claim.id) { _, _ in
        true
      }
    }
    let replacement = ClaimReplacement(office: office, connection: connection)
    let ids = try replacement.follow(sent, from: claim, on: sentOn)
    try renumber(ids, sent, of: claim)
    try open(ids, sent, of: claim.id)
    if let before = try ClaimPayers.facts(of: claim.id, in: connection) {
      var after = before
      after.payer = payer
      after.memberID = sent.patient.memberID
      after.nextPayer = next ?? before.nextPayer
      try ClaimPayers.set(after, of: claim.id, in: connection)
      try ExpectedAmount.follow(
        to: payer, from: before.payer, of: claim.id, office, activity: nil, in: connection)
    }
    try Patients.addCoverage(
      of: claim.patient.id, payer: payer, memberID: sent.patient.memberID,
      sequence: sent.sequence, in: connection)
  }

  private func renumber(_ ids: [ClaimLineID], _ sent: SentClaim, of claim: Claim) throws {
    let dropped = claim.lines.map(\.id).filter { !ids.contains($0) }
    let last = sent.lines.map(\.number).max() ?? 0
    // No two lines of a claim may have one number meanwhile.
    for (place, id) in (ids + dropped).enumerated() {
      try Claims.renumberLine(
        id, number: last + claim.lines.count + place + sent.lines.count + 1, controlNumber: "",
        in: connection)
    }
    for (place, id) in dropped.enumerated() {
      try Claims.renumberLine(
        id, number: last + place + 1, controlNumber: "", in: connection)
    }
    for (line, id) in zip(sent.lines, ids) {
      try Claims.renumberLine(
        id, number: line.number, controlNumber: line.controlNumber, in: connection)
    }
  }

  /// What is asked of the payer is what the bill says, less what earlier payers did.
  private func open(_ ids: [ClaimLineID], _ sent: SentClaim, of claim: ClaimID) throws {
    let opened = try Ledger.entries(ofClaim: claim, in: connection)
      .filter { $0.entry.cause == .charge }.flatMap(\.entry.postings)
    let postings = zip(sent.lines, ids).map { line, id in
      let known = opened.filter { $0.account == .payerReceivable && $0.line == id }
        .map(\.amount).total()
      return Posting(
        account: .payerReceivable, amount: line.open - known, claim: claim, line: id)
    }
    let revenue = postings.map(\.amount).total()
    try Opening.post(
      postings + [Posting(account: .revenue, amount: -revenue, claim: claim)], of: claim,
      on: sentOn, known: office.known, in: connection)
  }
}
