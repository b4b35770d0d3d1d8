import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

/// The matching cascade of domain reference 5.5, from bytes to the ledger.
@Suite("Which claim a remittance speaks of")
struct RemittanceMatchingTests {
  /// Medicare's claims: the machine, and the mask with a payer's number from its 277CA.
  private func sent(_ extra: [SampleClaim] = []) throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine(), .mask()] + extra))
    try test.take(
      SampleFiles.statuses([("A1002", ["STC*A2:20:PR*20260106*WQ*180", "REF*1K*ICN1002"])]))
    return test
  }

  @Test("control number, then the payer's number, then patient, day and charge")
  func cascade() throws {
    let paid = PaidClaim.mask(cas: "CO*45*80", remarks: [], more: [])
    typealias Change = (inout PaidClaim) -> Void
    enum Ending { case posted, confirm, unmatched }
    let cases: [(name: String, change: Change, ending: Ending)] = [
      ("control number", { _ in }, .posted),
      ("control number in other letters", { $0.control = "a1002" }, .posted),
      (
        "payer's number",
        {
          $0.control = "0"; $0.payerNumber = "ICN1002"
        }, .posted
      ),
      (
        "payer's number in REF*F8",
        {
          $0.control = ""; $0.payerNumber = "NEW1"; $0.more = ["REF*F8*ICN1002"]
        }, .posted
      ),
      (
        "member, day and charge",
        {
          $0.control = "0"; $0.payerNumber = "NEW1"
        }, .confirm
      ),
      (
        "name, day and charge",
        {
          $0.control = "0"; $0.payerNumber = "NEW1"; $0.member = "OTHER"
        }, .confirm
      ),
      (
        "nothing but the day",
        {
          $0.control = "0"
          $0.payerNumber = "NEW1"
          $0.member = ""
          $0.last = "STRANGER"
          $0.first = "SAM"
        }, .unmatched
      ),
      (
        "the number of another patient's claim",
        {
          $0.control = "A1002"
          $0.member = "OTHER"
          $0.last = "STRANGER"
          $0.first = "SAM"
          $0.charge = 5000
          $0.paid = 4000
          $0.lines[0].charge = 5000
          $0.lines[0].paid = 4000
          $0.lines[0].cas = ["CO*45*10"]
          $0.lines[0].day = "20240101"
        }, .confirm
      ),
    ]
    for (name, change, ending) in cases {
      let test = try sent()
      var claim = paid
      claim.status = "1"
      claim.paid = 10_000
      claim.lines[0].paid = 10_000
      change(&claim)
      let report = try test.take(SampleFiles.remittance([claim]))
      #expect(report.claimsPosted == (ending == .posted ? 1 : 0), "\(name)")
      #expect(report.claimsStaged == (ending == .posted ? 0 : 1), "\(name)")
      if ending == .posted {
        #expect(try test.balances("A1002") == [[0, 0, 0, 10_000, 8000]], "\(name)")
      } else {
        #expect(try test.balances("A1002") == [[18_000, 0, 0, 0, 0]], "\(name)")
        let item = try test.item(claim.control, kind: "remit-claim")
        let isUnmatched = item.staged?.reasons == [.unmatched]
        #expect(isUnmatched == (ending == .unmatched), "\(name): \(item.staged?.reasons ?? [])")
        #expect(item.staged?.suspense == Cents(claim.paid), "\(name)")
      }
      try test.isSound()
    }
  }

  @Test("a candidate comes with the reasons for and against it")
  func candidates() throws {
    let test = try sent()
    var claim = PaidClaim.mask()
    claim.control = "0"
    claim.payerNumber = "NEW1"
    claim.member = "OTHER"
    try test.take(SampleFiles.remittance([claim]))
    let staged = try test.item("0", kind: "remit-claim").staged
    #expect(staged?.candidates.map(\.controlNumber) == ["A1002"])
    #expect(staged?.candidates.first?.reasonsFor.contains("patient name") == true)
    #expect(staged?.candidates.first?.reasonsAgainst.contains("member id differs") == true)
  }

  @Test("an answer to any sending of a claim is the claim's")
  func answerToResubmission() throws {
    let test = try sent()
    try test.take(SampleFiles.statuses([("A1001", ["STC*A7:507*20260107*U*380"])], interchange: 9))
    let outcome = try test.decide("A1001", .resubmitted)
    #expect(outcome.file != nil)
    let number = try #require(try test.item("A1001").submissions.last?.controlNumber)
    #expect(number == "A1001R2")
    try test.on("2026-02-10").take(
      SampleFiles.remittance([.machine(number)], date: "20260210"))
    #expect(try test.balances("A1001").map { $0[3] } == [3920, 3920])
    try test.isSound()
  }

  @Test("lines by number, by code without modifiers, by the code that was billed")
  func lineCascade() throws {
    let cases: [(name: String, change: (inout PaidClaim) -> Void, posts: Bool)] = [
      ("by REF*6R, the code changed", { $0.lines[0].code = "E0471:RR" }, true),
      (
        "by code and modifiers",
        {
          $0.lines[0].number = ""; $0.lines[1].number = ""
        }, true
      ),
      (
        "modifiers dropped",
        {
          $0.lines[0].number = ""
          $0.lines[0].code = "E0601"
          $0.lines[1].number = ""
          $0.lines[1].code = "E0562"
        }, true
      ),
      (
        "the code that was billed",
        {
          $0.lines[0].number = ""
          $0.lines[0].code = "E0470:RR"
          $0.lines[0].submitted = "E0601:RR:KH:KX"
        }, true
      ),
      (
        "no date on the line",
        {
          $0.lines[0].number = ""; $0.lines[0].day = ""
        }, true
      ),
      (
        "another order of lines",
        {
          $0.lines.reverse()
          $0.lines[0].number = ""
          $0.lines[1].number = ""
        }, true
      ),
      (
        "a code that was never billed",
        {
          $0.lines[0].number = ""; $0.lines[0].code = "E0470:RR"
        }, false
      ),
    ]
    for (name, change, posts) in cases {
      let test = try sent()
      var claim = PaidClaim.machine()
      change(&claim)
      let report = try test.take(SampleFiles.remittance([claim]))
      #expect(report.claimsPosted == (posts ? 1 : 0), "\(name)")
      if posts {
        #expect(
          try test.balances("A1001") == [[0, 0, 1000, 3920, 7080], [0, 0, 11_000, 3920, 11_080]],
          "\(name)")
      } else {
        let staged = try test.item("A1001", kind: "remit-claim").staged
        #expect(staged?.reasons == [.lineUnmatched("E0470 RR for $120.00")], "\(name)")
        #expect(try test.balances("A1001") == [[12_000, 0, 0, 0, 0], [26_000, 0, 0, 0, 0]])
      }
      try test.isSound()
    }
  }

  @Test("what the office never sent is made from the remittance on the first day only")
  func adoption() throws {
    let first = try TestOffice()
    let report = try first.take(SampleFiles.remittance([.machine(), .mask()]))
    #expect(report.claimsAdded == 2)
    #expect(report.claimsPosted == 2)
    #expect(try first.item("A1002").claim?.origin == .remittance)
    #expect(try first.item("A1002").item.queue == .denials)
    #expect(try first.account("revenue") == -56_000)
    try first.isSound()

    let later = try TestOffice()
    try later.take(SampleFiles.claims([.mask("B1")]))
    let second = try later.take(SampleFiles.remittance([.machine()]))
    #expect(second.claimsAdded == 0)
    #expect(second.claimsStaged == 1)
    #expect(try later.item("A1001", kind: "remit-claim").staged?.reasons == [.unmatched])
    try later.isSound()
  }

  @Test("a claim adopted on the first day is the one that a claim file names later")
  func adoptedThenSent() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.remittance([.mask()]))
    try test.take(SampleFiles.claims([.mask()]))
    #expect(try test.office.check().totals.claims == 1)
    #expect(try test.account("revenue") == -18_000)
    let detail = try test.item("A1002")
    #expect(detail.submissions.count == 1)
    #expect(detail.item.queue == .denials)
    try test.isSound()
  }
}
