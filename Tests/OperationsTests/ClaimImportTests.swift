import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Claims that the office sent")
struct ClaimImportTests {
  @Test("an 837P makes patients, payers, coverages, claims, lines and charges")
  func makesTheOffice() throws {
    let test = try TestOffice()
    let report = try test.take(
      SampleFiles.claims([.machine().supplemented(), .mask()]), "batch.837")
    #expect(report.outcome == .applied)
    #expect(report.claimsAdded == 2)
    #expect(
      try test.texts("SELECT last_name || ' ' || first_name FROM patient ORDER BY id")
        == ["DOE JANE", "ROE RICHARD"])
    #expect(
      try test.texts("SELECT name || ' ' || family FROM payer WHERE id > 0 ORDER BY id")
        == ["SAMPLE MEDICARE DME medicare-dme", "SAMPLE SUPPLEMENT commercial"])
    #expect(
      try test.texts("SELECT member_id || ' ' || sequence FROM coverage ORDER BY 1")
        == ["1EG4TE5MK73 P", "1EG4TE5MK74 P", "SUP778899 S"])
    #expect(try test.balances("A1001") == [[12_000, 0, 0, 0, 0], [26_000, 0, 0, 0, 0]])
    #expect(try test.balances("A1002") == [[18_000, 0, 0, 0, 0]])
    #expect(try test.account("revenue") == -56_000)
    let detail = try test.item("A1001")
    #expect(detail.claim?.lines.map(\.procedure.description) == ["E0601 RR KH KX", "E0562 NU KX"])
    #expect(detail.claim?.diagnoses == ["G4733"])
    #expect(detail.claim?.placeOfService == "12")
    #expect(detail.claim?.origin == .claimFile)
    #expect(detail.nextPayer?.name == "SAMPLE SUPPLEMENT")
    #expect(detail.submissions.map(\.sentOn) == [Day("2026-01-05")])
    #expect(detail.item.queue == .followUp)
    try test.isSound()
  }

  @Test("the same bill again is one claim with two sendings, under whatever number")
  func resubmissionIsTheSameClaim() throws {
    var corrected = SampleClaim.mask()
    corrected.lines[0].code = "A7030:NU:KX:RT"
    var replacement = SampleClaim.mask("A1002B")
    replacement.frequency = "7"
    replacement.original = "26005000100002"
    let cases: [(name: String, second: SampleClaim, code: String)] = [
      ("unchanged", .mask(), "A7030 NU KX"), ("corrected code", corrected, "A7030 NU KX RT"),
      ("replacement by the payer's number", replacement, "A7030 NU KX"),
    ]
    for (name, second, code) in cases {
      let test = try TestOffice()
      try test.take(SampleFiles.claims([.mask()]))
      try test.take(
        SampleFiles.statuses([("A1002", ["STC*A2:20:PR*20260106*WQ*180", "REF*1K*26005000100002"])])
      )
      let report = try test.take(
        SampleFiles.claims([second], date: "20260112", interchange: 102, group: 102))
      #expect(report.claimsAdded == 1, "\(name)")
      #expect(try test.office.check().totals.claims == 1, "\(name)")
      let detail = try test.item("A1002")
      #expect(detail.submissions.map(\.controlNumber) == ["A1002", second.control], "\(name)")
      #expect(detail.claim?.lines.map(\.procedure.description) == [code], "\(name)")
      #expect(try test.account("revenue") == -18_000, "\(name)")
      try test.isSound()
    }
  }

  @Test("a void names the claim by the payer's number and adds no charge")
  func voidAddsNothing() throws {
    let test = try TestOffice()
    try test.take(SampleFiles.claims([.mask()]))
    try test.take(
      SampleFiles.statuses([("A1002", ["STC*A2:20:PR*20260106*WQ*180", "REF*1K*ICN2"])]))
    var void = SampleClaim.mask("V1002")
    void.frequency = "8"
    void.original = "ICN2"
    void.lines[0].cents = 17_000
    try test.take(SampleFiles.claims([void], date: "20260112", interchange: 102, group: 102))
    #expect(try test.office.check().totals.claims == 1)
    #expect(try test.account("revenue") == -18_000)
    #expect(try test.item("A1002").submissions.last?.frequency == .void)
  }

  @Test("the same batch in other bytes adds nothing")
  func sameBatchInOtherBytes() throws {
    let test = try TestOffice()
    let bytes = SampleFiles.claims([.machine(), .mask()])
    try test.take(bytes)
    let before = try OfficeState(test)
    let report = try test.take(bytes.filter { $0 != UInt8(ascii: "\n") }, "again.837")
    #expect(report.claimsAdded == 0)
    try test.isAs(before)
  }

  @Test("one number may stand for several bills of a patient, in one set too")
  func oneNumberForSeveralBills() throws {
    let test = try TestOffice()
    var second = SampleClaim.mask("ACCT7")
    second.lines[0].day = "20251120"
    second.lines[0].cents = 9000
    try test.take(SampleFiles.claims([.mask("ACCT7"), second]))
    #expect(try test.office.check().totals.claims == 2)
    var paid = PaidClaim.mask("ACCT7", cas: "CO*45*20")
    paid.status = "1"
    paid.charge = 9000
    paid.paid = 7000
    paid.lines[0].charge = 9000
    paid.lines[0].paid = 7000
    paid.lines[0].day = "20251120"
    let report = try test.take(SampleFiles.remittance([paid]))
    #expect(report.claimsPosted == 1)
    #expect(try test.balances("ACCT7") == [[18_000, 0, 0, 0, 0], [0, 0, 0, 7000, 2000]])
    try test.isSound()
  }

  @Test("a bill to the second payer takes over what the first left for it")
  func secondaryTakesOver() throws {
    let line = ["SVD*19003*39.2*HC:E0601:RR:KH:KX**1", "CAS*CO*45*70**253*.8", "CAS*PR*2*10"]
    let other = [
      "SVD*19003*39.2*HC:E0562:NU:KX**1", "CAS*CO*45*110**253*.8", "CAS*PR*1*100**2*10",
    ]
    let adjudicated = ["DTP*573*D8*20260110"]
    let cases: [(name: String, change: (inout SampleClaim) -> Void)] = [
      ("same number", { _ in }),
      ("another number", { $0.control = "A1001S" }),
      ("same number, no birth day", { $0.birth = "" }),
      (
        "answers of the whole claim only",
        {
          $0.lines[0].answer = []
          $0.lines[1].answer = []
          $0.others[0].answer = [
            "CAS*CO*45*180**253*1.6", "CAS*PR*1*100**2*20", "AMT*D*78.4",
          ]
        }
      ),
    ]
    for (name, change) in cases {
      let test = try TestOffice()
      try test.take(SampleFiles.claims([.machine().supplemented()]))
      try test.take(SampleFiles.remittance([.machine()]))
      #expect(
        try test.balances("A1001") == [[0, 1000, 0, 3920, 7080], [0, 11_000, 0, 3920, 11_080]])
      var second = SampleClaim.machine()
      second.level = "S"
      second.payer = .supplement
      second.lines[0].answer = line + adjudicated
      second.lines[1].answer = other + adjudicated
      second.others = [(.medicare, "P", ["AMT*D*78.4"])]
      change(&second)
      try test.take(
        SampleFiles.claims([second], date: "20260115", interchange: 103, group: 103))
      #expect(
        try test.balances("A1001") == [[0, 0, 0, 3920, 7080], [0, 0, 0, 3920, 11_080]], "\(name)")
      let taken = try test.balances(second.control, "S").map { $0[0] }.reduce(0, +)
      #expect(taken == 12_000, "\(name)")
      #expect(try test.account("revenue") == -38_000, "\(name)")
      try test.isSound()
    }
  }

  @Test("a bill to the third payer takes from the second, not from the first")
  func tertiaryTakesFromSecond() throws {
    let test = try TestOffice()
    var first = SampleClaim.mask()
    first.others = [(.supplement, "S", []), (.commercial, "T", [])]
    try test.take(SampleFiles.claims([first]))
    var paid = PaidClaim.mask(cas: "PR*2*100", remarks: [], more: [])
    paid.status = "1"
    paid.paid = 8000
    paid.lines[0].paid = 8000
    try test.take(SampleFiles.remittance([paid]))
    var second = SampleClaim.mask()
    second.level = "S"
    second.payer = .supplement
    second.lines[0].answer = ["SVD*19003*80*HC:A7030:NU:KX**1", "CAS*PR*2*100"]
    second.others = [(.medicare, "P", ["AMT*D*80"]), (.commercial, "T", [])]
    try test.take(SampleFiles.claims([second], date: "20260112", interchange: 102, group: 102))
    var answer = paid
    answer.status = "2"
    answer.paid = 6000
    answer.lines[0].paid = 6000
    answer.lines[0].cas = ["OA*23*80", "PR*2*40"]
    try test.take(SampleFiles.remittance([answer], trace: "EFT0002", date: "20260114"))
    #expect(try test.balances("A1002", "S") == [[0, 4000, 0, 6000, 0]])
    var third = second
    third.level = "T"
    third.payer = .commercial
    third.lines[0].answer = [
      "SVD*19003*80*HC:A7030:NU:KX**1", "SVD*55555*60*HC:A7030:NU:KX**1", "CAS*PR*2*40",
    ]
    third.others = [(.medicare, "P", ["AMT*D*80"]), (.supplement, "S", ["AMT*D*60"])]
    try test.take(SampleFiles.claims([third], date: "20260116", interchange: 104, group: 104))
    #expect(try test.balances("A1002", "S") == [[0, 0, 0, 6000, 0]])
    #expect(try test.balances("A1002", "T") == [[4000, 0, 0, 0, 0]])
    #expect(try test.account("revenue") == -18_000)
    try test.isSound()
  }

  @Test("a claim that cannot be right is refused with its place, the others of the set stay")
  func refusesOneClaim() throws {
    var wrongTotal = SampleClaim.mask("B1")
    wrongTotal.charge = 17_999
    var noDay = SampleClaim.mask("B2")
    noDay.lines[0].day = "20251340"
    var huge = SampleClaim.mask("B3")
    huge.lines[0].cents = 100_000_000_001
    var noNumber = SampleClaim.mask("")
    noNumber.last = "NOBODY"
    let cases: [(name: String, bad: SampleClaim, element: String)] = [
      ("wrong total", wrongTotal, "CLM02"), ("no day", noDay, "DTP03"),
      ("an amount no claim has", huge, "CLM02"), ("no control number", noNumber, "CLM01"),
    ]
    for (name, bad, element) in cases {
      let test = try TestOffice()
      let report = try test.office.importBytes(
        SampleFiles.claims([.machine(), bad, .mask()]), name: "batch.837")
      #expect(report.outcome == .partlyApplied, "\(name)")
      #expect(report.claimsAdded == 2, "\(name)")
      let problem = report.problems.first { $0.isError && $0.place.element == element }
      #expect((problem?.place.segment ?? 0) > 3, "\(name): \(report.problems)")
      #expect(try test.office.check().totals.claims == 2, "\(name)")
      try test.isSound()
    }
  }

  @Test("a broken set does not take the others of the file with it")
  func refusesOneSet() throws {
    let sets: [(String, [SampleClaim])] = [
      ("0001", [.machine()]), ("0002", [.mask("B1")]), ("0003", [.mask()]),
    ]
    let whole = SampleFiles.claimSets(sets)
    let broken: [(name: String, bytes: [UInt8])] = [
      ("wrong count", edited(whole, "*0002~", "*0009~", last: true)),
      ("wrong count of segments", edited(whole, "SE*27*0002~", "SE*28*0002~", last: true)),
    ]
    for (name, bytes) in broken {
      #expect(bytes.elementsEqual(whole) == false, "\(name)")
      let test = try TestOffice()
      let report = try test.office.importBytes(bytes, name: "batch.837")
      #expect(report.outcome == .partlyApplied, "\(name)")
      #expect(
        try test.texts("SELECT control_number FROM claim ORDER BY id") == ["A1001", "A1002"],
        "\(name): \(report.problems)")
      try test.isSound()
    }
  }

  private func edited(
    _ bytes: [UInt8], _ old: String, _ new: String, last: Bool
  ) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let ranges = text.ranges(of: old)
    guard let range = last ? ranges.last : ranges.first else { return bytes }
    return Array((text[..<range.lowerBound] + new + text[range.upperBound...]).utf8)
  }

  @Test("a file that is no claim file at all changes nothing")
  func refusesWholeFiles() throws {
    let whole = SampleFiles.claims([.machine()])
    let cases: [(name: String, bytes: [UInt8])] = [
      ("nothing", []), ("a letter", Array("Dear office, we are sorry.".utf8)),
      ("zeros", [UInt8](repeating: 0, count: 4096)), ("cut off", Array(whole.dropLast(120))),
      ("its head alone", Array(whole.prefix(90))),
    ]
    for (name, bytes) in cases {
      let test = try TestOffice()
      let report = try test.office.importBytes(bytes, name: "x")
      #expect(report.outcome == .refused, "\(name)")
      #expect(!report.problems.filter(\.isError).isEmpty, "\(name)")
      #expect(try test.office.check().totals.files == 0, "\(name)")
      #expect(try test.office.check().totals.claims == 0, "\(name)")
    }
  }

  @Test("hostile names are stored as they are")
  func storesForeignText() throws {
    let names = [
      "O'BRIEN\u{1B}[31m", "DOE\u{202E}EOD", "MU\u{308}LLER", "A\u{200B}B",
      "x'); DROP TABLE claim;--",
      "%_!", "\u{1F3E5}",
    ]
    for name in names {
      let test = try TestOffice()
      var claim = SampleClaim.mask()
      claim.last = name
      try test.office.importBytes(SampleFiles.claims([claim]), name: name)
      #expect(try test.texts("SELECT last_name FROM patient") == [name])
      #expect(try test.item("A1002").row.patient == name + ", RICHARD")
      let found = try test.office.search(.text(name)).rows
      #expect(found.map(\.patient) == [name + ", RICHARD", name + ", RICHARD"])
      #expect(found.map(\.reference) == ["1948-02-14", "A1002"])
      let page = try test.office.page(
        PageRequest(queue: .followUp, lane: .waiting, filter: .field(.patient, .has, [.text(name)]))
      )
      #expect(page.rows.map(\.reference) == ["A1002"], "\(name)")
      try test.isSound()
    }
  }
}
