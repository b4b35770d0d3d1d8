import Billing

/// Asks the payer for an authorization, and records what it says.
struct ObtainAuthorization: Verb {
  let name = DecisionVerb.obtainAuthorization
  let title = "Obtain an authorization"
  let help = "Records that an authorization was asked for, was obtained, or was refused."
  let subjects: Set<SubjectKind> = [.claim, .charge]
  let traits: VerbTraits = [.comesBack, .moves]
  let argument: (field: DecisionField.Name, words: String)? = (
    .step, "asked, obtained or refused"
  )

  func refusal(in situation: Situation) -> String? {
    situation.charge?.notUnbilled ?? situation.actions?.nothingOpen
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let isAsked = situation.hasOpenAuthorizationRequest
    return [
      DecisionField(
        .step, "Step", isAsked ? "obtained" : "asked",
        choices: [
          .init("asked", "it was asked for"), .init("obtained", "it was obtained"),
          .init("refused", "it was refused"),
        ], help: "What happened; left and right choose."),
      DecisionField(
        .on, "Day", situation.today.description, when: .init(.step, "asked", "refused"),
        help: "When it was asked or refused."),
      DecisionField(
        .reference, "Reference", when: .init(.step, "asked", "refused"),
        help: "Number of the request or of the call; may stay empty."),
      situation.followUpField(of: self, when: .init(.step, "asked")),
      DecisionField(
        "number", "Authorization", "", .required, isPrivate: true,
        when: .init(.step, "obtained"), help: "Its number, REF*G1 (the UTN for Medicare)."),
      DecisionField(
        "codes", "Codes", when: .init(.step, "obtained"),
        help: "HCPCS codes that it covers; empty for all."),
      DecisionField(
        "from", "Valid from", when: .init(.step, "obtained"),
        help: "First day that it covers; may stay empty."),
      DecisionField(
        "through", "Valid through", when: .init(.step, "obtained"),
        help: "Last day that it covers; may stay empty."),
      DecisionField(
        "units", "Units", when: .init(.step, "obtained"),
        help: "Units or months granted; empty for no limit."),
    ]
  }

  func waits(after act: Decision.Act) -> Bool {
    if case .obtainAuthorization(.asked) = act { true } else { false }
  }

  func resultSuffix(of act: Decision.Act) -> String {
    guard case .obtainAuthorization(let step) = act else { return "" }
    return switch step {
    case .asked: "requested"
    case .obtained: "obtained"
    case .refused: "refused"
    }
  }

  func followUpDays(in situation: Situation) -> Int? {
    let followUps = situation.rules.followUps
    if let reading = situation.reading, let days = followUps[reading.payer.family]?.nextDays {
      return days
    }
    guard let charge = situation.charge, let family = charge.review.family else { return nil }
    return followUps[family]?.nextDays
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    switch try fields.word(.step, of: AuthorizationStep.StepWord.self) {
    case .asked?:
      .obtainAuthorization(
        .asked(
          on: try fields.requiredDay(.on, .past, "Say when it was asked for."),
          reference: try fields.text(.reference, upTo: 50, "A reference")))
    case .refused?:
      .obtainAuthorization(
        .refused(
          on: try fields.requiredDay(.on, .past, "Say when it was refused."),
          reference: try fields.text(.reference, upTo: 50, "A reference")))
    case .obtained?: .obtainAuthorization(.obtained(try grant(&fields)))
    case nil: throw FieldFault(.step, "Say what happened: asked, obtained or refused.")
    }
  }

  private func grant(_ fields: inout FieldReader) throws(FieldFault) -> AuthorizationGrant {
    let number = try fields.required("number", "Give the number of the authorization.")
    guard number.count <= 50 else {
      throw FieldFault("number", "An authorization number has 50 characters at most (REF02).")
    }
    return AuthorizationGrant(
      number: number, codes: fields.codes("codes"),
      valid: Validity(
        from: try fields.day("from", .near), through: try fields.day("through", .near)),
      units: try fields.number("units", 1...99_999))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .obtainAuthorization(let step) = act else { return }
    fields.set(.step, step.word)
    switch step {
    case .asked(let day, let reference), .refused(let day, let reference):
      fields.set(.on, day)
      fields.set(.reference, reference)
    case .obtained(let grant):
      fields.set("number", grant.number)
      fields.set("codes", grant.codes)
      fields.set("from", grant.valid.from)
      fields.set("through", grant.valid.through)
      fields.set("units", grant.units)
    }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .obtainAuthorization(let step) = decision.act else { return nil }
    switch step {
    case .asked:
      return situation.hasOpenAuthorizationRequest
        ? FieldFault(.step, "It was asked for already: say what came of it.") : nil
    case .refused:
      return situation.hasOpenAuthorizationRequest
        ? nil : FieldFault(.step, "No request is on file that could have been refused.")
    case .obtained(let grant):
      let wrong = grant.codes.first { !ProcedureForm.isProcedure($0) }
      if let wrong { return FieldFault("codes", "\"\(wrong)\" is no procedure code.") }
      if let from = grant.valid.from, let through = grant.valid.through, through < from {
        return FieldFault("through", "It ends on \(through), before it begins on \(from).")
      }
      return nil
    }
  }
}
