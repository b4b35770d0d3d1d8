import Billing

/// Sends a corrected claim that takes the place of the one the payer has.
struct Replace: Verb {
  let name = DecisionVerb.replace
  let title = "Send a replacement claim"
  let help = "Sends a replacement (frequency 7), where the payer takes one."
  let subjects: Set<SubjectKind> = [.claim]
  let traits: VerbTraits = [.sends]
  let noteHelp = "Why it goes out just as it was sent before, where nothing is corrected."

  func refusal(in situation: Situation) -> String? {
    situation.actions?.obstacle(to: name)
  }

  func fields(in situation: Situation) -> [DecisionField] {
    ResendingFields.fields(name, noteHelp, in: situation)
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .replace(try ResendingFields.read(&fields))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .replace(let resending) = act { ResendingFields.write(resending, to: &fields) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .replace(let resending) = decision.act else { return nil }
    return ResendingFields.fault(of: resending, decision, in: situation)
  }

  func followUpDays(in situation: Situation) -> Int? { situation.sendingFollowUpDays }
}

/// Takes a claim back at the payer.
struct Void: Verb {
  let name = DecisionVerb.void
  let title = "Void the claim"
  let help = "Voids the claim at the payer (frequency 8), where the payer takes that."
  let subjects: Set<SubjectKind> = [.claim]
  let traits: VerbTraits = [.sends]
  let noteHelp = "Why it is void; goes into the history."

  func refusal(in situation: Situation) -> String? {
    situation.actions?.obstacle(to: name)
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .void }

  func followUpDays(in situation: Situation) -> Int? { situation.sendingFollowUpDays }
}
