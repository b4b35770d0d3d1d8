import Billing
import Testing
import WorkEngine

@Suite("Verbs")
struct VerbsTests {
  /// Lines of the journal that never say what was decided.
  private static let ofTheJournal: Set<DecisionVerb> = [.undo, .redo]
  private static let years = [0, 1, 40, 400, 4000].map { day("2026-01-12").adding(days: $0) }

  @Test("The registry has every verb once, under its own name, and each says what it is")
  func registry() {
    let names = Verbs.all.map(\.name)
    #expect(names.count == DecisionVerb.allCases.count)
    #expect(Set(names) == Set(DecisionVerb.allCases))
    #expect(Set(Verbs.all.map(\.title)).count == names.count)
    for verb in Verbs.all {
      #expect(Verbs[verb.name].name == verb.name)
      #expect(verb.help.hasSuffix(".") && !verb.title.isEmpty && !verb.subjects.isEmpty)
    }
  }

  @Test("Every verb has sample acts")
  func samples() {
    let verbs = Set(SampleActs.all.map(\.verb)).union(Self.ofTheJournal)
    #expect(verbs == Set(DecisionVerb.allCases))
  }

  @Test("What the journal keeps of an act is read back as that act, then and on any later day")
  func journal() {
    for act in SampleActs.all {
      let text = DecisionReader.text(of: act)
      for today in Self.years {
        #expect(DecisionReader.act(of: act.verb, kept: text, on: today) == act, "\(text)")
      }
    }
  }

  @Test("What is typed of an act is that act")
  func typed() throws {
    for act in SampleActs.all {
      let read = try DecisionReader.read(
        act.verb.rules, DecisionReader.fields(of: act), today: SampleSituations.today)
      #expect(read == Decision(act))
    }
  }

  @Test("A damaged line of the journal is no act, and a field of another verb is none either")
  func damaged() {
    for act in SampleActs.all {
      let text = DecisionReader.text(of: act)
      let today = SampleSituations.today
      #expect(DecisionReader.act(of: act.verb, kept: text + "zone=9\n", on: today) == nil)
      #expect(DecisionReader.act(of: act.verb, kept: "2" + text.dropFirst(), on: today) == nil)
    }
  }

  /// Every field name that is known anywhere: of a form, or in the journal.
  private static func allNames() throws -> Set<DecisionField.Name> {
    var names = Set(SampleActs.all.flatMap { DecisionReader.fields(of: $0).keys })
    for situation in try SampleSituations.all() {
      for verb in DecisionVerb.allCases {
        names.formUnion(situation.fields(of: verb).map(\.name))
      }
    }
    return names
  }

  /// The fields that an act has a use for: those of its own form and text, but for those that another
  /// answer rules out.
  private static func uses(
    _ act: Decision.Act, _ situations: [Situation]
  ) -> Set<String> {
    let texts = DecisionReader.fields(of: act)
    var names: Set<String> = []
    var inForms: Set<String> = []
    for situation in situations {
      guard let kind = situation.story?.kind, act.verb.rules.subjects.contains(kind) else {
        continue
      }
      for field in situation.fields(of: act.verb) {
        inForms.insert(field.name.parts.base)
        if field.condition?.isMet(by: texts) ?? true { names.insert(field.name.parts.base) }
      }
    }
    // What no form shows, and the shell or another program says.
    let spoken = SampleActs.all.filter { $0.verb == act.verb }
      .flatMap { DecisionReader.fields(of: $0).keys.map(\.parts.base) }
    return names.union(spoken.filter { !inForms.contains($0) })
  }

  @Test("A field that a verb has no use for is refused by name, whatever the verb and the field")
  func useless() throws {
    let names = try Self.allNames()
    let situations = try SampleSituations.all()
    #expect(names.count > 60)
    var refused = 0
    for act in SampleActs.all {
      let uses = Self.uses(act, situations)
      for name in names where !uses.contains(name.parts.base) {
        var texts = DecisionReader.fields(of: act)
        texts[name] = "9"
        do {
          _ = try DecisionReader.read(act.verb.rules, texts, today: SampleSituations.today)
          Issue.record("\(act.verb) takes \(name.rawValue)")
        } catch {
          refused += 1
          #expect(error.field == name && error.message.contains(name.rawValue), "\(act.verb)")
        }
      }
    }
    #expect(refused > 3000)
  }

  @Test("A field that is empty says nothing: no verb minds it")
  func empty() throws {
    let names = try Self.allNames()
    for act in SampleActs.all {
      var texts = DecisionReader.fields(of: act)
      for name in names where texts[name] == nil { texts[name] = " " }
      let read = try DecisionReader.read(act.verb.rules, texts, today: SampleSituations.today)
      #expect(read == Decision(act))
    }
  }

  @Test("Every field that a verb lists changes what is decided, or is refused with another value")
  func everyFieldCounts() throws {
    var tried: Set<String> = []
    var counted: Set<String> = []
    for situation in try SampleSituations.all() {
      for verb in DecisionVerb.allCases
      where !verb.has(.elsewhere) && situation.permission(for: verb) == .allowed {
        for field in situation.fields(of: verb) {
          let key = "\(verb.rawValue) \(field.name.parts.base)"
          tried.insert(key)
          guard let entry = Self.entry(verb, with: field, in: situation) else { continue }
          let before = Self.decision(entry, in: situation)
          let after = Self.others(than: field, entry).map { text in
            var changed = entry
            changed.fields[field.name] = text
            return Self.decision(changed, in: situation)
          }
          // One value leads to another decision, or none that is not as it stands is taken.
          if after.contains(where: { $0 != nil && $0 != before })
            || before != nil && after.allSatisfy({ $0 == nil })
          {
            counted.insert(key)
          }
        }
      }
    }
    #expect(tried.subtracting(counted).sorted() == [])
    #expect(tried.count > 100)
  }

  @Test("Between them the situations allow every verb that is decided on an item")
  func allAllowed() throws {
    let situations = try SampleSituations.all()
    let never = DecisionVerb.allCases.filter { verb in
      !verb.has(.elsewhere)
        && !situations.contains { $0.permission(for: verb) == .allowed }
    }
    #expect(never == [])
  }

  /// An entry under which a field means something, with all that is needed then.
  private static func entry(
    _ verb: DecisionVerb, with field: DecisionField, in situation: Situation
  ) -> DecisionEntry? {
    var option = DecisionOption(
      verb: verb, permission: .allowed, fields: situation.fields(of: verb),
      oneOf: verb.rules.oneOf)
    if let condition = field.condition, let value = condition.values.first,
      let index = option.fields.firstIndex(where: { $0.name == condition.field })
    {
      option.fields[index].value = value
    }
    var entry = option.filled(on: situation.today)
    if let condition = field.condition { entry.fields[condition.field] = condition.values.first }
    return entry
  }

  private static func decision(_ entry: DecisionEntry, in situation: Situation) -> Decision? {
    try? situation.decision(of: entry)
  }

  /// Values of all sorts, of which one at least should suit a field and be none that it has.
  private static func others(than field: DecisionField, _ entry: DecisionEntry) -> [String] {
    let values =
      field.choices.map(\.value) + [
        "2026-01-09", "2026-01-11", "2026-01-13", "2026-01-14", "2026-02-10", "2026-01-05", "1.01",
        "1", "2", "0",
        "3", "yes", "no", "F", "12", "31", "9MADEUP9", "MADE UP, MARTA", "1948-05-02", "CI",
        "332B00000X", "A7031 NU", "E0601 RR KX", "Z9989", "2026-01-03 2026-01-05",
        "BIRCH, KIM 1000000012", "A7030", "RR KX", "NU KX", "OTHER WORDS", "mruiz", "small", "DUP",
        "84",
      ]
    return values.filter { $0 != entry.fields[field.name] && $0 != field.value }
  }
}
