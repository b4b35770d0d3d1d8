import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("What a remittance posts by itself")
struct RemittancePostingTests {
  /// The machine and the mask sent to Medicare, with a payer after it or without.
  private func sent(supplemented: Bool = false) throws -> TestOffice {
    let test = try TestOffice()
    let claims: [SampleClaim] = [.machine(), .mask()]
    try test.take(SampleFiles.claims(supplemented ? claims.map { $0.supplemented() } : claims))
    return test
  }

  /// One line of 180.00 with these adjustments, paid for the rest.
  private func mask(
    paid: Int64, _ cas: [String], status: String = "1", remarks: [String] = [],
    more: [String] = []
  ) -> PaidClaim {
    var claim = PaidClaim.mask(remarks: remarks, more: more)
    claim.status = status
    claim.paid = paid
    claim.lines[0].paid = paid
    claim.lines[0].cas = cas
    return claim
  }

  @Test("exact balances a line, for every kind of reduction")
  func balances() throws {
    // payer, next payer, patient, paid, adjusted
    let cases: [(name: String, claim: PaidClaim, next: Bool, line: [Int64], queue: QueueName?)] = [
      ("paid in full", mask(paid: 18_000, []), false, [0, 0, 0, 18_000, 0], nil),
      (
        "contract and sequestration", mask(paid: 9800, ["CO*45*80**253*2"]), false,
        [0, 0, 0, 9800, 8200], nil
      ),
      (
        "deductible and coinsurance to the patient",
        mask(paid: 5000, ["CO*45*80", "PR*1*30**2*20"]),
        false, [0, 0, 5000, 5000, 8000], nil
      ),
      (
        "the same to the next payer", mask(paid: 5000, ["CO*45*80", "PR*1*30**2*20"]), true,
        [0, 5000, 0, 5000, 8000], .transmission
      ),
      ("denied", mask(paid: 0, ["CO*16*180"], status: "4"), false, [18_000, 0, 0, 0, 0], .denials),
      (
        "denied with status 1", mask(paid: 0, ["CO*50*180"]), false, [18_000, 0, 0, 0, 0], .denials
      ),
      (
        "denied with the code of the fee schedule", mask(paid: 0, ["CO*45*180"]), false,
        [18_000, 0, 0, 0, 0], .denials
      ),
      (
        "denied with group PR", mask(paid: 0, ["PR*96*180"], status: "4"), false,
        [18_000, 0, 0, 0, 0], .denials
      ),
      (
        "paid short", mask(paid: 5000, ["CO*45*80**97*50"]), false, [5000, 0, 0, 5000, 8000],
        .denials
      ),
      (
        "a code that nobody knows", mask(paid: 5000, ["CO*45*80**Z99*50"]), false,
        [5000, 0, 0, 5000, 8000], .denials
      ),
      (
        "six reasons in one segment",
        mask(paid: 1000, ["CO*45*20**253*10**97*30**50*40**16*50**119*20"]), false,
        [14_000, 0, 0, 1000, 3000], .denials
      ),
    ]
    for (name, claim, next, line, queue) in cases {
      let test = try sent(supplemented: next)
      let report = try test.take(SampleFiles.remittance([claim]))
      #expect(report.claimsPosted == 1, "\(name)")
      #expect(try test.balances("A1002") == [line], "\(name)")
      #expect(try test.isInQueue("A1002") == (queue != nil), "\(name)")
      if let queue { #expect(try test.item("A1002").item.queue == queue, "\(name)") }
      #expect(try test.account("write-off") == 0, "\(name)")
      #expect(report.posted == Cents(claim.paid), "\(name)")
      #expect(report.suspense == .zero, "\(name)")
      try test.isSound()
    }
  }

  @Test("the reductions of the contract and the others stand on their own accounts")
  func accounts() throws {
    let test = try sent()
    try test.take(SampleFiles.remittance([.machine()]))
    #expect(try test.account("contractual-adjustment") == 18_000)
    #expect(try test.account("other-adjustment") == 160)
    #expect(try test.account("cash") == 7840)
    #expect(try test.account("suspense") == 0)
    #expect(try test.account("patient-receivable") == 12_000)
  }

  @Test("all codes are kept: every CAS, every RARC of line and claim, in their order")
  func keepsAllCodes() throws {
    let test = try sent()
    let claim = mask(
      paid: 0, ["CO*16*100", "CO*50*30", "PR*96*50"], status: "4",
      remarks: ["M124", "N115", "M127"],
      more: ["MOA***MA130*N211"])
    try test.take(SampleFiles.remittance([claim]))
    #expect(
      try test.texts(
        "SELECT group_code || '-' || reason FROM adjustment ORDER BY line, position")
        == ["CO-16", "CO-50", "PR-96"])
    #expect(try test.texts("SELECT remarks FROM remit_line") == ["M124 N115 M127"])
    #expect(try test.texts("SELECT remarks FROM remit_claim") == ["MA130 N211"])
    let denials = try test.item("A1002").adjudications.flatMap(\.denials)
    #expect(denials.map(\.adjustment.code) == ["CO-16", "CO-50", "PR-96"])
    #expect(denials.allSatisfy { $0.remarks == ["M124", "N115", "M127", "MA130", "N211"] })
    #expect(try test.item("A1002").timeline.contains { $0.detail.contains("N211") })
  }

  @Test("adjustments of a whole claim without lines are shared out to the cent")
  func claimLevelWithoutLines() throws {
    let test = try sent()
    var claim = PaidClaim.machine()
    claim.lines = []
    claim.paid = 10_001
    claim.cas = ["CO*45*199.99", "PR*2*80"]
    let report = try test.take(SampleFiles.remittance([claim]))
    #expect(report.claimsPosted == 1)
    let lines = try test.balances("A1001")
    #expect(lines.map { $0[0] } == [0, 0])
    #expect(
      (0..<5).map { column in lines.map { $0[column] }.reduce(0, +) }
        == [0, 0, 8000, 10_001, 19_999])
    try test.isSound()
  }

  @Test("a zero payment posts its denials and takes no cash in")
  func zeroPayment() throws {
    let test = try sent()
    let report = try test.take(
      SampleFiles.remittances([
        SampleRemittance(trace: "NON1", claims: [.mask()], method: "NON")
      ]))
    #expect(report.remittances == 1)
    #expect(report.paid == .zero)
    #expect(try test.item("A1002").item.queue == .denials)
    #expect(try test.account("cash") == 0)
    try test.isSound()
  }

  @Test("what the payer passed on is not to be billed to the next payer by us")
  func crossover() throws {
    let cases: [(name: String, status: String, remarks: [String], more: [String])] = [
      ("status 19", "19", [], []), ("NM1*TT", "1", [], ["NM1*TT*2*SAMPLE SUPPLEMENT*****PI*55555"]),
      ("MA18 of the claim", "1", [], ["MOA***MA18"]), ("MA18 of the line", "1", ["MA18"], []),
      ("MA07", "1", [], ["MOA***MA07"]),
    ]
    for (name, status, remarks, more) in cases {
      let test = try sent(supplemented: true)
      try test.take(
        SampleFiles.remittance([
          mask(paid: 8000, ["CO*45*60", "PR*2*40"], status: status, remarks: remarks, more: more)
        ]))
      #expect(try test.balances("A1002") == [[0, 4000, 0, 8000, 6000]], "\(name)")
      let detail = try test.item("A1002")
      #expect(detail.item.queue == .followUp, "\(name)")
      #expect(detail.item.reasonCode == "crossover", "\(name)")
      #expect(detail.item.lane == .waiting, "\(name)")
      #expect(try test.refusal("A1002", DecisionEntry(.billNext)) != nil, "\(name)")
      try test.isSound()
    }
    let test = try sent(supplemented: true)
    try test.take(SampleFiles.remittance([mask(paid: 8000, ["CO*45*60", "PR*2*40"])]))
    #expect(try test.item("A1002").item.reasonCode == "bill next")
    #expect(try test.item("A1002").item.lane == .work)
  }

  @Test("the second payer's answer after a crossover posts on the money that was passed on")
  func secondaryAnswer() throws {
    let test = try sent(supplemented: true)
    try test.take(
      SampleFiles.remittance([mask(paid: 8000, ["CO*45*60", "PR*2*40"], status: "19")]))
    var answer = mask(paid: 3000, ["OA*23*140", "PR*3*10"], status: "2")
    answer.member = SamplePayer.supplement.member
    let report = try test.take(
      SampleFiles.remittances([
        SampleRemittance(
          trace: "SUP1", claims: [answer], date: "20260118", payer: .supplement,
          originator: "1999999999")
      ]))
    #expect(report.claimsPosted == 1)
    // OA-23 restates Medicare's answer and is not posted a second time.
    #expect(try test.balances("A1002") == [[0, 0, 1000, 11_000, 6000]])
    #expect(try test.isInQueue("A1002") == false)
    try test.isSound()
  }

  @Test("the next payer's first answer is no second one, whatever place it gives itself")
  func nextPayersAnswer() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine().supplemented()]))
    try test.take(SampleFiles.remittance([.machine()]))
    // Processed as primary, by the supplement: of the 120.00 that Medicare left, nothing is with it.
    var paid = PaidClaim.machine(status: "1")
    paid.paid = 12_000
    paid.patientShare = 0
    paid.lines[0].paid = 1000
    paid.lines[0].cas = ["OA*23*110"]
    paid.lines[1].paid = 11_000
    paid.lines[1].cas = ["OA*23*150"]
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(trace: "S1", claims: [paid], date: "20260120", payer: .supplement)
      ]))
    let item = try test.item("A1001", kind: "remit-claim")
    #expect(item.staged?.reasons.contains(.alreadyPaid) == false)
    #expect(item.staged?.reasons.first?.code == "over balance")
    #expect(item.advice.proposed == .post)
    // The payer tells that it is the next one: what Medicare passed on is paid, and nothing else moves.
    #expect(item.staged?.sheet?.meaning == nil)
    try test.decide(item.item.id, DecisionEntry(.post))
    #expect(
      try test.balances("A1001") == [[0, 0, 0, 4920, 7080], [0, 0, 0, 14_920, 11_080]])
    try test.isSound()
  }

  @Test("a second answer of one payer is staged, a corrected one too")
  func secondAnswer() throws {
    let cases: [(name: String, frequency: String, more: [String], reason: StagingReason)] = [
      ("the same again", "", [], .alreadyPaid), ("frequency 7", "7", [], .correction),
      ("names the first", "", ["REF*F8*ICN1"], .correction),
      ("MA67", "", ["MOA***MA67"], .correction),
    ]
    for (name, frequency, more, reason) in cases {
      let test = try sent()
      try test.take(
        SampleFiles.remittance(
          [mask(paid: 9000, ["CO*45*80"])].map { claim in
            var claim = claim
            claim.lines[0].cas = ["CO*45*90"]
            return claim
          }))
      var second = mask(paid: 9500, ["CO*45*85"], more: more)
      second.frequency = frequency
      let report = try test.take(
        SampleFiles.remittance([second], trace: "EFT0002", date: "20260115"))
      #expect(report.claimsStaged == 1, "\(name)")
      #expect(
        try test.item("A1002", kind: "remit-claim").staged?.reasons.first == reason, "\(name)")
      #expect(report.suspense == Cents(9500), "\(name)")
      try test.isSound()
    }
  }

  @Test("amounts that no payment can have are refused, and nothing of the set is taken in")
  func overflow() throws {
    typealias Change = (inout SampleRemittance) -> Void
    let huge: Int64 = 100_000_000_001
    let cases: [(name: String, change: Change)] = [
      ("payment", { $0.payment = huge }),
      ("charge", { $0.claims[0].charge = huge }),
      (
        "paid",
        {
          $0.claims[0].paid = huge; $0.payment = 0
        }
      ),
      ("line", { $0.claims[0].lines[0].charge = huge }),
      ("adjustment", { $0.claims[0].lines[0].cas = ["CO*45*1000000000.01"] }),
      ("twenty digits", { $0.claims[0].lines[0].cas = ["CO*45*99999999999999999999"] }),
      ("not a number", { $0.claims[0].lines[0].cas = ["CO*45*NaN"] }),
      ("an exponent", { $0.claims[0].lines[0].cas = ["CO*45*1e3"] }),
      (
        "provider adjustments that cancel out",
        { $0.provider = [("WO:1", 900_000_000_000_000), ("FB:2", -900_000_000_000_000)] }
      ),
    ]
    for (name, change) in cases {
      let test = try sent()
      var remittance = SampleRemittance(trace: "EFT0001", claims: [.mask()])
      change(&remittance)
      let report = try test.office.importBytes(
        SampleFiles.remittances([remittance]), name: "huge.835")
      #expect(report.outcome == .partlyApplied, "\(name)")
      #expect(!report.problems.filter(\.isError).isEmpty, "\(name)")
      #expect(report.remittances == 0, "\(name)")
      #expect(try test.office.check().totals.remittances == 0, "\(name)")
      try test.isSound()
    }
  }

  @Test("a bad remittance does not take the others of its file with it")
  func badAmongGood() throws {
    let test = try sent()
    var bad = SampleRemittance(trace: "EFT0002", claims: [.mask()])
    bad.payment = 100_000_000_001
    let report = try test.office.importBytes(
      SampleFiles.remittances([
        SampleRemittance(trace: "EFT0001", claims: [.machine()]), bad,
        SampleRemittance(trace: "EFT0003", claims: [.mask()]),
      ]), name: "three.835")
    #expect(report.outcome == .partlyApplied)
    #expect(report.remittances == 2)
    #expect(report.claimsPosted == 2)
    try test.isSound()
  }

  @Test("a predetermination and the news that a claim went to another payer are information")
  func otherStatuses() throws {
    let test = try sent()
    let report = try test.take(
      SampleFiles.remittance([
        mask(paid: 0, ["CO*45*180"], status: "25"), mask(paid: 0, ["CO*45*180"], status: "23"),
      ]))
    #expect(report.claimsPosted == 0)
    #expect(
      try test.texts("SELECT state FROM remit_claim ORDER BY position") == ["noted", "noted"])
    #expect(try test.item("A1002").placement?.governing?.kind == .initialClaim)
    #expect(try test.balances("A1002") == [[18_000, 0, 0, 0, 0]])
    try test.isSound()
  }
}
