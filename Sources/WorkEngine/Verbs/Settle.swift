import Billing

/// Says what became of a payment whose remittance could not be read.
struct Settle: Verb {
  let name = DecisionVerb.settle
  let title = "Settle"
  let help = "Says what became of a remittance that could not be read, and closes it."
  let subjects: Set<SubjectKind> = [.refusedSet]
  let traits: VerbTraits = [.many]
  let noteHelp = "By what it is known; may stay empty."

  func fields(in situation: Situation) -> [DecisionField] {
    [ReasonField.of(situation.rules.settlementReasons)]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .settle(reason: try fields.required(.reason, "Say what became of it."))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .settle(let reason) = act { fields.set(.reason, reason) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .settle(let reason) = decision.act else { return nil }
    return ReasonField.fault(reason, among: situation.rules.settlementReasons)
  }
}
