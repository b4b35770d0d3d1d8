import Billing

/// Disputes with the payer what it allowed.
struct Dispute: Verb {
  let name = DecisionVerb.dispute
  let title = "Dispute the amount"
  let help = "Records that the payer was asked to pay what the contract says."
  let subjects: Set<SubjectKind> = [.underpayment]
  let traits: VerbTraits = [.comesBack, .many]
  let noteHelp = "What was said; may stay empty."

  func refusal(in situation: Situation) -> String? {
    guard let story = situation.underpayment, situation.isExpired else { return nil }
    return story.decisions.contains { $0.verb == .dispute }
      ? nil : "The time for a dispute is over."
  }

  func fields(in situation: Situation) -> [DecisionField] {
    [
      DecisionField(
        .reference, "Reference",
        help: "Number of the letter, of the call or of the case on the portal; may stay empty.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .dispute(reference: try fields.text(.reference, upTo: 50, "A reference"))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .dispute(let reference) = act { fields.set(.reference, reference) }
  }

  func followUpDays(in situation: Situation) -> Int? { 30 }
}

/// Accepts what the payer allowed.
struct AcceptAmount: Verb {
  let name = DecisionVerb.accept
  let title = "Accept the amount"
  let help = "Says why what the payer allowed is accepted, and closes the underpayment."
  let subjects: Set<SubjectKind> = [.underpayment]
  let traits: VerbTraits = [.many]

  func fields(in situation: Situation) -> [DecisionField] {
    [ReasonField.of(situation.rules.acceptanceReasons, proposes: false)]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .accept(reason: try fields.required(.reason, "Say why it is accepted."))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .accept(let reason) = act { fields.set(.reason, reason) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .accept(let reason) = decision.act else { return nil }
    return ReasonField.fault(reason, among: situation.rules.acceptanceReasons)
  }
}
