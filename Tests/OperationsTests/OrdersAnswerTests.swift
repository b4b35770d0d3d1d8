import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Answers to what was sent")
struct OrdersAnswerTests {
  /// The group and interchange number of the first file that an office sends.
  private static let control = 700_000_001

  /// One claim of Medicare, sent on Tuesday, 20 January 2026.
  private func sent(_ other: [String: String] = [:]) throws -> TestOffice {
    let test = try TestOffice()
    try test.confirm([.device("SO-1", other)])
    try test.sendAll()
    return test
  }

  private func batch(_ test: TestOffice) throws -> Batch {
    try #require(try test.office.transmission().batches.first)
  }

  @Test("999 and 277CA answer the batch and move its claims")
  func accepted() throws {
    let test = try sent()
    let number = try #require(try test.claimNumbers().first)
    #expect(try batch(test).unanswered == 1)
    try test.take(
      SampleFiles.acknowledgment(group: Self.control, outcome: "A", date: "20260120"), "ack.999")
    #expect(try batch(test).received == 1)
    #expect(try test.charges(of: "SO-1").first?.hasSuffix(" answered") == true)
    try test.take(
      SampleFiles.statuses([(number, ["STC*A2:20:PR*20260121*WQ*120"])], date: "20260121"),
      "payer.277")
    #expect(try batch(test).accepted == 1)
    #expect(
      !(try test.texts("SELECT reference FROM work_item WHERE is_closed = 0"))
        .contains(try batch(test).fileName))
    let later = try test.on("2026-04-01")
    try later.office.rollDay()
    let item = try later.item(number)
    #expect(item.item.queue == .followUp)
    let proof = try #require(item.filingProof)
    #expect(proof.acceptedOn == Day("2026-01-21"))
    #expect((proof.controlNumber, proof.file) == (number, "payer.277"))
    #expect(proof.answer.contains("277"))
    try later.isSound()
  }

  @Test("a batch without an answer is work once a business day has passed")
  func alarm() throws {
    let test = try TestOffice(today: "2026-01-23")
    try test.confirm([.device()])
    let file = try #require(try test.sendAll().first)
    #expect(try test.item(file, kind: "batch").item.lane == .waiting)
    #expect(try test.office.transmission().alarms == 0)
    // Friday's batch is not late on Sunday.
    for (day, alarms) in [("2026-01-25", 0), ("2026-01-26", 1)] {
      let on = try test.on(day)
      try on.office.rollDay()
      #expect(try on.office.transmission().alarms == alarms)
      #expect(try on.item(file, kind: "batch").item.lane == (alarms == 0 ? .waiting : .work))
      try on.isSound()
    }
    let monday = try test.on("2026-01-26")
    try monday.take(
      SampleFiles.acknowledgment(group: Self.control, outcome: "A", date: "20260126"), "ack.999")
    #expect(!(try monday.isInQueue(file, kind: "batch")))
    try monday.isSound()
  }

  @Test("a batch that is refused whole puts its claims into rejections")
  func refused() throws {
    let test = try sent()
    let number = try #require(try test.claimNumbers().first)
    try test.take(
      SampleFiles.acknowledgment(group: Self.control, outcome: "R", date: "20260120"), "ack.999")
    #expect(try batch(test).rejected == 1)
    #expect(try test.item(number).item.queue == .rejections)
    #expect(throws: Refusal.self) { try test.office.undo() }
    try test.isSound()
    // The claim goes out again as any rejected claim does, under a number of its own.
    let again = try test.decide(number, .resubmitted)
    #expect(again.file != nil)
    #expect(try test.charges(of: "SO-1").count == 1)
    try test.isSound()
  }

  @Test("what the first payer leaves goes out to the second with the first one's answer")
  func secondary() throws {
    let test = try sent(SampleOrder.supplement)
    let number = try #require(try test.claimNumbers().first)
    let line = try #require(try test.texts("SELECT control_number FROM claim_line").first)
    #expect(try test.office.transmission().groups == [])
    try test.take(
      SampleFiles.remittance(
        [
          PaidClaim(
            control: number, charge: 12_000, paid: 4800,
            lines: [
              PaidLine(
                code: "E0601:RR:KH:KX", charge: 12_000, paid: 4800, cas: ["CO*45*60", "PR*2*12"],
                number: line, day: "20260112")
            ], patientShare: 1200, payerNumber: "26030000100001")
        ], date: "20260125"), "pay.835")
    try test.isSound()
    let group = try #require(try test.office.transmission().groups.first)
    #expect(group.payerName == SamplePayer.supplement.name)
    #expect((group.claims, group.secondary, group.total) == (1, 1, Cents(12_000)))
    let before = try OfficeState(orders: test)
    let file = try #require(try test.sendAll().first)
    let text = String(decoding: try test.sent(file), as: UTF8.self)
    for segment in ["SBR*S*18", "SVD*19003*48*HC:E0601:RR:KH:KX**1", "CAS*CO*45*60", "CAS*PR*2*12"]
    {
      #expect(text.contains(segment), "\(segment)")
    }
    #expect(text.contains("AMT*D*48"))
    #expect(try test.numbers("SELECT count(*) FROM claim") == [2])
    #expect(try test.office.transmission().groups == [])
    try test.isSound()
    _ = try test.office.undo()
    try test.isAs(orders: before)
    try test.isSound()
  }
}
