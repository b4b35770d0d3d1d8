import Billing

/// Moves what the payer left to the patient.
struct TransferToPatient: Verb {
  let name = DecisionVerb.transferPatient
  let title = "Transfer to the patient"
  let help = "Moves an open amount to the patient."
  let subjects: Set<SubjectKind> = [.claim]
  let traits: VerbTraits = [.many]
  let argument: (field: DecisionField.Name, words: String)? = (.amount, "AMOUNT")
  let noteHelp = "Why it is the patient's to pay."

  func refusal(in situation: Situation) -> String? {
    guard let actions = situation.actions else { return nil }
    if let refusal = actions.obstacle(to: name) { return refusal }
    return situation.patientsShare > .zero ? nil : "The payer left nothing to the patient."
  }

  func fields(in situation: Situation) -> [DecisionField] {
    [
      DecisionField(
        .amount, "Amount", situation.patientsShare.positivePlain,
        help: "The patient's share, never more than is open.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let amount = try fields.cents(.amount) else {
      throw FieldFault(.amount, "Say how much moves to the patient.")
    }
    return .transferPatient(amount)
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .transferPatient(let amount) = act { fields.set(.amount, amount) }
  }

  /// The patient owes the share that the payer named or the line that it denied, never the charge.
  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .transferPatient(let amount) = decision.act else { return nil }
    let share = situation.patientsShare
    guard amount > share else { return nil }
    return FieldFault(.amount, "The patient's share is \(share): \(amount) is more.")
  }
}

extension Situation {
  /// Open with the payer and the next payer, in cents.
  var open: Cents {
    guard let balances = reading?.story.balances else { return .zero }
    return max(balances.payer, .zero) + max(balances.nextPayer, .zero)
  }

  /// What of that the payer's answers leave to the patient: denials of group PR, and what was
  /// passed on for the next payer; in cents.
  var patientsShare: Cents {
    guard let reading else { return .zero }
    return min(open, reading.patientsShare)
  }
}

extension Cents {
  /// For a field that is filled in; empty where there is nothing.
  var positivePlain: String { self > .zero ? plain : "" }
}
