import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Remittances that do not balance")
struct RemittanceDifferenceTests {
  private func sent() throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    return test
  }

  @Test("one cent at any level of a claim stages it with the exact difference")
  func claimAndLine() throws {
    typealias Change = (inout PaidClaim) -> Void
    let cases: [(name: String, change: Change, reasons: [StagingReason])] = [
      (
        "line", { $0.lines[0].cas = ["CO*45*70.01**253*.8", "PR*2*10"] },
        [.claimOutOfBalance(Cents(-1)), .lineOutOfBalance(Cents(1))]
      ),
      (
        "two lines that make up for each other",
        {
          $0.lines[0].cas = ["CO*45*70.01**253*.8", "PR*2*10"]
          $0.lines[1].cas = ["CO*45*109.99**253*.8", "PR*1*100**2*10"]
        }, [.lineOutOfBalance(Cents(2))]
      ),
      ("claim paid", { $0.paid += 1 }, [.claimOutOfBalance(Cents(-1))]),
      ("claim charge", { $0.charge += 1 }, [.claimOutOfBalance(Cents(1))]),
    ]
    for (name, change, reasons) in cases {
      let test = try sent()
      var claim = PaidClaim.machine()
      change(&claim)
      let report = try test.office.importBytes(
        SampleFiles.remittance([claim, .mask()]), name: "odd.835")
      #expect(report.claimsStaged == 1, "\(name)")
      #expect(report.claimsPosted == 1, "\(name): the other claim is clean")
      let item = try test.item("A1001", kind: "remit-claim")
      #expect(item.staged?.reasons == reasons, "\(name)")
      #expect(
        try test.balances("A1001") == [[12_000, 0, 0, 0, 0], [26_000, 0, 0, 0, 0]], "\(name)")
      #expect(item.staged?.suspense == Cents(claim.paid), "\(name)")
      #expect(try test.isInQueue("A1001") == false, "\(name): it waits in cash posting alone")
      // The sheet names the difference and posts what the lines say.
      let notes = item.staged?.sheet?.notes ?? []
      #expect(notes.contains { $0.contains("0.01") }, "\(name): \(notes)")
      let before = try OfficeState(test)
      try test.decide("A1001", kind: "remit-claim", DecisionEntry(.post))
      #expect(try test.balances("A1001").map { $0[3] } == [3920, 3920], "\(name)")
      #expect(try test.account("suspense") == 0, "\(name)")
      #expect(try test.account("payment-difference") == 7840 - claim.paid, "\(name)")
      try test.isSound()
      _ = try test.office.undo()
      try test.isAs(before, "\(name)")
    }
  }

  @Test("one cent between payment and claims holds the whole remittance back")
  func transaction() throws {
    for difference in [Int64(1), -1, 5_000_000] {
      let test = try sent()
      var remittance = SampleRemittance(trace: "EFT0001", claims: [.machine(), .mask()])
      remittance.payment = remittance.cents + difference
      let report = try test.office.importBytes(
        SampleFiles.remittances([remittance]), name: "odd.835")
      #expect(report.claimsPosted == 0)
      #expect(report.claimsStaged == 2)
      let item = try test.item("EFT0001", kind: "remittance")
      #expect(item.staged?.reasons == [.transactionOutOfBalance(Cents(difference))])
      #expect(item.staged?.suspense == Cents(remittance.cents))
      #expect(item.item.reason.contains(Cents(difference).description))
      #expect(try test.balances("A1001") == [[12_000, 0, 0, 0, 0], [26_000, 0, 0, 0, 0]])
      #expect(try test.texts("SELECT DISTINCT state FROM remit_claim") == ["held"])
      #expect(try test.isInQueue("A1001", kind: "remit-claim") == false)
      let found = try test.office.findRemittance("EFT0001")
      let detail = try test.office.remittance(#require(found))
      #expect(detail.difference == Cents(difference))
      #expect(detail.row.suspense == Cents(remittance.cents))
      #expect(detail.row.staged == 2)
      try test.isSound()
      // Posted by a person: every claim as it says, the difference on an account of its own.
      let before = try OfficeState(test)
      try test.decide("EFT0001", kind: "remittance", DecisionEntry(.post))
      #expect(try test.balances("A1001").map { $0[3] } == [3920, 3920])
      #expect(try test.account("payment-difference") == -difference)
      #expect(try test.account("suspense") == 0)
      #expect(try test.item("EFT0001", kind: "provider-balance").item.balance == Cents(-difference))
      try test.isSound()
      let after = try OfficeState(test)
      _ = try test.office.undo()
      try test.isAs(before)
      _ = try test.office.redo()
      try test.isAs(after)
      try test.isSound()
    }
  }

  @Test("a charge that differs from what was billed is staged with both")
  func chargeDiffers() throws {
    let test = try sent()
    var claim = PaidClaim.mask(cas: "CO*45*90", remarks: [], more: [])
    claim.status = "1"
    claim.charge = 19_000
    claim.paid = 10_000
    claim.lines[0].charge = 19_000
    claim.lines[0].paid = 10_000
    let report = try test.take(SampleFiles.remittance([claim]))
    #expect(report.claimsStaged == 1)
    let item = try test.item("A1002", kind: "remit-claim")
    #expect(
      item.staged?.reasons.first
        == .chargeDiffers(billed: Cents(18_000), reported: Cents(19_000)))
    #expect(item.advice.proposed == .post)
    let notes = item.staged?.sheet?.notes ?? []
    #expect(notes.contains { $0.contains("10.00 apart") }, "\(notes)")
    #expect(notes.contains { $0.contains("CO-45 $10.00") }, "\(notes)")
    try test.decide("A1002", kind: "remit-claim", DecisionEntry(.post))
    #expect(try test.balances("A1002") == [[0, 0, 0, 10_000, 8000]])
    try test.isSound()
  }

  @Test(
    "interest alone posts by itself up to the office's limit, to the cent", arguments: [2500, 2501])
  func interest(cents: Int64) throws {
    let test = try sent()
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(trace: "EFT0001", claims: [.machine()], provider: [("L6", -cents)])
      ]))
    let isPosted = cents == 2500
    #expect(try test.account("interest-income") == (isPosted ? -cents : 0))
    #expect(try test.account("suspense") == (isPosted ? 0 : -cents))
    #expect(try test.isInQueue("EFT0001", kind: "remittance") == !isPosted)
    try test.isSound()
  }

  @Test("provider adjustments are staged with their exact amounts and posted by a person")
  func providerAdjustments() throws {
    let cases: [(name: String, pairs: [(String, Int64)], accounts: [String: Int64])] = [
      ("recovery", [("WO:25211000300001", 2500)], ["recoupment": 2500]),
      // Up to the office's limit it posts by itself.
      ("interest above the limit", [("L6", -2501)], ["interest-income": -2501]),
      ("forwarding", [("FB:X", -700)], ["forwarding-balance": -700]),
      (
        "several", [("WO:1", 2500), ("L6", -150), ("72:2", 300), ("CS:3", -50), ("FB:4", 100)],
        [
          "recoupment": 2800, "interest-income": -150, "provider-adjustment": -50,
          "forwarding-balance": 100,
        ]
      ),
    ]
    for (name, pairs, accounts) in cases {
      let test = try sent()
      let report = try test.take(
        SampleFiles.remittances([
          SampleRemittance(trace: "EFT0001", claims: [.machine()], provider: pairs)
        ]))
      #expect(report.claimsPosted == 1, "\(name)")
      let sum = pairs.map(\.1).reduce(0, +)
      let item = try test.item("EFT0001", kind: "remittance")
      #expect(
        item.staged?.reasons
          == pairs.map { pair in
            .providerAdjustment(
              reason: String(pair.0.prefix { $0 != ":" }), Cents(pair.1))
          }, "\(name)")
      #expect(item.staged?.suspense == Cents(-sum), "\(name)")
      #expect(try test.account("suspense") == sum, "\(name)")
      try test.isSound()

      try test.decide("EFT0001", kind: "remittance", DecisionEntry(.post))
      #expect(try test.isInQueue("EFT0001", kind: "remittance") == false, "\(name)")
      for (account, cents) in accounts {
        #expect(try test.account(account) == cents, "\(name) \(account)")
      }
      #expect(try test.account("suspense") == 0, "\(name)")
      try test.isSound()

      // Undone and done again it must not wait in the queue a second time.
      _ = try test.office.undo()
      #expect(try test.isInQueue("EFT0001", kind: "remittance"), "\(name)")
      #expect(try test.account("suspense") == sum, "\(name)")
      _ = try test.office.redo()
      #expect(try test.isInQueue("EFT0001", kind: "remittance") == false, "\(name)")
      #expect(try test.account("suspense") == 0, "\(name)")
      try test.isSound()
    }
  }
}
