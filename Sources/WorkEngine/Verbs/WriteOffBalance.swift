import Billing

/// Gives an amount up.
struct WriteOffBalance: Verb {
  let name = DecisionVerb.writeOff
  let title = "Write off"
  let help = "Gives an amount up, with a reason; above a limit a supervisor decides."
  let subjects: Set<SubjectKind> = [.claim]
  let traits: VerbTraits = [.many]
  let argument: (field: DecisionField.Name, words: String)? = (.amount, "AMOUNT")

  func refusal(in situation: Situation) -> String? {
    situation.actions?.obstacle(to: name)
      ?? (reasons(in: situation).isEmpty
        ? "What a biller may give up of this claim is given up already: a supervisor decides."
        : nil)
  }

  /// The reasons under which the user may give up something more of the claim.
  private func reasons(in situation: Situation) -> [WriteOffRow] {
    let before = situation.reading?.story.writtenOff ?? .zero
    return situation.rules.writeOffs.filter { situation.isSupervisor || $0.limit > before }
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let wanted = situation.actions.flatMap { WriteOffReason.proposed(for: $0)?.code } ?? ""
    let reasons = reasons(in: situation)
    let owed = situation.owedByPayer
    let total = owed + (situation.reading?.story.writtenOff ?? .zero)
    // Reasons whose limits reach as far as all that the payer owes stand first, and give it all up.
    // With any other, and where the payer owes none of what is open, a biller says how much.
    let wide = reasons.filter { row in
      situation.isMany || owed > .zero && (situation.isSupervisor || row.limit >= total)
    }
    let narrow = reasons.filter { row in !wide.contains { $0.code == row.code } }
    let proposed = reasons.contains { $0.code == wanted } ? wanted : ""
    let isWhole =
      situation.isMany
      || (proposed.isEmpty ? !wide.isEmpty : wide.contains { $0.code == proposed })
    return [
      DecisionField(
        .reason, "Reason", proposed, proposed.isEmpty ? .required : .proposed,
        choices: WriteOffReasons.choices(wide, follows: [.amount: owed.positivePlain])
          + WriteOffReasons.choices(narrow),
        help: "Left and right, or its first letter, choose."),
      DecisionField(
        .amount, "Amount", isWhole ? owed.positivePlain : "",
        isWhole ? .proposed : .required,
        placeholder: situation.isMany ? "what the payer owes of each" : "",
        help: situation.isMany
          ? "Empty: what the payer owes of each; else so much of each."
          : Self.whose(situation.shares ?? OpenShares())),
    ]
  }

  /// Who is to pay what is open, for the one who says how much of it is given up.
  private static func whose(_ shares: OpenShares) -> String {
    let parts: [(words: String, amount: Cents)] = [
      ("the payer's", shares.amount(of: .payer)), ("the patient's", shares.amount(of: .patient)),
      ("the next payer's", shares.amount(of: .nextPayer)),
    ].filter { $0.1 > .zero }
    guard parts.count > 1 || shares.amount(of: .payer) == .zero else {
      return "Up to what is open."
    }
    return "Open is " + parts.map { "\($0.amount) of \($0.words)" }.joined(separator: ", ") + "."
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let reason = try fields.required(.reason, "A write-off needs a reason.")
    guard let amount = try fields.cents(.amount) else {
      throw FieldFault(
        .amount,
        "Say how much is given up: it is proposed only where the payer owes part of what is open and "
          + "the limit of the reason reaches so far.")
    }
    return .writeOff(WriteOff(reason: reason, amount: amount))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .writeOff(let writeOff) = act else { return }
    fields.set(.reason, writeOff.reason)
    fields.set(.amount, writeOff.amount)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .writeOff(let writeOff) = decision.act, let reading = situation.reading else {
      return nil
    }
    if writeOff.amount > situation.open {
      return FieldFault(
        .amount, "\(writeOff.amount) is more than the \(situation.open) that is open.")
    }
    let limit = WriteOffRules(
      reasons: situation.rules.writeOffs, isSupervisor: situation.isSupervisor,
      before: reading.story.writtenOff)
    return limit.refusal(
      reason: writeOff.reason, amount: writeOff.amount, step: "A write-off"
    ).map { FieldFault(.reason, $0) }
  }
}

/// The office's reasons for giving money up, as choices.
enum WriteOffReasons {
  static func choices(
    _ reasons: [WriteOffRow], follows: [DecisionField.Name: String] = [:]
  ) -> [DecisionField.Choice] {
    reasons.map { .init($0.code, "\($0.title), up to \($0.limit)", follows: follows) }
  }
}
