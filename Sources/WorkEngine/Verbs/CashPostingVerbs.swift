import Billing

/// Says which claim a staged answer belongs to.
struct MatchClaim: Verb {
  let name = DecisionVerb.match
  let title = "Match to a claim"
  let help = "Says which claim a staged payment belongs to."
  let subjects: Set<SubjectKind> = [.remitClaim]

  /// The value of the field that makes the claim from what the payer says of it.
  private static let made = "from-remittance"

  func refusal(in situation: Situation) -> String? {
    guard situation.candidates.isEmpty, let why = unmakeable(in: situation) else { return nil }
    return situation.staged?.needsMatch == false ? why : "No claim of the office fits. " + why
  }

  /// Why no claim may be made from what the payer says; nil where one may.
  ///
  /// An answer that has its claim would get a second one beside it, under the same number.
  private func unmakeable(in situation: Situation) -> String? {
    if situation.staged?.needsMatch == false { return "It is matched to its claim already." }
    return situation.canAdopt
      ? nil : "None can be made from this: it is a reversal, or its amounts do not balance."
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let made = DecisionField.Choice(Self.made, "none of these: make it from the remittance")
    let choices = situation.candidates + (unmakeable(in: situation) == nil ? [made] : [])
    let best = situation.candidates.first?.value
    return [
      DecisionField(
        .match, "Claim", best ?? "", best == nil ? .required : .proposed, choices: choices,
        isPrivate: true,
        help: best == nil
          ? "No claim of the office fits; left and right show what can be done instead."
          : "The claim that fits best is filled in; left and right choose.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let text = try fields.required(.match, "Choose the claim that it belongs to.")
    if text == Self.made { return .match(.madeFromRemittance) }
    guard let key = Int64(text), key > 0 else {
      throw FieldFault(.match, "\"\(text)\" is no claim: choose one of those that fit.")
    }
    return .match(.claim(ClaimID(key)))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .match(let target) = act else { return }
    switch target {
    case .claim(let id): fields.set(.match, String(id.rawValue))
    case .madeFromRemittance: fields.set(.match, Self.made)
    }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard decision.act == .match(.madeFromRemittance) else { return nil }
    return unmakeable(in: situation).map { FieldFault(.match, $0) }
  }
}

/// Keeps the money in suspense.
struct LeaveInSuspense: Verb {
  let name = DecisionVerb.leaveInSuspense
  let title = "Leave in suspense"
  let help = "Keeps the money in suspense, with a reason and a day to look again."
  let subjects: Set<SubjectKind> = [.remitClaim, .remittance]
  let traits: VerbTraits = [.pauses, .many]

  func fields(in situation: Situation) -> [DecisionField] {
    [ReasonField.of(situation.rules.suspenseReasons)]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .leaveInSuspense(reason: try fields.required(.reason, "Say why it stays in suspense."))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .leaveInSuspense(let reason) = act { fields.set(.reason, reason) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .leaveInSuspense(let reason) = decision.act else { return nil }
    return ReasonField.fault(reason, among: situation.rules.suspenseReasons)
  }

  func followUpDays(in situation: Situation) -> Int? { 7 }
}
