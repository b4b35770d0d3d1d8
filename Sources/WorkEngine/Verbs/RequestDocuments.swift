import Billing

/// The office asks somebody for papers: the practitioner, the patient, the payer.
struct RequestDocuments: Verb {
  let name = DecisionVerb.requestDocuments
  let title = "Request documents"
  let help = "Records what was asked for, and when to ask again."
  let subjects: Set<SubjectKind> = [.claim, .remitClaim, .remittance, .order, .charge, .special]
  let traits: VerbTraits = [.pauses, .many]
  let argument: (field: DecisionField.Name, words: String)? = (.followUp, "DAYS or DATE")
  let noteHelp = "What you asked for, and from whom."

  func refusal(in situation: Situation) -> String? {
    if let order = situation.order {
      return order.order.standing == .cancelled ? "The order is cancelled." : nil
    }
    return situation.charge?.notUnbilled ?? situation.special?.closed
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .requestDocuments }
}
