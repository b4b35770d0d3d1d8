package import Billing

// Work that the calendar brings: ask, make, close.

/// Records what the patient wants, item by item.
struct ContactPatient: Verb {
  let name = DecisionVerb.contactPatient
  let title = "Record the patient's answer"
  let help = "Records what the patient wants, item by item."
  let subjects: Set<SubjectKind> = [.special]
  let traits: VerbTraits = [.moves]

  /// A patient may be asked from the opening day on: for refills 30 days before the supply ends
  /// (domain reference 1.7).
  func refusal(in situation: Situation) -> String? {
    guard let special = situation.special else { return nil }
    if let closed = special.closed { return closed }
    let due = special.work.due
    if due.items.isEmpty { return "There is no item to ask the patient about." }
    return situation.today < due.opensOn
      ? "The patient may be asked from \(due.opensOn) on." : nil
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let work = situation.special?.work
    return SupplyFields.fields(
      work, { code, _ in work?.answers.first { $0.code == code }?.units },
      help: "Ask for this item: units wanted, 0 is a no") + [
        DecisionField(
          "by", "Asked for by", "the patient", isPrivate: true,
          help: "Who gave the answer: the patient or a caregiver by name.")
      ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    let answers = try SupplyFields.read(&fields)
    let by = try fields.required("by", "Say who asked for it.")
    return .contactPatient(PatientAnswer(answers, requestedBy: by))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .contactPatient(let answer) = act else { return }
    SupplyFields.write(answer.answers, to: &fields)
    fields.set("by", answer.requestedBy)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .contactPatient(let answer) = decision.act, let special = situation.special else {
      return nil
    }
    if answer.answers.isEmpty {
      return FieldFault(
        nil, "Record the answer item by item; where nobody answered, follow up later.")
    }
    return SupplyFields.fault(of: answer.answers, special.work.due.items)
  }
}

/// Makes the order or the charge that is due.
struct FulfilWork: Verb {
  let name = DecisionVerb.fulfil
  let title = "Make the order or charge"
  let help = "Makes the order or the charge that is due, with its day and units."
  let subjects: Set<SubjectKind> = [.special]
  let traits: VerbTraits = [.moves]

  func refusal(in situation: Situation) -> String? {
    guard let special = situation.special else { return nil }
    return special.closed
      ?? special.fulfilment(rules: situation.rules, on: situation.today).refusal?.asSentence
  }

  func fields(in situation: Situation) -> [DecisionField] {
    let work = situation.special?.work
    return [
      DecisionField(
        .on, "Day", situation.today.description,
        help: "The day of the visit, delivery or shipping.")
    ]
      + SupplyFields.fields(
        work,
        { code, units in
          work?.wanted(of: code) ?? (work?.standing == .answered ? 0 : units)
        },
        help: "Units delivered, 0 for none")
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    .fulfil(
      Fulfilment(
        on: try fields.requiredDay(
          .on, .past, "Give the day of the visit, delivery or shipping."),
        delivered: try SupplyFields.read(&fields)))
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .fulfil(let fulfilment) = act else { return }
    fields.set(.on, fulfilment.on)
    SupplyFields.write(fulfilment.delivered, to: &fields)
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .fulfil(let fulfilment) = decision.act, let special = situation.special else {
      return nil
    }
    let due = special.work.due
    if let refusal = special.fulfilment(rules: situation.rules, on: fulfilment.on).refusal {
      return FieldFault(.on, refusal.asSentence)
    }
    if let fault = SupplyFields.fault(of: fulfilment.delivered, due.items) { return fault }
    // What the patient did not ask for is not shipped (domain reference 7.3, refills).
    for delivered in fulfilment.delivered where special.work.standing == .answered {
      let wanted = special.work.wanted(of: delivered.code) ?? 0
      if delivered.units > wanted {
        return FieldFault(
          .want(delivered.code),
          "The patient asked for \(wanted) of \(delivered.code), not \(delivered.units).")
      }
    }
    if !due.items.isEmpty, fulfilment.delivered.allSatisfy({ $0.units == 0 }) {
      return FieldFault(nil, "Nothing was delivered: close it as not wanted, or follow up later.")
    }
    return nil
  }
}

extension SpecialWork {
  /// What the patient asked for; nil where nobody asked about the code.
  fileprivate func wanted(of code: String) -> Int? { answers.first { $0.code == code }?.units }
}

/// Closes work that is not wanted or not needed.
struct DeclineWork: Verb {
  let name = DecisionVerb.decline
  let title = "Close as not wanted"
  let help = "Closes the work: the patient does not want it, or needs it no more."
  let subjects: Set<SubjectKind> = [.special]
  let traits: VerbTraits = [.moves, .many, .explained]
  let argument: (field: DecisionField.Name, words: String)? = (.note, "TEXT")
  let noteHelp = "Say why it is not wanted or needed."

  func refusal(in situation: Situation) -> String? { situation.special?.closed }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act { .decline }
}

/// Units of the items that are due, a field an item: `want:A7030`.
enum SupplyFields {
  static func fields(
    _ work: SpecialWork?, _ units: (String, Int) -> Int?, help: String
  ) -> [DecisionField] {
    (work?.due.items ?? []).map { item in
      let code = item.procedure.code
      let units = units(code, item.units).map { String($0) } ?? ""
      return DecisionField(
        .want(code), item.procedure.description, units, units.isEmpty ? .required : .proposed,
        placeholder: "0 to \(item.units)", help: "\(help), at most \(item.units).")
    }
  }

  static func read(_ fields: inout FieldReader) throws(FieldFault) -> [SupplyAnswer] {
    var answers: [SupplyAnswer] = []
    for place in fields.places(of: "want") {
      let name = DecisionField.Name(rawValue: "want:\(place)")
      guard let units = try fields.number(name, 0...9999) else { continue }
      answers.append(SupplyAnswer(code: place.uppercased(), units: units))
    }
    return answers
  }

  static func write(_ answers: [SupplyAnswer], to fields: inout FieldWriter) {
    for answer in answers { fields.set(.want(answer.code), answer.units) }
  }

  /// Every item is answered once, with no more than the limits allow.
  static func fault(of answers: [SupplyAnswer], _ items: [SpecialItem]) -> FieldFault? {
    for answer in answers {
      guard let item = items.first(where: { $0.procedure.code == answer.code }) else {
        return FieldFault(
          .want(answer.code), "\"\(answer.code)\" is not among the items that are due.")
      }
      if answer.units > item.units {
        return FieldFault(
          .want(answer.code),
          "The limit allows \(item.units) of \(answer.code), not \(answer.units).")
      }
    }
    let missing = items.first { item in
      !answers.contains { $0.code == item.procedure.code }
    }
    return missing.map {
      FieldFault(
        .want($0.procedure.code),
        "The answer for \($0.procedure.code) is missing: give 0 for a no.")
    }
  }
}

extension DecisionField.Name {
  /// Units of one item: `want:A7030`.
  package static func want(_ code: String) -> Self { Self(rawValue: "want:\(code)") }
}
