import Billing

/// Records what the payer decided about an appeal or a reopening.
struct RecordAppealOutcome: Verb {
  let name = DecisionVerb.appealOutcome
  let title = "Record the appeal's outcome"
  let help = "Records how an appeal ended."
  let subjects: Set<SubjectKind> = [.claim]

  func refusal(in situation: Situation) -> String? {
    situation.actions?.obstacle(to: name)
  }

  func fields(in situation: Situation) -> [DecisionField] {
    [
      DecisionField(
        .outcome, "Outcome", "", .required,
        choices: AppealOutcome.allCases.map { .init($0.rawValue, $0.title) },
        help: "How the payer decided."),
      DecisionField(
        .notice, "Letter of", situation.today.description,
        help: "The date of the payer's letter: the next level's clock runs from it."),
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let outcome = try fields.word(.outcome, of: AppealOutcome.self) else {
      throw FieldFault(.outcome, "Say how it ended.")
    }
    let notice = try fields.requiredDay(.notice, .past, "Give the date of the payer's letter.")
    return .appealOutcome(AppealDecision(outcome, noticeOn: notice))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .appealOutcome(let decision) = act else { return }
    fields.set(.outcome, decision.outcome)
    fields.set(.notice, decision.noticeOn)
  }

  /// A payer cannot have decided what it had not been asked yet.
  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .appealOutcome(let outcome) = decision.act,
      let pending = situation.reading?.appeals.pending, outcome.noticeOn < pending.on
    else { return nil }
    return FieldFault(
      .notice,
      "The letter cannot be older than the \(pending.verb.title.lowercased()) "
        + "of \(pending.on).")
  }
}

extension AppealOutcome {
  package var title: String {
    switch self {
    case .favorable: "favorable"
    case .partlyFavorable: "partly favorable"
    case .unfavorable: "unfavorable"
    case .dismissed: "dismissed"
    }
  }
}
