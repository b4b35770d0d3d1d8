import Billing
import Desk
import Foundation
import Operations
import Testing

@testable import TestSupport

@Suite("Balances of patients")
struct PatientMoneyTests {
  /// Jane Doe owes 10.00 and 110.00 on two lines after Medicare's answer.
  private func owing(remarks: [String] = [], today: String = "2026-01-20") throws -> TestOffice {
    let test = try TestOffice(today: today)
    try test.take(SampleFiles.claims([.machine()]))
    var answer = PaidClaim.machine()
    answer.lines[1].remarks = remarks
    try test.take(SampleFiles.remittance([answer]))
    return test
  }

  private func item(_ test: TestOffice) throws -> ItemDetail {
    let id = try test.numbers(
      "SELECT id FROM work_item WHERE subject_kind = 'patient' AND is_closed = 0")
    #expect(id.count == 1)
    return try test.office.item(WorkItemID(id[0]))
  }

  private func folder() -> String { Scratch.folder() + "/letters" }

  private func run(_ test: TestOffice, _ folder: String) throws -> StatementOutcome {
    try test.office.sendStatements(StatementRequest(folder: folder))
  }

  @Test("what is left to the patient is one piece of work, with a statement due")
  func placed() throws {
    let test = try owing()
    let item = try item(test)
    #expect(item.item.queue == .patientBalances)
    #expect(item.item.balance == Cents(12_000))
    #expect(item.item.reasonCode == "statement 1")
    #expect(item.patient?.debts.map(\.debt.amount) == [Cents(1000), Cents(11_000)])
    #expect(try test.office.check().totals.patient == Cents(12_000))
    try test.isSound()
  }

  @Test("a run writes one text and one file of pages, and the cycle goes to the agency")
  func cycle() throws {
    var test = try owing()
    var days = ["2026-01-20", "2026-02-19", "2026-03-21"]
    for (index, day) in days.enumerated() {
      test = try test.on(day)
      try test.office.rollDay()
      #expect(try item(test).item.reasonCode == "statement \(index + 1)", "\(day)")
      let folder = folder()
      let outcome = try run(test, folder)
      #expect(outcome.sent.map(\.amount) == [Cents(12_000)])
      #expect(outcome.files.count == 2)
      let text = try String(contentsOfFile: outcome.files[0], encoding: .utf8)
      #expect(text.contains("JANE DOE"))
      #expect(text.contains("A1001 E0562"))
      #expect(text.contains("$120.00"))
      let pages = try Data(contentsOf: URL(fileURLWithPath: outcome.files[1]))
      #expect(pages.starts(with: Array("%PDF-1.4".utf8)))
      let mode =
        try FileManager.default.attributesOfItem(atPath: outcome.files[1])[
          .posixPermissions] as? Int
      #expect(mode == 0o660)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).count == 2, "none is hidden")
      #expect(try run(test, folder).sent.isEmpty, "none is due twice")
      #expect(try item(test).item.lane == .waiting)
      try test.isSound()
    }
    days = ["2026-04-19", "2026-04-20"]
    test = try test.on(days[0])
    try test.office.rollDay()
    #expect(try item(test).item.reasonCode == "statement sent")
    test = try test.on(days[1])
    try test.office.rollDay()
    let due = try item(test)
    #expect(due.item.reasonCode == "agency")
    #expect(due.item.lane == .work)
    #expect(
      try refusal(test, DecisionEntry(.patientWriteOff, [.reason: "AGENCY", .amount: "120"]))?
        .contains("supervisor") == true)
    let lead = try test.on(user: "mruiz", isSupervisor: true)
    try lead.decide(due.item.id, DecisionEntry(.patientWriteOff, [.reason: "AGENCY"]))
    #expect(try test.account("patient-receivable") == 0)
    #expect(try test.account("write-off") == 12_000)
    try test.isSound()
    _ = try lead.office.undo()
    #expect(try item(test).item.reasonCode == "agency")
    try test.isSound()
  }

  private func refusal(_ test: TestOffice, _ entry: DecisionEntry) throws -> String? {
    do {
      try test.decide(try item(test).item.id, entry)
      return nil
    } catch let refusal as Refusal {
      return refusal.message
    }
  }

  @Test("a run is taken back as a whole")
  func undoneRun() throws {
    let test = try owing()
    let before = try OfficeState(test)
    _ = try run(test, folder())
    _ = try test.office.undo()
    try test.isAs(before)
    _ = try test.office.redo()
    #expect(try item(test).item.reasonCode == "statement sent")
  }

  @Test("a folder that cannot be written records nothing")
  func unwritable() throws {
    let test = try owing()
    let before = try OfficeState(test)
    let file = Scratch.folder() + "/file"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: file))
    #expect(throws: Refusal.self) { try run(test, file + "/below") }
    try test.isAs(before)
  }

  @Test(
    "who may not be asked gets no statement, is told why, and what to do instead",
    arguments: ["MA13", "N781"])
  func protected(remark: String) throws {
    let test = try owing(remarks: [remark])
    let item = try item(test)
    #expect(item.item.reasonCode == "not billed")
    #expect(
      item.placement?.why.contains { $0.contains(remark) && $0.contains("write it off") } == true)
    let outcome = try run(test, folder())
    #expect(outcome.sent.isEmpty && outcome.files.isEmpty)
    #expect(outcome.leftOut.first?.reason.contains(remark) == true)
    #expect(
      throws: Refusal.self,
      performing: {
        try test.office.sendStatements(StatementRequest(items: [item.item.id], folder: folder()))
      })
    try test.decide(
      item.item.id, DecisionEntry(.patientWriteOff, [.reason: "PROTECTED", .amount: "100"]))
    #expect(try test.account("patient-receivable") == 2000)
    try test.isSound()
  }

  @Test(
    "a mark stops statements until it is taken away", arguments: ["returned-mail", "do-not-bill"])
  func marked(mark: String) throws {
    let test = try owing()
    let id = try item(test).item.id
    try test.decide(id, DecisionEntry(.billingMark, ["mark": mark]))
    #expect(try item(test).item.reasonCode == "not billed")
    #expect(try run(test, folder()).sent.isEmpty)
    try test.decide(id, DecisionEntry(.billingMark, ["mark": "none"]))
    #expect(try run(test, folder()).sent.count == 1)
  }

  @Test("a payment pays the oldest line first, or as said; too much is the patient's credit")
  func paid() throws {
    let test = try owing()
    let id = try item(test).item.id
    let before = try OfficeState(test)
    #expect(
      try refusal(test, DecisionEntry(.payment, [.amount: "5", "method": "check"]))?
        .contains("number of the check") == true)
    #expect(
      try refusal(
        test,
        DecisionEntry(
          .payment, [.amount: "5", "method": "card", "number": "4111 1111 1111 1111"]))?
        .contains("Never keep") == true)
    try test.decide(id, DecisionEntry(.payment, [.amount: "15", "method": "cash"]))
    #expect(try test.balances("A1001").map { $0[2] } == [0, 10_500])
    #expect(try test.account("patient-cash") == 1500)
    #expect(try item(test).item.reasonCode == "paid in part")
    _ = try test.office.undo()
    try test.isAs(before)
    try test.decide(
      id,
      DecisionEntry(
        .payment, [.amount: "30", "method": "check", "number": "88", "lines": "A1001:2=25"]))
    #expect(try test.balances("A1001").map { $0[2] } == [500, 8500])
    try test.decide(
      id, DecisionEntry(.payment, [.amount: "100", "method": "card", "number": "R7"]))
    #expect(try test.isInQueue("P1", kind: "patient") == false)
    let credit = try #require(try test.item("A1001", kind: "credit").credit)
    #expect(credit.isPatients && credit.owner == "JANE DOE")
    #expect(credit.amount == Cents(1000))
    #expect(credit.likelyCause == .patientAndPayerPaid)
    #expect(try test.account("patient-cash") == 13_000)
    try test.isSound()
  }

  @Test("a promise is waited for, and is work again when it is broken")
  func promised() throws {
    let test = try owing()
    let id = try item(test).item.id
    try test.decide(id, DecisionEntry(.plan, [.amount: "40", .on: "2026-02-01", "months": "3"]))
    #expect(try item(test).item.reasonCode == "plan")
    #expect(try item(test).item.lane == .waiting)
    let february = try test.on("2026-02-05")
    try february.office.rollDay()
    try february.decide(
      id, DecisionEntry(.payment, [.amount: "40", "method": "cash", .on: "2026-02-05"]))
    #expect(try item(february).item.reasonCode == "plan")
    let march = try test.on("2026-03-07")
    try march.office.rollDay()
    #expect(try item(march).item.reasonCode == "promise broken")
    #expect(try item(march).item.tier == .week)
    try march.isSound()
  }

  @Test("a share goes back to the claim's payer, and never more than the patient owes of it")
  func backToPayer() throws {
    let test = try owing()
    let id = try item(test).item.id
    let before = try OfficeState(test)
    #expect(
      try refusal(test, DecisionEntry(.transferPayer, [.match: "A1001", .amount: "121"]))?
        .contains("is more") == true)
    #expect(
      try refusal(
        test, DecisionEntry(.transferPayer, [.match: "A1001", .to: "next", .amount: "1"]))?
        .contains("no payer after") == true)
    try test.decide(id, DecisionEntry(.transferPayer, [.match: "A1001", .amount: "110"]))
    #expect(try test.balances("A1001").map { [$0[0], $0[2]] } == [[1000, 0], [10_000, 1000]])
    try test.isSound()
    _ = try test.office.undo()
    try test.isAs(before)
  }

  @Test(
    "after random decisions a slow ledger of the same decisions agrees",
    arguments: Soak.seeds(4, of: 100))
  func random(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let test = try owing()
    let lead = try test.on(user: "mruiz", isSupervisor: true)
    // By claim line: what the patient owes; and what came in, went to payers, was given up.
    var lines: [Int64] = [1000, 11_000]
    var (cash, payer, lost) = (Int64(0), [Int64](repeating: 0, count: 2), Int64(0))
    var undo: [(lines: [Int64], cash: Int64, payer: [Int64], lost: Int64)] = []
    for _ in 0..<12 where lines.contains(where: { $0 > 0 }) {
      let before = (lines, cash, payer, lost)
      let id = try item(test).item.id
      let open = lines.filter { $0 > 0 }.reduce(0, +)
      var amount = random.number(1...max(1, open))
      switch random.number(0...3) {
      case 0:
        if random.isOne(in: 5) { amount = open + random.number(1...500) }
        try lead.decide(
          id, DecisionEntry(.payment, [.amount: Cents(amount).plain, "method": "cash"]))
        cash += amount
        take(&amount, &lines)
        // What is too much stands on a line that the patient owed something on.
        if amount > 0 { lines[before.0[0] > 0 ? 0 : 1] -= amount }
      case 1:
        try lead.decide(
          id, DecisionEntry(.transferPayer, [.match: "A1001", .amount: Cents(amount).plain]))
        let moved = lines
        take(&amount, &lines)
        for index in 0...1 { payer[index] += moved[index] - lines[index] }
      case 2:
        try lead.decide(
          id,
          DecisionEntry(.patientWriteOff, [.reason: "COURTESY", .amount: Cents(amount).plain]))
        lost += amount
        take(&amount, &lines)
      default:
        guard let last = undo.popLast() else { continue }
        _ = try lead.office.undo()
        (lines, cash, payer, lost) = last
        try test.isSound()
        continue
      }
      undo.append(before)
      let balances = try test.balances("A1001")
      #expect(balances.map { $0[2] } == lines, "seed \(seed)")
      #expect(balances.map { $0[0] } == payer, "seed \(seed)")
      #expect(try test.account("patient-cash") == cash, "seed \(seed)")
      #expect(try test.account("write-off") == lost, "seed \(seed)")
      #expect(12_000 == lines.reduce(0, +) + cash + payer.reduce(0, +) + lost, "seed \(seed)")
      try test.isSound()
    }
  }

  /// Cent by cent, from the oldest line.
  private func take(_ amount: inout Int64, _ lines: inout [Int64]) {
    for index in lines.indices {
      while amount > 0, lines[index] > 0 {
        lines[index] -= 1
        amount -= 1
      }
    }
  }
}
