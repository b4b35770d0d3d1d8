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
    let reasons = situation.rules.settlementReasons
    return [
      DecisionField(
        .reason, "Reason", reasons.first?.code ?? "", reasons.isEmpty ? .required : .proposed,
        choices: reasons.map { .init($0.code, $0.title) },
        help: "Left and right, or its first letter, choose.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .settle(reason: try fields.required(.reason, "Say what became of it."))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .settle(let reason) = act { fields.set(.reason, reason) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .settle(let reason) = decision.act else { return nil }
    let known = situation.rules.settlementReasons
    return known.contains { $0.code == reason }
      ? nil
      : FieldFault(
        .reason, "\"\(reason)\" is none of: \(known.map(\.code).joined(separator: ", ")).")
  }
}
