import Billing

/// Contests the payer's answer at the next level (domain reference 2.3).
struct FileAppeal: Verb {
  let name = DecisionVerb.appeal
  let title = "Appeal"
  let help = "Records an appeal with its level, and lists what belongs into the packet."
  let subjects: Set<SubjectKind> = [.claim]
  let traits: VerbTraits = [.contests, .comesBack, .usesTheRight, .many]
  let argument: (field: DecisionField.Name, words: String)? = (.followUp, "DAYS or DATE")

  func refusal(in situation: Situation) -> String? {
    situation.actions?.obstacle(to: name)
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let next = situation.reading?.nextAppealLevel
    let levels = AppealLevel.allCases.map {
      DecisionField.Choice(
        String($0.rawValue), $0.title, follows: situation.comesBack(self, "L\($0.rawValue)"))
    }
    let least = next.flatMap { situation.actions?.missingControversy($0) }
    return [
      DecisionField(
        .level, "Level", next.map { String($0.rawValue) } ?? "", choices: levels,
        placeholder: "the level that comes next",
        help: "The level that comes next is filled in."),
      DecisionField(
        .together, "Together with", "", least == nil ? .proposed : .required,
        help: least.map {
          "The level needs \($0) in dispute: name claims of the same kind."
        } ?? "Claims of the same kind contested with it; may stay empty."),
    ] + LateField.fields(name, in: situation)
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let number = try fields.number(.level, 1...5),
      let level = AppealLevel(rawValue: number)
    else { throw FieldFault(.level, "Say which level of appeal it is: 1 to 5.") }
    return .appeal(
      Appeal(level, together: fields.codes(.together), late: LateField.read(&fields)))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .appeal(let appeal) = act else { return }
    fields.set(.level, appeal.level.rawValue)
    fields.set(.together, appeal.together)
    LateField.write(appeal.late, to: &fields)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .appeal(let appeal) = decision.act, let actions = situation.actions else {
      return nil
    }
    if let refusal = actions.permission(
      for: name, level: appeal.level, lateReason: "given", together: Cents(.max)
    ).refusal {
      return FieldFault(.level, refusal)
    }
    if appeal.together.isEmpty,
      let refusal = actions.permission(
        for: name, level: appeal.level, lateReason: "given"
      ).refusal
    {
      return FieldFault(.together, refusal)
    }
    return LateField.fault(of: appeal.late, name, in: situation)
  }

  func resultSuffix(of act: Decision.Act) -> String {
    if case .appeal(let appeal) = act { "L\(appeal.level.rawValue)" } else { "" }
  }
}

extension AppealLevel {
  package var title: String {
    switch self {
    case .first: "1  first level"
    case .second: "2  second level"
    case .third: "3  third level"
    case .fourth: "4  fourth level"
    case .fifth: "5  fifth level"
    }
  }
}
