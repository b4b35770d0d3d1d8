import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Answers of the payer that had the claim before")
struct LateAnswerTests {
  /// The mask, unanswered by Medicare, goes to the commercial plan on 10 February.
  private func changed() throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-20")
    try test.take(SampleFiles.claims([.mask()]))
    let later = try test.on("2026-02-10")
    try later.decide("A1002", PayerChangeTests.entry(.instead))
    return later
  }

  private func remittance(
    _ claims: [PaidClaim], trace: String, date: String, payer: SamplePayer = .medicare
  ) -> [UInt8] {
    SampleFiles.remittances([
      SampleRemittance(
        trace: trace, claims: claims, date: date, payer: payer,
        originator: payer.identifier == "19003" ? "1512345678" : "1999999999")
    ])
  }

  private func commercialAnswer(
    _ status: String = "1", paid: Int64, _ cas: [String]
  ) -> PaidClaim {
    var claim = PaidClaim.mask("A1002R2", remarks: [], more: [])
    claim.status = status
    claim.paid = paid
    claim.lines[0].paid = paid
    claim.lines[0].cas = cas
    claim.payerNumber = "COM777"
    return claim
  }

  @Test("a late denial is told in the timeline and denies nothing of the new payer")
  func denial() throws {
    let test = try changed()
    let before = try test.item("A1002").item
    let later = try test.on("2026-02-20")
    try later.take(remittance([.mask()], trace: "M1", date: "2026-02-18".filter { $0 != "-" }))
    let detail = try later.item("A1002")
    #expect(detail.item.queue == before.queue)
    #expect(detail.item.lane == .waiting)
    #expect(
      detail.timeline.map(\.title).contains(
        "Remittance M1: denied, for the sending to SAMPLE MEDICARE DME"))
    // The former payer's number is none of the claim with the new one.
    #expect(detail.claim?.payerControlNumber == "")
    #expect(try later.balances("A1002") == [[18_000, 0, 0, 0, 0]])
    try later.isSound()
  }

  @Test("late money posts, and the new payer's answer posts beside it")
  func money() throws {
    let test = try changed()
    let later = try test.on("2026-02-25")
    var late = PaidClaim.mask(cas: "CO*45*130", remarks: [], more: [])
    late.status = "1"
    late.paid = 5000
    late.lines[0].paid = 5000
    try later.take(remittance([late], trace: "M1", date: "20260218"))
    #expect(try later.balances("A1002") == [[0, 0, 0, 5000, 13_000]])
    #expect(try later.texts("SELECT state FROM remit_claim") == ["posted"])
    try later.isSound()
  }

  @Test("after a late denial the new payer's payment posts by itself")
  func payment() throws {
    let test = try changed()
    let later = try test.on("2026-03-05")
    try later.take(remittance([.mask()], trace: "M1", date: "20260218"))
    try later.take(
      remittance(
        [commercialAnswer(paid: 10_000, ["CO*45*80"])], trace: "C1", date: "20260301",
        payer: .commercial))
    #expect(try later.texts("SELECT state FROM remit_claim ORDER BY id") == ["posted", "posted"])
    #expect(try later.balances("A1002") == [[0, 0, 0, 10_000, 8000]])
    // What the plan allowed is the plan's.
    #expect(
      try later.texts(
        """
        SELECT payer.name FROM allowed_amount JOIN payer ON payer.id = allowed_amount.payer_id
        """) == ["SAMPLE COMMERCIAL PLAN"])
    #expect(try later.isInQueue("A1002") == false)
    try later.isSound()
  }

  @Test("the new payer's denial is the one to be worked, under its own number")
  func newDenial() throws {
    let test = try changed()
    let later = try test.on("2026-03-05")
    try later.take(
      remittance(
        [commercialAnswer("4", paid: 0, ["CO*50*180"])], trace: "C1", date: "20260301",
        payer: .commercial))
    try later.take(remittance([.mask()], trace: "M1", date: "20260303"))
    let detail = try later.item("A1002")
    #expect(detail.item.queue == .denials)
    #expect(detail.item.reasonCode.contains("CO-50"), "\(detail.item.reasonCode)")
    #expect(detail.claim?.payerControlNumber == "COM777")
    try later.isSound()
  }

  @Test("a front end that took the former sending in proves nothing for the new payer")
  func proof() throws {
    let test = try TestOffice(today: "2026-01-20")
    try test.take(SampleFiles.claims([.mask()]))
    try test.take(
      SampleFiles.statuses([("A1002", ["STC*A2:20:PR*20260106*WQ*180", "REF*1K*ICN55"])]))
    #expect(try test.item("A1002").claimDetail?.filingProof != nil)
    let later = try test.on("2026-02-10")
    try later.decide("A1002", PayerChangeTests.entry(.instead))
    #expect(try later.item("A1002").claimDetail?.filingProof == nil)
    #expect(try later.item("A1002").claim?.payerControlNumber == "")
    _ = try later.office.undo()
    #expect(try later.item("A1002").claimDetail?.filingProof != nil)
    #expect(try later.item("A1002").claim?.payerControlNumber == "ICN55")
  }
}
