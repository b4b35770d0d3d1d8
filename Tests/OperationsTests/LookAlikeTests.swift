import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Remittances that look alike, and what is taken back of them")
struct LookAlikeTests {
  private static var first: SampleRemittance {
    SampleRemittance(trace: "T1", claims: [.machine(), .mask()], date: "20260110")
  }

  /// The first one with one thing changed.
  private static let changes:
    [(
      name: String, change: @Sendable (inout SampleRemittance) -> Void, answer: LookAlikeAnswer
    )] = [
      ("its originator without the 1", { $0.originator = "512345678" }, .same),
      ("its number padded", { $0.trace = "00T1" }, .same),
      ("its day", { $0.date = "20260111" }, .same),
      ("its amount", { $0.payment = $0.cents + 1 }, .correction),
      ("its claims", { $0.claims[0].payerNumber = "OTHER" }, .correction),
    ]

  private func office() throws -> TestOffice {
    let test = try TestOffice(isSupervisor: true)
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    try test.take(SampleFiles.remittances([Self.first]), "first.835")
    return test
  }

  private func question(_ test: TestOffice) throws -> ItemDetail {
    let ids = try test.numbers(
      "SELECT id FROM work_item WHERE subject_kind = 'remittance' AND is_closed = 0 ORDER BY id")
    #expect(ids.count == 1, "one question for each check")
    return try test.office.item(WorkItemID(try #require(ids.first)))
  }

  @Test("one that differs in one thing asks once, and moves no money until somebody answers")
  func asks() throws {
    for (name, change, answer) in Self.changes {
      let test = try office()
      let books = try test.office.check().totals
      var other = Self.first
      change(&other)
      let report = try test.office.importBytes(
        SampleFiles.remittances([other], interchange: 777), name: "again.835")
      #expect(report.problems.contains { $0.message.contains("looks like one") }, "\(name)")
      let totals = try test.office.check().totals
      #expect(totals.payment == books.payment && totals.posted == books.posted, "\(name)")
      #expect(totals.waiting == Cents(other.cents), "\(name)")
      let item = try question(test)
      guard case .looksAlike(let proposed, _)? = item.staged?.reasons.first else {
        Issue.record("\(name): nothing is asked")
        continue
      }
      #expect(proposed == answer, "\(name)")
      #expect(item.advice.proposed == .post, "\(name)")
      try test.isSound()
    }
  }

  @Test("all the same is refused; nothing but the number the same is another payment")
  func verdicts() throws {
    let test = try office()
    let same = try test.office.importBytes(
      SampleFiles.remittances([Self.first], interchange: 778), name: "same.835")
    #expect(same.problems.contains { $0.isError && $0.message.contains("read before") })
    var other = Self.first
    other.claims = [.mask("A1002")]
    other.date = "20260301"
    try test.take(SampleFiles.remittances([other]), "other.835")
    #expect(try test.office.check().totals.waiting == .zero)
    try test.isSound()
  }

  @Test("each answer does what it says, closes all look-alikes of the check, and can be taken back")
  func answers() throws {
    for answer in LookAlikeAnswer.allCases {
      let test = try office()
      let paid = Self.first.cents
      for (name, change, _) in Self.changes.prefix(3) {
        var other = Self.first
        change(&other)
        try test.take(SampleFiles.remittances([other], interchange: 800), name + ".835")
      }
      let before = try OfficeState(test)
      let item = try question(test)
      try test.decide(item.item.id, DecisionEntry(.post, [.look: answer.rawValue]))
      try test.isSound()
      let totals = try test.office.check().totals
      #expect(totals.waiting == .zero, "\(answer): all have the same claims")
      #expect(totals.payment == Cents(answer == .another ? 2 * paid : paid), "\(answer)")
      let standing = try test.texts("SELECT standing FROM remittance ORDER BY id")
      switch answer {
      case .same: #expect(standing == ["standing", "same", "same", "same"])
      case .correction: #expect(standing == ["replaced", "replaced", "replaced", "standing"])
      case .another: #expect(standing == ["standing", "same", "same", "standing"])
      }
      if answer == .correction {
        #expect(
          try test.balances("A1001") == [[0, 0, 1000, 3920, 7080], [0, 0, 11_000, 3920, 11_080]])
      }
      let after = try OfficeState(test)
      _ = try test.office.undo()
      try test.isAs(before, answer.rawValue)
      try test.isSound()
      _ = try test.office.redo()
      try test.isAs(after, answer.rawValue)
      try test.isSound()
    }
  }

  @Test(
    "a voided remittance leaves the books as if it had never been read, and undo brings it back")
  func void() throws {
    let plain = try TestOffice(isSupervisor: true)
    try plain.take(SampleFiles.claims([.machine(), .mask()]))
    let test = try office()
    let before = try OfficeState(test)
    let id = try #require(try test.office.findRemittance("T1"))
    let item = try test.office.itemToDecide(.remittance(id))
    try test.decide(item, DecisionEntry(.voidRemittance, [.note: "Read twice"]))
    for claim in ["A1001", "A1002"] {
      #expect(try test.balances(claim) == plain.balances(claim))
      #expect(try test.item(claim).item.queue == plain.item(claim).item.queue)
    }
    for account in ["cash", "suspense", "contractual-adjustment", "patient-receivable"] {
      #expect(try test.account(account) == 0, "\(account)")
    }
    try test.isSound()
    _ = try test.office.undo()
    try test.isAs(before)
    try test.isSound()
  }

  @Test("what goes out of the books lets go of its deposit, which is then the correction's")
  func deposits() throws {
    let test = try office()
    let money = try test.office.addDeposit(
      DepositDraft(
        receivedOn: try #require(Day("2026-01-10")), form: .ach, amount: Cents(Self.first.cents),
        payer: "EXAMPLE DME MAC", reference: "00-T1"))
    func traces(_ test: TestOffice) throws -> [String] {
      try test.office.deposit(money.row.deposit.id).row.traces
    }
    #expect(try traces(test) == ["T1"])
    let matched = try OfficeState(test)
    let id = try #require(try test.office.findRemittance("T1"))
    let item = try test.office.itemToDecide(.remittance(id))
    try test.decide(item, DecisionEntry(.voidRemittance, [.note: "Read twice"]))
    #expect(try traces(test) == [])
    #expect(try test.isInQueue("00-T1", kind: "deposit"))
    #expect(try test.office.check().totals.unmatchedDeposit == Cents(Self.first.cents))
    try test.isSound()
    _ = try test.office.undo()
    #expect(try traces(test) == ["T1"])
    try test.isAs(matched)
    try test.isSound()
    // The payer's correction takes the place of the first file, and its money.
    var other = Self.first
    other.claims[0].payerNumber = "OTHER"
    try test.take(SampleFiles.remittances([other], interchange: 777), "again.835")
    try test.decide(question(test).item.id, DecisionEntry(.post))
    #expect(try traces(test) == ["T1"])
    #expect(try test.numbers("SELECT count(*) FROM deposit_match") == [3])
    #expect(
      try test.numbers(
        """
        SELECT remittance_id FROM deposit_match WHERE NOT EXISTS (
          SELECT 1 FROM deposit_unmatch WHERE match_id = deposit_match.id)
        """) == [2])
    try test.isSound()
    _ = try test.office.undo()
    #expect(
      try test.numbers(
        """
        SELECT remittance_id FROM deposit_match WHERE NOT EXISTS (
          SELECT 1 FROM deposit_unmatch WHERE match_id = deposit_match.id)
        """) == [1])
    try test.isSound()
  }

  @Test("a posted answer is taken back days later and waits to be posted anew")
  func unpost() throws {
    let test = try office()
    let before = try test.balances("A1001")
    let id = try #require(
      try test.numbers("SELECT id FROM remit_claim WHERE control_number = 'A1001'").first)
    let item = try test.office.itemToDecide(.remitClaim(RemitClaimID(id)))
    let later = try test.on("2026-02-03", isSupervisor: true)
    try later.decide(item, DecisionEntry(.unpost, [.note: "Wrong claim"]))
    #expect(try later.balances("A1001") == [[12_000, 0, 0, 0, 0], [26_000, 0, 0, 0, 0]])
    #expect(try later.account("suspense") == -7840)
    #expect(try later.office.item(item).advice.proposed == .post)
    try later.isSound()
    try later.decide(item, DecisionEntry(.post))
    #expect(try later.balances("A1001") == before)
    #expect(try later.account("suspense") == 0)
    try later.isSound()
    // Posted by a person now, and taken back once more.
    try later.decide(item, DecisionEntry(.unpost, [.note: "Wrong claim after all"]))
    #expect(try later.balances("A1001") == [[12_000, 0, 0, 0, 0], [26_000, 0, 0, 0, 0]])
    try later.isSound()
  }

  @Test("only a supervisor may take postings back, and says why")
  func roles() throws {
    let test = try office()
    let id = try #require(try test.office.findRemittance("T1"))
    let item = try test.office.itemToDecide(.remittance(id))
    let poster = try test.on(user: "poster")
    #expect(throws: Refusal.self) {
      try poster.decide(item, DecisionEntry(.voidRemittance, [.note: "x"]))
    }
    #expect(throws: Refusal.self) { try test.decide(item, DecisionEntry(.voidRemittance)) }
  }
}
