import Billing

/// A verb that sends a claim once more, with or without corrections.
protocol ResendingVerb: Verb {
  func act(_ resending: Resending) -> Decision.Act
  /// What is sent by a decision of this verb; nil for any other act.
  func resending(of act: Decision.Act) -> Resending?
}

extension ResendingVerb {
  var subjects: Set<SubjectKind> { [.claim] }
  var noteHelp: String { "Why it goes out just as it was sent before, where nothing is corrected." }

  func refusal(in situation: Situation) -> String? {
    situation.actions?.obstacle(to: name)
  }

  func fields(in situation: Situation) -> [DecisionField] {
    ResendingFields.fields(name, noteHelp, in: situation)
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    act(try ResendingFields.read(&fields))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if let resending = resending(of: act) { ResendingFields.write(resending, to: &fields) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard let resending = resending(of: decision.act) else { return nil }
    return ResendingFields.fault(of: resending, decision, in: situation)
  }

  func followUpDays(in situation: Situation) -> Int? { situation.sendingFollowUpDays }
}
