import Billing

/// Sends the claim to the payer that should have had it, or with the answer of the one before it.
struct ChangePayer: Verb {
  let name = DecisionVerb.changePayer
  let title = "Change the payer"
  let help =
    "Puts the coverage right and sends the claim to the right payer, under that payer's own limit."
  let subjects: Set<SubjectKind> = [.claim]
  let traits: VerbTraits = [.sends, .many]

  func refusal(in situation: Situation) -> String? {
    if let refusal = situation.actions?.obstacle(to: name) { return refusal }
    return situation.reading.flatMap {
      PayerChangeRules(reading: $0, hasClaimFile: situation.hasClaimFile).refusal
    }
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let answered = DecisionField.Condition("order", PayerChange.Kind.answered.rawValue)
    return [
      DecisionField(
        "order", "Which payer", PayerChange.Kind.instead.rawValue,
        choices: [
          .init(PayerChange.Kind.instead.rawValue, "another payer, in the place of this one"),
          .init(PayerChange.Kind.first.rawValue, "another payer first, then this one"),
          .init(
            PayerChange.Kind.answered.rawValue, "this one, with the first payer's answer entered"),
        ], help: "Left and right choose."),
      DecisionField(
        "payer", "Payer", "", .required, help: "Name of the other payer, as on the card."),
      DecisionField(
        "payer-id", "Payer ID", "", .required,
        help: "For electronic claims, as on the card; the office's own where it knows the payer."),
      DecisionField(
        "member-id", "Member ID", "", .required, isPrivate: true,
        help: "Of that coverage, without blanks."),
      DecisionField(
        "filing-indicator", "Kind", help: "SBR09: MB, MC, 16, CI, ...; empty: by the payer's name."),
      DecisionField("group", "Group number", isPrivate: true, help: "May stay empty."),
    ] + secondFields(in: situation) + [
      DecisionField(
        "paid", "It paid", placeholder: "0.00", when: answered,
        help: "What it paid; empty for nothing."),
      DecisionField(
        "patient-share", "It left", placeholder: "0.00", when: answered,
        help: "What it left to the patient or to this payer (group PR)."),
      DecisionField(
        "paid-on", "It answered on", "", .required, when: answered,
        help: "Date of its notice."),
      DecisionField(
        .late, "Good cause", placeholder: "only after the payer's last day", isPrivate: true,
        when: .init(
          "order", PayerChange.Kind.instead.rawValue, PayerChange.Kind.first.rawValue),
        help: "Where the other payer's filing limit has passed: say why it still counts."),
    ]
  }

  /// Medicare wants to know why it comes second (005010X222A1 loop 2000B, SBR05).
  private func secondFields(in situation: Situation) -> [DecisionField] {
    guard let reading = situation.reading, reading.payer.family.isMedicareFeeForService else {
      return []
    }
    return [
      DecisionField(
        "medicare-second", "Medicare second because",
        SecondaryPayerType.usual(
          born: situation.claim?.patient.birthDate, servedOn: reading.story.serviceFrom
        ).rawValue,
        choices: SecondaryPayerType.allCases.map { .init($0.rawValue, $0.title) },
        when: .init(
          "order", PayerChange.Kind.first.rawValue, PayerChange.Kind.answered.rawValue),
        help: "The insurance that comes before Medicare, SBR05.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let kind = try fields.word("order", of: PayerChange.Kind.self) ?? .instead
    var coverage = NewCoverage(
      payerName: try fields.required("payer", "Name the other payer.").uppercased(),
      payerIdentifier: try fields.text("payer-id", upTo: 80, "A payer ID").uppercased(),
      memberID: try fields.required("member-id", "Give the member ID of that coverage.")
        .filter { $0 != " " }.uppercased(),
      filingIndicator: try fields.text("filing-indicator", upTo: 2, "SBR09").uppercased(),
      groupNumber: try fields.text("group", upTo: 50, "A group number").uppercased())
    if kind != .instead {
      coverage.secondaryPayerType =
        try fields.word("medicare-second", of: SecondaryPayerType.self)?.rawValue ?? ""
    }
    guard kind == .answered else {
      return .changePayer(PayerChange(kind, coverage, late: LateField.read(&fields)))
    }
    let answer = PrimaryAnswer(
      paid: try amount("paid", &fields), patientShare: try amount("patient-share", &fields),
      paidOn: try fields.requiredDay("paid-on", .past, "Give the date of the payer's notice."))
    return .changePayer(PayerChange(kind, coverage, answer: answer))
  }

  /// An amount that may be nothing.
  private func amount(
    _ name: DecisionField.Name, _ fields: inout FieldReader
  ) throws(FieldFault) -> Cents {
    if let zero = Cents(typed: fields.text(name)), zero == .zero { return .zero }
    return try fields.cents(name) ?? .zero
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .changePayer(let change) = act else { return }
    fields.set("order", change.kind)
    fields.set("payer", change.coverage.payerName)
    fields.set("payer-id", change.coverage.payerIdentifier)
    fields.set("member-id", change.coverage.memberID)
    fields.set("filing-indicator", change.coverage.filingIndicator)
    fields.set("group", change.coverage.groupNumber)
    fields.set("medicare-second", change.coverage.secondaryPayerType)
    LateField.write(change.late, to: &fields)
    guard let answer = change.answer else { return }
    fields.set("paid", answer.paid)
    fields.set("patient-share", answer.patientShare)
    fields.set("paid-on", answer.paidOn)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .changePayer(let change) = decision.act, let reading = situation.reading else {
      return nil
    }
    return PayerChangeRules(reading: reading)
      .fault(of: change, memberID: situation.claim?.memberID ?? "")
  }

  func followUpDays(in situation: Situation) -> Int? { situation.firstFollowUpDays }
}
