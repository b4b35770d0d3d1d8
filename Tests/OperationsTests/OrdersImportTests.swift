import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Importing orders")
struct OrdersImportTests {
  @Test("a file adds its orders once: the same bytes again do nothing")
  func again() throws {
    let test = try TestOffice()
    let bytes = SampleOrder.file([.device(), .mask()])
    let first = try test.take(bytes, "orders.csv")
    #expect(first.outcome == .applied)
    #expect(first.ordersAdded == 2)
    let state = try OfficeState(test)
    let second = try test.take(bytes, "orders-again.csv")
    #expect(second.outcome == .alreadyApplied)
    #expect(second.ordersAdded + second.ordersUpdated == 0)
    try test.isAs(state)
    #expect(try test.queue(.orderConfirmation) == ["order SO-1 ready", "order SO-2 ready"])
    try test.isSound()
  }

  @Test("a new export changes what differs and doubles nothing")
  func export() throws {
    let test = try TestOffice()
    try test.take(orders: [.device(), .mask()])
    let report = try test.take(orders: [.device(), .mask("SO-2", ["unit_charge": "190.00"])])
    #expect((report.ordersAdded, report.ordersUpdated, report.ordersUnchanged) == (0, 1, 1))
    #expect(try test.office.orders(OrderQuery()).count == 2)
    let mask = try test.office.order(try test.office.order(numbered: "SO-2"))
    #expect(mask.order.lines.map(\.unitCharge) == [Cents(19_000)])
    #expect(mask.documents.count == 2)
    #expect(try test.item("SO-2", kind: "order").item.balance == Cents(19_000))
    try test.isSound()
  }

  @Test("a corrected name takes the documents of its order along")
  func renamed() throws {
    let test = try TestOffice()
    try test.take(orders: [.device()])
    let id = try test.office.order(numbered: "SO-1")
    let before = try test.office.order(id).documents.map(\.content)
    #expect(before.count > 1)
    try test.take(orders: [.device("SO-1", ["patient_last_name": "DOUGH"])])
    let after = try test.office.order(id)
    #expect(after.order.patient.lastName == "DOUGH")
    #expect(after.documents.map(\.content) == before)
    try test.isSound()
  }

  @Test("what a new export says of a confirmed or cancelled order is told, and changes nothing")
  func fixed() throws {
    let test = try TestOffice()
    try test.confirm([.device()])
    try test.take(orders: [.mask()])
    try test.decide("SO-2", kind: "order", DecisionEntry(.cancelOrder, ["note": "never delivered"]))
    let state = try OfficeState(test)
    let changed: [SampleOrder] = [
      .device("SO-1", ["unit_charge": "130.00"]), .mask("SO-2", ["unit_charge": "190.00"]),
    ]
    let report = try test.take(orders: changed)
    #expect((report.ordersAdded, report.ordersUpdated, report.ordersUnchanged) == (0, 0, 2))
    #expect(
      report.problems.map { "\($0.place.segment) \($0.message)" } == [
        "2 order SO-1 is confirmed and says something else now; nothing was changed: correct its "
          + "charges",
        "3 order SO-2 is cancelled and says something else now; nothing was changed: correct its "
          + "charges",
      ])
    #expect(report.problems.allSatisfy { !$0.isError })
    try test.isAs(state)
    try test.isSound()
  }

  @Test("who the patient and the payer of a confirmed order are can still be put right")
  func corrected() throws {
    let test = try TestOffice()
    // A number that nobody has passes the door, and is held in an office that is no sample.
    try test.confirm([.device("SO-1", ["primary_member_id": "1S00GP8HR19"])])
    let held = try test.office.order(try test.office.order(numbered: "SO-1"))
    #expect(held.charges.allSatisfy { $0.holds.contains("coverage-missing") })
    let report = try test.take(orders: [.device("SO-1", ["primary_member_id": "1EG4TE5MK73"])])
    #expect(report.ordersUpdated == 1 && report.problems.isEmpty)
    let mended = try test.office.order(try test.office.order(numbered: "SO-1"))
    #expect(mended.order.standing == .confirmed)
    #expect(mended.order.primary?.memberID == "1EG4TE5MK73")
    #expect(mended.charges.map(\.charge.id) == held.charges.map(\.charge.id))
    #expect(mended.charges.allSatisfy { !$0.holds.contains("coverage-missing") })
    try test.isSound()
  }

  @Test("a bad row refuses its order alone, with line and column")
  func badRows() throws {
    let test = try TestOffice()
    let report = try test.office.importBytes(
      SampleOrder.file([
        .device(), .mask("SO-2", ["unit_charge": "lots"]), .shoes("SO-3", ["delivered": "soon"]),
        .mask("SO-4"),
      ]), name: "orders.csv")
    #expect(report.outcome == .partlyApplied)
    #expect(report.ordersAdded == 2)
    #expect(
      report.problems.filter(\.isError).map { "\($0.place.segment) \($0.place.element)" }
        == ["3 unit_charge", "4 delivered"])
    #expect(try test.queue(.orderConfirmation).count == 2)
    let files = try test.texts("SELECT summary FROM file")
    #expect(files == ["orders: 2 new, 2 errors"])
    let all = try test.office.importBytes(
      SampleOrder.file([.mask("SO-5", ["hcpcs": ""])]), name: "bad.csv")
    #expect(all.outcome == .refused)
    try test.isSound()
  }

  @Test("an import that was killed goes on where it stopped")
  func killed() throws {
    let orders = (1...95).map {
      SampleOrder.device("SO-\($0)", SampleOrder.patient($0))
    }
    let whole = try TestOffice()
    try whole.take(orders: orders)
    let path = try #require(
      try Scratch.files([(name: "orders.csv", bytes: SampleOrder.file(orders))]).first)
    for stop in 1...2 {
      let test = try TestOffice()
      var steps = -1
      let first = try test.office.importFiles([path]) { _ in
        steps += 1
        return steps < stop
      }
      #expect(first.map(\.ordersAdded) == [40 * stop])
      #expect(try test.office.check().problems.count == 1)
      let second = try test.office.importFiles([path])
      #expect(second.map(\.ordersAdded) == [95 - 40 * stop])
      #expect(second.map(\.outcome) == [.applied])
      try test.isAs(try OfficeState(whole))
      try test.isSound()
      #expect(try test.office.importFiles([path]).map(\.outcome) == [.alreadyApplied])
    }
  }

  @Test("orders meet the patient and the payer of a claim file, whichever came first")
  func samePatient() throws {
    for claimsFirst in [true, false] {
      let test = try TestOffice()
      let claims = SampleFiles.claims([.machine()])
      if claimsFirst { try test.take(claims) }
      try test.take(orders: [.device(), .mask()])
      if !claimsFirst { try test.take(claims) }
      #expect(try test.numbers("SELECT count(*) FROM patient") == [1])
      #expect(try test.texts("SELECT name FROM payer WHERE id > 0") == [SamplePayer.medicare.name])
      #expect(try test.numbers("SELECT count(DISTINCT patient_id) FROM sales_order") == [1])
      try test.isSound()
    }
  }

  @Test("an order that nothing was delivered of waits for its delivery")
  func undelivered() throws {
    let test = try TestOffice()
    let open = ["delivered": "", "pod_date": "", "pod_signer": ""]
    try test.take(orders: [.device("SO-1", open)])
    #expect(!(try test.isInQueue("SO-1", kind: "order")))
    try test.isSound()
    try test.take(orders: [.device()])
    #expect(try test.queue(.orderConfirmation) == ["order SO-1 ready"])
    try test.isSound()
  }

  @Test("an order typed on the screen is saved like one of a file, or says what is wrong")
  func typed() throws {
    let test = try TestOffice()
    var items = [SampleOrder.mask().cells]
    items[0]["unit_charge"] = ""
    let entered = try test.office.saveOrder(items)
    #expect(entered.id == nil)
    #expect(entered.problems.contains { $0.isError && $0.column == "unit_charge" })
    #expect(try test.office.orders(OrderQuery()).count == 0)
    try test.confirm([.device()])
    items = [SampleOrder.device("SO-1", ["unit_charge": "99.00"]).cells]
    #expect(throws: Refusal.self) { try test.office.saveOrder(items) }
    try test.isSound()
  }
}
