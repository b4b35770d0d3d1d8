import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Work that the calendar brings")
struct OrdersSpecialTests {
  private static let yes = DecisionEntry(
    taking: Decision(
      .contactPatient(
        PatientAnswer([SupplyAnswer(code: "A7030", units: 1)], requestedBy: "JANE DOE"))))

  private func supplied() throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-20")
    try test.confirm([.device("SO-1"), .mask("SO-2")])
    return test
  }

  private func rolled(_ test: TestOffice, _ day: String) throws -> TestOffice {
    let on = try test.on(day)
    try on.office.rollDay()
    return on
  }

  @Test("a resupply opens, is asked item by item, ships when due and becomes an order")
  func resupply() throws {
    let test = try supplied()
    // 90 days from 12 January end on 12 April: asked from 13 March on, shipped from 2 April on.
    let early = try rolled(test, "2026-03-12")
    #expect(try early.item("resupply", kind: "special").item.lane == .waiting)
    #expect(
      try early.refusal("resupply", kind: "special", Self.yes)?.contains("2026-03-13") == true)
    let open = try rolled(test, "2026-03-13")
    #expect(try open.item("resupply", kind: "special").item.lane == .work)
    let fulfil = { (test: TestOffice) in
      DecisionEntry(.fulfil, ["on": test.office.today.description])
    }
    #expect(try open.refusal("resupply", kind: "special", fulfil(open)) != nil)
    let many = DecisionEntry(
      taking: Decision(
        .contactPatient(
          PatientAnswer([SupplyAnswer(code: "A7030", units: 2)], requestedBy: "JANE DOE"))))
    #expect(try open.refusal("resupply", kind: "special", many)?.contains("limit allows 1") == true)
    try open.decide("resupply", kind: "special", Self.yes)
    #expect(try open.item("resupply", kind: "special").item.lane == .waiting)

    let before = try rolled(test, "2026-04-01")
    #expect(
      try before.refusal("resupply", kind: "special", fulfil(before))?
        .contains("Not before 2026-04-02") == true)
    let due = try rolled(test, "2026-04-02")
    #expect(try due.item("resupply", kind: "special").item.lane == .work)
    try due.decide("resupply", kind: "special", fulfil(due))
    let order = try due.office.order(try due.office.order(numbered: "S-1"))
    #expect(order.order.standing == .delivered)
    #expect(order.order.delivery.shippedOn == Day("2026-04-02"))
    #expect(
      order.order.lines.map { "\($0.procedure.description) x\($0.deliveredUnits) \($0.unitCharge)" }
        == ["A7030 NU KX x1 $180.00"])
    #expect(order.documents.contains { $0.content.kind == .refillRequest })
    #expect(try due.isInQueue("S-1", kind: "order"))
    try due.isSound()
    // A shipment is proven by what the carrier says.
    try due.decide(
      "S-1", kind: "order",
      DecisionEntry(
        taking: Decision(
          .attachDocument(
            DocumentDraft(
              kind: .proofOfDelivery, dated: due.office.today, signedOn: due.office.today,
              signer: "CARRIER")))))
    try due.decide("S-1", kind: "order", DecisionEntry(.confirm))
    let charges = try due.charges(of: "S-1")
    #expect(charges == ["A7030 NU KX x1 2026-04-02 to 2026-06-30 $180.00 ready"])
    try due.isSound()
  }

  @Test("the units that were delivered are what the order says and what is charged")
  func units() throws {
    let test = try TestOffice(today: "2026-01-20")
    // Six filters in 90 days (domain reference 7.3): twelve for half a year.
    let filters = SampleOrder.mask(
      "SO-2",
      [
        "hcpcs": "A7038", "delivered_quantity": "12", "days_supplied": "180",
        "unit_charge": "5.00",
      ])
    try test.confirm([.device("SO-1"), filters])
    let due = try rolled(test, "2026-07-01")
    #expect(
      try due.item("resupply", kind: "special").special?.work.due.items.map(\.units) == [12])
    try due.decide(
      "resupply", kind: "special",
      DecisionEntry(.contactPatient, ["want:A7038": "12", "by": "JANE DOE"]))
    let refusal = try due.refusal(
      "resupply", kind: "special", DecisionEntry(.fulfil, ["want:A7038": "13"]))
    #expect(refusal?.contains("limit allows 12") == true)
    try due.decide("resupply", kind: "special", DecisionEntry(.fulfil, ["want:A7038": "2"]))
    let order = try due.office.order(try due.office.order(numbered: "S-1"))
    #expect(order.order.lines.map(\.deliveredUnits) == [2])
    try due.decide(
      "S-1", kind: "order",
      DecisionEntry(
        .attachDocument, ["kind": "proof-of-delivery", "dated": "2026-07-01", "signer": "CARRIER"]))
    try due.decide("S-1", kind: "order", DecisionEntry(.confirm))
    let charges = try due.office.order(try due.office.order(numbered: "S-1")).charges.map(\.charge)
    #expect(charges.map(\.units) == [2])
    #expect(charges.map(\.amount) == [Cents(1000)])
    #expect(
      try due.texts("SELECT detail FROM activity WHERE verb = 'fulfil'")
        == ["on 2026-07-01, 2 A7038"])
    try due.isSound()
  }

  @Test("a maintenance visit is charged once its ticket is there")
  func maintenance() throws {
    let test = try TestOffice(today: "2026-01-20")
    let oxygen = SampleOrder.device(
      "SO-1",
      [
        "hcpcs": "E1390", "modifiers": "RR N1", "unit_charge": "150.00",
        "first_rental_month": "36", "diagnoses": "J44.9", "sleep_study_date": "",
      ])
    try test.confirm([oxygen])
    let test2 = try rolled(test, "2026-08-20")
    let item = try test2.item("maintenance", kind: "special")
    guard let detail = item.special else {
      Issue.record("no work")
      return
    }
    #expect(detail.refusal?.contains("Delivery ticket") == true)
    #expect(detail.evidence.map(\.kind) == [.deliveryTicket])
    let visit = try #require(Day("2026-08-18"))
    let fulfil = DecisionEntry(.fulfil, ["on": test2.office.today.description])
    #expect(try test2.refusal("maintenance", kind: "special", fulfil) != nil)
    try test2.decide(
      "maintenance", kind: "special",
      DecisionEntry(
        taking: Decision(
          .attachDocument(
            DocumentDraft(kind: .deliveryTicket, dated: visit, signedOn: visit, signer: "J DOE")))))
    try test2.decide("maintenance", kind: "special", fulfil)
    let order = try test2.office.order(try test2.office.order(numbered: "S-1"))
    #expect(order.order.lines.map(\.procedure.description) == ["E1390 MS"])
    #expect(order.order.delivery.servedOn == visit)
    try test2.isSound()
  }

  @Test("a trial is open until visit and usage are there, and releases month 4")
  func trial() throws {
    let test = try supplied()
    let early = try rolled(test, "2026-02-10")
    #expect(try early.item("pap-trial", kind: "special").item.lane == .waiting)
    let open = try rolled(test, "2026-04-09")
    #expect(try open.item("pap-trial", kind: "special").item.lane == .work)
    for draft in [
      DocumentDraft(kind: .usageReport, dated: Day("2026-04-01"), value: 81),
      DocumentDraft(kind: .faceToFace, dated: Day("2026-03-20"), signer: "SAM ALDER"),
    ] {
      try open.decide(
        "pap-trial", kind: "special", DecisionEntry(taking: Decision(.attachDocument(draft))))
    }
    #expect(!(try open.isInQueue("pap-trial", kind: "special")))
    let april = try rolled(test, "2026-04-12")
    #expect(try april.charges(of: "SO-1").filter { $0.contains(" held") } == [])
    #expect(try april.charges(of: "SO-1").count == 4)
    try april.isSound()
  }

  @Test("an authorization that ends is work from 30 days before")
  func authorization() throws {
    let test = try TestOffice(today: "2026-01-20")
    try test.confirm([
      .device(
        "SO-1",
        [
          "authorization_number": "PA100", "authorization_from": "2026-01-01",
          "authorization_through": "2026-04-30",
        ])
    ])
    let early = try rolled(test, "2026-03-31")
    #expect(try early.item("authorization-renewal", kind: "special").item.lane == .waiting)
    let open = try rolled(test, "2026-04-01")
    let item = try open.item("authorization-renewal", kind: "special")
    #expect(item.item.lane == .work)
    #expect(item.item.reason.contains("2026-04-30"))
    try open.decide(
      "authorization-renewal", kind: "special",
      DecisionEntry(
        taking: Decision(
          .attachDocument(
            DocumentDraft(
              kind: .authorization, dated: open.office.today,
              valid: Validity(from: Day("2026-05-01"), through: Day("2026-12-31")), number: "PA101")
          ))))
    try open.isSound()
  }

  @Test("the calendar counts the works that are kept, and the months to come")
  func calendar() throws {
    let test = try supplied()
    let board = try test.office.calendar(weeks: 8)
    #expect(board.weeks.map(\.monday).first == Day("2026-01-19"))
    #expect(board.weeks.count == 8)
    let entries = board.weeks.flatMap(\.entries)
    let works = entries.filter { $0.kind != nil }.map(\.count).reduce(0, +)
    let last = try #require(Day("2026-03-15"))
    #expect(
      try test.numbers(
        """
        SELECT count(*) FROM special_work
        WHERE (standing = 'open' OR standing = 'answered') AND due_day <= ?1
        """, .integer(Int64(last.rawValue))) == [Int64(works)])
    let months = entries.filter { $0.kind == nil }
    #expect(months.flatMap { $0.first.map(\.on.description) } == ["2026-02-12", "2026-03-12"])
    #expect(months.map(\.expected).total() == Cents(24_000))
  }

  @Test("a day rolled again changes no table at all")
  func idempotent() throws {
    let test = try supplied()
    try test.confirm([
      .device("SO-5", SampleOrder.patient(5).merging(["sleep_study_date": ""]) { $1 })
    ])
    for day in ["2026-02-12", "2026-03-14", "2026-05-01", "2026-07-12"] {
      let on = try rolled(test, day)
      let tables = try Self.tables(on)
      #expect(try on.office.rollDay() == 0)
      #expect(try Self.tables(on) == tables)
      // The same again by whoever comes first tomorrow, with the day not moved on.
      try on.database.write { try $0.run("DELETE FROM setting WHERE name = 'day rolled'") }
      try on.office.rollDay()
      #expect(try Self.tables(on) == tables, "\(day)")
      try on.isSound()
    }
  }

  /// Everything that a day may touch, row by row.
  private static func tables(_ test: TestOffice) throws -> [String: [String]] {
    let parts = [
      ("charge", "standing, from_day, amount_cents, modifiers, row_version"),
      ("hold", "reason, edit, released_day, evidence"),
      ("rental", "is_withdrawn, picked_up_day"),
      ("special_work", "kind, due_day, standing, opens_day"),
      ("special_item", "special_id, code, units"), ("posting", "account, amount_cents"),
      ("journal_entry", "cause"), ("order_problem", "cause"),
      ("work_item", "queue, lane, tier, reason_code, row_version"),
    ]
    var tables: [String: [String]] = [:]
    for (table, columns) in parts {
      tables[table] = try test.texts(
        "SELECT json_array(\(columns)) FROM \(table) ORDER BY 1")
    }
    return tables
  }

  @Test("a repair is opened for what the patient owns, and charged only with its delivery ticket")
  func repair() throws {
    let test = try TestOffice()
    try test.confirm([.shoes("SO-3"), .device("SO-1")])
    func entry(_ number: String, _ code: String) throws -> RepairEntry {
      RepairEntry(
        order: try test.office.order(numbered: number), code: code, complaint: "the sole is loose",
        labourMinutes: 40)
    }
    let item = try #require(try test.office.openRepair(try entry("SO-3", "A5500")))
    guard let special = try test.office.item(item).special else {
      Issue.record("the item is no special work")
      return
    }
    #expect(special.work.due.items.map(\.units) == [3])
    #expect(special.work.due.kind == .repair)
    #expect(special.refusal?.contains("Delivery ticket") == true)
    #expect(throws: Refusal.self) { try test.office.openRepair(try entry("SO-1", "E0601")) }
    // The same call again is the same piece of work.
    #expect(try test.office.openRepair(try entry("SO-3", "A5500")) == item)
    try test.isSound()
  }
}
