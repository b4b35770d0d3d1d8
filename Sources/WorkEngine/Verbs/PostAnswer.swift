import Billing

/// Posts a staged answer as its sheet shows.
struct PostAnswer: Verb {
  let name = DecisionVerb.post
  let title = "Post"
  let help = "Posts a staged claim of a remittance as its sheet shows."
  let subjects: Set<SubjectKind> = [.remitClaim, .remittance]
  let traits: VerbTraits = [.many]

  /// The word that leaves a line in suspense.
  private static let hold = "hold"
  private static let line = "line"

  func refusal(in situation: Situation) -> String? {
    guard let staged = situation.staged else { return nil }
    if !staged.isAnswer, staged.reasons.isEmpty { return "Nothing of it waits to be posted." }
    if staged.needsMatch { return "Match it to a claim first." }
    return staged.blocking.map { "It cannot be posted as it is. " + $0.sentence }
  }

  func fields(in situation: Situation) -> [DecisionField] {
    if let look = situation.staged?.lookAlike { return [lookField(look)] }
    guard let sheet = situation.sheet else { return [] }
    return lineFields(sheet) + meaningField(sheet)
  }

  private func lineFields(_ sheet: PostingSheet) -> [DecisionField] {
    let answer = sheet.results.last { !$0.isReversal }?.id ?? sheet.lines.last?.answer
    let lines = sheet.lines.filter { $0.position > 0 && $0.answer == answer && $0.charge > .zero }
    guard lines.count > 1 || sheet.problem != nil else { return [] }
    return lines.map { line in
      let isOpen = sheet.problem?.line == line.position
      return DecisionField(
        .line(Self.line, line.position), "Line \(line.position) to",
        line.isHeld ? Self.hold : line.targets.map(String.init).joined(separator: " "),
        isOpen ? .required : .asItStands,
        placeholder: "\(line.procedure.description) \(line.charge)",
        help: "Numbers of the claim's lines, blanks between; hold leaves it in suspense.")
    }
  }

  private func lookField(_ proposed: LookAlikeAnswer) -> DecisionField {
    DecisionField(
      .look, "It is", proposed.rawValue,
      choices: LookAlikeAnswer.allCases.map { .init($0.rawValue, $0.title) },
      help: "One answer closes all files that tell of this check.")
  }

  private func meaningField(_ sheet: PostingSheet) -> [DecisionField] {
    guard let meaning = sheet.meaning else { return [] }
    return [
      DecisionField(
        .meaning, "It is", meaning.rawValue,
        choices: [
          .init(
            PostingInstructions.Meaning.correction.rawValue,
            "a corrected answer: the payer takes the earlier payment back"),
          .init(
            PostingInstructions.Meaning.another.rawValue,
            "another payment: what is too much belongs to the payer"),
        ], help: "Left and right choose.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    var instructions = PostingInstructions()
    for place in fields.places(of: Self.line) {
      let name = DecisionField.Name(rawValue: "\(Self.line):\(place)")
      guard let position = place.wholeNumber, position > 0 else {
        throw FieldFault(name, "\"\(place)\" is no line number.")
      }
      let words = fields.codes(name).map { $0.lowercased() }
      if words == [Self.hold] {
        instructions.lines[position] = .held
        continue
      }
      let numbers = words.compactMap(\.wholeNumber)
      guard numbers.count == words.count, Set(numbers).count == numbers.count else {
        throw FieldFault(name, "Write numbers of the claim's lines, such as 1 or 1 2, or hold.")
      }
      instructions.lines[position] = .lines(numbers)
    }
    instructions.meaning = try fields.word(.meaning, of: PostingInstructions.Meaning.self)
    instructions.look = try fields.word(.look, of: LookAlikeAnswer.self)
    return .post(instructions)
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .post(let instructions) = act else { return }
    for (position, target) in instructions.lines {
      let text =
        switch target {
        case .held: Self.hold
        case .lines(let numbers): numbers.map(String.init).joined(separator: " ")
        }
      fields.set(.line(Self.line, position), text)
    }
    fields.set(.meaning, instructions.meaning)
    fields.set(.look, instructions.look)
  }

  /// A line without a place must be given one; whether it fits is said by the sheet itself.
  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .post(let instructions) = decision.act, let problem = situation.sheet?.problem,
      instructions.lines.isEmpty
    else { return nil }
    return FieldFault(problem.line.map { .line(Self.line, $0) }, problem.sentence)
  }
}
