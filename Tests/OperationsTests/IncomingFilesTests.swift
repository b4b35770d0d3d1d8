import Billing
import Database
import Desk
import Operations
import Store
import Testing

@testable import TestSupport

/// Files at the door: what they are, whose they are, and what of them is taken.
@Suite("Files at the door")
struct IncomingFilesTests {
  private func sent(_ claims: [SampleClaim] = [.machine(), .mask()]) throws -> TestOffice {
    let test = try TestOffice()
    try test.take(SampleFiles.claims(claims))
    return test
  }

  private func replacing(_ bytes: [UInt8], _ old: String, with new: String) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
  }

  private func answers(_ test: TestOffice) throws -> [String] {
    try test.texts("SELECT answer FROM submission ORDER BY id")
  }

  /// A 277CA that speaks of a batch (2200B) and of a supplier in it (2200C), not of claims.
  private func batchAnswer(
    receiver: [String], provider: [String] = [], reference: String = "B20260105"
  ) -> [UInt8] {
    var segments = [
      "BHT*0085*08*R1*20260106*1000*TH", "HL*1**20*1",
      "NM1*PR*2*SAMPLE MEDICARE DME*****PI*19003", "TRN*1*T1", "DTP*050*D8*20260106",
      "DTP*009*D8*20260106", "HL*2*1*21*1", "NM1*41*2*HARBOR HOME MEDICAL*****46*SUB0001",
      "TRN*2*" + reference,
    ]
    segments += receiver
    if !provider.isEmpty {
      segments += ["HL*3*2*19*0", "NM1*85*2*HARBOR HOME MEDICAL*****XX*1234567893"] + provider
    }
    return SampleFiles.file(
      code: "HN", version: "005010X214", date: "20260106", interchange: 8, group: 7,
      sender: "CLR0001", sets: [("0001", segments.map { $0 + "~" }.joined(separator: "\n"))])
  }

  @Test("a 277CA that refuses a batch, or one supplier's part of it, refuses its claims")
  func batchRefused() throws {
    let totals = ["QTY*AA*2", "AMT*YY*560"]
    let refusal = "STC*A3:24:41*20260106*U*560"
    let files = [
      batchAnswer(receiver: [refusal] + totals),
      batchAnswer(
        receiver: ["STC*A1:19:PR*20260106*WQ*560"],
        provider: ["TRN*1*0", refusal, "QTY*QC*2", "AMT*YY*560"]),
    ]
    for file in files {
      let test = try sent()
      #expect(try test.take(file).rejected == 2)
      for control in ["A1001", "A1002"] {
        let detail = try test.item(control)
        #expect(detail.item.queue == .rejections)
        #expect(detail.item.reasonCode == "A3:24:41")
        guard case .rejected(_, let reasons)? = detail.submissions.last?.answer else {
          Issue.record("\(control) is not rejected")
          continue
        }
        #expect(reasons.first?.meaning.contains("not approved") == true, "\(reasons)")
      }
      try test.isSound()
    }
  }

  @Test("what a batch's answer says is compared with what was sent, and nothing is dropped")
  func batchCompared() throws {
    let refusal = "STC*A3:24:41*20260106*U*560"
    let cases: [(file: [UInt8], word: String, rejected: Int)] = [
      (batchAnswer(receiver: [refusal, "QTY*AA*3"]), "refuses 3 claims", 2),
      (batchAnswer(receiver: [refusal, "QTY*AA*2", "AMT*YY*99"]), "but $560.00 was sent", 2),
      (batchAnswer(receiver: [refusal], reference: "B99"), "B99 (A3:24:41), which this office", 0),
      (batchAnswer(receiver: ["STC*A1:19:PR**WQ*0", "QTY*90*2"]), "accepted count is 2", 0),
      (
        SampleFiles.statuses([("A1002", ["STC*P3:317*20260106*WQ*180"])]),
        "1 of the answers say neither", 0
      ),
      (SampleFiles.statuses([("NONE", ["STC*A2:20:PR*20260106*WQ*1"])]), "never sent, NONE", 0),
    ]
    for (file, word, rejected) in cases {
      let report = try sent().office.importBytes(file, name: "277ca.x12")
      let problems = report.problems.map(\.message)
      #expect(problems.contains { $0.contains(word) }, "\(word): \(problems)")
      #expect(report.rejected == rejected, "\(word)")
    }
  }

  @Test("sets 277 are told apart by GS08, not by ST")
  func otherStatusSets() throws {
    let file = SampleFiles.statuses([("A1002", ["STC*A7:507*20260106*U*180"])])
    for (guide, word) in [("005010X212", "status of claims"), ("005010X213", "request for more")] {
      let other = replacing(file, "*X*005010X214~", with: "*X*\(guide)~")
      let test = try sent()
      let report = try test.office.importBytes(other, name: "277.x12")
      #expect(report.problems.contains { $0.isError && $0.message.contains(word) }, "\(guide)")
      #expect(try answers(test) == ["none", "none"])
    }
    let named = replacing(file, "ST*277*0001*005010X214", with: "ST*277*0001*005010X212")
    #expect(try sent().take(named).rejected == 1)
  }

  @Test("a TA1 refuses its interchange also where it is read first, and only that one")
  func refusedBeforeItIsRead() throws {
    let test = try TestOffice()
    let first = try test.take(SampleFiles.interchangeAnswer(code: "R", note: "024"))
    #expect(first.rejected == 0)
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    try test.take(
      SampleFiles.claims([.mask("A1009").of("1EG4TE5MK75")], interchange: 102, group: 102))
    #expect(try answers(test) == ["rejected", "rejected", "none"])
    #expect(try test.item("A1001").item.queue == .rejections)
    #expect(try test.item("A1001").item.reasonCode == "TA1 024")
    try test.isSound()
  }

  @Test("a TA1 of another day speaks of another interchange with the same number")
  func refusedOfAnotherDay() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.interchangeAnswer(of: "250105", code: "R", note: "024"))
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    #expect(try answers(test) == ["none", "none"])
    try test.isSound()
  }

  @Test("a TA1 is kept once, however often its file is taken up")
  func keptOnce() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.interchangeAnswer(code: "R", note: "024"))
    let position = try #require(try test.numbers("SELECT position FROM interchange_answer").first)
    let day = try #require(Day("2026-01-05"))
    func kept() throws -> [InterchangeAnswers.Refusal] {
      try test.database.read {
        try InterchangeAnswers.all(ofInterchange: "000000101", on: day, in: $0)
      }
    }
    let refusal = try #require(try kept().first)
    #expect(refusal.note == "024")
    try test.database.write {
      try InterchangeAnswers.keep(refusal, position: Int(position), known: day, in: $0)
    }
    #expect(try kept() == [refusal])
  }

  @Test("what another answer says of a sending is no TA1")
  func answeredOtherwise() throws {
    let test = try sent()
    let batch = try #require(try test.numbers("SELECT DISTINCT batch_id FROM submission").first)
    func unanswered() throws -> Int {
      try test.database.read { try InterchangeAnswers.unanswered(batch: batch, in: $0).count }
    }
    try test.take(SampleFiles.acknowledgment(outcome: "A"))
    #expect(try unanswered() == 2)
    try test.take(SampleFiles.interchangeAnswer(code: "R", note: "024"))
    #expect(try unanswered() == 0)
  }

  @Test("a 997 is read as a 999, and one that refuses is an error")
  func older() throws {
    let cases: [(segments: [String], group: Int, rejected: Int)] = [
      (["AK1*HC*101", "AK9*R*1*1*0"], 101, 2), (["AK1*HC*999", "AK9*R*1*1*0"], 999, 0),
      (["AK1*HC*101", "AK2*837*0001", "AK5*R*5", "AK9*R*1*1*0"], 101, 2),
    ]
    for (segments, group, rejected) in cases {
      let test = try sent()
      let file = replacing(
        SampleFiles.file(
          code: "FA", version: "005010X231A1", date: "20260106", interchange: 7, group: 7,
          sender: "CLR0001", sets: [("0001", segments.map { $0 + "~" }.joined(separator: "\n"))]),
        "ST*999*0001*005010X231A1", with: "ST*997*0001")
      let report = try test.office.importBytes(file, name: "997.x12")
      #expect(report.rejected == rejected)
      #expect(
        report.problems.contains {
          $0.isError && $0.message.contains("the 997 refuses") && $0.message.contains("\(group)")
        }, "\(report.problems)")
      #expect(try answers(test).count { $0 == "rejected" } == rejected)
    }
  }

  @Test("what is no ordinary business of the office is refused whole, and can be read later")
  func refusals() throws {
    let claims = SampleFiles.claims([.mask()])
    let paid = SampleFiles.remittance([.machine()])
    let cases: [(file: [UInt8], word: String)] = [
      (replacing(paid, "*0*P*:~", with: "*0*T*:~"), "test data (ISA15 = T)"),
      (replacing(claims, "*0*P*:~", with: "*0*T*:~"), "test data (ISA15 = T)"),
      (replacing(claims, "005010X222A1", with: "005010X291"), "predetermination"),
      (replacing(claims, "005010X222A1", with: "005010X298"), "reports encounters"),
      (replacing(claims, "*0930*CH~", with: "*0930*RP~"), "reports encounters"),
      (replacing(claims, "005010X222A1", with: "006020X323"), "006020X323, which is not known"),
      (replacing(paid, "005010X221A1", with: "005010X999"), "005010X999, which is not known"),
      (
        replacing(
          SampleFiles.interchangeAnswer(code: "R", note: "024"), "*0*P*:~", with: "*0*T*:~"),
        "test data (ISA15 = T)"
      ),
    ]
    for (file, word) in cases {
      let test = try sent([.machine()])
      let report = try test.office.importBytes(file, name: "other.x12")
      #expect(
        report.problems.contains { $0.isError && $0.message.contains(word) },
        "\(word): \(report.problems)")
      #expect(try test.texts("SELECT control_number FROM claim") == ["A1001"], "\(word)")
      #expect(try answers(test) == ["none"], "\(word)")
      let totals = try test.office.check().totals
      #expect(totals.payment == .zero && totals.posted == .zero, "\(word)")
    }
  }

  @Test("in a test office test data is ordinary, and production data waits to be asked about")
  func testOffice() throws {
    let test = try TestOffice()
    var rules = test.office.rules
    rules.supplier?.isTest = true
    func office(isSample: Bool) throws -> Office {
      rules.isOfSample = isSample
      return Office(
        database: try Office.databaseInMemory(), rules: rules, user: test.office.user,
        session: "s", today: test.office.today, outbox: Scratch.folder())
    }
    let claims = SampleFiles.claims([.machine()])
    let paid = SampleFiles.remittance([.machine()])
    for (usage, isSample, isPosted) in [("T", false, true), ("P", false, false), ("P", true, true)]
    {
      let office = try office(isSample: isSample)
      for file in [claims, paid] {
        try office.importBytes(
          replacing(file, "*0*P*:~", with: "*0*\(usage)*:~"), name: "\(usage).x12")
      }
      let totals = try office.check().totals
      #expect(totals.payment == Cents(7840))
      #expect(totals.posted == (isPosted ? Cents(7840) : .zero), "\(usage) \(isSample)")
    }
  }

  @Test("numbers and charge of a claim of ours with another person's name and member id wait")
  func otherPatient() throws {
    var paid = PaidClaim.machine()
    (paid.last, paid.first, paid.member) = ("OTHER", "PERSON", "9XX9XX9XX99")
    let test = try sent()
    let report = try test.take(SampleFiles.remittance([paid]))
    #expect(report.claimsPosted == 0 && report.claimsStaged == 1)
    #expect(try test.office.check().totals.posted == .zero)
    let reason = try test.texts("SELECT reason FROM work_item WHERE queue = 'cash-posting'")
    #expect(reason.first?.contains("patient name differs") == true, "\(reason)")
    #expect(reason.first?.contains("member id differs") == true, "\(reason)")
    let ours = [("DOE", "9XX9XX9XX99"), ("OTHER", "1EG4TE5MK73"), ("", ""), ("DOE", "")]
    for (last, member) in ours {
      (paid.last, paid.member) = (last, member)
      paid.first = last.isEmpty ? "" : "JANE"
      #expect(
        try sent().take(SampleFiles.remittance([paid])).claimsPosted == 1, "\(last) \(member)")
    }
  }

  @Test("a payment to an NPI that is none of ours waits until claims went out under it")
  func otherPayee() throws {
    let ours = SampleFiles.remittance([.machine()])
    let other = replacing(ours, "*XX*1234567893", with: "*XX*1999999992")
    let test = try sent()
    let report = try test.take(other)
    #expect(report.claimsStaged == 1 && report.suspense == Cents(7840))
    #expect(report.problems.contains { $0.message.contains("1999999992") })
    #expect(try test.queue(.cashPosting).contains { $0.contains("other payee") })
    // The second location's claims come later: now the payment is ours.
    let second = replacing(
      SampleFiles.claims([.mask("A1009").of("1EG4TE5MK75")], interchange: 102, group: 102),
      "*XX*1234567893", with: "*XX*1999999992")
    try test.take(second)
    #expect(try test.office.check().totals.posted == Cents(7840))
    #expect(try test.queue(.cashPosting).isEmpty)
    try test.isSound()
    // Nothing is known of an office without rules and claims: nothing is refused for its payee.
    var rules = test.office.rules
    rules.supplier = nil
    let new = Office(
      database: try Office.databaseInMemory(), rules: rules, user: test.office.user, session: "s",
      today: test.office.today, outbox: Scratch.folder())
    #expect(try new.importBytes(other, name: "835.x12").claimsPosted == 1)
  }

  @Test("the parts of a bill that the payer split post each to its line, in either order")
  func splitBill() throws {
    var whole = PaidClaim.machine()
    let parts = whole.lines.enumerated().map { index, line in
      var part = PaidClaim.machine()
      (part.lines, part.charge, part.paid) = ([line], line.charge, line.paid)
      part.payerNumber = "ICN\(index)"
      part.patientShare = index == 0 ? 1000 : 11_000
      return part
    }
    whole.lines = []
    for (order, remark) in [(parts, ["MOA***MA15"]), (parts, []), (parts.reversed(), [])] {
      let test = try sent()
      let claims = order.map { part in
        var part = part
        part.more = remark
        return part
      }
      try test.take(SampleFiles.remittance(claims))
      #expect(try test.queue(.cashPosting).isEmpty)
      #expect(
        try test.balances("A1001") == [[0, 0, 1000, 3920, 7080], [0, 0, 11_000, 3920, 11_080]])
      try test.isSound()
    }
    // One part alone, without the payer's word that it split the bill, is asked about.
    let test = try sent()
    #expect(try test.take(SampleFiles.remittance([parts[0]])).claimsStaged == 1)
  }

  @Test("an amount without its reason code is named, and its claim waits")
  func amountWithoutReason() throws {
    var paid = PaidClaim.machine()
    paid.lines[0].cas = ["CO**70**253*.8", "PR*2*10"]
    let test = try sent()
    let report = try test.office.importBytes(SampleFiles.remittance([paid]), name: "835.x12")
    #expect(report.problems.contains { $0.isError && $0.place.element == "CAS02" })
    #expect(report.claimsPosted == 0 && report.claimsStaged == 1)
    #expect(try test.queue(.cashPosting).contains { $0.contains("no reason code") })
    try test.isSound()
  }
}
