import Billing
import Cells
import Desk
import Testing

@testable import Workstation

@Suite("A filled-in form")
struct FormReaderTests {
  private static let settings = WorkstationSettings(user: "tlee", today: FakeData.today)

  /// The form of a verb for the first denial of the fake office.
  private static func form(_ verb: DecisionVerb) -> DecisionForm {
    let office = FakeData.office(named: "office", user: "tlee", isSupervisor: false)
    let detail = office.detail(office.items[0])
    let factory = FormFactory(settings: settings, billers: ["mkim", "tlee"])
    return DecisionForm(
      verb: verb, target: .one(detail.item, fence: 1), detail: detail, reference: "26463774",
      resultCode: "X",
      fields: factory.fields(verb, item: detail.item, detail: detail, option: nil))
  }

  private static func read(
    _ verb: DecisionVerb, _ values: [(FormField.Name, String)]
  ) throws(FormReader.Complaint) -> Decision {
    var form = form(verb)
    for (name, text) in values {
      if let index = form.fields.firstIndex(where: { $0.name == name }) {
        form.fields[index].set(text)
        if text.isEmpty { form.fields[index].field.setText("") }
      }
    }
    return try FormReader(form: form, today: FakeData.today).decision()
  }

  @Test("with nothing changed decides what was filled in", arguments: DecisionVerb.allCases)
  func defaults(verb: DecisionVerb) throws {
    let needsWords: Set<DecisionVerb> = [
      .note, .escalate, .breakLease, .match, .writeOff, .returnOrder, .cancelOrder, .withdrawCharge,
      .decline, .releaseHold, .attachDocument, .correctCharge,
    ]
    guard !needsWords.contains(verb) else {
      #expect(throws: FormReader.Complaint.self) { try Self.read(verb, []) }
      return
    }
    let decision = try Self.read(verb, [])
    #expect(decision.verb == verb)
    #expect(decision.resultCode == "X")
    #expect(decision.corrections == [])
    #expect(decision.amount == nil)
    if let day = decision.followUpOn { #expect(day > FakeData.today) }
  }

  @Test("names what was corrected, and only that")
  func corrections() throws {
    let decision = try Self.read(
      .resubmit,
      [
        (.memberID, "1EG4 TE5 MK74"), (.priorAuthorization, "A1"), (.placeOfService, "12"),
        (.diagnoses, "j44.9, g47.33"), (.procedure(line: 1), "e1390-rr-kx-cg"),
        (.units(line: 1), "2.5"), (.lineNote(line: 1), "lost in a fire"),
        (.orderingProvider(line: 1), "van der berg, sam 1234567893"),
      ])
    #expect(
      decision.corrections == [
        .memberID("1EG4TE5MK74"), .priorAuthorization("A1"), .diagnoses(["J44.9", "G47.33"]),
        .procedure(line: 1, ProcedureCode("E1390", ["RR", "KX", "CG"])),
        .units(line: 1, inThousandths: 2500), .lineNote(line: 1, "lost in a fire"),
        .orderingProvider(line: 1, lastName: "VAN DER BERG", firstName: "SAM", npi: "1234567893"),
      ])
  }

  @Test(
    "points at the field that is wrong",
    arguments: [
      (.resubmit, .memberID, ""), (.resubmit, .placeOfService, "1"),
      (.resubmit, .diagnoses, "J4"), (.resubmit, .procedure(line: 1), "E139"),
      (.resubmit, .procedure(line: 1), "E1390 RRR"), (.resubmit, .units(line: 1), "-1"),
      (.resubmit, .lineNote(line: 1), String(repeating: "x", count: 81)),
      (.resubmit, .orderingProvider(line: 1), "SMITH"),
      (.resubmit, .orderingProvider(line: 1), "SMITH, SAM 1234567890"),
      (.deferred, .followUp, "nonsense"), (.deferred, .followUp, "today"),
      (.transferPatient, .amount, "12.345"), (.transferPatient, .amount, "0"),
      (.transferPatient, .amount, "99999"), (.appealOutcome, .letter, "tomorrow"),
      (.note, .note, "   "),
    ] as [(DecisionVerb, FormField.Name, String)])
  func complains(verb: DecisionVerb, name: FormField.Name, text: String) {
    do throws(FormReader.Complaint) {
      let decision = try Self.read(verb, [(name, text)])
      Issue.record("read as \(decision)")
    } catch {
      #expect(error.field == name)
      #expect(!error.text.isEmpty)
    }
  }

  @Test("says all of an amount without a number")
  func wholeAmount() throws {
    #expect(try Self.read(.transferPatient, [(.amount, "1543.20")]).amount == nil)
    #expect(try Self.read(.transferPatient, [(.amount, "1,543.19")]).amount == Cents(154_319))
  }

  @Test("always gives a deferral its reason")
  func delay() throws {
    #expect(try Self.read(.deferred, []).note == "to be looked at again")
    #expect(
      try Self.read(.deferred, [(.delay, "waiting for documents"), (.note, "the order")]).note
        == "waiting for documents: the order")
  }

  private static func press(_ key: Key, in field: inout FormField, edits: Bool) {
    let isHandled = field.handle(key)
    #expect(isHandled == edits)
  }

  @Test("is replaced by typing while it is as it was filled in")
  func pristine() {
    var field = FormField(.followUp, "Day", "2026-11-25", help: "")
    Self.press(.character("3"), in: &field, edits: true)
    #expect(field.value == "3")
    Self.press(.character("d"), in: &field, edits: true)
    #expect(field.value == "3d")
    var moved = FormField(.followUp, "Day", "2026-11-25", help: "")
    Self.press(.end, in: &moved, edits: true)
    Self.press(.backspace, in: &moved, edits: true)
    #expect(moved.value == "2026-11-2")
  }

  @Test("steps through choices by arrows and letters")
  func choices() {
    var field = FormField(
      .status, "They say",
      choices: ["in process", "pended", "paid"].map { FormField.Choice(value: $0, title: $0) },
      help: "")
    Self.press(.left, in: &field, edits: true)
    #expect(field.value == "paid")
    Self.press(.right, in: &field, edits: true)
    #expect(field.value == "in process")
    Self.press(.character("p"), in: &field, edits: true)
    #expect(field.value == "pended")
    Self.press(.character("p"), in: &field, edits: true)
    #expect(field.value == "paid")
    Self.press(.character("z"), in: &field, edits: false)
    Self.press(.paste("paid"), in: &field, edits: false)
  }
}
