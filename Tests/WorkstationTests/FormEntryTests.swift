import Billing
import Desk
import Testing
import WorkEngine

@testable import Workstation

/// From the fields of the screen to the decision, as the office reads it.
@Suite("What a form says to the office")
struct FormEntryTests {
  private static func decide(
    _ verb: DecisionVerb, on item: String, _ values: [(DecisionField.Name, String)]
  ) throws -> Decision {
    let office = try FormOffice.shared.get()
    let situation = try office.situation(item)
    var form = DecisionForm(
      verb, situation.fields(of: verb), target: .one(try office.detail(item).item, fence: 1))
    for (name, text) in values {
      let index = try #require(form.fields.firstIndex { $0.name == name }, "\(name.rawValue)")
      form.fields[index].set(text)
      form.follow(name)
    }
    return try situation.decision(of: form.entry)
  }

  @Test("decides with nothing changed what was filled in")
  func defaults() throws {
    #expect(try Self.decide(.deferred, on: "26463774", []).act == .deferred(to: nil))
    #expect(try Self.decide(.deferred, on: "26463774", []).note == "to be looked at again")
    #expect(try Self.decide(.deferred, on: "26463774", []).followUpOn == Day("2026-11-24"))
    #expect(try Self.decide(.assign, on: "26463774", []).act == .assign(to: "tlee"))
    #expect(try Self.decide(.appeal, on: "26463801", []).act == .appeal(Appeal(.first)))
    #expect(try Self.decide(.appeal, on: "26463801", []).followUpOn == Day("2027-01-20"))
    #expect(
      try Self.decide(.transferPatient, on: "26463801", []).act == .transferPatient(Cents(10_000)))
    let claim = try FormOffice.shared.get().claim("26464150")
    #expect(
      try Self.decide(.match, on: "26464150X", [("match", String(claim.rawValue))]).act
        == .match(.claim(claim)))
    #expect(
      try Self.decide(.leaveInSuspense, on: "26464150X", []).act
        == .leaveInSuspense(reason: "ASKED"))
    #expect(
      try Self.decide(.returnOrder, on: "SO-5002", []).act
        == .returnOrder(.quantityMismatch, .fulfilment))
    #expect(try Self.decide(.pickUp, on: "SO-4980", []).act == .pickUp(on: MadeOffice.today))
    #expect(
      try Self.decide(.fulfil, on: "maintenance", []).act
        == .fulfil(
          Fulfilment(on: MadeOffice.today, delivered: [SupplyAnswer(code: "E1390", units: 1)])))
  }

  @Test("names what was corrected, and only that")
  func corrections() throws {
    let decision = try Self.decide(
      .resubmit, on: "26463774",
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
      .hold, on: "SO-4980",
      [("hold-reason", "credentialing"), ("agreement", "yes"), (.note, "charts")])
    #expect(
      decision.act
        == .hold(
          HoldEntry(
            reason: "credentialing", team: .billing, owner: nil, reviewOn: Day("2026-12-21"),
            isForAgreement: true)))
  }

  @Test("asks for every item of a resupply")
  func contact() throws {
    let decision = try Self.decide(
      .contactPatient, on: "resupply",
      [("want:A7030", "1"), ("want:A7031", "3"), ("want:A7038", "0")])
    #expect(
      decision.act
        == .contactPatient(
          PatientAnswer(
            [
              SupplyAnswer(code: "A7030", units: 1), SupplyAnswer(code: "A7031", units: 3),
              SupplyAnswer(code: "A7038", units: 0),
            ], requestedBy: "the patient")))
  }

  @Test(
    "leads to the field that is wrong",
    arguments: [
      (.note, "26463774", .note, "   "), (.deferred, "26463774", .followUp, "nonsense"),
      (.deferred, "26463774", .followUp, "today"), (.deferred, "26463774", .followUp, "8d"),
      (.transferPatient, "26463801", .amount, "12.345"),
      (.transferPatient, "26463801", .amount, "0"),
      (.transferPatient, "26463801", .amount, "100.01"), (.writeOff, "26463774", .reason, ""),
      (.resubmit, "26463774", "diagnoses", "J4"), (.resubmit, "26463774", "procedure:1", "E139"),
      (.resubmit, "26463774", "procedure:1", "E1390 RRR"), (.resubmit, "26463774", "units:1", "-1"),
      (.resubmit, "26463774", "note:1", String(repeating: "x", count: 81)),
      (.resubmit, "26463774", "ordered-by:1", "SMITH, SAM 1234567890"),
      (.calledPayer, "26462900", .status, ""), (.hold, "SO-4980", "review", "31d"),
      (.releaseHold, "SO-4980", "evidence", " "), (.attachDocument, "SO-4980", "dated", "tomorrow"),
      (.attachDocument, "SO-4980", "dated", ""),
      (.correctCharge, "SO-4980", "modifiers", "RR KX KJ Q"),
      (.correctCharge, "SO-4980", "units", "0"), (.correctCharge, "SO-4980", "amount", "-4"),
      (.correctCharge, "SO-4980", "pointers", "3"),
      (.contactPatient, "resupply", "want:A7030", "2"),
      (.contactPatient, "resupply", "want:A7030", ""), (.fulfil, "maintenance", .on, "tomorrow"),
      (.pickUp, "SO-4980", .on, ""), (.cancelOrder, "SO-5002", .note, " "),
      (.decline, "resupply", .note, ""),
    ] as [(DecisionVerb, String, DecisionField.Name, String)])
  func faults(verb: DecisionVerb, item: String, name: DecisionField.Name, text: String) throws {
    var values: [(DecisionField.Name, String)] = [(name, text)]
    if verb == .hold { values.append((.note, "charts")) }
    if verb == .contactPatient {
      values = [("want:A7030", "1"), ("want:A7031", "1"), ("want:A7038", "1")] + values
    }
    #expect {
      _ = try Self.decide(verb, on: item, values)
    } throws: { error in
      guard let fault = error as? FieldFault else { return false }
      return fault.field == name && !fault.message.isEmpty
    }
  }

  @Test("says of many items at once what is wrong with all of them")
  func manyFaults() throws {
    let many = try FormOffice.shared.get().many
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
