import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Papers that a poster types")
struct PaperEOBTests {
  private static let day = "2026-01-10"

  private func office(supervisor: Bool = false) throws -> TestOffice {
    let test = try TestOffice(isSupervisor: supervisor)
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    return test
  }

  /// The worked example as it stands on paper: 78.40 for the machine, the mask denied.
  private func paper(
    number: String = "4711", total: Int64 = 7840, kind: PaperPayment = .check
  ) throws -> PaperEOB {
    let day = try #require(Day(Self.day))
    return PaperEOB(
      payer: "", number: number, kind: kind, receivedOn: day, dated: day, total: Cents(total),
      claims: [try machine(), try mask()])
  }

  private func machine(_ lines: [String]? = nil) throws -> PaperClaim {
    var claim = try PaperText.claim("A1001 payer-claim=26005000100001 patient=DOE")
    let lines =
      lines ?? [
        "1 paid=39.20 CO-45=70 CO-253=.8 PR-2=10", "2 paid=39.20 co45 CO-253=.8 PR-1=100 PR2=10",
      ]
    claim.lines = try lines.map { try PaperText.line($0, of: "A1001") }
    return claim
  }

  private func mask() throws -> PaperClaim {
    var claim = try PaperText.claim("A1002 payer-claim=26005000100002 MA130")
    claim.lines = [try PaperText.line("1 paid=0 CO-16 M124", of: "A1002")]
    return claim
  }

  private func refusal(
    _ test: TestOffice, _ paper: PaperEOB, _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let before = try OfficeState(test)
    let refusal = #expect(throws: Refusal.self, sourceLocation: location) {
      try test.office.postEOBs([paper])
    }
    try test.isAs(before, "nothing is kept of what is refused")
    return refusal?.message ?? ""
  }

  /// Sums of the books by account, claim and line, read with plain SQL.
  private func sums(_ test: TestOffice) throws -> [String] {
    try test.database.read {
      try $0.rows(
        """
        SELECT account || ' ' || coalesce((SELECT control_number FROM claim WHERE id = claim_id), '')
          || ' ' || coalesce((SELECT number FROM claim_line WHERE id = line_id), '')
          || ' ' || sum(amount_cents)
        FROM posting GROUP BY account, claim_id, line_id HAVING sum(amount_cents) <> 0 ORDER BY 1
        """
      ) { $0.text(0) }
    }
  }

  @Test("what is typed posts as the same answer in an 835 does, by account and line")
  func sameAsFile() throws {
    let typed = try office()
    let outcome = try typed.office.postEOBs([try paper()])
    let read = try office()
    try read.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "4711", claims: [.machine(), .mask()], method: "CHK", date: "20260110")
      ]))
    #expect(try sums(typed) == sums(read))
    #expect(try sums(typed).count > 5)
    for reference in ["A1001", "A1002"] {
      let (one, other) = (
        try typed.isInQueue(reference), try read.isInQueue(reference)
      )
      #expect(one == other, "\(reference)")
    }
    #expect(try typed.item("A1002").item.reasonCode == read.item("A1002").item.reasonCode)
    let result = try #require(outcome.results.first)
    #expect(result.remittance.row.posted == Cents(7840))
    #expect(result.remittance.typedBy == "tlee")
    #expect(result.remittance.row.method == "CHK")
    #expect(result.accounts.map(\.amount).total() == .zero)
    try typed.isSound()
  }

  @Test("interest posts as in an 835 up to the limit; what a payer takes waits, as there")
  func besides() throws {
    for (words, reference, cents) in [
      ("L6=-1.50", "L6", Int64(-150)), ("WO=25 25211000300001", "WO:25211000300001", 2500),
    ] {
      let typed = try office()
      let untyped = try sums(typed)
      var paper = try paper(total: 7840 - cents)
      paper.adjustments = [try PaperText.adjustment(words)]
      _ = try typed.office.postEOBs([paper])
      let read = try office()
      try read.take(
        SampleFiles.remittances([
          SampleRemittance(
            trace: "4711", claims: [.machine(), .mask()], provider: [(reference, cents)],
            method: "CHK", date: "20260110")
        ]))
      #expect(try sums(typed) == sums(read), "\(words)")
      #expect(
        try typed.isInQueue("4711", kind: "remittance")
          == read.isInQueue("4711", kind: "remittance"), "\(words)")
      try typed.isSound()
      let after = try OfficeState(typed)
      _ = try typed.office.undo()
      #expect(try sums(typed) == untyped, "\(words)")
      _ = try typed.office.redo()
      try typed.isAs(after, words)
      try typed.isSound()
    }
    for words in ["", "L6", "L6=", "L6=0", "INT=1", "L6=1 A B"] {
      #expect(throws: PaperFault.self, "\(words)") { try PaperText.adjustment(words) }
    }
  }

  @Test("a total that does not agree is refused with both and the difference")
  func totals() throws {
    let test = try office()
    let message = try refusal(test, try paper(total: 7841))
    #expect(message.contains("$78.41") && message.contains("$78.40") && message.contains("$0.01"))
  }

  @Test("a line that is out by a cent is refused by claim, line and field")
  func cent() throws {
    let test = try office()
    var paper = try paper()
    paper.claims[0].lines[0].reductions[0].amount = Cents(6999)
    let message = try refusal(test, paper)
    #expect(message.hasPrefix("Claim A1001, line 1, paid:"), "\(message)")
    #expect(message.contains("differ by $0.01"), "\(message)")
  }

  @Test("what a paper names and the office does not have is refused by name")
  func names() throws {
    let test = try office()
    typealias Change = (String, (inout PaperEOB) throws -> Void)
    let changes: [Change] = [
      ("no claim of the office", { $0.claims[0].number = "A9999" }),
      ("is of DOE, JANE, not of ROE", { $0.claims[0].patient = "ROE" }),
      ("is left out", { $0.claims[0].lines.removeLast() }),
      ("is typed twice", { $0.claims[0].lines[1].number = 1 }),
      ("the claim has 2 lines", { $0.claims[0].lines[1].number = 3 }),
      ("typed twice", { $0.claims.append($0.claims[0]) }),
      ("no payer of the office", { $0.payer = "NOBODY" }),
      ("has not come yet", { $0.dated = $0.dated.adding(days: 400) }),
      ("number of a card", { ($0.kind, $0.number) = (.card, "4111111111111111") }),
      ("and $120.00 was billed", { $0.claims[0].lines[0].charge = Cents(1) }),
      (
        "nothing is left",
        { $0.claims[0].lines[0].reductions.append(.init(.contractual, "16", nil)) }
      ),
      ("less than nothing", { $0.claims[0].lines[0].paid = Cents(-1) }),
    ]
    for (words, change) in changes {
      var paper = try paper()
      try change(&paper)
      let message = try refusal(test, paper)
      #expect(message.contains(words), "\(words): \(message)")
    }
  }

  @Test("the payer is that of the claim, and one of another payer is refused")
  func payers() throws {
    let test = try office()
    var other = SampleClaim.mask("A1005").of("X7")
    other.payer = .commercial
    try test.take(SampleFiles.claims([other], interchange: 102, group: 102))
    var paper = try paper()
    paper.payer = "commercial plan"
    #expect(
      try refusal(test, paper).contains(
        "it went to SAMPLE MEDICARE DME, not to SAMPLE COMMERCIAL PLAN"))
    paper.payer = "19003"
    _ = try test.office.postEOBs([paper])
  }

  @Test("the same check typed twice is refused; one that differs is asked about")
  func twice() throws {
    let test = try office()
    _ = try test.office.postEOBs([try paper()])
    let books = try sums(test)
    #expect(try refusal(test, try paper()).contains("is here already"))
    var other = try paper()
    other.claims[0].payerNumber = "OTHER"
    let asked = try test.office.postEOBs([other])
    #expect(asked.results[0].question.contains("claims differ"))
    #expect(asked.results[0].message.contains("nothing of it is posted"))
    #expect(try sums(test) == books)
    try test.isSound()
    _ = try test.office.undo()
    #expect(try sums(test) == books)
    try test.isSound()
  }

  @Test("an 835 of a check that was typed is known again")
  func fileAfterwards() throws {
    let test = try office()
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(trace: "EARLIER", claims: [], date: "20260102")
      ]))
    _ = try test.office.postEOBs([try paper()])
    let report = try test.office.importBytes(
      SampleFiles.remittances(
        [
          SampleRemittance(
            trace: "00004711", claims: [.machine(), .mask()], method: "CHK", date: "20260112")
        ], interchange: 777), name: "late.835")
    #expect(report.problems.contains { $0.message.contains("looks like one") })
    #expect(try test.office.check().totals.waiting == Cents(7840))
    try test.isSound()
  }

  @Test("undo and redo are exact, and what was taken back can be typed again")
  func undone() throws {
    let test = try office()
    let before = try OfficeState(test)
    let (untyped, claims) = (try sums(test), ["A1001", "A1002"])
    _ = try test.office.postEOBs([try paper()])
    let after = try OfficeState(test)
    let typed = try sums(test)
    try test.isSound()
    _ = try test.office.undo()
    // What was typed stays as words that nobody counts.
    let left = try OfficeState(test).differences(to: before)
    #expect(left.count == 2 && left.allSatisfy { $0.contains("\"noted\"") }, "\(left)")
    #expect(try sums(test) == untyped)
    try test.isSound()
    _ = try test.office.redo()
    try test.isAs(after, "redo")
    #expect(try sums(test) == typed)
    try test.isSound()
    _ = try test.office.undo()
    _ = try test.office.postEOBs([try paper()])
    #expect(try sums(test) == typed)
    for claim in claims { #expect(try test.isInQueue(claim) == (claim == "A1002")) }
    try test.isSound()
  }

  @Test("a supervisor voids it days later; the same check cannot count twice afterwards")
  func voided() throws {
    let test = try office(supervisor: true)
    let untyped = try sums(test)
    let first = try test.office.postEOBs([try paper()]).results[0].remittance.row.id
    let later = try test.on("2026-01-25", user: "lead", isSupervisor: true)
    let item = try later.office.itemToDecide(.remittance(first))
    try later.decide(item, DecisionEntry(.voidRemittance, [.note: "Of another office"]))
    #expect(try sums(test) == untyped)
    try later.isSound()
    _ = try test.office.postEOBs([try paper()])
    #expect(throws: Refusal.self) { try later.office.undo() }
    try later.isSound()
  }

  @Test("one that moves no money cannot count twice either")
  func voidedDenial() throws {
    let test = try office(supervisor: true)
    var paper = try paper(total: 0)
    paper.claims.removeFirst()
    let first = try test.office.postEOBs([paper]).results[0].remittance.row.id
    let later = try test.on("2026-01-25", user: "lead", isSupervisor: true)
    try later.decide(
      try later.office.itemToDecide(.remittance(first)),
      DecisionEntry(.voidRemittance, [.note: "Of another office"]))
    _ = try test.office.postEOBs([paper])
    let refusal = #expect(throws: Refusal.self) { try later.office.undo() }
    #expect(refusal?.message.contains("counts since") == true, "\(refusal?.message ?? "")")
    try later.isSound()
  }

  @Test("money in the bank is matched, and let go when the paper is taken back")
  func deposit() throws {
    let test = try office()
    let day = try #require(Day("2026-01-12"))
    _ = try test.office.addDeposit(
      DepositDraft(
        receivedOn: day, form: .check, amount: Cents(7840), payer: "SAMPLE MEDICARE DME",
        reference: "4711"))
    func left() throws -> Cents {
      try test.office.deposits(DepositQuery()).rows[0].deposit.left
    }
    #expect(try left() == Cents(7840))
    _ = try test.office.postEOBs([try paper()])
    #expect(try left() == .zero)
    #expect(try test.office.check().problems == [])
    _ = try test.office.undo()
    #expect(try left() == Cents(7840))
    #expect(try test.office.check().problems == [])
    _ = try test.office.redo()
    #expect(try left() == .zero)
    #expect(try test.office.check().problems == [])
  }

  @Test("several papers are one step: all post or none, and undo takes them back together")
  func batch() throws {
    let test = try office()
    var (one, other) = (try paper(), try paper(number: "4712", total: 0))
    one.claims.removeLast()
    other.claims.removeFirst()
    let untyped = try sums(test)
    var wrong = other
    wrong.total = Cents(1)
    let refusal = #expect(throws: Refusal.self) { try test.office.postEOBs([one, wrong]) }
    #expect(refusal?.message.hasPrefix("Check 4712: Total:") == true, "\(refusal?.message ?? "")")
    #expect(try sums(test) == untyped)
    let outcome = try test.office.postEOBs([one, other])
    #expect(outcome.results.map(\.remittance.row.method) == ["CHK", "NON"])
    _ = try test.office.undo()
    #expect(try sums(test) == untyped)
    try test.isSound()
  }

  @Test("a plan shows what would be, and keeps nothing")
  func plan() throws {
    let test = try office()
    let before = try OfficeState(test)
    let plan = try test.office.planEOBs([try paper()])
    try test.isAs(before, "plan")
    #expect(plan.isPlan)
    let done = try test.office.postEOBs([try paper()])
    #expect(plan.results[0].accounts == done.results[0].accounts)
  }

  @Test("what was answered before waits in Cash posting, with its money in suspense")
  func secondAnswer() throws {
    let test = try office()
    _ = try test.office.postEOBs([try paper()])
    let second = try test.office.postEOBs([try paper(number: "5000")])
    let row = try #require(second.results.first?.remittance.row)
    #expect(row.suspense == Cents(7840) && row.staged > 0)
    #expect(second.results[0].message.contains("Cash posting"))
    try test.isSound()
  }

  @Test("who does not post posts no paper")
  func roles() throws {
    let test = try office()
    let stranger = Office(
      database: test.database, rules: test.office.rules,
      user: OfficeUser(name: "stranger", isSupervisor: false, isPoster: false), session: "s",
      today: test.office.today, outbox: test.office.outbox)
    let paper = try paper()
    #expect(throws: Refusal.self) { try stranger.postEOBs([paper]) }
    #expect(throws: Refusal.self) { try stranger.planEOBs([paper]) }
  }
}
