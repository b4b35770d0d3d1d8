import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Undo and redo of orders, charges and special work")
struct OrdersUndoTests {
  /// Something of everything: an order to confirm, a held charge, a ready one, special work.
  private func office(_ today: String = "2026-03-20") throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-20", user: "boss", isSupervisor: true)
    try test.confirm([
      .device("SO-1"), .mask("SO-2"),
      .device("SO-5", SampleOrder.patient(5).merging(["sleep_study_date": ""]) { $1 }),
    ])
    try test.take(orders: [.shoes("SO-3", SampleOrder.patient(3))])
    let later = try test.on(today, user: "boss", isSupervisor: true)
    try later.office.rollDay()
    return later
  }

  @Test("undo is as before and redo as after, for every decision")
  func identity() throws {
    let day = try #require(Day("2026-03-30"))
    let study = DocumentDraft(
      kind: .sleepStudy, dated: Day("2025-12-01"), signer: "LABORATORY")
    let entry = HoldEntry(reason: "patient-dispute", team: .billing, reviewOn: day)
    var wide = entry
    wide.isForAgreement = true
    let cases: [(reference: String, kind: String, decision: DecisionEntry)] = [
      ("SO-3", "order", DecisionEntry(.confirm)),
      ("SO-3", "order", DecisionEntry(.returnOrder, ["cause": "price", "team": "intake"])),
      ("SO-3", "order", DecisionEntry(.cancelOrder, ["note": "double"])),
      ("SO-3", "order", DecisionEntry(taking: Decision(.attachDocument(study)))),
      ("SO-3", "order", DecisionEntry(.followUp, ["follow-up": day.description])),
      ("SO-3", "order", DecisionEntry(.assign, ["to": "mruiz"])),
      ("SO-5", "charge", DecisionEntry(taking: Decision(.attachDocument(study)))),
      ("SO-5", "charge", DecisionEntry(.requestDocuments)),
      ("SO-5", "charge", DecisionEntry(.escalate, ["note": "odd"])),
      ("SO-1", "charge", DecisionEntry(taking: Decision(.hold(entry)))),
      ("SO-1", "charge", DecisionEntry(taking: Decision(.hold(wide)))),
      (
        "SO-1", "charge",
        DecisionEntry(
          taking: Decision(
            .correctCharge([.amount(Cents(11_500)), .narrative("REPLACES A DAMAGED ONE")])))
      ),
      (
        "SO-1", "charge",
        DecisionEntry(.withdrawCharge, ["note": "never billed", "reason": "ERROR"])
      ),
      ("resupply", "special", DecisionEntry(taking: Decision(.attachDocument(study)))),
      (
        "resupply", "special",
        DecisionEntry(.deferred, ["note": "x", "follow-up": day.description])
      ),
    ]
    for (reference, kind, decision) in cases {
      let name = "\(decision.verb) \(reference)"
      let test = try office()
      try test.isSound()
      let before = try OfficeState(orders: test)
      try test.decide(reference, kind: kind, decision)
      try test.isSound()
      let after = try OfficeState(orders: test)
      #expect(!after.differences(to: before).isEmpty, "\(name)")
      for _ in 1...2 {
        _ = try test.office.undo()
        try test.isAs(orders: before, name)
        try test.isSound()
        _ = try test.office.redo()
        try test.isAs(orders: after, name)
        try test.isSound()
      }
    }
  }

  @Test("a resupply is taken back step by step: the order, the refusal, the answer")
  func resupply() throws {
    let asked = try office()
    let open = try OfficeState(orders: asked)
    try asked.decide(
      "resupply", kind: "special",
      DecisionEntry(
        taking: Decision(
          .contactPatient(
            PatientAnswer([SupplyAnswer(code: "A7030", units: 1)], requestedBy: "JANE DOE")))))
    let answered = try OfficeState(orders: asked)
    try asked.decide("resupply", kind: "special", DecisionEntry(.decline, ["note": "moved"]))
    _ = try asked.office.undo()
    try asked.isAs(orders: answered)

    let due = try asked.on("2026-04-03", user: "boss", isSupervisor: true)
    try due.office.rollDay()
    let before = try OfficeState(orders: due)
    let fulfil = DecisionEntry(.fulfil, ["on": due.office.today.description])
    try due.decide("resupply", kind: "special", fulfil)
    #expect(try due.isInQueue("S-1", kind: "order"))
    try due.isSound()
    let done = try OfficeState(orders: due)
    _ = try due.office.undo()
    #expect(!(try due.isInQueue("S-1", kind: "order")))
    try due.isAs(orders: before)
    try due.isSound()
    for _ in 1...2 {
      _ = try due.office.redo()
      try due.isAs(orders: done)
      try due.isSound()
      _ = try due.office.undo()
      try due.isAs(orders: before)
      try due.isSound()
    }

    let again = try office()
    try again.isAs(orders: open)
  }

  @Test("a confirmation is taken back with the months that the calendar charged since")
  func monthsSince() throws {
    let test = try TestOffice()
    try test.take(orders: [.device()])
    try test.decide("SO-1", kind: "order", DecisionEntry(.confirm))
    let later = try test.on("2026-03-12")
    try later.office.rollDay()
    let after = try OfficeState(orders: later)
    #expect(try later.account("unbilled-receivable") == 36_000)
    for _ in 1...2 {
      _ = try later.office.undo()
      #expect(try later.account("unbilled-receivable") == 0)
      #expect(try later.queue(.transmission) == [])
      #expect(try later.isInQueue("SO-1", kind: "order"))
      try later.isSound()
      _ = try later.office.redo()
      try later.isAs(orders: after)
      try later.isSound()
    }
  }

  @Test("a document that was taken back and given again can be taken back again")
  func documentAgain() throws {
    let test = try office()
    let before = try OfficeState(orders: test)
    let study = DecisionEntry(
      taking: Decision(.attachDocument(DocumentDraft(kind: .sleepStudy, dated: Day("2025-12-01")))))
    for _ in 1...3 {
      try test.decide("SO-5", kind: "charge", study)
      #expect(try !OfficeState(orders: test).differences(to: before).isEmpty)
      _ = try test.office.undo()
      try test.isAs(orders: before)
    }
    try test.isSound()
  }

  @Test("a confirmation whose charge is on a claim stays")
  func billed() throws {
    let test = try TestOffice()
    try test.confirm([.device()])
    try test.sendAll()
    // The sending is newer: the confirmation is the second thing to be undone.
    try Scratch.remove(
      test.office.outbox + "/" + (Scratch.names(in: test.office.outbox).first ?? ""))
    let state = try OfficeState(orders: test)
    #expect(throws: Refusal.self) { try test.office.undo() }
    try test.isAs(orders: state)
    try test.isSound()
  }
}
