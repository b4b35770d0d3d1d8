import Billing

// What fits every item: put it away, hand it on, rank it.

/// Lets the item wait until a day.
struct FollowUpLater: Verb {
  let name = DecisionVerb.followUp
  let title = "Follow up later"
  let help = "Lets the item wait until a day."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.pauses, .many, .anywhere]
  let argument: (field: DecisionField.Name, words: String)? = (.followUp, "DAYS or DATE")

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .followUp }

  func followUpDays(in situation: Situation) -> Int? { situation.nextFollowUpDays }
}

/// Adds a note to the history.
struct AddNote: Verb {
  let name = DecisionVerb.note
  let title = "Add a note"
  let help = "Adds a note to the history; the item stays where it is."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.many, .anywhere, .staysOpen, .uncounted, .explained, .afterwards]
  let argument: (field: DecisionField.Name, words: String)? = (.note, "TEXT")
  let noteHelp = "Write what the next reader has to know."

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .note }
}

/// Lets the item come back on a later day, to the same person unless another is named.
struct Defer: Verb {
  let name = DecisionVerb.deferred
  let title = "Defer"
  let help = "Lets the item come back on a later day, to you."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.pauses, .many, .anywhere, .explained]
  let argument: (field: DecisionField.Name, words: String)? = (.followUp, "DAYS or DATE")
  let noteHelp = "Say why it is put off."

  func fields(in situation: Situation) -> [DecisionField] {
    let reasons = situation.rules.delayReasons
    return [
      situation.followUpField(of: self),
      DecisionField(
        .note, "Reason", reasons.first?.title ?? "", reasons.isEmpty ? .required : .proposed,
        suggestions: reasons.map(\.title), isPrivate: true,
        help: "Left and right choose, or type why it is put off."),
      DecisionField(
        .to, "Comes back to", choices: People.choices(situation, nobody: "whoever has it now"),
        isPerson: true, help: "Left and right, or a first letter, choose."),
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .deferred(to: People.read(.to, &fields))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .deferred(let person) = act { fields.set(.to, person ?? "") }
  }

  func followUpDays(in situation: Situation) -> Int? { 3 }
}

/// Gives the item to a lead.
struct Escalate: Verb {
  let name = DecisionVerb.escalate
  let title = "Escalate to a lead"
  let help = "Gives the item to a lead, with a question."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.many, .anywhere, .uncounted, .explained]
  let argument: (field: DecisionField.Name, words: String)? = (.note, "TEXT")
  let noteHelp = "Tell the lead what to decide."

  func refusal(in situation: Situation) -> String? {
    situation.story?.decided.isWithLead == true ? "It is with a lead already." : nil
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .escalate }
}

/// Takes the item back from the lead's lane.
struct Deescalate: Verb {
  let name = DecisionVerb.deescalate
  let title = "Return from the lead"
  let help = "Takes the item back from the lead's lane."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.many, .anywhere, .uncounted]
  let noteHelp = "What was decided."

  func refusal(in situation: Situation) -> String? {
    situation.story?.decided.isWithLead == false ? "It is not with a lead." : nil
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .deescalate }
}

/// Gives the item to a person, or back to the pool.
struct Assign: Verb {
  let name = DecisionVerb.assign
  let title = "Assign"
  let help = "Gives the item to a biller."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.many, .anywhere, .uncounted]
  let argument: (field: DecisionField.Name, words: String)? = (.to, "BILLER")

  func fields(in situation: Situation) -> [DecisionField] {
    [
      DecisionField(
        .to, "Biller", situation.user.name,
        choices: People.choices(situation, nobody: "nobody: back to the pool"), isPerson: true,
        help: "Left and right, or a first letter, choose.")
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .assign(to: People.read(.to, &fields))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    if case .assign(let person) = act { fields.set(.to, person ?? "") }
  }
}

/// Puts the item before all others of its queue.
struct Pin: Verb {
  let name = DecisionVerb.pin
  let title = "Pin to the top"
  let help = "Puts the item before all others of its queue."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.many, .anywhere, .staysOpen, .supervisors, .uncounted]
  let noteHelp = "Why; goes into the history."

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .pin }
}

/// Lets the item rank by its deadline again.
struct Unpin: Verb {
  let name = DecisionVerb.unpin
  let title = "Unpin"
  let help = "Lets the item rank by its deadline again."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.many, .anywhere, .staysOpen, .supervisors, .uncounted]
  let noteHelp = "Why; goes into the history."

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .unpin }
}

/// Takes the item from the person who holds it.
struct BreakLease: Verb {
  let name = DecisionVerb.breakLease
  let title = "Break the lease"
  let help = "Takes an item from the biller who holds it; it is recorded."
  let subjects = SubjectKind.work
  let traits: VerbTraits = [.staysOpen, .supervisors, .uncounted, .final, .explained]
  let noteHelp = "Say why you take it over."

  func refusal(in situation: Situation) -> String? {
    situation.item?.lease == nil ? "Nobody holds this item." : nil
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .breakLease }
}

/// People as choices of a field.
enum People {
  static func choices(_ situation: Situation) -> [DecisionField.Choice] {
    let you = situation.user.name
    return [.init(you, you + " (you)")]
  }

  static func choices(_ situation: Situation, nobody: String) -> [DecisionField.Choice] {
    choices(situation) + [.init("", nobody)]
  }

  static func read(_ name: DecisionField.Name, _ fields: inout FieldReader) -> String? {
    let person = fields.text(name)
    return person.isEmpty ? nil : person
  }
}
