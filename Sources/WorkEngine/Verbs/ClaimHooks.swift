import Billing

extension ActionRules {
  /// Why the claim as it stands rules a verb out; what only needs a reason (good cause after the last
  /// legal day, claims that are aggregated) is asked for by its fields.
  func obstacle(to verb: DecisionVerb) -> String? {
    permission(for: verb, lateReason: "given", together: Cents(.max)).refusal
  }
}

extension StoryReading {
  /// What the payer's answers leave to the patient or the next payer: denials of group PR that nobody
  /// moved yet, and what was passed on, in cents.
  var patientsShare: Cents {
    max(story.balances.nextPayer, .zero) + patientDenials.values.map { $0 }.total()
  }
}

extension Situation {
  /// Whether an authorization was asked for and nothing came of it yet.
  var hasOpenAuthorizationRequest: Bool {
    let last = story?.decisions.last { $0.verb == .obtainAuthorization }
    guard case .obtainAuthorization(.asked)? = last?.act else { return false }
    return true
  }

  /// Number of the latest authorization that was obtained for the claim and that it does not carry
  /// yet; nil where there is none.
  var grantedAuthorization: String? {
    guard let claim, let story = reading?.story else { return nil }
    let grant = story.authorizations.compactMap(\.grant).last { $0.covers(claim.lines) }
    return grant.flatMap { $0.number == claim.priorAuthorization ? nil : $0.number }
  }
}
