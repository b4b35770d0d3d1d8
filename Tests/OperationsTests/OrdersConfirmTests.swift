import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Confirming orders")
struct OrdersConfirmTests {
  @Test("one decision makes the charges of every kind of line, with their holds and their money")
  func charges() throws {
    let test = try TestOffice()
    try test.take(orders: [.device(), .mask(), .shoes()])
    for number in ["SO-1", "SO-2", "SO-3"] {
      #expect(try test.refusal(number, kind: "order", DecisionEntry(.confirm)) == nil)
      #expect(!(try test.isInQueue(number, kind: "order")))
    }
    #expect(
      try test.charges(of: "SO-1") == ["E0601 RR KH KX x1 2026-01-12 $120.00 ready"])
    #expect(
      try test.charges(of: "SO-2")
        == ["A7030 NU KX x1 2026-01-12 to 2026-04-11 $180.00 ready"])
    #expect(
      try test.charges(of: "SO-3") == [
        "A5500 KX RT x1 2026-01-12 $75.00 ready", "A5500 KX LT x1 2026-01-12 $75.00 ready",
      ])
    #expect(
      try test.texts(
        "SELECT code || ' ' || modifiers || ' ' || serial || ' ' || cap_months FROM rental")
        == ["E0601 RR KX SN-SO-1 13"])
    #expect(try test.account("unbilled-receivable") == 12_000 + 18_000 + 15_000)
    #expect(try test.account("revenue") == -45_000)
    #expect(try test.queue(.transmission).count == 4)
    let item = try test.item("SO-1", kind: "charge").item
    // One calendar year after the date of service (42 CFR 424.44).
    #expect(item.legal == Day("2027-01-12"))
    try test.isSound()
  }

  @Test("what an order was told is what its charges wait for")
  func told() throws {
    let test = try TestOffice()
    try test.take(orders: [
      .device(
        "SO-1",
        [
          "sleep_study_date": "", "prescriber_enrolled": "no", "swo_date": "", "swo_signed": "",
          "swo_signer": "",
        ])
    ])
    let findings = try #require(try test.item("SO-1", kind: "order").order).findings
    #expect(findings.map(\.isBlocking).allSatisfy { !$0 })
    try test.decide("SO-1", kind: "order", DecisionEntry(.confirm))
    let held = try test.texts("SELECT edit || ': ' || detail FROM hold ORDER BY id")
    #expect(held.count >= 3)
    for hold in held {
      #expect(
        findings.contains { finding in
          let message = finding.message.replacing("Item 1, E0601: ", with: "")
          return hold == "\(finding.check): \(message) \(finding.fix)"
        }, "\(hold)")
    }
    try test.isSound()
  }

  @Test("an order confirmed late has all its months at once")
  func late() throws {
    let test = try TestOffice(today: "2026-03-20")
    try test.confirm([.device()])
    #expect(
      try test.charges(of: "SO-1").map { $0.split(separator: " ").prefix(6).joined(separator: " ") }
        == [
          "E0601 RR KH KX x1 2026-01-12", "E0601 RR KI KX x1 2026-02-12",
          "E0601 RR KI KX x1 2026-03-12",
        ])
    #expect(try test.account("unbilled-receivable") == 36_000)
    try test.isSound()
  }

  @Test("an order with a finding in its way is refused with the finding, and nothing changes")
  func blocked() throws {
    let test = try TestOffice()
    try test.take(orders: [.device("SO-1", ["serial_number": ""])])
    let state = try OfficeState(test)
    let refusal = try test.refusal("SO-1", kind: "order", DecisionEntry(.confirm))
    #expect(refusal?.contains("cannot be confirmed") == true)
    #expect(refusal?.contains("serial") == true)
    #expect(try test.queue(.orderConfirmation) == ["order SO-1 serial-problem"])
    try test.isAs(state)
    try test.take(orders: [.device()])
    #expect(try test.refusal("SO-1", kind: "order", DecisionEntry(.confirm)) == nil)
    try test.isSound()
  }

  @Test("a serial number that another order gives up is free at once")
  func freed() throws {
    let test = try TestOffice()
    try test.take(orders: [
      .device("SO-1", ["serial_number": "SN-TWICE"]),
      .device("SO-2", SampleOrder.patient(2).merging(["serial_number": "SN-TWICE"]) { $1 }),
    ])
    #expect(
      Set(try test.queue(.orderConfirmation)) == [
        "order SO-1 serial-problem", "order SO-2 serial-problem",
      ])
    try test.decide("SO-2", kind: "order", DecisionEntry(.cancelOrder, ["note": "entered twice"]))
    #expect(try test.queue(.orderConfirmation) == ["order SO-1 ready"])
    try test.isSound()
  }

  @Test("a returned order is counted by its cause, comes again corrected and is confirmed")
  func returned() throws {
    let test = try TestOffice()
    let day = test.office.today
    try test.take(orders: [.device("SO-1", ["serial_number": ""]), .mask()])
    try test.decide(
      "SO-1", kind: "order",
      DecisionEntry(
        .returnOrder,
        ["note": "no serial on the ticket", "cause": "serial-problem", "team": "fulfilment"]))
    let item = try test.item("SO-1", kind: "order").item
    #expect((item.queue, item.lane) == (.orderConfirmation, .waiting))
    let report = try test.office.orderProblems(from: day, through: day)
    #expect(
      report.rows.map { "\($0.cause.rawValue) \($0.team.rawValue) \($0.found) \($0.returned)" }
        == ["serial-problem fulfilment 1 1"])
    #expect(report.rows.first?.examples.first?.hasPrefix("SO-1: ") == true)
    #expect(
      try test.office.orderProblems(
        from: day.adding(days: 1), through: day.adding(days: 9)
      ).rows == [])

    let later = try test.on("2026-01-22")
    try later.office.rollDay()
    try later.take(orders: [.device()])
    #expect(try later.item("SO-1", kind: "order").item.lane == .work)
    try later.decide("SO-1", kind: "order", DecisionEntry(.confirm))
    #expect(try later.charges(of: "SO-1").count == 1)
    try later.isSound()
  }

  @Test("a cancelled order leaves the queue and makes no charge")
  func cancelled() throws {
    let test = try TestOffice()
    try test.take(orders: [.device()])
    #expect(try test.refusal("SO-1", kind: "order", DecisionEntry(.cancelOrder)) != nil)
    try test.decide("SO-1", kind: "order", DecisionEntry(.cancelOrder, ["note": "double"]))
    #expect(!(try test.isInQueue("SO-1", kind: "order")))
    #expect(try test.charges(of: "SO-1") == [])
    try test.isSound()
  }

  @Test("an order whose confirmation was undone can be changed and confirmed again")
  func again() throws {
    let test = try TestOffice(today: "2026-03-20")
    try test.confirm([.device(), .mask()])
    _ = try test.office.undo()
    _ = try test.office.undo()
    #expect(try test.account("unbilled-receivable") == 0)
    #expect(try test.queue(.transmission) == [])
    try test.isSound()
    try test.confirm([.device("SO-1", ["unit_charge": "130.00"]), .mask()])
    #expect(try test.charges(of: "SO-1").count == 3)
    #expect(try test.charges(of: "SO-1").allSatisfy { $0.contains("$130.00 ready") })
    #expect(try test.numbers("SELECT monthly_cents FROM rental") == [13_000])
    #expect(try test.account("unbilled-receivable") == 39_000 + 18_000)
    #expect(try test.numbers("SELECT count(*) FROM charge") == [4])
    try test.isSound()
  }

  @Test("undo gives an order the standing that it had: returned, or come again since")
  func standingBefore() throws {
    let test = try TestOffice()
    let back = DecisionEntry(.returnOrder, ["cause": "price", "team": "intake"])
    try test.take(orders: [.device(), .mask()])
    for number in ["SO-1", "SO-2"] { try test.decide(number, kind: "order", back) }
    try test.decide("SO-1", kind: "order", DecisionEntry(.confirm))
    _ = try test.office.undo()
    #expect(try test.item("SO-1", kind: "order").item.reasonCode == "returned")
    try test.take(orders: [.mask("SO-2", ["unit_charge": "190.00"])])
    try test.decide("SO-2", kind: "order", DecisionEntry(.cancelOrder, ["note": "double"]))
    _ = try test.office.undo()
    #expect(try test.item("SO-2", kind: "order").item.reasonCode == "ready")
    try test.isSound()
  }

  @Test("a confirmation is not done again once the order says something else")
  func redoOfRevised() throws {
    let test = try TestOffice()
    try test.confirm([.device()])
    _ = try test.office.undo()
    try test.take(orders: [.device("SO-1", ["unit_charge": "130.00"])])
    let state = try OfficeState(test)
    #expect(throws: Refusal.self) { try test.office.redo() }
    try test.isAs(state)
    try test.isSound()
  }
}
