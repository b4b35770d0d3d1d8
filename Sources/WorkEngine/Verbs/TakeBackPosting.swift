import Billing

/// Takes one posted answer back, days later and whoever posted it (domain reference 5.12, point 9).
struct UnpostAnswer: Verb {
  let name = DecisionVerb.unpost
  let title = "Unpost"
  let help = "Takes the posting of one claim of a remittance back; it waits in Cash posting again."
  let subjects: Set<SubjectKind> = [.remitClaim]
  let traits: VerbTraits = [.supervisors, .explained, .afterwards]
  let noteHelp = "Why the posting was wrong."

  func refusal(in situation: Situation) -> String? {
    guard let staged = situation.staged else { return nil }
    return staged.reasons.isEmpty ? nil : "It is not posted."
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .unpost }
}

/// Takes a whole remittance back: read twice, or the wrong file.
struct VoidRemittance: Verb {
  let name = DecisionVerb.voidRemittance
  let title = "Void the remittance"
  let help = "Takes everything back that was posted from a remittance, and its cash."
  let subjects: Set<SubjectKind> = [.remittance]
  let traits: VerbTraits = [.supervisors, .explained, .afterwards]
  let noteHelp = "Why it does not count: read twice, the wrong file."

  func refusal(in situation: Situation) -> String? {
    situation.lookAlike == nil ? nil : "It does not count yet: say what it is instead."
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .voidRemittance }
}
