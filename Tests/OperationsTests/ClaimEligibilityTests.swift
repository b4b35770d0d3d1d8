import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Asking a payer about the patient of a claim")
struct ClaimEligibilityTests {
  private func denied() throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-20")
    var mask = SampleClaim.mask()
    mask.payer.indicator = "MB"
    try test.take(SampleFiles.claims([mask]))
    try test.take(SampleFiles.remittance([.mask(cas: "CO*27*180", remarks: [], more: [])]))
    return test
  }

  private func text(_ test: TestOffice) throws -> String {
    let name = try #require(Scratch.names(in: test.office.outbox).first)
    return String(decoding: try Scratch.bytes(test.office.outbox + "/" + name), as: UTF8.self)
  }

  @Test("the question names the patient, the member number and the day of service")
  func asked() throws {
    let test = try denied()
    try test.decide("A1002", DecisionEntry(.checkEligibility))
    let text = try text(test)
    for part in [
      "NM1*PR*2*SAMPLE MEDICARE DME*****PI*19003", "NM1*IL*1*ROE*RICHARD****MI*1EG4TE5MK74",
      "DTP*291*D8*20251220",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(try test.item("A1002").item.lane == .waiting)
  }

  @Test("undo takes the question back, redo asks it anew")
  func undo() throws {
    let test = try denied()
    try test.decide("A1002", DecisionEntry(.checkEligibility))
    let first = Scratch.names(in: test.office.outbox)
    #expect(first.count == 1)
    _ = try test.office.undo()
    #expect(Scratch.names(in: test.office.outbox) == [])
    #expect(try test.numbers("SELECT is_withdrawn FROM eligibility") == [1])
    _ = try test.office.redo()
    #expect(Scratch.names(in: test.office.outbox).count == 1)
    #expect(try test.numbers("SELECT is_withdrawn FROM eligibility ORDER BY id") == [1, 0])
    _ = try test.office.undo()
    #expect(Scratch.names(in: test.office.outbox) == [])
    try test.decide("A1002", DecisionEntry(.checkEligibility))
    #expect(Scratch.names(in: test.office.outbox).count == 1)
  }

  @Test("a question that was picked up stays asked")
  func pickedUp() throws {
    let test = try denied()
    try test.decide("A1002", DecisionEntry(.checkEligibility))
    let name = try #require(Scratch.names(in: test.office.outbox).first)
    try Scratch.remove(test.office.outbox + "/" + name)
    _ = try test.office.undo()
    #expect(try test.numbers("SELECT is_withdrawn FROM eligibility") == [0])
    #expect(try test.item("A1002").item.lane == .work)
  }

  @Test("the answer stands on the claim's page, and the claim that waited for it is work again")
  func answered() throws {
    let test = try denied()
    try test.decide("A1002", DecisionEntry(.checkEligibility))
    let trace = try #require(
      try text(test).split(separator: "~").map { $0.filter { !$0.isNewline } }
        .first { $0.hasPrefix("TRN*1*") })
    let parts = trace.split(separator: "*").map(String.init)
    let body = [
      "BHT*0022*11*R1*20260120*1200", "HL*1**20*1",
      "NM1*PR*2*SAMPLE MEDICARE DME*****PI*19003", "HL*2*1*21*1",
      "NM1*1P*2*HARBOR HOME MEDICAL*****XX*1234567893", "HL*3*2*22*0",
      "TRN*2*\(parts[2])*\(parts[3])", "NM1*IL*1*ROE*RICHARD****MI*1EG4TE5MK74",
      "DTP*291*D8*20251220", "EB*6**30",
    ]
    #expect(try test.item("A1002").item.lane == .waiting)
    try test.take(
      SampleFiles.file(
        code: "HB", version: "005010X279A1", date: "20260120", interchange: 9, group: 7,
        sender: "CEX0001", sets: [("0001", body.map { $0 + "~" }.joined(separator: "\n"))]))
    let detail = try test.item("A1002")
    #expect(detail.item.lane == .work)
    #expect(detail.claimDetail?.eligibility?.standing == .inactive)
    #expect(detail.timeline.map(\.title).contains("Eligibility: inactive"))
  }
}
