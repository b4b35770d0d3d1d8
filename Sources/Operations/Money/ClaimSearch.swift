import Billing
import Database
import Store
import WorkEngine

/// Finds the claim that a claim of a remittance speaks of: the cascade, fed from the database.
struct ClaimSearch {
  /// What was found, and why it may not be taken for granted.
  struct Found: Equatable {
    var claim: Claim?
    var reasons: [StagingReason]
  }

  let payer: Payer
  /// On the first day one control number may stand for several bills; then day and charge decide.
  let adoptsUnknown: Bool
  /// A claim that is not meant, because it was made from this very answer.
  var leavesOut: ClaimID?
  /// What the step knows that it is a part of, nil where it stands by itself.
  private let known: KnownClaims?

  init(
    payer: Payer, adoptsUnknown: Bool, leavesOut: ClaimID? = nil, known: KnownClaims? = nil
  ) {
    self.known = known
    self.payer = payer
    self.adoptsUnknown = adoptsUnknown
    self.leavesOut = leavesOut
  }

  /// The claim where a strong rule leads to exactly one.
  func find(_ remitClaim: RemittanceClaim, in connection: Connection) throws -> Found {
    let claims = try candidates(remitClaim, widely: false, in: connection)
    if case .matched(let id, let rule) = match(remitClaim, claims), rule.postsByItself,
      let claim = claims.first(where: { $0.claim.id == id })?.claim
    {
      if adoptsUnknown, !describes(remitClaim, claim) { return Found(reasons: [.unmatched]) }
      return Found(claim: claim, reasons: [])
    }
    let wide = try candidates(remitClaim, widely: true, in: connection)
    switch match(remitClaim, wide) {
    case .matched(let id, let rule):
      let claim = wide.first { $0.claim.id == id }?.claim
      return Found(
        claim: claim, reasons: rule.postsByItself ? [] : [.needsConfirmation(candidates: 1)])
    case .suggestions(let suggestions):
      if adoptsUnknown { return Found(reasons: [.unmatched]) }
      if suggestions.count == 1, let only = suggestions.first, only.isOtherPatient {
        return Found(reasons: [.otherPatient(only.reasonsAgainst.joined(separator: ", "))])
      }
      return Found(reasons: [.needsConfirmation(candidates: suggestions.count)])
    case .none: return Found(reasons: [.unmatched])
    }
  }

  /// Everything that might be meant, best first, with what speaks for and against it.
  func suggestions(
    for remitClaim: RemittanceClaim, in connection: Connection
  ) throws -> [(claim: Claim, reasonsFor: [String], reasonsAgainst: [String])] {
    let claims = try candidates(remitClaim, widely: true, in: connection)
    switch match(remitClaim, claims) {
    case .none: return []
    case .matched(let id, let rule):
      return claims.filter { $0.claim.id == id }.map { ($0.claim, ["rule " + rule.rawValue], []) }
    case .suggestions(let all):
      return all.compactMap { suggestion in
        claims.first { $0.claim.id == suggestion.claim }.map {
          ($0.claim, suggestion.reasonsFor, suggestion.reasonsAgainst)
        }
      }
    }
  }

  private func describes(_ remitClaim: RemittanceClaim, _ claim: Claim) -> Bool {
    remitClaim.charge == claim.charge
      && (remitClaim.service?.first ?? claim.serviceFrom) == claim.serviceFrom
  }

  private func match(_ remitClaim: RemittanceClaim, _ claims: [Candidate]) -> MatchResult {
    ClaimMatching.match(remitClaim, among: claims.map { candidate($0, for: remitClaim) })
  }

  private func candidate(
    _ numbered: Candidate, for remitClaim: RemittanceClaim
  ) -> WorkEngine.MatchCandidate {
    let claim = numbered.claim
    // Found by the number of any sending means that this number is one of them.
    let numbers = [claim.controlNumber] + (numbered.isByNumber ? [remitClaim.controlNumber] : [])
    return WorkEngine.MatchCandidate(
      claim: claim.id, controlNumbers: numbers,
      payerControlNumbers: claim.payerControlNumber.isEmpty ? [] : [claim.payerControlNumber],
      patient: claim.patient.identity(memberID: claim.memberID), service: claim.service,
      charge: claim.charge,
      codes: claim.lines.map(\.procedure.code))
  }

  /// A claim that may be meant, and whether the control number of one of its sendings led to it.
  private struct Candidate {
    var claim: Claim
    var isByNumber: Bool
  }

  private func candidates(
    _ remitClaim: RemittanceClaim, widely: Bool, in connection: Connection
  ) throws -> [Candidate] {
    let number = remitClaim.controlNumber
    var ids = try known?.numbered(number) ?? Claims.withControlNumber(number, in: connection)
    let byNumber = Set(ids)
    if widely {
      ids += try Claims.withPayerControlNumber(remitClaim.payerControlNumber, in: connection)
      ids += try Claims.withPayerControlNumber(remitClaim.originalReference, in: connection)
      if let day = remitClaim.service?.first ?? remitClaim.lines.compactMap(\.service?.first).min()
      {
        if !remitClaim.patient.memberID.isEmpty {
          ids += try Claims.withMember(remitClaim.patient.memberID, from: day, in: connection)
        }
        if !remitClaim.patient.lastName.isEmpty {
          ids += try Claims.withPatient(
            lastName: remitClaim.patient.lastName, firstName: remitClaim.patient.firstName,
            from: day, in: connection)
        }
      }
    }
    var seen: Set<ClaimID> = []
    let claims = try ids.filter { $0 != leavesOut && seen.insert($0).inserted }
      .compactMap { try known?.find($0) ?? Claims.find($0, in: connection) }
      .filter { try !Claims.isTakenBack($0, in: connection) }
    return ofOneBill(ofAnsweringLevel(claims, remitClaim), remitClaim).map {
      Candidate(claim: $0, isByNumber: byNumber.contains($0.id))
    }
  }

  /// Some offices give all bills of a patient one number: day and charge tell which is answered.
  private func ofOneBill(_ claims: [Claim], _ remitClaim: RemittanceClaim) -> [Claim] {
    guard claims.count > 1 else { return claims }
    let described = claims.filter {
      $0.controlNumber == remitClaim.controlNumber && remitClaim.service?.first == $0.serviceFrom
        && [remitClaim.charge, -remitClaim.charge].contains($0.charge)
    }
    return described.count == 1 ? described : claims
  }

  /// Whether another payer, before the one that has a bill, answers: the bill to it comes under the
  /// same number, and may not have been read yet.
  private func isOfEarlierPayer(_ remitClaim: RemittanceClaim, than claim: Claim) -> Bool {
    let member = remitClaim.patient.memberID
    guard claim.sequence != .primary, claim.payer.id != payer.id, !member.isEmpty,
      member != claim.memberID
    else { return false }
    switch remitClaim.status {
    case .processed(let sequence), .forwarded(let sequence):
      return sequence.order < claim.sequence.order
    case .denied, .reversal: return true
    case .notOurs, .predetermination, .other: return false
    }
  }

  /// One number serves the bills to the first and the next payer: the status or the payer tells
  /// which of them is answered.
  private func ofAnsweringLevel(_ claims: [Claim], _ remitClaim: RemittanceClaim) -> [Claim] {
    let claims = claims.filter { !isOfEarlierPayer(remitClaim, than: $0) }
    guard claims.count > 1 else { return claims }
    let sequence: PayerSequence? =
      switch remitClaim.status {
      case .processed(let sequence), .forwarded(let sequence): sequence
      case .denied, .reversal, .notOurs, .predetermination, .other: nil
      }
    let bySequence = claims.filter { $0.sequence == sequence }
    if bySequence.count == 1 { return bySequence }
    let byPayer = (bySequence.isEmpty ? claims : bySequence).filter { $0.payer.id == payer.id }
    if !byPayer.isEmpty { return byPayer }
    return bySequence.isEmpty ? claims : bySequence
  }
}
