import Billing
import ClaimFiles
import Foundation
import Testing
import X12

@Suite(
  "An independent judge accepts what is written",
  .enabled(if: Judge.isThere, "pyx12 4.0.0 cannot be installed here (python3, venv, pip, network)"))
struct IndependentJudgeTests {
  private let day = Day(rawValue: 20_470)

  private func file(_ claims: [OutgoingClaim], number: Int = 7) -> [UInt8] {
    OutgoingBatch(claims: claims, from: RandomBills.supplier, to: RandomBills.receiver).file(
      envelope: RandomBills.supplier.envelope(
        to: RandomBills.receiver, on: day, time: "0930",
        numbers: ControlNumbers(interchange: "\(number)", group: "\(number)")),
      reference: "B\(number)", on: day)
  }

  private func claims(_ bills: [Bill]) throws -> [OutgoingClaim] {
    try bills.map {
      try $0.claim(
        for: RandomBills.supplier, receiver: RandomBills.receiver, rules: RandomBills.rules)
    }
  }

  private func expectGood(_ files: [[UInt8]]) async throws {
    for (verdict, file) in zip(try await Judge.judge(files), files) {
      #expect(
        verdict.good,
        "\(verdict.complaints.prefix(5))\n\(String(decoding: file.prefix(6_000), as: UTF8.self))")
    }
  }

  @Test("it objects to what is wrong")
  func objects() async throws {
    var random = RandomBills(seed: 1)
    let good = String(decoding: file(try claims(random.bills(3))), as: UTF8.self)
    let faults: [(right: String, wrong: String)] = [
      ("*SALEM*OR*97302", "*SALEM*XX*97302"), ("DTP*472*D8*2025", "DTP*472*D8*2O25"),
      ("NM1*85*", "NM1*8Z*"), ("~SE*", "~SE*9"), ("~IEA*1*", "~IEA*2*"),
    ]
    var files = [Array(good.utf8)]
    for fault in faults {
      let bad = good.replacingOccurrences(of: fault.right, with: fault.wrong)
      #expect(bad != good, "\(fault.right)")
      files.append(Array(bad.utf8))
    }
    files.append(Array(good.utf8.prefix(good.utf8.count / 2)))
    let verdicts = try await Judge.judge(files)
    #expect(verdicts.map(\.good) == [true] + Array(repeating: false, count: files.count - 1))
  }

  @Test("original claims made of random bills")
  func originals() async throws {
    var files: [[UInt8]] = []
    for seed in UInt64(100)..<112 {
      var random = RandomBills(seed: seed)
      files.append(file(try claims(random.bills(1 + random.below(25))), number: Int(seed)))
    }
    try await expectGood(files)
  }

  @Test("several transaction sets of one group")
  func sets() async throws {
    var random = RandomBills(seed: 300)
    let batch = OutgoingBatch(
      claims: try claims(random.bills(20)), from: RandomBills.supplier, to: RandomBills.receiver,
      claimsPerSet: 7)
    #expect(batch.setCount == 3)
    let envelope = RandomBills.supplier.envelope(
      to: RandomBills.receiver, on: day, time: "0930",
      numbers: ControlNumbers(interchange: "8", group: "8"))
    try await expectGood([batch.file(envelope: envelope, reference: "B8", on: day)])
  }

  @Test("claims to the next payer, replacements and voids, alone and in one file")
  func others() async throws {
    var random = RandomBills(seed: 200)
    var all: [OutgoingClaim] = []
    for bill in random.bills(40) {
      let claim = try claims([bill])[0]
      all.append(claim)
      var next = claim
      for _ in bill.laterCoverages {
        try next.billNextPayer(
          after: random.answer(to: try next.sent(), byLine: random.chance(70)), paidOn: day)
        next.address(
          controlNumber: "S\(all.count)", frequency: .original, payerControlNumber: "")
        #expect(next.faults == [])
        all.append(next)
      }
      for frequency in [ClaimFrequency.replacement, .void] {
        var again = claim
        again.address(
          controlNumber: "R\(all.count)", frequency: frequency, payerControlNumber: "ICN77")
        all.append(again)
      }
    }
    #expect(all.count > 120)
    let alone = all.prefix(20).map {
      $0.file(
        envelope: RandomBills.supplier.envelope(
          to: RandomBills.receiver, on: day, time: "0930",
          numbers: ControlNumbers(interchange: "9", group: "9")),
        reference: "R1", on: day)
    }
    try await expectGood([file(all)] + alone)
  }

  // TA1 is left out: pyx12 wants a functional group even where there is nothing but a TA1.
  @Test("the files of the sample office", arguments: ["837P", "835", "999", "277CA"])
  func sampleOffice(kind: String) async throws {
    let scratch = try Scratch()
    let office = try await SampleOfficeFixture.copy(into: scratch)
    let paths = try office.files(of: kind).prefix(20)
    #expect(!paths.isEmpty)
    try await expectGood(
      paths.map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) })
  }

  @Test("every claim file that a lived year sends, next payers and corrections among them")
  func livedYear() async throws {
    let scratch = try Scratch()
    let docket = try Docket()
    let outcome = try await docket.run([
      "demo", "--no-open", "--patients", "8", "--seed", "5", "--today", Docket.today, "--office",
      scratch.path + "/year.docket",
    ])
    try #require(outcome.status == 0, "demo: \(outcome.complaint)")
    let folder = scratch.path + "/year.files/sent/"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasPrefix("837P") }
    #expect(names.count > 20)
    let files = try names.map { Array(try Data(contentsOf: URL(fileURLWithPath: folder + $0))) }
    #expect(files.contains { String(decoding: $0, as: UTF8.self).contains("~SBR*S*") })
    try await expectGood(files)
  }
}
