import Billing

/// A call to the payer: who said what, and what was promised.
struct CallPayer: Verb {
  let name = DecisionVerb.calledPayer
  let title = "Called the payer"
  let help = "Records a call to the payer and what they said."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.pauses, .many]
  let argument: (field: DecisionField.Name, words: String)? = (.status, "STATUS")
  let noteHelp = "What else they said; may stay empty."

  func fields(in situation: Situation) -> [DecisionField] {
    ContactFields.fields(situation, self)
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .calledPayer(try ContactFields.read(&fields))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .calledPayer(let contact) = act { ContactFields.write(contact, to: &fields) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .calledPayer(let contact) = decision.act else { return nil }
    return ContactFields.fault(of: contact, decision, in: situation)
  }

  func followUpDays(in situation: Situation) -> Int? { situation.nextFollowUpDays }

  func resultSuffix(of act: Decision.Act) -> String {
    if case .calledPayer(let contact) = act { contact.status } else { "" }
  }
}

/// A look at the payer's portal.
struct CheckPortal: Verb {
  let name = DecisionVerb.checkedPortal
  let title = "Checked the portal"
  let help = "Records what the payer's portal shows."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.pauses, .many]
  let argument: (field: DecisionField.Name, words: String)? = (.status, "STATUS")
  let noteHelp = "What else it shows; may stay empty."

  func fields(in situation: Situation) -> [DecisionField] {
    ContactFields.fields(situation, self)
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .checkedPortal(try ContactFields.read(&fields))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .checkedPortal(let contact) = act { ContactFields.write(contact, to: &fields) }
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .checkedPortal(let contact) = decision.act else { return nil }
    return ContactFields.fault(of: contact, decision, in: situation)
  }

  func followUpDays(in situation: Situation) -> Int? { situation.nextFollowUpDays }

  func resultSuffix(of act: Decision.Act) -> String {
    if case .checkedPortal(let contact) = act { contact.status } else { "" }
  }
}

/// What is learnt on the phone or on the portal.
enum ContactFields {
  static func fields(_ situation: Situation, _ verb: any Verb) -> [DecisionField] {
    [
      DecisionField(
        .status, "They say", "", .required,
        choices: [
          .init("", "nothing of these: see the note", follows: situation.comesBack(verb, ""))
        ]
          + situation.rules.payerStatuses.map {
            .init($0.code, $0.code, follows: situation.comesBack(verb, $0.code))
          },
        help: "Left and right, or its first letter, choose; a note alone does too."),
      DecisionField(
        .spokeTo, "Spoke to", isPrivate: true, help: "Who answered; may stay empty."),
      DecisionField(
        .reference, "Reference", help: "Reference number of the call; may stay empty."),
      DecisionField(
        .promised, "Promised by", help: "The day by which they promised it; may stay empty."),
      DecisionField(
        .check, "Check number", help: "Where they say that they paid: check or trace number."),
      DecisionField(.checkDate, "Check date", help: "Where they say that they paid: its date."),
    ]
  }

  static func read(_ fields: inout FieldReader) throws(FieldFault) -> PayerContact {
    PayerContact(
      status: fields.text(.status).lowercased(),
      spokeTo: try fields.text(.spokeTo, upTo: 60, "A name"),
      reference: try fields.text(.reference, upTo: 50, "A reference"),
      promisedBy: try fields.day(.promised, .ahead),
      checkNumber: try fields.text(.check, upTo: 50, "A check number"),
      checkOn: try fields.day(.checkDate, .past))
  }

  static func write(_ contact: PayerContact, to fields: inout FieldWriter) {
    fields.set(.status, contact.status)
    fields.set(.spokeTo, contact.spokeTo)
    fields.set(.reference, contact.reference)
    fields.set(.promised, contact.promisedBy)
    fields.set(.check, contact.checkNumber)
    fields.set(.checkDate, contact.checkOn)
  }

  static func fault(
    of contact: PayerContact, _ decision: Decision, in situation: Situation
  ) -> FieldFault? {
    if contact.status.isEmpty {
      return decision.note.isBlank
        ? FieldFault(
          .status, "Say what the payer answered: choose a status or write a note.") : nil
    }
    let statuses = situation.rules.payerStatuses
    guard statuses.contains(where: { $0.code == contact.status }) else {
      return FieldFault(
        .status,
        "\"\(contact.status)\" is none of: \(statuses.map(\.code).joined(separator: ", ")).")
    }
    return nil
  }
}

extension Situation {
  /// Days until the payer is asked again.
  var nextFollowUpDays: Int? {
    rules.followUp(reading?.payer.family ?? .other).nextDays
  }
}

extension SubjectKind {
  /// Everything that waits for somebody outside the office.
  static let work = Set(SubjectKind.allCases)
}
