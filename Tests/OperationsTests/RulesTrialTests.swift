import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Trying changed rules on last month's remittances")
struct RulesTrialTests {
  /// A mask of the commercial plan, and its answer.
  private func commercial(_ control: String, _ member: String) -> (SampleClaim, PaidClaim) {
    var claim = SampleClaim.mask(control)
    claim.payer = .commercial
    claim.payer.member = member
    return (claim, paidMask(control, member, 9000))
  }

  private func paidMask(_ control: String, _ member: String, _ cents: Int64) -> PaidClaim {
    PaidClaim(
      control: control, charge: 18_000, paid: cents,
      lines: [
        PaidLine(
          code: "A7030:NU:KX", charge: 18_000, paid: cents,
          cas: ["CO*45*\(SampleFiles.dollars(18_000 - cents))"], number: "L3")
      ], payerNumber: "ICN" + control, last: "ROE", first: "RICHARD", member: member)
  }

  private func denied(_ control: String, _ member: String) -> PaidClaim {
    var paid = PaidClaim.mask(control)
    (paid.member, paid.payerNumber) = (member, "ICN" + control)
    return paid
  }

  private func rules(_ change: (inout RuleBook) throws -> Void) throws -> RuleBook {
    var rules = try TestOffice.rules.get()
    try change(&rules)
    return rules
  }

  /// A January: under the rules in force what is denied with CO-16 waits for a person.
  ///
  /// | notice | trace | payer | what |
  /// |---|---|---|---|
  /// | 10 | EFT0001 | Medicare | A1001 78.40; A1002 and A1003 denied with CO-16; LOST1 78.40 |
  /// | 12 | EFT0002 | Medicare | A1004 100.00; interest 20.00 |
  /// | 13 | EFT0003 | commercial | C1 and C2, 90.00 each |
  /// | February 2 | EFT0004 | Medicare | A1005 100.00 |
  ///
  /// A person posted A1003 and nobody A1002.
  private func january() throws -> TestOffice {
    let test = TestOffice(
      try TestOffice(today: "2026-02-03"),
      rules: try rules { $0.postings[0].watched = [try #require(AdjustmentPattern("CO-16"))] })
    let (first, firstPaid) = commercial("C1", "COM000001")
    let (second, secondPaid) = commercial("C2", "COM000002")
    try test.take(
      SampleFiles.claims(
        [.machine(), first, second]
          + (2...5).map { SampleClaim.mask("A100\($0)").of("1EG4TE5MK8\($0)") }))
    var lost = PaidClaim.machine("LOST1")
    (lost.last, lost.member, lost.payerNumber) = ("NOBODY", "1EG4TE5MK99", "26005000100077")
    let remittances = [
      SampleRemittance(
        trace: "EFT0001",
        claims: [
          .machine(), denied("A1002", "1EG4TE5MK82"), denied("A1003", "1EG4TE5MK83"), lost,
        ]),
      SampleRemittance(
        trace: "EFT0002", claims: [paidMask("A1004", "1EG4TE5MK84", 10_000)],
        provider: [("L6", -2000)], date: "20260112"),
      SampleRemittance(
        trace: "EFT0003", claims: [firstPaid, secondPaid], date: "20260113", payer: .commercial),
      SampleRemittance(
        trace: "EFT0004", claims: [paidMask("A1005", "1EG4TE5MK85", 10_000)], date: "20260202"),
    ]
    for (index, remittance) in remittances.enumerated() {
      try test.take(SampleFiles.remittances([remittance], interchange: 501 + index))
    }
    try test.decide("A1003", kind: "remit-claim", DecisionEntry(.post))
    try test.isSound()
    return test
  }

  /// CO-16 posts by itself again, nothing of commercial payers does, and interest up to 10.00.
  private func proposed() throws -> RuleBook {
    try rules { rules in
      rules.postings[0].interestLimit = Cents(1000)
      var row = rules.postings[0]
      (row.id, row.family, row.isAutomatic) = ("commercial by hand", .commercial, false)
      rules.postings.append(row)
    }
  }

  private func request(payer: String = "", on: String? = nil) throws -> RulesTrialRequest {
    RulesTrialRequest(
      payer: payer, from: try #require(Day("2026-01-01")), through: try #require(Day("2026-01-31")),
      on: try on.map { try #require(Day($0)) })
  }

  /// Every row of every table, with all of its columns.
  private func rows(_ test: TestOffice) throws -> [String] {
    let tables = try test.texts(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return try tables.flatMap { table in
      let columns = try test.texts("SELECT name FROM pragma_table_info('\(table)')")
      let values = columns.map { "quote(\"\($0)\")" }.joined(separator: " || '|' || ")
      return try test.texts("SELECT '\(table) ' || \(values) FROM \"\(table)\"")
    }
  }

  @Test("counts and cents are those of a reading by hand")
  func counts() throws {
    let test = try january()
    let trial = try test.office.tryRules(try proposed(), request())
    typealias Count = RulesTrial.Count
    #expect(trial.payers.map(\.payer) == ["SAMPLE COMMERCIAL PLAN", "SAMPLE MEDICARE DME"])
    let (plan, medicare) = (trial.payers[0], trial.payers[1])
    #expect(plan.remittances == 1)
    #expect(plan.posts == Count() && plan.stages == Count() && plan.nowPosts == Count())
    #expect(plan.nowStages == Count(answers: 2, paid: Cents(18_000)))
    #expect(medicare.remittances == 2)
    #expect(medicare.posts == Count(answers: 2, paid: Cents(17_840)))
    #expect(medicare.stages == Count(answers: 1, paid: Cents(7840)))
    #expect(medicare.nowStages == Count(answers: 1, paid: Cents(2000)))
    #expect(medicare.nowPosts == Count(answers: 2, paid: .zero))
    #expect(trial.total.remittances == 3)
    #expect(trial.total.nowStages == Count(answers: 3, paid: Cents(20_000)))
    #expect(trial.total.nowPosts == Count(answers: 2, paid: .zero))
    #expect(
      trial.changes.map { "\($0.kind) \($0.subject) \($0.controlNumber) \($0.traceNumber)" } == [
        "posts claim A1002 EFT0001", "posts claim A1003 EFT0001", "stages interest  EFT0002",
        "stages claim C1 EFT0003", "stages claim C2 EFT0003",
      ])
    #expect(
      trial.changes.last?.reasons == [
        "Rule \"commercial by hand\": answers of this payer are posted by a person."
      ])
    #expect(
      trial.changes.first?.reasons == ["Rule \"all\": a person looks at CO-16 before it posts."])
    #expect(trial.changes.map(\.charge.rawValue) == [18_000, 18_000, 0, 18_000, 18_000])
  }

  @Test("the same rules differ in nothing, one payer is chosen, and days are those of the rows")
  func choices() throws {
    let test = try january()
    let same = try test.office.tryRules(test.office.rules, request())
    #expect(same.changes.isEmpty)
    #expect(same.total.stages == RulesTrial.Count(answers: 3, paid: Cents(7840)))
    #expect(same.total.posts.answers == 5)
    let one = try test.office.tryRules(try proposed(), request(payer: "commercial"))
    #expect(one.payers.map(\.payer) == ["SAMPLE COMMERCIAL PLAN"])
    #expect(one.changes.count == 2)
    // A row of March changes nothing in January, unless the rules of March are asked about.
    var march = test.office.rules
    var row = march.postings[0]
    (row.id, row.isAutomatic) = ("march", false)
    row.effective = Validity(from: Day("2026-03-01"))
    march.postings.append(row)
    #expect(try test.office.tryRules(march, request()).changes.isEmpty)
    #expect(
      try test.office.tryRules(march, request(on: "2026-03-01")).changes.map(\.controlNumber)
        == ["A1001", "A1004", "C1", "C2"])
    let from = try #require(Day("2026-02-01"))
    #expect(throws: Refusal.self) {
      try test.office.tryRules(
        march, RulesTrialRequest(from: from, through: from.adding(days: -1)))
    }
  }

  @Test("nothing of the office changes: not one column of one row")
  func pure() throws {
    let test = try january()
    let before = try rows(test)
    #expect(before.contains { $0.hasPrefix("remit_claim ") })
    // A write would be refused besides.
    test.database.seal("only looked at")
    _ = try test.office.tryRules(try proposed(), request())
    #expect(try rows(test) == before)
  }

  @Test("what the rules let post is what really posts, in an office that has them from the start")
  func replayed() throws {
    let trial = try january().office.tryRules(try proposed(), request())
    let waits = Set(trial.changes.filter { $0.kind == .stages }.map(\.controlNumber))
    let other = TestOffice(try TestOffice(today: "2026-02-03"), rules: try proposed())
    let (first, firstPaid) = commercial("C1", "COM000001")
    let (second, secondPaid) = commercial("C2", "COM000002")
    try other.take(
      SampleFiles.claims([.mask("A1002").of("1EG4TE5MK82"), first, second]))
    try other.take(SampleFiles.remittance([denied("A1002", "1EG4TE5MK82")]))
    try other.take(
      SampleFiles.remittances(
        [
          SampleRemittance(
            trace: "EFT0003", claims: [firstPaid, secondPaid], date: "20260113",
            payer: .commercial)
        ], interchange: 502))
    for control in ["A1002", "C1", "C2"] {
      #expect(
        try other.isInQueue(control, kind: "remit-claim") == waits.contains(control), "\(control)")
    }
  }
}
