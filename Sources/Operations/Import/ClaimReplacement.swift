import Billing
import Database
import Store
import WorkEngine

/// A bill whose replacement (frequency 7) was read: its lines and its charge follow, and the revenue
/// with them, so that it is one claim with its revenue once.
struct ClaimReplacement {
  let office: Office
  let connection: Connection

  /// Makes the claim that of its replacement, sent on a day; postings are made for the difference alone.
  ///
  /// Gives the line of the claim for each line of the replacement.
  @discardableResult
  func follow(_ sent: SentClaim, from claim: Claim, on day: Day) throws -> [ClaimLineID] {
    let places = ReplacedLines.positions(of: sent.lines, in: claim.lines)
    var changed: [(id: ClaimLineID, difference: Cents)] = []
    var ids: [ClaimLineID] = []
    var number = claim.lines.map(\.number).max() ?? 0
    for (line, place) in zip(sent.lines, places) {
      if let place {
        let old = claim.lines[place]
        try Claims.correctLine(
          old.id, procedure: line.procedure, unitsInThousandths: line.unitsInThousandths,
          in: connection)
        try Claims.correctLine(
          old.id, service: line.service, charge: line.charge, in: connection)
        changed.append((old.id, line.charge - old.charge))
        ids.append(old.id)
      } else {
        number += 1
        var added = line
        added.number = number
        let expected = try ExpectedAmount.of(added, by: claim.payer.id, in: connection)
        let id = try Claims.insertLine(added, expected: expected, of: claim.id, in: connection)
        changed.append((id, line.charge))
        ids.append(id)
      }
    }
    for (place, old) in claim.lines.enumerated() where !places.contains(place) {
      // The line stays for the postings that name it, with nothing billed on it.
      try Claims.correctLine(old.id, service: old.service, charge: .zero, in: connection)
      changed.append((old.id, -old.charge))
    }
    try Claims.correct(
      claim.id, service: ServiceDates(spanning: sent.lines.map(\.service)) ?? claim.service,
      charge: sent.charge, in: connection)
    let postings = changed.filter { $0.difference != .zero }.map {
      Posting(
        account: .payerReceivable, amount: $0.difference, claim: claim.id, line: $0.id)
    }
    let revenue = postings.map(\.amount).total()
    try Opening.post(
      postings + [Posting(account: .revenue, amount: -revenue, claim: claim.id)], of: claim.id,
      on: day, known: office.known, in: connection)
    return ids
  }
}
