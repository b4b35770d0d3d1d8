import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Refunds of credits")
struct RefundTests {
  /// Medicare paid 78.40 twice: the second payment stands as a credit, identified on Jan 15, 2026.
  private func paidTwice() throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine(), .machine("A1003").of("1EG4TE5MK75")]))
    try test.take(SampleFiles.remittance([.machine()]))
    try test.take(SampleFiles.remittance([.machine()], trace: "EFT0002", date: "20260115"))
    try test.decide("A1001", kind: "remit-claim", DecisionEntry(.post))
    return test
  }

  private func step(
    _ word: String, _ more: [DecisionField.Name: String] = [:]
  ) -> DecisionEntry {
    DecisionEntry(.refund, more.merging([.step: word]) { first, _ in first })
  }

  private func credit(_ test: TestOffice) throws -> CreditDetail {
    try #require(try test.item("A1001", kind: "credit").credit)
  }

  @Test("a credit says whose it is, why, from what, and by when it must be given back")
  func page() throws {
    let test = try paidTwice()
    let credit = try credit(test)
    #expect(credit.owner == "SAMPLE MEDICARE DME")
    #expect(credit.amount == Cents(7840))
    #expect(credit.likelyCause == .duplicatePayment)
    #expect(credit.identifiedOn == Day("2026-01-15"))
    // Sixty days are Mar 16, 2026, a Monday.
    #expect(credit.dueOn == Day("2026-03-16"))
    #expect(credit.sources.map(\.amount).total() == Cents(-7840))
    #expect(credit.sources.compactMap(\.traceNumber).contains("EFT0002"))
  }

  @Test("asked for, approved by another, sent with its number: the credit goes, and comes back")
  func refunded() throws {
    let test = try paidTwice()
    let lead = try test.on(user: "mruiz")
    #expect(
      try test.refusal("A1001", kind: "credit", step("sent", ["number": "4711"]))?
        .contains("Ask for its refund") == true)
    #expect(
      try test.refusal("A1001", kind: "credit", step("request", [.amount: "78.41"]))?
        .contains("Only $78.40") == true)
    try test.decide("A1001", kind: "credit", step("request"))
    let asked = try test.item("A1001", kind: "credit")
    #expect(asked.item.lane == .lead, "nobody is handed it who could only wait")
    #expect(asked.credit?.stage == "requested")
    #expect(
      try test.refusal("A1001", kind: "credit", step("approve"))?
        .contains("another person") == true)
    #expect(
      try test.refusal("A1001", kind: "credit", step("sent", ["number": "4711"]))?
        .contains("not approved") == true)
    try lead.decide("A1001", kind: "credit", step("approve"))
    #expect(try credit(test).approvedBy == "mruiz")
    #expect(try test.refusal("A1001", kind: "credit", step("sent"))?.contains("number") == true)
    let before = try OfficeState(test)
    try test.decide("A1001", kind: "credit", step("sent", ["number": "4711", .on: "2026-01-19"]))
    #expect(try test.isInQueue("A1001", kind: "credit") == false)
    #expect(try test.account("refund") == -7840)
    #expect(try test.balances("A1001").map { $0[0] } == [0, 0])
    try test.isSound()
    let after = try OfficeState(test)
    _ = try test.office.undo()
    try test.isAs(before, "sent and undone")
    try test.isSound()
    _ = try test.office.redo()
    try test.isAs(after, "sent once more")
    try test.isSound()
    // What the books say was given back is what somebody decided; it stands on two lines.
    try test.database.write {
      try $0.runScript(
        """
        DROP TRIGGER posting_is_kept;
        UPDATE posting SET amount_cents = amount_cents + 1 WHERE account = 'refund'
          AND entry_id = (SELECT max(entry_id) FROM posting WHERE account = 'refund')
        """)
    }
    #expect(
      try test.office.check().problems.contains {
        $0 == "refund: decisions come to -$78.40, -$78.38 is posted"
      })
  }

  @Test("a refused request is open again, with who refused it and why; each step is undone")
  func refused() throws {
    let test = try paidTwice()
    let lead = try test.on(user: "mruiz")
    let before = try OfficeState(test)
    try test.decide("A1001", kind: "credit", step("request"))
    _ = try test.office.undo()
    try test.isAs(before, "asked and undone")
    try test.decide("A1001", kind: "credit", step("request"))
    #expect(try lead.refusal("A1001", kind: "credit", step("refuse"))?.contains("why") == true)
    try lead.decide("A1001", kind: "credit", step("refuse", [.note: "the payer recoups"]))
    let item = try test.item("A1001", kind: "credit")
    #expect(item.item.lane == .work)
    #expect(item.placement?.why.contains { $0.contains("mruiz: the payer recoups") } == true)
    #expect(
      throws: Refusal.self, "another one judged it since", performing: { try test.office.undo() })
    _ = try lead.office.undo()
    #expect(try credit(test).stage == "requested")
    try test.isSound()
  }

  @Test(
    "an investigation suspends the sixty days, until it ends and for 180 days at most",
    arguments: [
      // Begun on Jan 20 (5 days used), concluded on Feb 19: 30 days more.
      ("2026-02-19", "2026-04-15"),
      // Never more than until day 180, which is Jul 14: 175 days more.
      ("2026-09-30", "2026-09-04"),
    ])
  func investigated(concluded: String, due: String) throws {
    let test = try paidTwice()
    try test.decide("A1001", kind: "credit", step("investigate", [.on: "2026-01-20"]))
    let item = try test.item("A1001", kind: "credit")
    #expect(item.item.lane == .waiting)
    #expect(item.credit?.stage == "investigated")
    #expect(item.credit?.dueOn == Day("2026-09-04"), "at the latest")
    #expect(try test.refusal("A1001", kind: "credit", step("investigate"))?.isEmpty == false)
    let later = try test.on(concluded)
    try later.office.rollDay()
    try later.decide("A1001", kind: "credit", step("request"))
    #expect(try credit(later).dueOn == Day(due))
    // A slow count of the days, beside the rules.
    let identified = try #require(Day("2026-01-15"))
    var used = 0
    var day = identified
    let conclusion = try #require(Day(concluded))
    let begun = try #require(Day("2026-01-20"))
    while used < 60 {
      let isSuspended = day >= begun && day < conclusion && day - identified < 180
      day = day.adding(days: 1)
      if !isSuspended { used += 1 }
    }
    #expect(try #require(Day(due)) <= day)
    #expect(day - (try #require(Day(due))) < 4, "safe is the business day before it")
    try later.isSound()
  }

  @Test("a payer that takes it back is waited for, and its recovery closes the credit")
  func recouped() throws {
    let test = try paidTwice()
    try test.decide("A1001", kind: "credit", step("recoup"))
    let waiting = try test.item("A1001", kind: "credit")
    #expect(waiting.item.lane == .waiting)
    #expect(waiting.credit?.stage == "recoupment")
    try test.take(
      SampleFiles.remittances(
        [
          SampleRemittance(
            trace: "EFT0003", claims: [.machine("A1003", member: "1EG4TE5MK75")],
            provider: [("WO:26005000100001", 7840)], date: "20260118")
        ], interchange: 503))
    try test.decide("EFT0003", kind: "remittance", DecisionEntry(.post))
    let recovery = try test.itemID("26005000100001", kind: "provider-balance")
    try test.decide(recovery, DecisionEntry(.applyBalance))
    #expect(try test.isInQueue("A1001", kind: "credit") == false)
    #expect(try test.account("recoupment") == 0)
    try test.isSound()
    _ = try test.office.undo()
    #expect(try credit(test).stage == "recoupment", "it is awaited again")
    try test.isSound()
  }

  @Test("a credit pays another claim of the payer, and no claim of another one")
  func transferred() throws {
    let test = try paidTwice()
    let other = try test.numbers("SELECT id FROM claim WHERE control_number = 'A1003'")
    let entry = step("transfer", [.match: "\(other[0])", .amount: "50"])
    let before = try OfficeState(test)
    try test.decide("A1001", kind: "credit", entry)
    #expect(try test.balances("A1003").map { $0[0] }.reduce(0, +) == 38_000 - 5000)
    #expect(try credit(test).amount == Cents(2840))
    try test.isSound()
    _ = try test.office.undo()
    try test.isAs(before)
    #expect(
      try test.refusal("A1001", kind: "credit", step("transfer", [.match: "999", .amount: "1"]))?
        .contains("no such claim") == true)
    let own = try test.numbers("SELECT id FROM claim WHERE control_number = 'A1001'")
    #expect(
      try test.refusal(
        "A1001", kind: "credit", step("transfer", [.match: "\(own[0])", .amount: "1"]))?
        .contains("itself") == true)
  }
}

extension PaidClaim {
  /// The usual answer for another member.
  static func machine(_ control: String, member: String) -> PaidClaim {
    var claim = PaidClaim.machine(control)
    claim.member = member
    claim.payerNumber = "26005000100009"
    return claim
  }
}
