import Billing
import Cells
import Desk
import Testing

@testable import Workstation

@Suite("A filled-in form of the order side")
struct OrderDetailsReaderTests {
  private static let settings = WorkstationSettings(user: "tlee", today: FakeData.today)

  private static func read(
    _ verb: DecisionVerb, on item: Int64, _ values: [(FormField.Name, String)]
  ) throws(FormReader.Complaint) -> DecisionDetails {
    var office = FakeData.office(named: "orders", user: "tlee", isSupervisor: false)
    let id = WorkItemID(item)
    guard case .item(let detail) = office.answer(.item(id)) else { return .none }
    let factory = FormFactory(settings: settings, billers: ["mkim"])
    var form = DecisionForm(
      verb: verb, target: .one(detail.item, fence: nil), detail: detail, resultCode: "",
      fields: factory.fields(verb, item: detail.item, detail: detail, option: nil))
    for (name, text) in values {
      guard let index = form.fields.firstIndex(where: { $0.name == name }) else {
        Issue.record("the form has no field \(name)")
        continue
      }
      form.fields[index].set(text)
      if text.isEmpty { form.fields[index].field.setText("") }
    }
    return try FormReader(
      form: form, today: FakeData.today, holdReasons: settings.holdReasons
    ).decision().details
  }

  @Test("says the cause and the team of a returned order")
  func returned() throws {
    #expect(
      try Self.read(.returnOrder, on: 102, [(.note, "six boxes")])
        == .problem(.quantityMismatch, .fulfilment))
  }

  @Test("says all of a hold")
  func hold() throws {
    let details = try Self.read(
      .hold, on: 111,
      [
        (.holdReason, "audit"), (.team, "respiratory"), (.owner, ""), (.dated, "2w"),
        (.scope, "all"), (.note, "charts"),
      ])
    #expect(
      details
        == .hold(
          HoldEntry(
            type: .manual, reason: "audit", detail: "charts", team: .respiratory, owner: nil,
            reviewOn: FakeData.today.adding(days: 14), isForAgreement: true)))
  }

  @Test("releases one hold of this month, or all of all months")
  func release() throws {
    #expect(
      try Self.read(.releaseHold, on: 111, [(.evidence, "in the chart")])
        == .release(HoldID(1), allMonths: false, evidence: "in the chart"))
    #expect(
      try Self.read(.releaseHold, on: 111, [(.held, ""), (.scope, "all"), (.evidence, "x")])
        == .release(nil, allMonths: true, evidence: "x"))
  }

  @Test("reads a document with its dates")
  func document() throws {
    let details = try Self.read(
      .attachDocument, on: 112,
      [
        (.dated, "nov 2"), (.number, "AUTH-77"), (.codes, "e0601, a7030"), (.granted, "3"),
        (.validFrom, "nov 1"),
        (.validThrough, "jun 30"), (.fileReference, "scan 12"),
      ])
    #expect(
      details
        == .document(
          DocumentDraft(
            kind: .authorization, dated: Day("2026-11-02"), validFrom: Day("2026-11-01"),
            validThrough: Day("2027-06-30"),
            codes: ["E0601", "A7030"], number: "AUTH-77", unitsGranted: 3,
            fileReference: "scan 12")))
  }

  @Test("names what was corrected in a charge, and only that")
  func correction() throws {
    let details = try Self.read(
      .correctCharge, on: 111,
      [
        (.modifiers, "rr-kx"), (.chargeAmount, "260"), (.serial, ""), (.pointers, "2 1"),
        (.through, "nov 9"),
      ])
    #expect(
      details
        == .charge([
          .modifiers(["RR", "KX"]), .amount(Cents(26_000)), .serialNumber(""),
          .service(
            from: FakeData.today.adding(days: -41), through: FakeData.today.adding(days: -12)),
          .diagnosisPointers([2, 1]),
        ]))
  }

  @Test("asks for every item of a resupply")
  func contact() throws {
    let details = try Self.read(
      .contactPatient, on: 131,
      [(.supply(item: 0), "1"), (.supply(item: 1), "0"), (.supply(item: 2), "1")])
    #expect(
      details
        == .answers(
          [
            SupplyAnswer(code: "A7030", units: 1), SupplyAnswer(code: "A7038", units: 0),
            SupplyAnswer(code: "A7035", units: 1),
          ], requestedBy: "the patient"))
  }

  @Test("says the day and the units of what was done")
  func fulfilment() throws {
    #expect(
      try Self.read(.fulfil, on: 132, [(.happenedOn, "nov 19")])
        == .fulfilment(
          on: FakeData.today.adding(days: -2), [SupplyAnswer(code: "E1390", units: 1)]))
    #expect(try Self.read(.pickUp, on: 132, []) == .pickup(FakeData.today))
  }

  @Test(
    "points at the field that is wrong",
    arguments: [
      (.returnOrder, 102, .note, " "), (.hold, 111, .dated, "45d"), (.hold, 111, .dated, "today"),
      (.hold, 111, .dated, "nonsense"), (.releaseHold, 111, .evidence, " "),
      (.attachDocument, 111, .dated, "tomorrow"), (.attachDocument, 111, .dated, "2026-02-30"),
      (.attachDocument, 111, .codes, "E06"), (.attachDocument, 111, .granted, "many"),
      (.attachDocument, 111, .granted, "99999999999999999999"),
      (.correctCharge, 111, .modifiers, "RR KX KJ Q"), (.correctCharge, 111, .chargeUnits, "0"),
      (.correctCharge, 111, .chargeAmount, "-4"), (.correctCharge, 111, .through, "2020-01-01"),
      (.correctCharge, 111, .pointers, "3"),
      (.correctCharge, 111, .narrative, String(repeating: "x", count: 81)),
      (.contactPatient, 131, .supply(item: 0), "2"), (.contactPatient, 131, .supply(item: 0), ""),
      (.fulfil, 132, .happenedOn, "tomorrow"), (.pickUp, 132, .happenedOn, ""),
    ] as [(DecisionVerb, Int64, FormField.Name, String)])
  func complains(verb: DecisionVerb, item: Int64, name: FormField.Name, text: String) {
    do throws(FormReader.Complaint) {
      var values = [(name, text)]
      if case .attachDocument = verb, name != .dated { values.append((.dated, "nov 3")) }
      let details = try Self.read(verb, on: item, values)
      Issue.record("read as \(details)")
    } catch {
      #expect(error.field == name)
      #expect(!error.text.isEmpty)
    }
  }
}
