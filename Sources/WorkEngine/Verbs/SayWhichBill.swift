import Billing

/// Says whether a sending is of a bill that is there already, where the files leave that in doubt.
///
/// Which bills are in doubt is said by ``BillIdentity``.
struct SayWhichBill: Verb {
  let name = DecisionVerb.sameBill
  let title = "Say which bill it is"
  let help = "Says whether the claim is another bill, or the same one sent again."
  let subjects: Set<SubjectKind> = [.claim]
  let argument: (field: DecisionField.Name, words: String)? = (.bill, "same or another")

  func refusal(in situation: Situation) -> String? {
    situation.reading?.story.openBillQuestion == nil
      ? "Nothing puts in doubt which bill this is." : nil
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let number = situation.reading?.story.openBillQuestion?.controlNumber ?? ""
    return [
      DecisionField(
        .bill, "This is", "", .required,
        choices: [
          .init(SameBillAnswer.another.rawValue, "another bill"),
          .init(SameBillAnswer.same.rawValue, "the bill \(number), sent again"),
        ], help: "The same bill is owed once: this claim's sendings become those of \(number).")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let answer = try fields.word(.bill, of: SameBillAnswer.self) else {
      throw FieldFault(.bill, "Say whether it is the same bill or another one.")
    }
    return .sameBill(answer)
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .sameBill(let answer) = act { fields.set(.bill, answer) }
  }

  func resultSuffix(of act: Decision.Act) -> String {
    if case .sameBill(let answer) = act { answer.rawValue } else { "" }
  }

  /// What payers or people did with it as with a bill of its own cannot be laid on another.
  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard decision.act == .sameBill(.same), let story = situation.reading?.story,
      let question = story.openBillQuestion, let claim = situation.claim
    else { return nil }
    if !story.adjudications.isEmpty || story.stagedRemittances > 0 {
      return FieldFault(.bill, "A payer answered it by itself: to the payer it is another bill.")
    }
    if let earlier = story.decisions.first(where: {
      !$0.verb.has(.anywhere) && !$0.verb.has(.pauses)
    }) {
      return FieldFault(
        .bill,
        "\(earlier.verb.title) on \(earlier.on) was done with it as a bill of its own: undo that "
          + "first.")
    }
    if claim.lines.map(\.charge) != question.charges {
      return FieldFault(
        .bill,
        "Its lines or charges are not those of \(question.controlNumber): void the wrong one "
          + "at the payer.")
    }
    return nil
  }
}
