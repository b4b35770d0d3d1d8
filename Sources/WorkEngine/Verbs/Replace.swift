import Billing

/// Sends a corrected claim that takes the place of the one the payer has.
struct Replace: ResendingVerb {
  let name = DecisionVerb.replace
  let title = "Send a replacement claim"
  let help = "Sends a replacement (frequency 7), where the payer takes one."
  let traits: VerbTraits = [.sends]

  func act(_ resending: Resending) -> Decision.Act { .replace(resending) }

  func resending(of act: Decision.Act) -> Resending? {
    if case .replace(let resending) = act { resending } else { nil }
  }
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
