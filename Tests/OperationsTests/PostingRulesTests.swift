import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("What the office's rules keep for a person")
struct PostingRulesTests {
  /// The shipped row, changed.
  private func rules(_ change: (inout PostingRow) throws -> Void) throws -> RuleBook {
    var rules = try TestOffice.rules.get()
    try change(&rules.postings[0])
    return rules
  }

  private func pattern(_ text: String) throws -> AdjustmentPattern {
    try #require(AdjustmentPattern(text))
  }

  /// The machine answered as usual (CO-45 70.00 and 110.00, CO-253, PR-1, PR-2), and a denied mask.
  private func take(_ test: TestOffice) throws {
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    try test.take(SampleFiles.remittance([.machine(), .mask()]))
  }

  @Test(
    "each restriction stages with the row's name and its reason, and Enter on the sheet ends it")
  func restrictions() throws {
    let plain = try TestOffice()
    try take(plain)
    typealias Case = (name: String, change: (inout PostingRow) throws -> Void, says: String)
    let cases: [Case] = [
      ("nothing", { $0.isAutomatic = false }, "answers of this payer are posted by a person."),
      (
        "watched", { $0.watched = [try pattern("PR-1"), try pattern("253")] },
        "a person looks at CO-253 and PR-1 before it posts."
      ),
      (
        "listed", { $0.listed = [try pattern("45"), try pattern("CO-253"), try pattern("16")] },
        "PR-2 and PR-1 are not among the codes that post by themselves."
      ),
      (
        "contractual", { $0.writesOffContractual = false },
        "the reduction of $180.00 (CO-45) is not written off by itself."
      ),
    ]
    for (name, change, says) in cases {
      let test = TestOffice(try TestOffice(), rules: try rules(change))
      try take(test)
      let item = try test.item("A1001", kind: "remit-claim")
      #expect(item.item.queue == .cashPosting, "\(name)")
      #expect(item.item.reasonCode == "office rule", "\(name)")
      #expect(item.item.reason == "Rule \"all\": \(says)", "\(name)")
      #expect(item.item.balance == Cents(7840), "\(name)")
      #expect(item.advice.proposed == .post, "\(name)")
      #expect(item.staged?.sheet?.problem == nil, "\(name)")
      try test.isSound()
      let before = try OfficeState(test)
      try test.decide("A1001", kind: "remit-claim", DecisionEntry(.post))
      #expect(try test.balances("A1001") == plain.balances("A1001"), "\(name)")
      try test.isSound()
      let after = try OfficeState(test)
      _ = try test.office.undo()
      try test.isAs(before, name)
      _ = try test.office.redo()
      try test.isAs(after, name)
      if name == "nothing" {
        try test.decide("A1002", kind: "remit-claim", DecisionEntry(.post))
      }
      // The denied mask posts by itself under the others: nothing restricts its code.
      #expect(try test.balances("A1002") == plain.balances("A1002"), "\(name)")
      #expect(try test.item("A1002").item.queue == .denials, "\(name)")
      for account in ["cash", "suspense", "contractual-adjustment", "other-adjustment"] {
        #expect(try test.account(account) == plain.account(account), "\(name) \(account)")
      }
      try test.isSound()
    }
  }

  @Test("a row holds for its payer and its days, and every code that it lists posts")
  func scope() throws {
    let changes: [(name: String, waits: Bool, change: (inout PostingRow) throws -> Void)] = [
      ("another family", false, { ($0.family, $0.isAutomatic) = (.commercial, false) }),
      ("its family", true, { ($0.family, $0.isAutomatic) = (.medicareDME, false) }),
      (
        "later",
        false,
        {
          $0.effective = Validity(from: Day("2026-01-11"))
          $0.isAutomatic = false
        }
      ),
      (
        "from that day", true,
        {
          $0.effective = Validity(from: Day("2026-01-10"))
          $0.isAutomatic = false
        }
      ),
      (
        "every code", false,
        { row in row.listed = try ["CO-45", "253", "PR-1", "PR-2", "CO-16"].map(pattern) }
      ),
    ]
    for (name, waits, change) in changes {
      let rules = try rules { try change(&$0) }
      let test = TestOffice(try TestOffice(), rules: rules)
      try take(test)
      #expect(try test.isInQueue("A1001", kind: "remit-claim") == waits, "\(name)")
      try test.isSound()
    }
  }

  @Test("what waits goes to the person whom the rule names, until somebody is told otherwise")
  func exceptions() throws {
    let test = TestOffice(
      try TestOffice(),
      rules: try rules { row in
        row.exceptionsTo = "mruiz"
        row.watched = [try pattern("PR-1")]
      })
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    var lost = PaidClaim.machine("LOST1")
    (lost.last, lost.member, lost.payerNumber) = ("NOBODY", "1EG4TE5MK99", "26005000100077")
    try test.take(SampleFiles.remittance([.machine(), .mask(), lost]))
    for reference in ["A1001", "LOST1"] {
      #expect(try test.item(reference, kind: "remit-claim").item.owner == "mruiz", "\(reference)")
    }
    #expect(try test.item("A1002").item.owner == nil)
    let before = try OfficeState(test)
    try test.decide("A1001", kind: "remit-claim", DecisionEntry(.assign, [.to: "tlee"]))
    #expect(try test.item("A1001", kind: "remit-claim").item.owner == "tlee")
    _ = try test.office.undo()
    #expect(try test.item("A1001", kind: "remit-claim").item.owner == "mruiz")
    try test.isAs(before)
  }

  @Test("after a crossover nothing is billed for the days of the rule, and then it comes up again")
  func crossover() throws {
    for (days, last, first) in [
      (nil, "2026-02-08", "2026-02-09"), (10, "2026-01-19", "2026-01-20"),
    ] as [(Int?, String, String)] {
      let rules = try rules { $0.crossoverDays = days }
      let test = TestOffice(try TestOffice(today: "2026-01-12"), rules: rules)
      try test.take(SampleFiles.claims([.machine().supplemented()]))
      try test.take(SampleFiles.remittance([.machine(status: "19")]))
      #expect(try test.numbers("SELECT next_billed FROM claim") == [1])
      let early = TestOffice(try test.on(last), rules: rules)
      try early.office.rollDay()
      let waiting = try early.item("A1001").item
      #expect(waiting.lane == .waiting, "\(last)")
      #expect(waiting.followUpOn == Day(first), "\(last)")
      #expect(
        try early.refusal("A1001", DecisionEntry(.billNext))?.contains("until \(first)") == true,
        "\(last)")
      let due = TestOffice(try test.on(first), rules: rules)
      try due.office.rollDay()
      let item = try due.item("A1001")
      #expect(item.item.lane == .work, "\(first)")
      #expect(
        item.advice.options.first { $0.verb == .billNext }?.permission == .allowed, "\(first)")
      try due.decide("A1001", DecisionEntry(.billNext))
      try due.isSound()
    }
  }
}
