import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("What a payer allows less than expected")
struct UnderpaymentTests {
  /// Four masks of 180.00 each, for four people.
  private func sent() throws -> TestOffice {
    let test = try TestOffice()
    try test.take(
      SampleFiles.claims((1...6).map { .mask("M\($0)").of("1EG4TE5MK8\($0)") }))
    return test
  }

  /// One mask paid so much, the rest given up by contract.
  private func pay(
    _ number: Int, _ cents: Int64, in test: TestOffice, day: String = "20260110"
  ) throws {
    let cut = SampleFiles.dollars(18_000 - cents)
    let paid = PaidClaim(
      control: "M\(number)", charge: 18_000, paid: cents,
      lines: [
        PaidLine(
          code: "A7030:NU:KX", charge: 18_000, paid: cents, cas: ["CO*45*\(cut)"], number: "L3")
      ], payerNumber: "2600500020000\(number)", last: "ROE", first: "RICHARD",
      member: "1EG4TE5MK8\(number)")
    try test.take(
      SampleFiles.remittances(
        [SampleRemittance(trace: "EFT\(number)", claims: [paid], date: day)],
        interchange: 600 + number), "\(number).835")
  }

  @Test("it posts in full, and the shortfall is work of its own with the dispute's dates")
  func posted() throws {
    let test = try sent()
    for number in 1...3 { try pay(number, 10_000, in: test) }
    #expect(try test.numbers("SELECT count(*) FROM underpayment") == [0])
    try pay(4, 6000, in: test)
    #expect(try test.balances("M4") == [[0, 0, 0, 6000, 12_000]])
    let item = try test.item("M4", kind: "underpayment")
    #expect(item.item.queue == .denials)
    #expect(item.item.balance == .zero)
    #expect(item.item.expected == Cents(4000))
    #expect(item.item.reasonCode == "underpaid")
    #expect(item.item.safe != nil)
    #expect(item.advice.proposed == .dispute)
    guard case .underpayment(let underpayment, _) = item.subject else {
      Issue.record("\(item.subject)")
      return
    }
    #expect(underpayment.lines.map(\.expected) == [Cents(10_000)])
    #expect(underpayment.lines.map(\.source) == [.learnt])
    // One lower answer teaches nothing: the next one is short as well.
    try pay(5, 6000, in: test)
    #expect(try test.item("M5", kind: "underpayment").item.expected == Cents(4000))
    let report = try test.office.underpayments()
    #expect(report.map(\.lines) == [2])
    #expect(report.map(\.shortfall) == [Cents(8000)])
    try test.isSound()
  }

  @Test("within the tolerance nothing is said")
  func tolerance() throws {
    let test = try sent()
    try pay(1, 10_000, in: test)
    try pay(2, 9_800, in: test)
    #expect(try test.numbers("SELECT count(*) FROM underpayment") == [0])
    try pay(3, 9_799, in: test)
    #expect(try test.numbers("SELECT count(*) FROM underpayment") == [1])
    try test.isSound()
  }

  @Test("the report has a row for each payer that answered and code, and every line once")
  func report() throws {
    let test = try TestOffice()
    // Two codes on a claim, and a mask; the first three answers teach what is allowed.
    try test.take(
      SampleFiles.claims(
        (1...5).map { .machine("A\($0)").of("1EG4TE5MK8\($0)") }
          + (1...5).map { .mask("M\($0)").of("1EG4TE5MK8\($0)") }))
    var short = PaidClaim.machine("A5")
    (short.member, short.payerNumber) = ("1EG4TE5MK85", "A5")
    // 50.00 and 150.00 are allowed as a rule, here 40.00 and 90.00.
    short.lines[0].paid -= 1000
    short.lines[0].cas[0] = "CO*45*80**253*.8"
    short.lines[1].paid -= 2000
    short.lines[1].cas = ["CO*45*170**253*.8", "PR*1*60**2*10"]
    short.paid -= 3000
    short.patientShare = 8000
    for number in 1...4 {
      var usual = PaidClaim.machine("A\(number)")
      (usual.member, usual.payerNumber) = ("1EG4TE5MK8\(number)", "A\(number)")
      try test.take(
        SampleFiles.remittances(
          [SampleRemittance(trace: "MACHINE\(number)", claims: [usual])],
          interchange: 700 + number))
    }
    try test.take(
      SampleFiles.remittances(
        [SampleRemittance(trace: "MACHINE5", claims: [short])], interchange: 705))
    for number in 1...3 { try pay(number, 10_000, in: test) }
    for number in 4...5 { try pay(number, 6000 + Int64(number), in: test) }
    let report = try test.office.underpayments()
    #expect(report.map(\.code) == ["A7030", "E0562", "E0601"])
    #expect(report.map(\.payer) == Array(repeating: "SAMPLE MEDICARE DME", count: 3))
    #expect(report.map(\.lines) == [2, 1, 1])
    #expect(report.map(\.expected.rawValue) == [20_000, 15_000, 5000])
    #expect(report.map(\.allowed.rawValue) == [12_009, 9000, 4000])
    #expect(report.map(\.shortfall.rawValue) == [7991, 6000, 1000])
    #expect(report.map(\.paidSince.rawValue) == [0, 0, 0])
    try test.isSound()
  }

  @Test("what the payer pays after all: its last answer counts, or is told beside the shortfall")
  func paidAfterAll() throws {
    // 60.00 of 100.00 are allowed; then 25.00 more, still too little, or the 40.00 that are missing.
    for (cents, allowed, since) in [(2500, 8500, 0), (4000, 6000, 4000)] as [(Int64, Int64, Int64)]
    {
      let test = try sent()
      try pay(1, 10_000, in: test)
      try pay(2, 6000, in: test)
      let more = PaidClaim(
        control: "M2", charge: 18_000, paid: cents,
        lines: [
          PaidLine(
            code: "A7030:NU:KX", charge: 18_000, paid: cents,
            cas: ["CO*45*\(SampleFiles.dollars(12_000 - cents))", "OA*B13*60"], number: "L3")
        ], payerNumber: "26005000200099", last: "ROE", first: "RICHARD", member: "1EG4TE5MK82")
      try test.take(
        SampleFiles.remittances(
          [SampleRemittance(trace: "MORE", claims: [more], date: "20260115")], interchange: 699))
      try test.decide("M2", kind: "remit-claim", DecisionEntry(.post))
      #expect(try test.balances("M2") == [[0, 0, 0, 6000 + cents, 12_000 - cents]])
      let missing = 10_000 - 6000 - cents
      #expect(try test.isInQueue("M2", kind: "underpayment") == (missing > 0))
      if missing > 0 {
        #expect(try test.item("M2", kind: "underpayment").item.expected == Cents(missing))
      }
      let row = try #require(try test.office.underpayments().first)
      #expect(row.expected == Cents(10_000) && row.allowed == Cents(allowed))
      #expect(row.paidSince == Cents(since))
      #expect(row.shortfall - row.paidSince == Cents(missing))
      try test.isSound()
    }
  }

  @Test("it is disputed, accepted for a reason, and each is taken back")
  func decided() throws {
    let test = try sent()
    try pay(1, 10_000, in: test)
    try pay(2, 6000, in: test)
    try test.decide("M2", kind: "underpayment", DecisionEntry(.dispute, [.reference: "CASE 7"]))
    #expect(try test.item("M2", kind: "underpayment").item.lane == .waiting)
    try test.isSound()
    #expect(
      try test.refusal("M2", kind: "underpayment", DecisionEntry(.accept, [.reason: "none"])) != nil
    )
    try test.decide("M2", kind: "underpayment", DecisionEntry(.accept, [.reason: "SMALL"]))
    #expect(try !test.isInQueue("M2", kind: "underpayment"))
    try test.isSound()
    _ = try test.office.undo()
    #expect(try test.isInQueue("M2", kind: "underpayment"))
    try test.isSound()
  }

  @Test("interest alone posts by itself up to the limit, more waits")
  func interest() throws {
    for (cents, waits) in [(Int64(-150), false), (-2500, false), (-2501, true)] {
      let test = try TestOffice()
      try test.take(SampleFiles.claims([.machine()]))
      try test.take(
        SampleFiles.remittances([
          SampleRemittance(
            trace: "EFT0001", claims: [.machine()], provider: [("L6", cents)])
        ]))
      #expect(try test.isInQueue("EFT0001", kind: "remittance") == waits, "\(cents)")
      #expect(try test.account("interest-income") == (waits ? 0 : cents), "\(cents)")
      try test.isSound()
    }
  }
}

@Suite("What a payer's last answers come to")
struct LearntUnitTests {
  /// A second reading: the most frequent amount, by counting each of them one after the other.
  private func slow(_ answers: [Int64]) -> Int64 {
    var best: (count: Int, cents: Int64) = (0, 0)
    for cents in answers {
      var count = 0
      for other in answers where other == cents { count += 1 }
      if count > best.count || (count == best.count && cents > best.cents) { best = (count, cents) }
    }
    return answers[0] > best.cents ? answers[0] : best.cents
  }

  @Test("most answers decide, a higher newest one at once, a lower one alone never")
  func random() {
    for seed in 1...200 {
      var random = SeededRandom(UInt64(seed))
      let answers = (0..<random.number(1...5)).map { _ in Int64(random.number(1...3)) * 1000 }
      let learnt = LearntUnit.amount(of: answers.map { Cents($0) }, newest: Cents(answers[0]))
      #expect(learnt == Cents(slow(answers)), "\(answers)")
    }
    #expect(LearntUnit.amount(of: [Cents(30), Cents(60)], newest: Cents(30)) == Cents(60))
    #expect(
      LearntUnit.amount(of: [Cents(30), Cents(30), Cents(60)], newest: Cents(30)) == Cents(30))
    #expect(
      LearntUnit.amount(of: [Cents(80), Cents(60), Cents(60)], newest: Cents(80)) == Cents(80))
  }
}
