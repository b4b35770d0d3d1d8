import Billing
import Database
import Desk
import Store
import WorkEngine

/// Everything that a verb may know of an item, gathered for the engine.
struct Situations {
  let office: Office
  let connection: Connection

  /// - Throws: ``Refusal`` where what the item is about is gone, which only damage can cause.
  func situation(of item: WorkItem) throws -> Situation {
    let placer = Placer(rules: office.rules, today: office.today)
    guard let story = try placer.story(of: item.subject, in: connection) else {
      throw Refusal("Nothing of item \(item.id.rawValue) waits any more.")
    }
    var claim: Claim?
    if case .claim(let id) = item.subject { claim = try Claims.find(id, in: connection) }
    let obstacles = Obstacles(office: office, connection: connection)
    return Situation(
      story, item: item, rules: office.rules, on: office.today, by: office.user,
      claim: claim, candidates: try candidates(for: item.subject),
      obstacles: try obstacles.all(about: story, claim: claim),
      hasClaimFile: try obstacles.hasFile(claim), canAdopt: try obstacles.canAdopt(story),
      sheet: try sheet(of: item.subject))
  }

  private func sheet(of subject: WorkSubject) throws -> PostingSheet? {
    guard case .remitClaim(let id) = subject, let kept = try RemitClaims.find(id, in: connection)
    else { return nil }
    return try AnswerSheets(rules: office.rules, connection: connection).sheet(of: kept)?.sheet
  }

  /// Other open claims of the patient, which a credit could pay.
  private func otherClaims(beside id: ClaimID) throws -> [DecisionField.Choice] {
    guard let claim = try Claims.find(id, in: connection) else { return [] }
    return try Claims.open(of: claim.patient.id, in: connection)
      .filter { $0 != id }.compactMap { try Claims.find($0, in: connection) }.map {
        DecisionField.Choice(
          String($0.id.rawValue),
          "\($0.controlNumber)  \($0.serviceFrom.short(seenFrom: office.today))  \($0.payer.name)")
      }
  }

  /// The claims that a staged answer may belong to, or what money may be matched with, as choices; the
  /// best first.
  private func candidates(for subject: WorkSubject) throws -> [DecisionField.Choice] {
    if case .credit(let id) = subject { return try otherClaims(beside: id) }
    let money = try MoneyCandidates(office: office, connection: connection).all(for: subject)
    guard money.isEmpty else { return money.map { DecisionField.Choice($0.value, $0.title) } }
    return try MatchCandidates(office: office, connection: connection).all(for: subject).map {
      DecisionField.Choice(
        String($0.claim.rawValue),
        "\($0.controlNumber)  \($0.patient)  \($0.serviceFrom.short(seenFrom: office.today))  \($0.balance)"
      )
    }
  }
}
