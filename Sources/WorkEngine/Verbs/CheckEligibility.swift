import Billing

/// Asks the payer whether it covers the patient (270).
struct CheckEligibility: Verb {
  let name = DecisionVerb.checkEligibility
  let title = "Ask for eligibility"
  let help = "Asks the payer whether it covers the patient (270)."
  let subjects: Set<SubjectKind> = [.claim, .order, .charge, .special]
  let traits: VerbTraits = [.pauses, .many, .staysOpen]

  func refusal(in situation: Situation) -> String? {
    if let order = situation.order {
      return order.order.primary == nil ? "The order names no payer that could be asked." : nil
    }
    if let charge = situation.charge {
      return charge.review.coverage == nil ? "The charge has no payer that could be asked." : nil
    }
    if let special = situation.special {
      return special.payer == nil
        ? "No payer of the patient is known that could be asked." : nil
    }
    return nil
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .checkEligibility }
}
