import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Remittances that could not be read")
struct RefusedSetTests {
  /// Two remittances in one file, changed as text.
  private func file(_ changes: [(String, String)]) -> [UInt8] {
    let good = SampleFiles.remittances([
      SampleRemittance(trace: "EFT0001", claims: [.machine()]),
      SampleRemittance(trace: "EFT0002", claims: [.mask()], payment: 0, method: "NON"),
    ])
    var text = String(decoding: good, as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    return Array(text.utf8)
  }

  private func sent() throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    return test
  }

  @Test("a set whose amount cannot be read is work with what could be read of it, once")
  func unreadable() throws {
    let test = try sent()
    let bad = file([("SVC*HC:E0601:RR:KH:KX*120*39.2", "SVC*HC:E0601:RR:KH:KX*120*39.z")])
    _ = try test.office.importBytes(bad, name: "bad.835")
    let item = try test.item("EFT0001", kind: "refused-set")
    #expect(item.item.queue == .cashPosting)
    #expect(item.item.balance == .zero)
    #expect(item.item.expected == Cents(7840))
    #expect(item.item.reason.contains("SAMPLE MEDICARE DME"))
    guard case .refusedSet(let refused) = item.subject else {
      Issue.record("\(item.subject)")
      return
    }
    #expect(refused.facts.controlNumber == "0001")
    #expect(refused.facts.amount == Cents(7840))
    #expect(refused.facts.day == Day("2026-01-10"))
    #expect(refused.facts.problem.place.segment > 0)
    #expect(refused.file == "bad.835")
    // The other set of the file was taken in.
    #expect(try test.office.findRemittance("EFT0002") != nil)
    #expect(try test.account("cash") == 0)
    _ = try test.office.importBytes(bad, name: "again.835")
    #expect(try test.texts("SELECT file_name FROM refused_set") == ["bad.835"])
    try test.isSound()
  }

  @Test("sets of a wrong count or without an end are work, even where nothing of the file is kept")
  func envelopes() throws {
    let test = try sent()
    let good = SampleFiles.remittance([.machine()])
    let text = String(decoding: good, as: UTF8.self)
    let count = try #require(text.firstMatch(of: /SE\*(\d+)\*/)?.output.1)
    let bad = Array(text.replacing("SE*\(count)*", with: "SE*9\(count)*").utf8)
    for _ in 1...2 {
      let report = try test.office.importBytes(bad, name: "count.835")
      #expect(report.outcome == .refused)
    }
    #expect(try test.texts("SELECT trace_number FROM refused_set") == ["EFT0001"])
    #expect(try test.item("EFT0001", kind: "refused-set").item.expected == Cents(7840))
    let cut = try #require(text.firstRange(of: "SE*"))
    _ = try test.office.importBytes(
      Array((text[..<cut.lowerBound] + "GE*1*501~\nIEA*1*000000501~\n").utf8), name: "cut.835")
    #expect(try test.texts("SELECT file_name FROM refused_set ORDER BY id").count == 2)
    #expect(try test.texts("SELECT id FROM remittance") == [])
    try test.isSound()
  }

  @Test("without a trace number or a readable amount it says so, and no other set takes its place")
  func hardlyReadable() throws {
    let test = try sent()
    _ = try test.office.importBytes(
      file([("TRN*1*EFT0001*1512345678", "TRN*1**1512345678"), ("BPR*I*78.4*", "BPR*I*78.x*")]),
      name: "bare.835")
    let item = try test.item("bare.835", kind: "refused-set")
    guard case .refusedSet(let refused) = item.subject else {
      Issue.record("\(item.subject)")
      return
    }
    #expect(refused.facts.amount == nil)
    #expect(refused.facts.traceNumber.isEmpty)
    try test.take(SampleFiles.remittance([.machine()]))
    #expect(try test.isInQueue("bare.835", kind: "refused-set"))
    try test.isSound()
  }

  @Test("a readable set of the same trace and payer closes it; another payer's does not")
  func replaced() throws {
    let test = try sent()
    _ = try test.office.importBytes(
      file([("SVC*HC:E0601:RR:KH:KX*120*39.2", "SVC*HC:E0601:RR:KH:KX*120*39.z")]),
      name: "bad.835")
    var other = SampleRemittance(trace: "EFT0001", claims: [.machine("B1")])
    other.payer = .commercial
    other.originator = "1999999999"
    try test.take(SampleFiles.remittances([other], interchange: 502), "other.835")
    #expect(try test.isInQueue("EFT0001", kind: "refused-set"))
    let mended = SampleFiles.remittances(
      [SampleRemittance(trace: "EFT0001", claims: [.machine()])], interchange: 503)
    try test.take(mended, "mended.835")
    #expect(try !test.isInQueue("EFT0001", kind: "refused-set"))
    try test.isSound()
  }

  @Test("a person settles it with a reason, and takes that back")
  func settled() throws {
    let test = try sent()
    _ = try test.office.importBytes(
      file([("SVC*HC:E0601:RR:KH:KX*120*39.2", "SVC*HC:E0601:RR:KH:KX*120*39.z")]),
      name: "bad.835")
    let item = try test.item("EFT0001", kind: "refused-set")
    #expect(item.advice.proposed == .calledPayer)
    for verb in [DecisionVerb.settle, .calledPayer, .note, .followUp] {
      #expect(
        item.advice.options.contains { $0.verb == verb && $0.permission == .allowed }, "\(verb)")
    }
    #expect(
      try test.refusal(
        "EFT0001", kind: "refused-set", DecisionEntry(.settle, [.reason: "no such"])) != nil)
    try test.decide("EFT0001", kind: "refused-set", DecisionEntry(.note, [.note: "mailed"]))
    #expect(try test.isInQueue("EFT0001", kind: "refused-set"))
    try test.decide("EFT0001", kind: "refused-set", DecisionEntry(.settle, [.reason: "NOT-OURS"]))
    #expect(try !test.isInQueue("EFT0001", kind: "refused-set"))
    try test.isSound()
    _ = try test.office.undo()
    #expect(try test.isInQueue("EFT0001", kind: "refused-set"))
    try test.isSound()
  }

  @Test("a test file moves no money and makes no work")
  func testData() throws {
    let test = try sent()
    let text = String(
      decoding: file([("SVC*HC:E0601:RR:KH:KX*120*39.2", "SVC*HC:E0601:RR:KH:KX*120*39.z")]),
      as: UTF8.self)
    _ = try test.office.importBytes(
      Array(text.replacing("*0*P*:", with: "*0*T*:").utf8), name: "test.835")
    #expect(try test.texts("SELECT id FROM refused_set") == [])
  }
}
