import Billing

/// Asks the payer to put a clerical error right without an appeal (domain reference 2.3).
struct Reopen: Verb {
  let name = DecisionVerb.reopen
  let title = "Ask for a reopening"
  let help = "Asks the payer to correct a clerical error without an appeal."
  let subjects: Set<SubjectKind> = [.claim]
  let traits: VerbTraits = [.contests, .comesBack, .many]
  let argument: (field: DecisionField.Name, words: String)? = (.followUp, "DAYS or DATE")

  func refusal(in situation: Situation) -> String? {
    situation.actions?.obstacle(to: name)
  }

  func fields(in situation: Situation) -> [DecisionField] {
    LateField.fields(name, in: situation)
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .reopen(LateField.read(&fields))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .reopen(let late) = act { LateField.write(late, to: &fields) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .reopen(let late) = decision.act else { return nil }
    return LateField.fault(of: late, name, in: situation)
  }
}
