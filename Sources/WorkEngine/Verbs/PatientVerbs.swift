import Billing

/// A statement goes to the patient: written by a run over everybody for whom one is due.
struct SendStatement: Verb {
  let name = DecisionVerb.statement
  let title = "Statement"
  let help = "A statement went to the patient, with the run that wrote it."
  let subjects: Set<SubjectKind> = [.patient]
  let traits: VerbTraits = [.elsewhere]

  func refusal(in situation: Situation) -> String? {
    guard let story = situation.patient else { return nil }
    let reading = PatientReading(story, rules: situation.rules, on: situation.today)
    return reading.stage == .notBillable
      ? (reading.reasons.first ?? "Nothing may be asked for.") : nil
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let run = try fields.number("run", 1...999_999_999),
      let amount = try fields.cents(.amount)
    else { throw FieldFault(nil, "Statements go out with a run: docket patient statement.") }
    return .statement(StatementNotice(run: run, amount: amount))
  }

  /// Nobody says it by hand: a run that wrote the file says it.
  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    FieldFault(nil, "Statements go out with a run: docket patient statement.")
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .statement(let notice) = act else { return }
    fields.set("run", notice.run)
    fields.set(.amount, notice.amount)
  }
}

/// What a patient will pay, and when.
struct AgreeOnPlan: Verb {
  let name = DecisionVerb.plan
  let title = "Payment plan"
  let help = "Notes what the patient will pay and when: one payment is a promise, more are a plan."
  let subjects: Set<SubjectKind> = [.patient]
  let traits: VerbTraits = [.moves]
  let argument: (field: DecisionField.Name, words: String)? = (.amount, "AMOUNT")

  func refusal(in situation: Situation) -> String? {
    guard let story = situation.patient else { return nil }
    let reading = PatientReading(story, rules: situation.rules, on: situation.today)
    return reading.billable.isEmpty
      ? (reading.reasons.first ?? "Nothing may be asked for.") : nil
  }

  func fields(in situation: Situation) -> [DecisionField] {
    [
      DecisionField(
        .amount, "Each payment", situation.billable.positivePlain, help: "Each time, in dollars."),
      DecisionField(
        .on, "First on",
        situation.today.adding(days: situation.rules.patients.statementCycleDays)
          .description, help: "The day of the first payment."),
      DecisionField("months", "Payments", "1", help: "How many, a month apart."),
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let amount = try fields.cents(.amount) else {
      throw FieldFault(.amount, "Say how much is paid each time.")
    }
    return .plan(
      PaymentPlan(
        installment: amount,
        firstDue: try fields.requiredDay(.on, .ahead, "Say when the first payment comes."),
        count: try fields.number("months", 1...60) ?? 1))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .plan(let plan) = act else { return }
    fields.set(.amount, plan.installment)
    fields.set(.on, plan.firstDue)
    fields.set("months", plan.count)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .plan(let plan) = decision.act else { return nil }
    let billable = situation.billable
    // All but the last payment must be needed.
    let before = Cents(plan.installment.rawValue * Int64(plan.count - 1))
    return before >= billable
      ? FieldFault(.amount, "Only \(billable) may be asked for: that is paid in fewer payments.")
      : nil
  }
}

/// A share of the patient that a payer owes after all.
struct TransferToPayer: Verb {
  let name = DecisionVerb.transferPayer
  let title = "Transfer to a payer"
  let help = "Moves a patient's share back to the claim's payer, or to the payer after it."
  let subjects: Set<SubjectKind> = [.patient]
  let traits: VerbTraits = [.moves]
  let noteHelp = "Why the payer owes it."

  func fields(in situation: Situation) -> [DecisionField] {
    let claims = situation.patient?.byClaim ?? []
    return [
      DecisionField(
        .match, "Claim", claims.first?.debts.first?.controlNumber ?? "",
        claims.isEmpty ? .required : .proposed,
        choices: claims.compactMap { claim in
          claim.debts.first.map {
            .init(
              $0.controlNumber, "\($0.controlNumber)  \($0.payer.name)  \(claim.amount)",
              follows: [.amount: claim.amount.positivePlain])
          }
        }, isPrivate: true, help: "The claim whose share it is."),
      DecisionField(
        .to, "To", "payer",
        choices: [.init("payer", "the claim's payer"), .init("next", "the payer after it")],
        help: "Which payer owes it."),
      DecisionField(
        .amount, "Amount", claims.first?.amount.positivePlain ?? "",
        help: "Up to the patient's share of the claim."),
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let claim = try fields.required(.match, "Say which claim it is.")
    guard let to = try fields.word(.to, of: Target.self) else {
      throw FieldFault(.to, "Say which payer owes it: payer or next.")
    }
    guard let amount = try fields.cents(.amount) else {
      throw FieldFault(.amount, "Say how much the payer owes.")
    }
    return .transferPayer(ShareToPayer(claim: claim, amount: amount, isForNextPayer: to == .next))
  }

  private enum Target: String, CaseIterable { case payer, next }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .transferPayer(let share) = act else { return }
    fields.set(.match, share.claim)
    fields.set(.to, share.isForNextPayer ? Target.next : .payer)
    fields.set(.amount, share.amount)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .transferPayer(let share) = decision.act, let story = situation.patient else {
      return nil
    }
    let claims = story.byClaim
    guard let claim = claims.first(where: { $0.debts[0].controlNumber == share.claim }) else {
      return FieldFault(.match, "The patient owes nothing on \"\(share.claim)\".")
    }
    if share.isForNextPayer, claim.debts[0].nextPayer == nil {
      return FieldFault(.to, "\(share.claim) names no payer after \(claim.debts[0].payer.name).")
    }
    return share.amount > claim.amount
      ? FieldFault(.amount, "The patient owes \(claim.amount) of it: \(share.amount) is more.")
      : nil
  }
}

/// Gives up what a patient owes, or gives it to the agency.
struct WriteOffPatient: Verb {
  let name = DecisionVerb.patientWriteOff
  let title = "Write off the patient's share"
  let help =
    "Gives up what a patient owes, oldest first, or gives it to an agency; above a limit a "
    + "supervisor decides."
  let subjects: Set<SubjectKind> = [.patient]
  let traits: VerbTraits = [.moves]
  let argument: (field: DecisionField.Name, words: String)? = (.amount, "AMOUNT")

  func fields(in situation: Situation) -> [DecisionField] {
    let open = situation.patient?.open ?? .zero
    let before = writtenOff(in: situation)
    let reasons = situation.rules.writeOffs.filter { $0.limit > before || situation.isSupervisor }
    let wide = reasons.filter { situation.isSupervisor || $0.limit >= open + before }
    let narrow = reasons.filter { row in !wide.contains { $0.code == row.code } }
    let small = wide.first { $0.use == .smallBalance && $0.limit >= open + before }?.code ?? ""
    return [
      DecisionField(
        .reason, "Reason", small, small.isEmpty ? .required : .proposed,
        // What gives all of it up stands first; with any other a biller says how much.
        choices: WriteOffReasons.choices(wide, follows: [.amount: open.positivePlain])
          + WriteOffReasons.choices(narrow), help: "Left and right choose."),
      DecisionField(
        .amount, "Amount", small.isEmpty && wide.isEmpty ? "" : open.positivePlain,
        wide.isEmpty ? .required : .proposed, help: "Up to what the patient owes."),
    ]
  }

  private func writtenOff(in situation: Situation) -> Cents {
    situation.patient.map {
      PatientReading($0, rules: situation.rules, on: situation.today).writtenOff
    } ?? .zero
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let reason = try fields.required(.reason, "A write-off needs a reason.")
    guard let amount = try fields.cents(.amount) else {
      throw FieldFault(.amount, "Say how much is given up.")
    }
    return .patientWriteOff(WriteOff(reason: reason, amount: amount))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .patientWriteOff(let writeOff) = act else { return }
    fields.set(.reason, writeOff.reason)
    fields.set(.amount, writeOff.amount)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .patientWriteOff(let writeOff) = decision.act, let story = situation.patient else {
      return nil
    }
    if writeOff.amount > story.open {
      return FieldFault(.amount, "The patient owes \(story.open): \(writeOff.amount) is more.")
    }
    return WriteOffRules(
      reasons: situation.rules.writeOffs, isSupervisor: situation.isSupervisor,
      before: writtenOff(in: situation)
    ).refusal(reason: writeOff.reason, amount: writeOff.amount, step: "A write-off")
      .map { FieldFault(.reason, $0) }
  }
}

/// Says that statements may not go to a patient, or may again.
struct MarkBilling: Verb {
  let name = DecisionVerb.billingMark
  let title = "Mark for statements"
  let help = "Says that mail to the patient comes back, or that the patient is not to be billed."
  let subjects: Set<SubjectKind> = [.patient]
  let traits: VerbTraits = [.moves, .uncounted]
  let argument: (field: DecisionField.Name, words: String)? = (
    "mark", "returned-mail, do-not-bill or none"
  )

  func fields(in situation: Situation) -> [DecisionField] {
    [
      DecisionField(
        "mark", "Mark", "", .required,
        choices: BillingMark.allCases.map { .init($0.rawValue, $0.title) },
        help: "Left and right choose.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let mark = try fields.word("mark", of: BillingMark.self) else {
      throw FieldFault("mark", "Say which: returned-mail, do-not-bill or none.")
    }
    return .billingMark(mark)
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .billingMark(let mark) = act { fields.set("mark", mark) }
  }
}

extension Situation {
  /// What the patient may be asked for, in cents.
  var billable: Cents {
    patient.map { PatientReading($0, rules: rules, on: today).billableAmount } ?? .zero
  }
}

extension PatientStory {
  /// The debts claim by claim, the oldest first, with what the patient owes of each in cents.
  var byClaim: [(debts: [PatientDebt], amount: Cents)] {
    var claims: [ClaimID] = []
    for debt in debts where !claims.contains(debt.claim) { claims.append(debt.claim) }
    return claims.map { claim in
      let own = debts.filter { $0.claim == claim }
      return (own, own.map(\.amount).total())
    }
  }
}
