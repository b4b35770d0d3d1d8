import Billing
import Desk
import Testing
import WorkEngine

@testable import Workstation

/// From the fields of the screen to the decision, as the office reads it.
@Suite("What a form says to the office")
struct FormEntryTests {
  private static let office = FakeData.office(named: "orders", user: "tlee", isSupervisor: false)

  private static func decide(
    _ verb: DecisionVerb, on item: Int64, _ values: [(DecisionField.Name, String)]
  ) throws -> Decision {
    let item = try #require(office.item(WorkItemID(item)))
    let situation = office.situation(item)
    var form = DecisionForm(
      verb, situation.fields(of: verb), target: .one(item.workItem(office.today), fence: 1))
    for (name, text) in values {
      let index = try #require(form.fields.firstIndex { $0.name == name }, "\(name.rawValue)")
      form.fields[index].set(text)
      form.follow(name)
    }
    return try situation.decision(of: form.entry)
  }

  @Test("decides with nothing changed what was filled in")
  func defaults() throws {
    #expect(try Self.decide(.deferred, on: 1, []).act == .deferred(to: nil))
    #expect(try Self.decide(.deferred, on: 1, []).note == "to be looked at again")
    #expect(try Self.decide(.deferred, on: 1, []).followUpOn == Day("2026-11-24"))
    #expect(try Self.decide(.assign, on: 1, []).act == .assign(to: "tlee"))
    #expect(try Self.decide(.appeal, on: 2, []).act == .appeal(Appeal(.first)))
    #expect(try Self.decide(.appeal, on: 2, []).followUpOn == Day("2027-01-20"))
    #expect(try Self.decide(.transferPatient, on: 1, []).act == .transferPatient(Cents(10_000)))
    #expect(try Self.decide(.match, on: 31, []).act == .match(.claim(ClaimID(774))))
    #expect(
      try Self.decide(.leaveInSuspense, on: 31, []).act == .leaveInSuspense(reason: "research"))
    #expect(
      try Self.decide(.returnOrder, on: 102, []).act
        == .returnOrder(.quantityMismatch, .fulfilment))
    #expect(try Self.decide(.pickUp, on: 111, []).act == .pickUp(on: FakeData.today))
    #expect(
      try Self.decide(.fulfil, on: 132, []).act
        == .fulfil(
          Fulfilment(on: FakeData.today, delivered: [SupplyAnswer(code: "E1390", units: 1)])))
  }

  @Test("names what was corrected, and only that")
  func corrections() throws {
    let decision = try Self.decide(
      .resubmit, on: 1,
      [
        ("member-id", "1EG4 TE5 MK74"), ("authorization", "A1"), ("place-of-service", "12"),
        ("diagnoses", "j44.9, g47.33"), ("procedure:1", "e1390 rr kx cg"),
        ("note:1", "lost in a fire"), ("ordered-by:1", "berg, sam 1234567893"),
      ])
    #expect(
      decision.act
        == .resubmit(
          Resending([
            .memberID("1EG4TE5MK74"), .priorAuthorization("A1"), .diagnoses(["J449", "G4733"]),
            .procedure(line: 1, ProcedureCode("E1390", ["RR", "KX", "CG"])),
            .lineNote(line: 1, "lost in a fire"),
            .orderingProvider(line: 1, lastName: "BERG", firstName: "SAM", npi: "1234567893"),
          ])))
  }

  @Test("holds the whole agreement with the office's own days")
  func hold() throws {
    let decision = try Self.decide(
      .hold, on: 111, [("hold-reason", "audit"), ("agreement", "yes"), (.note, "charts")])
    #expect(
      decision.act
        == .hold(
          HoldEntry(
            reason: "audit", team: .respiratory, owner: nil, reviewOn: Day("2027-01-05"),
            isForAgreement: true)))
  }

  @Test("asks for every item of a resupply")
  func contact() throws {
    let decision = try Self.decide(
      .contactPatient, on: 131, [("want:A7030", "1"), ("want:A7038", "0"), ("want:A7035", "1")])
    #expect(
      decision.act
        == .contactPatient(
          PatientAnswer(
            [
              SupplyAnswer(code: "A7030", units: 1), SupplyAnswer(code: "A7035", units: 1),
              SupplyAnswer(code: "A7038", units: 0),
            ], requestedBy: "the patient")))
  }

  @Test(
    "leads to the field that is wrong",
    arguments: [
      (.note, 1, .note, "   "), (.deferred, 1, .followUp, "nonsense"),
      (.deferred, 1, .followUp, "today"), (.deferred, 1, .followUp, "8d"),
      (.transferPatient, 1, .amount, "12.345"), (.transferPatient, 1, .amount, "0"),
      (.transferPatient, 1, .amount, "100.01"), (.writeOff, 1, .reason, ""),
      (.resubmit, 1, "diagnoses", "J4"), (.resubmit, 1, "procedure:1", "E139"),
      (.resubmit, 1, "procedure:1", "E1390 RRR"), (.resubmit, 1, "units:1", "-1"),
      (.resubmit, 1, "note:1", String(repeating: "x", count: 81)),
      (.resubmit, 1, "ordered-by:1", "SMITH, SAM 1234567890"),
      (.calledPayer, 21, .status, ""), (.hold, 111, "review", "61d"),
      (.releaseHold, 111, "evidence", " "), (.attachDocument, 111, "dated", "tomorrow"),
      (.attachDocument, 111, "dated", ""), (.correctCharge, 111, "modifiers", "RR KX KJ Q"),
      (.correctCharge, 111, "units", "0"), (.correctCharge, 111, "amount", "-4"),
      (.correctCharge, 111, "pointers", "3"), (.contactPatient, 131, "want:A7030", "2"),
      (.contactPatient, 131, "want:A7030", ""), (.fulfil, 132, .on, "tomorrow"),
      (.pickUp, 111, .on, ""), (.cancelOrder, 102, .note, " "), (.decline, 131, .note, ""),
    ] as [(DecisionVerb, Int64, DecisionField.Name, String)])
  func faults(verb: DecisionVerb, item: Int64, name: DecisionField.Name, text: String) throws {
    var values: [(DecisionField.Name, String)] = [(name, text)]
    if verb == .hold { values.append((.note, "charts")) }
    if verb == .contactPatient {
      values = [("want:A7030", "1"), ("want:A7035", "1"), ("want:A7038", "1")] + values
    }
    #expect {
      _ = try Self.decide(verb, on: item, values)
    } throws: { error in
      guard let fault = error as? FieldFault else { return false }
      return fault.field == name && !fault.message.isEmpty
    }
  }

  @Test("says of many items at once what is wrong with all of them")
  func manyFaults() {
    let many = Self.office.manySituation
    func field(_ verb: DecisionVerb, _ fields: [DecisionField.Name: String] = [:]) -> String? {
      many.fault(ofEntry: DecisionEntry(verb, fields))?.field?.rawValue
    }
    #expect(field(.writeOff) == "reason")
    // What an item fills in by itself is no fault of the entry.
    #expect(field(.writeOff, [.reason: "small"]) == nil)
    #expect(field(.transferPatient) == nil)
    #expect(field(.appeal) == nil)
    #expect(field(.deferred, [.followUp: "yesterday"]) == "follow-up")
    #expect(field(.calledPayer, [.status: "asleep"]) == "status")
  }

  @Test(
    "offers for many items what fits the work of the queue",
    arguments: [
      (.denials, [.calledPayer, .checkedPortal, .requestDocuments, .changePayer], [.post, .hold]),
      (.holds, [.hold, .releaseHold, .checkEligibility], [.resubmit, .correctCharge]),
      (.orderConfirmation, [.confirm, .returnOrder], [.cancelOrder, .writeOff]),
      (.cashPosting, [.post, .leaveInSuspense], [.match, .resubmit]),
      (.special, [.decline, .checkEligibility], [.contactPatient, .fulfil]),
    ] as [(QueueName, [DecisionVerb], [DecisionVerb])])
  func many(queue: QueueName, offered: [DecisionVerb], not: [DecisionVerb]) {
    let verbs = DecisionVerb.forMany(in: queue, isSupervisor: false)
    #expect(Set(verbs).isSuperset(of: offered + [.deferred, .note, .assign, .escalate]))
    #expect(Set(verbs).isDisjoint(with: not + [.pin, .unpin, .breakLease]))
    #expect(DecisionVerb.forMany(in: queue, isSupervisor: true).contains(.pin))
  }
}
