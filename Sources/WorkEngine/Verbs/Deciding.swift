package import Billing

/// From what was typed to a decision that may be recorded: the one way for every door.
extension Situation {
  /// Whether a verb may be decided as things stand, and if not, why not.
  package func permission(for name: DecisionVerb) -> Permission {
    let verb = Verbs[name]
    if let story {
      if !verb.subjects.contains(story.kind) {
        return .refused("\(verb.title) is not for \(story.words).")
      }
    } else if !verb.traits.contains(.many) {
      return .refused("\(verb.title) takes one item at a time.")
    }
    if verb.traits.contains(.supervisors), !isSupervisor {
      return .refused("Only a supervisor may do that.")
    }
    return (verb.refusal(in: self) ?? obstacles[name]).map { .refused($0) } ?? .allowed
  }

  /// Everything that can be said with a verb, filled in.
  package func fields(of name: DecisionVerb) -> [DecisionField] {
    let verb = Verbs[name]
    var fields = verb.fields(in: self)
    let comesBack = verb.traits.contains(.pauses) || verb.traits.contains(.comesBack)
    if comesBack, !fields.contains(where: { $0.name == .followUp }) {
      // The note ends every form.
      let place = fields.firstIndex { $0.name == .note } ?? fields.endIndex
      fields.insert(followUpField(of: verb), at: place)
    }
    if !fields.contains(where: { $0.name == .note }) {
      fields.append(
        DecisionField(
          .note, "Note", "", verb.traits.contains(.explained) ? .required : .proposed,
          isPrivate: true, help: verb.noteHelp))
    }
    return fields
  }

  /// The day on which it comes back, for a verb that waits; under a condition where it does after
  /// some of its steps only.
  func followUpField(
    of verb: any Verb, when condition: DecisionField.Condition? = nil
  ) -> DecisionField {
    let row = rules.result(for: verb.name, suffix: "")
    // Of many items each comes back on its own day, before its own limit.
    let day = story == nil ? nil : followUp(of: verb, row: row)
    return DecisionField(
      .followUp, "Comes back", day?.description ?? "", .proposed,
      placeholder: story == nil ? "each on its own day" : "", when: condition,
      help: "The day it comes back: 3d, 2w, mon, nov 24.")
  }

  /// The decision of an entry: what was left out is filled in, then everything is read and checked.
  ///
  /// - Throws: ``FieldFault`` in plain words, with the field that is wrong.
  package func decision(of entry: DecisionEntry) throws(FieldFault) -> Decision {
    let verb = Verbs[entry.verb]
    if let refusal = permission(for: entry.verb).refusal { throw FieldFault(nil, refusal) }
    var said = entry.fields
    verb.fillIn(&said, in: self)
    let texts = DecisionReader.filledIn(said, by: fields(of: entry.verb))
    var decision = try DecisionReader.read(verb, texts, today: today)
    try complete(&decision, verb, entry)
    if verb.traits.contains(.explained), decision.note.isBlank {
      throw FieldFault(.note, verb.noteHelp)
    }
    if let fault = verb.fault(of: decision, in: self) ?? followUpFault(of: decision, verb) {
      throw fault
    }
    return decision
  }

  /// What is wrong with a decision that was taken before, should it be taken once more.
  package func fault(of decision: Decision) -> FieldFault? {
    let verb = decision.verb.rules
    if let refusal = permission(for: decision.verb).refusal { return FieldFault(nil, refusal) }
    return verb.fault(of: decision, in: self)
  }

  /// What is wrong with an entry whatever item it is about; nil where only an item can tell.
  ///
  /// For ``init(manyWith:on:by:)``: what a person left out is filled in for each item.
  package func fault(ofEntry entry: DecisionEntry) -> FieldFault? {
    do throws(FieldFault) {
      _ = try decision(of: entry)
      return nil
    } catch {
      guard let name = error.field else { return nil }
      let isSaid = entry.fields[name]?.isBlank == false
      let isRequired = fields(of: entry.verb).contains {
        $0.name == name && $0.standing == .required
      }
      return isSaid || isRequired ? error : nil
    }
  }

  private func complete(
    _ decision: inout Decision, _ verb: any Verb, _ entry: DecisionEntry
  ) throws(FieldFault) {
    let usual = rules.result(for: verb.name, suffix: verb.resultSuffix(of: decision.act))
    var row = usual
    // The verb's plain code says no more than the verb: what was said may have a closer one.
    let plain = rules.result(for: verb.name, suffix: "")?.code ?? verb.name.rawValue
    if !entry.resultCode.isEmpty, entry.resultCode != plain {
      guard
        let named = rules.results.first(where: {
          $0.code == entry.resultCode && $0.verb == verb.name
        })
      else {
        throw FieldFault(
          "result", "\"\(entry.resultCode)\" is no result code of \"\(verb.title)\".")
      }
      row = named
    }
    decision.resultCode = row?.code ?? verb.name.rawValue
    if decision.followUpOn == nil, verb.waits(after: decision.act) {
      decision.followUpOn = followUp(of: verb, row: row)
    }
  }

  /// The day on which the item comes back where nobody says one.
  func followUp(of verb: any Verb, row: ResultRow?) -> Day? {
    if verb.traits.contains(.sends), let placed = placement(after: verb) {
      return placed.followUpOn
    }
    guard let days = row?.followUpDays ?? verb.followUpDays(in: self) else { return nil }
    let day = today.adding(days: days).nextBusinessDay
    // A default must never be one that the rules refuse.
    guard limitsRun(during: verb), let safe = safe(during: verb) else { return day }
    let latest = safe.adding(days: -rules.deferMarginDays).previousBusinessDay
    return max(min(day, latest), today.adding(days: 1).nextBusinessDay)
  }

  /// Where a claim stands once it is sent: what still runs beside the sending brings it back before
  /// the answer is due.
  private func placement(after verb: any Verb) -> Placement? {
    guard case .claim(var claim) = story else { return nil }
    let last = claim.decisions.map(\.sequence).max() ?? 0
    claim.decisions.append(
      RecordedDecision(
        activity: ActivityID(0), verb: verb.name, on: today, user: user.name,
        sequence: max(last, claim.adjudications.map(\.sequence).max() ?? 0) + 1))
    return ClaimPlacement.place(claim, rules: rules, on: today)
  }

  /// What the follow-up day says where a choice leads to a result code of its own.
  func comesBack(_ verb: any Verb, _ suffix: String) -> [DecisionField.Name: String] {
    if story == nil { return [:] }
    let row = rules.result(for: verb.name, suffix: suffix)
    return followUp(of: verb, row: row).map { [.followUp: $0.description] } ?? [:]
  }

  /// Whether the limits of the item go on running while it waits for this.
  ///
  /// An appeal is in time by being filed; a reopening stops no clock.
  private func limitsRun(during verb: any Verb) -> Bool {
    let waits = verb.traits.contains(.pauses) || verb.traits.contains(.comesBack)
    return waits && !verb.traits.contains(.usesTheRight)
  }

  /// The safe day of what still runs while the item waits: records that were sent are owed no more.
  private func safe(during verb: any Verb) -> Day? {
    guard verb.name == .documentRequest, case .claim(var claim) = story,
      let owed = claim.documentRequests.lastIndex(where: \.isOwed)
    else { return safe }
    claim.documentRequests[owed].sentOn = today
    let placement = ClaimPlacement.place(claim, rules: rules, on: today)
    return placement?.tier == .expired ? nil : placement?.governing?.safe
  }

  /// What only waits must leave room before the safe day of what still runs.
  private func followUpFault(of decision: Decision, _ verb: any Verb) -> FieldFault? {
    guard limitsRun(during: verb) else { return nil }
    guard let day = decision.followUpOn else {
      return verb.traits.contains(.pauses)
        ? FieldFault(.followUp, "Choose the day on which it comes back.") : nil
    }
    if day <= today { return FieldFault(.followUp, "The follow-up day must be after today.") }
    // Past its last legal day nothing is left to protect by the margin.
    guard let safe = safe(during: verb), !isSupervisor, !isExpired else { return nil }
    let margin = rules.deferMarginDays
    let latest = safe.adding(days: -margin)
    if day <= latest { return nil }
    // The item can always sleep until tomorrow: it is looked at every day from here on.
    if day == today.adding(days: 1).nextBusinessDay { return nil }
    return FieldFault(
      .followUp,
      latest > today
        ? "It may wait until \(latest) at most, \(margin) days before the safe day \(safe)."
        : "The safe day is \(safe): put it off to the next business day at most, "
          + "or ask a supervisor.")
  }

  /// The options of a menu, the proposed verb first.
  package func options(_ menu: [DecisionVerb]) -> [DecisionOption] {
    var seen: Set<DecisionVerb> = []
    return menu.filter { seen.insert($0).inserted }.map { name in
      let verb = Verbs[name]
      let fields = fields(of: name)
      let usual = try? DecisionReader.read(
        verb, DecisionReader.filledIn([:], by: fields), today: today)
      let suffix = usual.map { verb.resultSuffix(of: $0.act) } ?? ""
      let row = rules.result(for: name, suffix: suffix)
      return DecisionOption(
        verb: name, permission: permission(for: name), resultCode: row?.code ?? name.rawValue,
        followUpOn: followUp(of: verb, row: row), fields: fields, oneOf: verb.oneOf)
    }
  }
}

/// Reads fields as a decision, with nothing but a verb to go by.
package enum DecisionReader {
  /// What was typed today.
  ///
  /// - Throws: ``FieldFault`` that names the field and says how to put it right.
  package static func read(
    _ verb: any Verb, _ texts: [DecisionField.Name: String], today: Day
  ) throws(FieldFault) -> Decision {
    var reader = FieldReader(texts, today: today)
    return try read(verb, &reader)
  }

  /// What the journal keeps: the act alone; nil where the text is damaged.
  package static func act(of name: DecisionVerb, kept text: String, on day: Day) -> Decision.Act? {
    guard let fields = DecisionText.decode(text) else { return nil }
    var reader = FieldReader(kept: fields, on: day)
    let verb = Verbs[name]
    guard let act = try? verb.read(&reader), (try? reader.finish(verb.title)) != nil else {
      return nil
    }
    return act
  }

  /// What was typed, with what is proposed for the fields that were left out, and with what follows
  /// from a choice.
  static func filledIn(
    _ typed: [DecisionField.Name: String], by fields: [DecisionField]
  ) -> [DecisionField.Name: String] {
    var texts = typed
    // The day follows from what is said; it is filled in afterwards.
    for field in fields where field.name != .followUp {
      guard field.condition?.isMet(by: texts) ?? true else { continue }
      if texts[field.name] == nil, field.standing == .proposed { texts[field.name] = field.value }
      let chosen = field.choices.first { $0.value == texts[field.name] }
      for (name, value) in chosen?.follows ?? [:] where name != .followUp && texts[name] == nil {
        texts[name] = value
      }
    }
    return texts
  }

  /// The act as the journal keeps it.
  package static func text(of act: Decision.Act) -> String {
    DecisionText.encode(fields(of: act))
  }

  /// The act as fields, for a form that is filled in once more.
  package static func fields(of act: Decision.Act) -> [DecisionField.Name: String] {
    var writer = FieldWriter()
    Verbs[act.verb].write(act, to: &writer)
    return writer.fields
  }

  /// A decision as an entry that says all of it.
  package static func entry(_ decision: Decision) -> DecisionEntry {
    var fields = fields(of: decision.act)
    if !decision.note.isEmpty { fields[.note] = decision.note }
    if let day = decision.followUpOn { fields[.followUp] = day.description }
    return DecisionEntry(decision.verb, fields, resultCode: decision.resultCode)
  }

  private static func read(
    _ verb: any Verb, _ reader: inout FieldReader
  ) throws(FieldFault) -> Decision {
    let act = try verb.read(&reader)
    let note = reader.text(.note)
    var decision = Decision(act, note: note)
    let comesBack = verb.traits.contains(.pauses) || verb.traits.contains(.comesBack)
    if comesBack, verb.waits(after: act) {
      decision.followUpOn = try reader.day(.followUp, .ahead)
    }
    try reader.finish(verb.title)
    return decision
  }
}
