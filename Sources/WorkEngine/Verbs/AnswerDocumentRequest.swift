import Billing

/// A payer or its contractor asks for records: the letter, the answer, the result (domain
/// reference 2.7).
struct AnswerDocumentRequest: Verb {
  let name = DecisionVerb.documentRequest
  let title = "Answer a document request"
  let help = "Records a payer's letter that asks for records, what was sent, and what came of it."
  let subjects: Set<SubjectKind> = [.claim]
  let traits: VerbTraits = [.comesBack, .usesTheRight, .moves, .afterwards]
  let argument: (field: DecisionField.Name, words: String)? = (.step, "letter, sent or result")

  /// Records are asked for before payment and after it: what is settled may still be taken back.
  func refusal(in situation: Situation) -> String? {
    situation.reading?.standing == .unsent
      ? "Nobody has this claim who could ask for its records." : nil
  }

  func waits(after act: Decision.Act) -> Bool {
    if case .documentRequest(.sent) = act { true } else { false }
  }

  func resultSuffix(of act: Decision.Act) -> String {
    guard case .documentRequest(let step) = act else { return "" }
    return switch step {
    case .letter: "asked"
    case .sent: "sent"
    case .result: "decided"
    }
  }

  /// A reviewer takes as long as a payer does for a claim.
  func followUpDays(in situation: Situation) -> Int? { situation.firstFollowUpDays }

  /// What usually comes next.
  private func nextStep(in situation: Situation) -> DocumentRequestStep.StepWord {
    guard let open = situation.reading?.story.openDocumentRequest else { return .letter }
    return open.sentOn == nil ? .sent : .result
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let step = nextStep(in: situation)
    let usual = RecordsContractor.usual(for: situation.reading?.payer.family)
    let datedOn = situation.today
    let isCounted = RecordsContractor.allCases.contains { due($0, datedOn, situation) != nil }
    return [
      DecisionField(
        .step, "Step", step.rawValue,
        choices: [
          .init("letter", "a letter came"), .init("sent", "the records were sent"),
          .init("result", "the result came"),
        ], help: "What happened; left and right choose."),
      DecisionField(
        "contractor", "Who asks", usual.rawValue,
        choices: RecordsContractor.allCases.map { contractor in
          .init(contractor.rawValue, contractor.title)
        }, when: .init(.step, "letter"), help: "The kind of contractor sets the days."),
      DecisionField(
        "asks-for", "Asks for", when: .init(.step, "letter"),
        help: "Which records it wants, in your words; may stay empty."),
      DecisionField(
        "dated", "Letter of", datedOn.description, when: .init(.step, "letter"),
        help: "Its date starts the clock."),
      DecisionField(
        "due", "Due on", "", isCounted ? .proposed : .required,
        placeholder: isCounted ? "counted from the letter" : "", when: .init(.step, "letter"),
        help: isCounted
          ? "The day that the letter names; empty counts it from its date, by who asks."
          : "The day that the letter names."),
      DecisionField(
        "lines", "Lines", when: .init(.step, "letter"),
        help: "Numbers of the lines it speaks of; empty for all."),
      DecisionField(
        .on, "Day", datedOn.description, when: .init(.step, "sent", "result"),
        help: "When the records were sent, or the result came."),
      DecisionField(
        "how", "Sent by", "", .required, when: .init(.step, "sent"),
        help: "Portal, fax, mail or esMD, with its confirmation."),
      situation.followUpField(of: self, when: .init(.step, "sent")),
      DecisionField(
        .outcome, "Result", "", .required,
        choices: DocumentRequestResult.allCases.map { .init($0.rawValue, $0.rawValue) },
        when: .init(.step, "result"), help: "What the reviewer found."),
    ]
  }

  /// Where nobody typed the day that the letter names, it is counted from the letter's own date by
  /// the contractor that was chosen: a day shown beforehand would be that of another letter.
  func fillIn(_ texts: inout [DecisionField.Name: String], in situation: Situation) {
    let step = texts[.step] ?? nextStep(in: situation).rawValue
    let letter = texts["dated"].flatMap { $0.isBlank ? nil : $0 }
    guard step == DocumentRequestStep.StepWord.letter.rawValue, texts["due"]?.isBlank ?? true,
      let dated = letter.map({ TypedDay.near($0, today: situation.today) }) ?? situation.today
    else { return }
    let usual = RecordsContractor.usual(for: situation.reading?.payer.family)
    let contractor = texts["contractor"].flatMap { RecordsContractor(rawValue: $0) } ?? usual
    texts["due"] = due(contractor, dated, situation)?.description
  }

  /// The last day of a letter by the rules, nil where they know none.
  private func due(_ contractor: RecordsContractor, _ day: Day, _ situation: Situation) -> Day? {
    guard let payer = situation.reading?.payer else { return nil }
    return RequestDeadline.row(of: contractor, letterOn: day, payer: payer, rules: situation.rules)
      .map { $0.dates(from: day).legal }
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    switch try fields.word(.step, of: DocumentRequestStep.StepWord.self) {
    case .letter?: .documentRequest(.letter(try letter(&fields)))
    case .sent?:
      .documentRequest(
        .sent(
          on: try fields.requiredDay(.on, .past, "Say when the records were sent."),
          how: try fields.required("how", "Say how they were sent, with its confirmation.")))
    case .result?: .documentRequest(try result(&fields))
    case nil: throw FieldFault(.step, "Say what happened: letter, sent or result.")
    }
  }

  private func letter(_ fields: inout FieldReader) throws(FieldFault) -> DocumentLetter {
    guard let contractor = try fields.word("contractor", of: RecordsContractor.self) else {
      throw FieldFault("contractor", "Say who asks for the records.")
    }
    return DocumentLetter(
      contractor: contractor,
      asksFor: try fields.text("asks-for", upTo: 200, "What it asks for"),
      datedOn: try fields.requiredDay("dated", .past, "Give the date of the letter."),
      dueOn: try fields.requiredDay("due", .near, "Give the day that the letter names."),
      lines: try numbers("lines", &fields))
  }

  private func result(_ fields: inout FieldReader) throws(FieldFault) -> DocumentRequestStep {
    let day = try fields.requiredDay(.on, .past, "Say when the result came.")
    guard let result = try fields.word(.outcome, of: DocumentRequestResult.self) else {
      throw FieldFault(.outcome, "Say what the reviewer found.")
    }
    return .result(result, on: day)
  }

  private func numbers(
    _ name: DecisionField.Name, _ fields: inout FieldReader
  ) throws(FieldFault) -> [Int] {
    let numbers = fields.codes(name).map(\.wholeNumber)
    guard !numbers.contains(nil) else {
      throw FieldFault(name, "Write the numbers of the lines: 1 2.")
    }
    return numbers.compactMap(\.self)
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .documentRequest(let step) = act else { return }
    fields.set(.step, step.word)
    switch step {
    case .letter(let letter):
      fields.set("contractor", letter.contractor)
      fields.set("asks-for", letter.asksFor)
      fields.set("dated", letter.datedOn)
      fields.set("due", letter.dueOn)
      fields.set("lines", letter.lines.map { String($0) })
    case .sent(let day, let how):
      fields.set(.on, day)
      fields.set("how", how)
    case .result(let result, let day):
      fields.set(.on, day)
      fields.set(.outcome, result)
    }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .documentRequest(let step) = decision.act, let reading = situation.reading else {
      return nil
    }
    let open = reading.story.openDocumentRequest
    switch step {
    case .letter(let letter):
      let served = reading.story.serviceFrom
      if letter.datedOn < served {
        return FieldFault("dated", "The service was on \(served): no letter asks for it before.")
      }
      if letter.dueOn <= letter.datedOn {
        return FieldFault("due", "Give the day that the letter names, after its own date.")
      }
      let unknown = letter.lines.first { number in
        situation.claim.map { claim in !claim.lines.contains { $0.number == number } } ?? false
      }
      return unknown.map { FieldFault("lines", "The claim has no line \($0).") }
    case .sent(let day, _):
      guard let open else { return FieldFault(.step, "No letter is on file that is answered.") }
      if let sent = open.sentOn {
        return FieldFault(.step, "They were sent on \(sent): say what came of it.")
      }
      return day < open.letterOn
        ? FieldFault(.on, "The letter is of \(open.letterOn): it cannot be answered before.") : nil
    case .result(_, let day):
      guard let open else { return FieldFault(.step, "No letter is on file whose result came.") }
      return day < open.letterOn
        ? FieldFault(.on, "The letter is of \(open.letterOn): its result came later.") : nil
    }
  }
}

extension RecordsContractor {
  package var title: String {
    switch self {
    case .dmeMAC: "DME MAC review"
    case .targetedProbe: "Targeted probe and educate"
    case .supplementalReview: "Supplemental medical review (SMRC)"
    case .recoveryAudit: "Recovery audit (RAC)"
    case .errorRateTesting: "Error rate testing (CERT)"
    case .programIntegrity: "Program integrity (UPIC)"
    case .payer: "The payer itself"
    }
  }

  /// Who usually asks about a claim to a kind of payer.
  static func usual(for family: PayerFamily?) -> RecordsContractor {
    family?.isMedicareFeeForService == true ? .dmeMAC : .payer
  }
}
