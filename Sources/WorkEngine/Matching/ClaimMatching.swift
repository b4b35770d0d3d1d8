package import Billing

/// A claim that a remittance may speak of, in the few facts that matching needs.
package struct MatchCandidate: Equatable, Sendable, Served {
  package var claim: ClaimID
  /// Control numbers of the claim and of all its sendings.
  package var controlNumbers: [String]
  /// The payer's numbers for it, from acknowledgments and earlier remittances.
  package var payerControlNumbers: [String]
  package var patient: Identity
  package var service: ServiceDates
  package var charge: Cents
  /// Procedure codes of its lines, without modifiers.
  package var codes: [String]

  package init(
    claim: ClaimID, controlNumbers: [String], payerControlNumbers: [String] = [],
    patient: Identity, service: ServiceDates, charge: Cents, codes: [String] = []
  ) {
    self.claim = claim
    self.controlNumbers = controlNumbers
    self.payerControlNumbers = payerControlNumbers
    self.patient = patient
    self.service = service
    self.charge = charge
    self.codes = codes
  }
}

/// Which rule of the cascade found a claim.
package enum MatchRule: String, Sendable {
  /// CLP01 is the control number of a sending.
  case controlNumber = "control-number"
  /// CLP07 is a payer claim control number that we know.
  case payerControlNumber = "payer-control-number"
  /// Member id, date of service and charge agree, on one claim only.
  case memberDateCharge = "member-date-charge"

  /// Whether postings may follow without a person (domain reference 5.9).
  package var postsByItself: Bool { self != .memberDateCharge }
}

/// A claim that might be meant, with what speaks for and against it.
package struct MatchSuggestion: Equatable, Sendable {
  package var claim: ClaimID
  package var reasonsFor: [String]
  package var reasonsAgainst: [String]
  /// 0 to 100; only good for sorting.
  package var score: Int
  /// Whether name and member id are another person's, as far as both sides tell them.
  package var isOtherPatient = false
}

/// What the cascade found.
package enum MatchResult: Equatable, Sendable {
  case matched(ClaimID, MatchRule)
  /// Best first; a person chooses.
  case suggestions([MatchSuggestion])
  case none
}

/// Finds the claim that a claim of a remittance speaks of (domain reference 5.5).
package enum ClaimMatching {
  /// Runs the cascade over candidates that the caller fetched.
  ///
  /// A number alone is not trusted where the patient is another one (name and member id), or where
  /// neither patient, date nor charge agrees: offices reuse numbers, and some payers answer with "0".
  package static func match(
    _ remitClaim: RemittanceClaim, among candidates: [MatchCandidate]
  ) -> MatchResult {
    let pairs = candidates.map { (candidate: $0, evidence: MatchEvidence(remitClaim, $0)) }
    let rules: [(MatchRule, (MatchEvidence) -> Bool)] = [
      (.controlNumber, { $0.sameControlNumber && $0.isPlausible }),
      (.payerControlNumber, { $0.samePayerControlNumber && $0.isPlausible }),
      (.memberDateCharge, { $0.sameMember && $0.sameDate && $0.sameCharge }),
    ]
    for (rule, fits) in rules {
      let hits = pairs.filter { fits($0.evidence) }
      if hits.count == 1, let hit = hits.first { return .matched(hit.candidate.claim, rule) }
      if hits.count > 1 { return .suggestions(suggestions(hits)) }
    }
    let weak = pairs.filter { $0.evidence.isSuggestion }
    return weak.isEmpty ? .none : .suggestions(suggestions(weak))
  }

  /// At most ten, best first; of equals the newest claim first.
  private static func suggestions(
    _ pairs: [(candidate: MatchCandidate, evidence: MatchEvidence)]
  ) -> [MatchSuggestion] {
    let all = pairs.map { pair in
      MatchSuggestion(
        claim: pair.candidate.claim, reasonsFor: pair.evidence.reasonsFor,
        reasonsAgainst: pair.evidence.reasonsAgainst, score: pair.evidence.score,
        isOtherPatient: pair.evidence.isOtherPatient)
    }
    return Array(all.sorted { ($1.score, $1.claim) < ($0.score, $0.claim) }.prefix(10))
  }
}
