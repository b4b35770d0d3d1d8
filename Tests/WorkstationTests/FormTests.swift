import Billing
import Cells
import Desk
import Operations
import Testing
import WorkEngine

@testable import Workstation

@Suite("A filled-in form")
struct DecisionFormTests {
  private static func form(
    _ verb: DecisionVerb, on item: String = "26463774"
  ) throws -> DecisionForm {
    let office = try FormOffice.shared.get()
    let detail = try office.detail(item)
    return DecisionForm(
      verb, try office.fields(verb, of: item), target: .one(detail.item, fence: 1), detail: detail)
  }

  private static func many(_ verb: DecisionVerb) throws -> DecisionForm {
    DecisionForm(
      verb, try FormOffice.shared.get().many.fields(of: verb),
      target: .many([WorkItemID(1), WorkItemID(2)], screen: 1))
  }

  private static func filled(
    _ verb: DecisionVerb, on item: String = "26463774", _ values: [(DecisionField.Name, String)]
  ) throws -> DecisionForm {
    var form = try form(verb, on: item)
    for (name, text) in values {
      let index = try #require(form.fields.firstIndex { $0.name == name }, "\(name.rawValue)")
      form.fields[index].set(text)
      form.fields[index].isPristine = false
      form.follow(name)
    }
    return form
  }

  @Test("says nothing of what stands as it is")
  func untouched() throws {
    #expect(try Self.form(.resubmit).entry == DecisionEntry(.resubmit))
    #expect(try Self.form(.correctCharge, on: "SO-4980").entry == DecisionEntry(.correctCharge))
  }

  @Test("says what was put right, and only that")
  func corrections() throws {
    let form = try Self.filled(
      .resubmit, [("member-id", "1EG4 TE5 MK74"), ("place-of-service", "12"), ("units:1", "2")])
    #expect(
      form.entry == DecisionEntry(.resubmit, ["member-id": "1EG4 TE5 MK74", "units:1": "2"]))
    #expect(form.corrections == 2)
  }

  @Test("says what is filled in, and what was emptied")
  func proposed() throws {
    let form = try Self.form(.transferPatient, on: "26463801")
    #expect(form.entry.fields == [.amount: "100.00"])
    #expect(
      try Self.filled(.transferPatient, on: "26463801", [(.amount, "")]).entry.fields == [
        .amount: ""
      ])
  }

  @Test("gives the amount as typed, never all that is open")
  func amounts() throws {
    let form = try Self.filled(.writeOff, [(.reason, "SMALL"), (.amount, "45.00")])
    #expect(form.entry.fields == [.reason: "SMALL", .amount: "45.00"])
    let effect = FormEffect(
      form: form, settings: WorkstationSettings(user: "tlee", today: MadeOffice.today),
      privacy: Privacy(isMasked: false, glyphs: .unicode))
    #expect(
      effect.sentence.string
        == "$45.00 of $1,543.20 open is given up. Stays: $1,498.20 with the payer.")
  }

  @Test("says what stays open after a write-off, and with whom")
  func staying() throws {
    // By the payer's answer $100.00 of it are the patient's.
    let form = try Self.filled(.writeOff, on: "26463801", [(.reason, "SMALL"), (.amount, "4")])
    #expect(try Self.form(.writeOff, on: "26463801").text(.amount) == "")
    let shares = try #require(form.detail?.claimDetail?.shares)
    #expect(shares.amount(of: .patient) == Cents(10_000))
    let effect = FormEffect(
      form: form, settings: WorkstationSettings(user: "tlee", today: MadeOffice.today),
      privacy: Privacy(isMasked: false, glyphs: .unicode))
    #expect(
      effect.sentence.string
        == "$4.00 of $987.65 open is given up. Stays: $883.65 with the payer, "
        + "$100.00 with the patient.")
  }

  @Test("says of many items what happens to each, and to those that it does not fit")
  func manySentences() throws {
    func sentence(_ form: DecisionForm, isSupervisor: Bool = false) -> String {
      FormEffect(
        form: form,
        settings: WorkstationSettings(
          user: "tlee", isSupervisor: isSupervisor, today: MadeOffice.today),
        privacy: Privacy(isMasked: false, glyphs: .unicode)
      ).sentence.string
    }
    #expect(
      sentence(try Self.many(.writeOff)) == "What the payer owes of each is given up. "
        + "Where more is open than the reason allows, the item is left alone.")
    #expect(
      sentence(try Self.many(.writeOff), isSupervisor: true)
        == "What the payer owes of each is given up.")
    #expect(
      sentence(try Self.many(.appeal))
        == "Records an appeal of each item; they come back, each on its own day.")
  }

  @Test("is followed by what others do, and is not given before that was seen")
  func changes() throws {
    var form = try Self.form(.note)
    var detail = try #require(form.detail)
    form.follow(detail, fence: 1)
    #expect(form.unseenChange == nil)
    detail.item.rowVersion += 1
    detail.timeline.append(
      TimelineEntry(
        on: MadeOffice.today, kind: .note, user: "mkim", title: "Add a note", detail: "",
        activity: ActivityID(9_999)))
    form.follow(detail, fence: 2)
    #expect(form.unseenChange?.string == "mkim, meanwhile: Add a note.")
    // Where the office refused it, that was said already.
    form = try Self.form(.note)
    form.refuse("It was changed.")
    form.follow(detail, fence: 2)
    #expect(form.unseenChange == nil)
  }

  @Test("asks for nothing that an item must say where many are meant")
  func manyItems() throws {
    #expect(try Self.many(.resubmit).fields.map(\.name) == [.note])
    #expect(try Self.many(.appeal).entry.fields[.level] == nil)
    #expect(try Self.many(.transferPatient).entry.fields == [:])
    #expect(try Self.many(.writeOff).fields.map(\.chosen) == [nil, nil, nil])
    #expect(try Self.many(.hold).field("agreement") == nil)
    // Each comes back before its own limit.
    #expect(try Self.many(.calledPayer).entry.fields == [:])
  }

  @Test(
    "shows a field only while another one says that it belongs",
    arguments: [
      ("letter", ["contractor", "asks-for", "dated", "due", "lines"]),
      ("sent", ["on", "how", .followUp]),
      ("result", ["on", "outcome"]),
    ] as [(String, [DecisionField.Name])])
  func conditions(step: String, belonging: [DecisionField.Name]) throws {
    let form = try Self.filled(.documentRequest, [(.step, step)])
    let shown = form.shown.map { form.fields[$0].name }
    #expect(shown == [.step] + belonging + [.note])
    #expect(Set(form.entry.fields.keys).isSubset(of: shown))
  }

  @Test("goes from field to field without those that do not belong")
  func focus() throws {
    var form = try Self.filled(.documentRequest, [(.step, "sent")])
    var names: [DecisionField.Name] = []
    for _ in 0..<5 {
      names.append(form.fields[form.focus].name)
      form.moveFocus(by: 1)
    }
    #expect(names == [.step, .on, "how", .followUp, .note])
    #expect(form.fields[form.focus].name == .step)
  }

  @Test("lets the team and the day follow the reason until somebody says others")
  func follows() throws {
    var form = try Self.filled(.hold, on: "SO-4980", [("hold-reason", "pickup-pending")])
    #expect(form.text("team") == "fulfilment")
    // Seven days after Sat Nov 21, 2026 is a Saturday too.
    #expect(form.text("review") == "2026-11-30")
    form = try Self.filled(
      .hold, on: "SO-4980",
      [("review", "3d"), ("team", "intake"), ("hold-reason", "patient-dispute")])
    #expect(form.text("team") == "intake")
    #expect(form.text("review") == "3d")
  }

  @Test("names the document that the office's own hold reason waits for")
  func ownReason() throws {
    let made = try MadeOffice(named: "orders")
    let ready = try made.row("SO-4990").item
    _ = try made.signedIn("mkim").decide(
      DecisionRequest(
        item: ready.id, rowVersion: ready.rowVersion, fence: nil,
        entry: DecisionEntry(.hold, ["hold-reason": "portal-photo", .note: "asked the driver"])))
    let office = FormOffice(office: try made.signedIn("tlee"))
    let form = DecisionForm(
      .attachDocument, try office.fields(.attachDocument, of: "SO-4990"),
      target: .one(try office.detail("SO-4990").item, fence: 1))
    #expect(form.text("kind") == DocumentKind.proofOfDelivery.rawValue)
  }

  @Test("puts the argument of the command line where the verb says")
  func argument() throws {
    let given: [(DecisionVerb, String, DecisionField.Name)] = [
      (.deferred, "26463774", .followUp), (.note, "26463774", .note),
      (.writeOff, "26463774", .amount), (.assign, "26463774", .to),
      (.releaseHold, "SO-4980", "evidence"), (.pickUp, "SO-4980", .on),
    ]
    for (verb, item, name) in given {
      var form = try Self.form(verb, on: item)
      form.offer(people: ["zzz"])
      form.fillArgument("zzz")
      #expect(form.entry.fields[name] == "zzz", "\(verb)")
    }
  }

  @Test("offers the others of the office where it names a person, and keeps who was chosen")
  func people() throws {
    var form = try Self.form(.assign)
    form.offer(people: ["mkim", "rdiaz"])
    #expect(form.field(.to)?.choices.map(\.value) == ["tlee", "mkim", "rdiaz", ""])
    #expect(form.text(.to) == "tlee")
    form.fields[form.focus].set("")
    form.offer(people: ["zorn"])
    #expect(form.text(.to).isEmpty)
  }

  @Test("repeats choices, days and words, but no names and no amounts")
  func repeating() throws {
    var form = try Self.form(.writeOff)
    form.fill(from: DecisionEntry(.writeOff, [.reason: "AUTH", .amount: "9.99", .note: "late"]))
    #expect(form.entry.fields == [.reason: "AUTH", .note: "late"])
    form = try Self.form(.resubmit)
    form.fill(from: DecisionEntry(.resubmit, ["member-id": "ANOTHER", .note: "again"]))
    #expect(form.entry.fields == [.note: "again"])
  }

  @Test("puts the focus on the field that is wrong, and keeps a general complaint for itself")
  func complaints() throws {
    var form = try Self.form(.writeOff)
    form.complain(FieldFault(.amount, "Too much."))
    #expect(form.fields[form.focus].name == .amount)
    #expect(form.fields[form.focus].error?.string == "Too much.")
    #expect(form.error == nil)
    form.complain(FieldFault(nil, "Nothing is corrected."))
    #expect(form.error?.string == "Nothing is corrected.")
    form = try Self.filled(.documentRequest, [(.step, "sent")])
    form.complain(FieldFault("contractor", "Who asks?"))
    #expect(form.error?.string == "Who asks?")
  }
}

@Suite("A field of a form")
struct FormFieldTests {
  @Test("chooses nothing by itself where nothing is filled in")
  func unchosen() {
    var field = FormField("cause", "Cause", choices: [.init("a", "A"), .init("b", "B")], help: "")
    #expect(field.value.isEmpty)
    #expect(!field.isSaid)
    var isTaken = field.handle(.left)
    #expect(isTaken && field.value == "b")
    isTaken = field.handle(.right)
    #expect(isTaken && field.value == "a")
  }

  @Test("keeps a value that it does not offer")
  func foreign() {
    let field = FormField("kind", "Kind", "z", choices: [.init("a", "A")], help: "")
    #expect(field.value == "z")
    #expect(!field.isChanged)
  }

  @Test("steps through suggestions until something is typed")
  func suggestions() {
    var field = FormField(
      DecisionField(.note, "Reason", "one", suggestions: ["one", "two"], help: ""))
    #expect(field.suggested == 0)
    var values: [String] = []
    for key in [.right, .right, .left, .character("x"), .left] as [Key] {
      #expect(isEditing(&field, key))
      values.append(field.value)
    }
    #expect(values == ["two", "one", "two", "x", "x"])
    #expect(field.suggested == nil)
  }

  private func isEditing(_ field: inout FormField, _ key: Key) -> Bool { field.handle(key) }
}
