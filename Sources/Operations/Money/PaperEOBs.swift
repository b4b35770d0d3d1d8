package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// Posts papers that were typed: all of them, or nothing.
  ///
  /// - Throws: ``Refusal`` for those who do not post, and where a paper does not add up, names a claim
  ///   that is not there, or was typed or read before, by claim, line and field; any failure of the
  ///   database.
  package func postEOBs(_ papers: [PaperEOB]) throws -> EOBOutcome {
    try requirePoster()
    return try write { connection, _ in
      EOBOutcome(
        results: try PaperPosting(office: self, connection: connection).post(papers),
        isPlan: false)
    }
  }

  /// What ``postEOBs(_:)`` would do; nothing is kept.
  ///
  /// - Throws: As ``postEOBs(_:)``.
  package func planEOBs(_ papers: [PaperEOB]) throws -> EOBOutcome {
    try requirePoster()
    do {
      try write { connection, _ in
        // Thrown, so that the transaction is rolled back.
        throw Planned(
          results: try PaperPosting(office: self, connection: connection).post(papers))
      }
    } catch let planned as Planned {
      return EOBOutcome(results: planned.results, isPlan: true)
    }
    return EOBOutcome(results: [], isPlan: true)
  }

  /// The claim that a number on a paper means, with the payer whose answer it is.
  ///
  /// - Throws: ``Refusal`` where there is none, or several; any failure of the database.
  package func eobClaim(_ number: String, payer: String) throws -> EOBClaim {
    try database.read { connection in
      let finder = PaperClaims(office: self, connection: connection)
      do {
        let payer = payer.isEmpty ? nil : try finder.payer(payer)
        return try finder.find(PaperClaim(number: number), of: payer)
      } catch let fault as PaperFault {
        throw Refusal(fault.sentence)
      }
    }
  }
}

/// The plan of papers, on its way out of the transaction that is rolled back.
private struct Planned: Error {
  var results: [EOBResult]
}

/// Finds what a paper names: its payer and its claims.
struct PaperClaims {
  let office: Office
  let connection: Connection

  /// The payer that a poster means: by number, identifier, key of the rules or name, or by a part of
  /// the name that fits no other.
  ///
  /// - Throws: ``PaperFault`` where none fits, or several.
  func payer(_ text: String) throws -> Payer {
    let wanted = PayerCache.plain(text)
    let all = try Payers.all(in: connection)
    let exact = all.filter {
      String($0.id.rawValue) == wanted || $0.identifier.uppercased() == wanted
        || $0.ruleKey?.uppercased() == wanted || PayerCache.plain($0.name) == wanted
    }
    let found = exact.isEmpty ? all.filter { PayerCache.plain($0.name).contains(wanted) } : exact
    guard found.count < 2 else {
      let names = found.prefix(4).map { "\($0.id.rawValue) \($0.name)" }.joined(separator: ", ")
      throw PaperFault("payer", "\(found.count) payers are called \"\(text)\": \(names)")
    }
    guard let payer = found.first else {
      throw PaperFault("payer", "no payer of the office is called \"\(text)\"")
    }
    return payer
  }

  /// The claim that a paper names, and the place of the payer who answers.
  ///
  /// Without a payer it is the one to whom the claim was sent.
  ///
  /// - Throws: ``PaperFault`` where there is none of that payer, or several.
  func find(_ paper: PaperClaim, of payer: Payer?) throws -> EOBClaim {
    let claims = try Claims.withControlNumber(paper.number, in: connection)
      .compactMap { try Claims.find($0, in: connection) }
      .filter { try !Claims.isTakenBack($0, in: connection) }
    guard !claims.isEmpty else {
      throw PaperFault(
        claim: paper.number, "claim", "no claim of the office has this number")
    }
    let found: [EOBClaim] = try claims.compactMap { try answered($0, by: payer) }
    guard let first = found.first else {
      let names = Set(claims.map(\.payer.name)).sorted().joined(separator: ", ")
      throw PaperFault(
        claim: paper.number, "payer", "it went to \(names), not to \(payer?.name ?? "")")
    }
    guard found.count == 1 else {
      let names = found.map { "\($0.claim.patient.listName) with \($0.payer.name)" }
      throw PaperFault(
        claim: paper.number, "claim",
        "\(found.count) claims have this number: \(names.joined(separator: "; "))")
    }
    return first
  }

  /// A claim as an answer of a payer, or of its own; nil where the payer has nothing to do with it.
  private func answered(_ claim: Claim, by payer: Payer?) throws -> EOBClaim? {
    guard let payer, payer.id != claim.payer.id else {
      return EOBClaim(claim: claim, payer: claim.payer, level: claim.sequence)
    }
    guard try Claims.nextPayer(of: claim.id, in: connection) == payer.id else { return nil }
    let level: PayerSequence = claim.sequence == .primary ? .secondary : .tertiary
    return EOBClaim(claim: claim, payer: payer, level: level)
  }
}
