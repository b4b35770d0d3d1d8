import Billing

// Order confirmation: the order is right, goes back, or is cancelled.

/// Says that an order is right; its charges are made.
struct ConfirmOrder: Verb {
  let name = DecisionVerb.confirm
  let title = "Confirm the order"
  let help = "Says that the order is right; its charges are made."
  let subjects: Set<SubjectKind> = [.order]
  let traits: VerbTraits = [.moves, .many]

  func refusal(in situation: Situation) -> String? {
    guard let story = situation.order else { return nil }
    if let refusal = story.notAtConfirmation { return refusal }
    guard let first = story.blocking.first else { return nil }
    let more = story.blocking.count - 1
    let rest = more == 1 ? " One more finding stands" : " \(more) more findings stand"
    return "It cannot be confirmed: \(first.sentence)" + (more > 0 ? rest + " in the way." : "")
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .confirm }
}

/// Gives an order back to the front office, with the cause.
struct ReturnOrder: Verb {
  let name = DecisionVerb.returnOrder
  let title = "Return to the front office"
  let help = "Gives the order back to the front office, with the cause."
  let subjects: Set<SubjectKind> = [.order]
  let traits: VerbTraits = [.moves, .comesBack, .many]
  let noteHelp = "What the front office has to put right."

  func refusal(in situation: Situation) -> String? {
    guard let story = situation.order else { return nil }
    return story.order.standing == .returned
      ? "The front office has it already." : story.notAtConfirmation
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let findings = situation.order?.findings ?? []
    let found = (findings.first(where: \.isBlocking) ?? findings.first)?.cause
    return [
      DecisionField(
        .cause, "Cause", found?.rawValue ?? "", found == nil ? .required : .proposed,
        choices: OrderProblemCause.allCases.map {
          .init($0.rawValue, $0.title, follows: [.team: $0.team.rawValue])
        }, help: "What the check found first is filled in; left and right choose."),
      DecisionField(
        .team, "Team", choices: TeamChoices.all("as the cause says"),
        help: "Who has to put it right."),
      DecisionField(
        .note, "Note", "", found == .other ? .required : .proposed, isPrivate: true,
        help: noteHelp),
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let cause = try fields.word(.cause, of: OrderProblemCause.self) else {
      throw FieldFault(
        .cause,
        "Say what is wrong: choose the cause that is fed back to the front office.")
    }
    return .returnOrder(cause, try fields.word(.team, of: Team.self) ?? cause.team)
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .returnOrder(let cause, let team) = act else { return }
    fields.set(.cause, cause)
    fields.set(.team, team)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .returnOrder(.other, _) = decision.act, decision.note.isBlank else { return nil }
    return FieldFault(.note, "Say what is wrong in a note.")
  }
}

/// Cancels an order; nothing of it is billed.
struct CancelOrder: Verb {
  let name = DecisionVerb.cancelOrder
  let title = "Cancel the order"
  let help = "Cancels the order; nothing of it is billed."
  let subjects: Set<SubjectKind> = [.order]
  let traits: VerbTraits = [.moves, .explained]
  let argument: (field: DecisionField.Name, words: String)? = (.note, "TEXT")
  let noteHelp = "Say why it is cancelled."

  func refusal(in situation: Situation) -> String? {
    guard let story = situation.order else { return nil }
    return story.order.standing == .open ? nil : story.notAtConfirmation
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .cancelOrder }
}

extension OrderStory {
  /// Why it is not to be confirmed or given back; nil where it is.
  fileprivate var notAtConfirmation: String? {
    switch order.standing {
    case .delivered, .returned: nil
    case .open: "Nothing of the order has been delivered yet."
    case .confirmed: "The order is confirmed: work on its charges."
    case .cancelled: "The order is cancelled."
    }
  }
}

/// Teams as choices of a field.
enum TeamChoices {
  static func all(_ unsaid: String) -> [DecisionField.Choice] {
    [.init("", unsaid)] + Team.allCases.map { .init($0.rawValue, $0.title) }
  }
}

extension DecisionField.Name {
  static let cause: Self = "cause"
  static let team: Self = "team"
}
