import Billing

/// Gives a credit back, step by step (domain reference 5.11 and 5.12).
struct RefundCredit: Verb {
  let name = DecisionVerb.refund
  let title = "Refund"
  let help =
    "Gives a credit back: investigated, asked for, approved by another person, sent; or left to be "
    + "taken back, or moved to another claim."
  let subjects: Set<SubjectKind> = [.credit]
  let traits: VerbTraits = [.comesBack, .moves]
  let argument: (field: DecisionField.Name, words: String)? = (
    .step, "investigate, request, approve, refuse, sent, recoup or transfer"
  )
  let noteHelp = "Goes into the history; a refusal needs it."

  func waits(after act: Decision.Act) -> Bool {
    switch act {
    case .refund(.investigate), .refund(.recoup): true
    default: false
    }
  }

  func resultSuffix(of act: Decision.Act) -> String {
    guard case .refund(let step) = act else { return "" }
    return switch step {
    case .investigate: "investigate"
    case .request: "requested"
    case .approve: "approved"
    case .refuse: "refused"
    case .sent: "issued"
    case .recoup: "recoup"
    case .transfer: "moved"
    }
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let story = situation.credit
    let progress = story.map { CreditReading($0) }
    let reference =
      story?.claim.adjudications.last { !$0.payerControlNumber.isEmpty }?.payerControlNumber ?? ""
    return [
      DecisionField(
        .step, "Step", (progress?.nextStep ?? .request).rawValue,
        choices: Self.steps.map { .init($0.word.rawValue, $0.title) },
        help: "What happened; left and right choose."),
      DecisionField(
        "cause", "Why too much", story?.likelyCause.rawValue ?? "",
        choices: CreditCause.allCases.map { .init($0.rawValue, $0.title) },
        when: .init(.step, "request"), help: "What made the credit."),
      DecisionField(
        "payee", "To whom", story?.payee ?? "", isPrivate: story?.owner == .patient,
        when: .init(.step, "request"), help: "As on the check."),
      DecisionField(
        .amount, "Amount", story?.owed.positivePlain ?? "",
        when: .init(.step, "request", "transfer"), help: "Up to what belongs to them."),
      DecisionField(
        .match, "Claim", "", .required, choices: situation.candidates, isPrivate: true,
        when: .init(.step, "transfer"),
        help: "The claim that it pays: of the same payer, or of the same patient."),
      DecisionField(
        .on, "Day", situation.today.description, when: .init(.step, "investigate", "sent"),
        help: "When it began, or went out."),
      DecisionField(
        "number", "Number", "", .required, when: .init(.step, "sent"),
        help: "Of the check or transfer."),
      DecisionField(
        .reference, "Reference", reference, reference.isEmpty ? .required : .proposed,
        when: .init(.step, "recoup"), help: "By which the payer's recovery will be known."),
      situation.followUpField(of: self, when: .init(.step, "investigate", "recoup")),
    ]
  }

  private static let steps: [(word: RefundStep.StepWord, title: String)] = [
    (.investigate, "find out what is owed"), (.request, "ask for its refund"),
    (.approve, "approve it"), (.refuse, "refuse it"), (.sent, "it was sent"),
    (.recoup, "the payer takes it back"), (.transfer, "it pays another claim"),
  ]

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    switch try fields.word(.step, of: RefundStep.StepWord.self) {
    case .investigate?:
      .refund(
        .investigate(on: try fields.requiredDay(.on, .past, "Say when the investigation began.")))
    case .request?: .refund(.request(try request(&fields)))
    case .approve?: .refund(.approve)
    case .refuse?: .refund(.refuse)
    case .sent?:
      .refund(
        .sent(
          on: try fields.requiredDay(.on, .past, "Say when it went out."),
          number: try fields.required("number", "Give the number of the check or transfer.")))
    case .recoup?:
      .refund(
        .recoup(
          reference: try fields.required(
            .reference, "Say by which reference the payer's recovery will be known.")))
    case .transfer?: .refund(try transfer(&fields))
    case nil:
      throw FieldFault(
        .step,
        "Say what happens: investigate, request, approve, refuse, sent, recoup or transfer.")
    }
  }

  private func request(_ fields: inout FieldReader) throws(FieldFault) -> RefundRequest {
    guard let cause = try fields.word("cause", of: CreditCause.self) else {
      throw FieldFault("cause", "Say what made the credit.")
    }
    guard let amount = try fields.cents(.amount) else {
      throw FieldFault(.amount, "Say how much is given back.")
    }
    return RefundRequest(
      amount: amount, payee: try fields.required("payee", "Say who gets it."), cause: cause)
  }

  private func transfer(_ fields: inout FieldReader) throws(FieldFault) -> RefundStep {
    let text = try fields.required(.match, "Say which claim it pays.")
    guard let key = Int64(text), key > 0 else {
      throw FieldFault(.match, "\"\(text)\" is no claim of the office.")
    }
    guard let amount = try fields.cents(.amount) else {
      throw FieldFault(.amount, "Say how much of it pays the other claim.")
    }
    return .transfer(to: ClaimID(key), amount)
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .refund(let step) = act else { return }
    fields.set(.step, step.word)
    switch step {
    case .investigate(let day): fields.set(.on, day)
    case .request(let request):
      fields.set("cause", request.cause)
      fields.set("payee", request.payee)
      fields.set(.amount, request.amount)
    case .approve, .refuse: break
    case .sent(let day, let number):
      fields.set(.on, day)
      fields.set("number", number)
    case .recoup(let reference): fields.set(.reference, reference)
    case .transfer(let claim, let amount):
      fields.set(.match, String(claim.rawValue))
      fields.set(.amount, amount)
    }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .refund(let step) = decision.act, let story = situation.credit else { return nil }
    let progress = CreditReading(story)
    switch (step, progress.stage) {
    case (.investigate, .investigating):
      return FieldFault(.step, "It is investigated already.")
    case (.investigate, .requested), (.investigate, .approved), (.request, .requested),
      (.request, .approved), (.recoup, .requested), (.recoup, .approved):
      return FieldFault(.step, "Its refund is asked for: approve, refuse or send that first.")
    case (.investigate, _): return nil
    case (.approve, .requested(_, let asker)):
      return SecondPerson.refusal(askedBy: asker, by: situation.user).map { FieldFault(.step, $0) }
    case (.refuse, .requested(_, let asker)):
      if let refusal = SecondPerson.refusal(askedBy: asker, by: situation.user) {
        return FieldFault(.step, refusal)
      }
      return decision.note.isBlank ? FieldFault(.note, "Say why it is refused.") : nil
    case (.approve, _), (.refuse, _): return FieldFault(.step, "Nobody asked for its refund.")
    case (.sent, .approved(let request, _, _)):
      return excess(request.amount, story, .step)
    case (.sent, .requested): return FieldFault(.step, "Its refund is not approved yet.")
    case (.sent, _): return FieldFault(.step, "Ask for its refund first; another person approves.")
    case (.request(let request), _): return excess(request.amount, story, .amount)
    case (.transfer(let claim, let amount), _):
      if progress.request != nil {
        return FieldFault(.step, "Its refund is asked for: refuse that first.")
      }
      if claim == story.claim.claim { return FieldFault(.match, "That is the claim itself.") }
      return excess(amount, story, .amount)
    case (.recoup, _):
      return story.owner.payer == nil
        ? FieldFault(.step, "A patient takes nothing back: ask for the refund.") : nil
    }
  }

  private func excess(
    _ amount: Cents, _ story: CreditStory, _ field: DecisionField.Name
  ) -> FieldFault? {
    amount > story.owed
      ? FieldFault(field, "Only \(story.owed) belongs to \(story.ownerName): \(amount) is more.")
      : nil
  }
}

extension CreditStory {
  /// Who gets a refund, as on a check; empty for a patient, whose name the claim has.
  fileprivate var payee: String { owner.payer?.name ?? patientName }
}
