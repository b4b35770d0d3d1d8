import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

/// Money in the bank, and the remittances that it is.
@Suite("Deposits")
struct DepositTests {
  /// Three claims sent to Medicare on January 5; the office is on January 12.
  private func office() throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-12")
    try test.take(SampleFiles.claims([.machine(), .mask()]))
    return test
  }

  private func remittance(
    _ trace: String, _ cents: Int64, date: String = "20260112", interchange: Int = 501
  ) -> [UInt8] {
    SampleFiles.remittances(
      [
        SampleRemittance(
          trace: trace,
          claims: [
            PaidClaim(
              control: "X" + trace, charge: cents, paid: cents,
              lines: [PaidLine(code: "A7030:NU", charge: cents, paid: cents)])
          ], date: date)
      ], interchange: interchange)
  }

  private func deposit(
    _ cents: Int64, _ reference: String = "", on day: String = "2026-01-12",
    form: DepositForm = .ach, payer: String = "EXAMPLE DME MAC"
  ) throws -> DepositDraft {
    DepositDraft(
      receivedOn: try #require(Day(day)), form: form, amount: Cents(cents), payer: payer,
      reference: reference)
  }

  private func balances(_ test: TestOffice) throws -> [String: Int64] {
    try test.database.read { connection in
      Dictionary(
        uniqueKeysWithValues: try connection.rows(
          "SELECT account, sum(amount_cents) FROM posting GROUP BY account"
        ) { ($0.text(0), $0.int(1)) })
    }
  }

  private func isClean(
    _ test: TestOffice, deposits: Int64, unmatched: Int64,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let report = try test.office.check()
    #expect(report.problems == [], sourceLocation: location)
    #expect(report.totals.deposit == Cents(deposits), sourceLocation: location)
    #expect(report.totals.unmatchedDeposit == Cents(unmatched), sourceLocation: location)
  }

  @Test("a deposit debits bank and credits cash: cash is what only one of the two has shown")
  func books() throws {
    let test = try office()
    try test.take(remittance("EFT0001", 7840))
    #expect(try balances(test)["cash"] == 7840)
    _ = try test.office.addDeposit(try deposit(10_000, "OTHER"))
    #expect(try balances(test)["bank"] == 10_000 && balances(test)["cash"] == 7840 - 10_000)
    _ = try test.office.addDeposit(try deposit(7840, "EFT0001"))
    #expect(try balances(test)["cash"] == -10_000)
    try isClean(test, deposits: 17_840, unmatched: 10_000)
  }

  @Test(
    "number, amount and days agree: they match by themselves, whichever side comes second",
    arguments: [true, false])
  func exact(bankFirst: Bool) throws {
    let test = try office()
    let bank = SampleFiles.bank([SampleCredit(cents: 7840, trace: "EFT0001")])
    if bankFirst {
      try test.take(bank, "b.bai")
      #expect(try test.isInQueue("EFT0001", kind: "deposit"))
      try test.take(remittance("EFT0001", 7840))
    } else {
      try test.take(remittance("EFT0001", 7840))
      try test.take(bank, "b.bai")
    }
    let detail = try test.office.deposit(DepositID(1))
    #expect(detail.matches.map(\.match.trace) == ["EFT0001"])
    #expect(detail.matches.first?.match.activity == nil)
    #expect(detail.row.deposit.left == .zero && detail.candidates.isEmpty)
    #expect(try !test.isInQueue("EFT0001", kind: "deposit"))
    #expect(try !test.isInQueue("EFT0001", kind: "remittance"))
    try isClean(test, deposits: 7840, unmatched: 0)
  }

  @Test("the same bytes, and the same line in another file or typed, are known again")
  func again() throws {
    let test = try office()
    let credits = [
      SampleCredit(cents: 7840, trace: "EFT0001"), SampleCredit(cents: 500, text: "CASH"),
      SampleCredit(cents: 500, text: "CASH"),
    ]
    let first = try test.take(SampleFiles.bank(credits), "monday.bai")
    #expect(first.depositsAdded == 3 && first.deposited == Cents(8840))
    #expect(
      try test.office.importBytes(SampleFiles.bank(credits), name: "copy.bai").outcome
        == .alreadyApplied)
    let more =
      credits + [SampleCredit(cents: 500, text: "CASH"), SampleCredit(cents: 9, text: "X")]
    let second = try test.take(SampleFiles.bank(more, time: "0900"), "tuesday.bai")
    #expect(second.depositsAdded == 2 && second.depositsKnown == 3)
    let table = """
      date,form,payer,reference,amount
      2026-01-12,ach,SOMEBODY,EFT 0001,78.40
      2026-01-12,ach,SOMEBODY,NEW1,1.00
      """
    // Like any other file it is known by what stands in it.
    let third = try test.take(Array(table.utf8), "t.csv")
    #expect(third.depositsKnown == 1 && third.depositsAdded == 1)
    #expect(throws: Refusal.self) { try test.office.addDeposit(try deposit(7840, "eft0001")) }
    _ = try test.office.addDeposit(try deposit(7840, "eft0001"), again: true)
    try isClean(test, deposits: 7840 * 2 + 1500 + 9 + 100, unmatched: 7840 * 2 + 1500 + 9 + 100)
  }

  @Test("a file that does not add up is refused whole, with record and line")
  func refused() throws {
    let test = try office()
    let text = String(
      decoding: SampleFiles.bank([SampleCredit(cents: 7840, trace: "EFT0001")]), as: UTF8.self)
    let report = try test.office.importBytes(
      Array(text.replacing("16,165,7840", with: "16,165,7841").utf8), name: "b.bai")
    #expect(report.outcome == .refused)
    #expect(report.problems.map(\.place.element) == ["49"])
    #expect(report.problems.map(\.place.segment) == [5])
    #expect(try test.office.deposits(DepositQuery()).count == 0)
    #expect(try test.office.files(offset: 0, limit: 9).count == 1)
  }

  @Test("what fits nearly is a candidate: a person decides, and undo takes it back")
  func candidates() throws {
    let test = try office()
    try test.take(remittance("EFT0001", 7840))
    let added = try test.office.addDeposit(try deposit(7840, "SOMETHING"))
    #expect(added.candidates.map(\.value) == ["1"])
    let item = try test.item("SOMETHING", kind: "deposit")
    #expect(item.advice.proposed == .matchDeposit)
    try test.decide(item.item.id, DecisionEntry(.matchDeposit))
    #expect(try test.office.deposit(DepositID(1)).row.traces == ["EFT0001"])
    try isClean(test, deposits: 7840, unmatched: 0)
    _ = try test.office.undo()
    try isClean(test, deposits: 7840, unmatched: 7840)
    #expect(try test.isInQueue("SOMETHING", kind: "deposit"))
    _ = try test.office.redo()
    try isClean(test, deposits: 7840, unmatched: 0)
    _ = try test.office.undo()
    try isClean(test, deposits: 7840, unmatched: 7840)
  }

  @Test("a part may belong to one remittance and the rest to another, from either side")
  func parts() throws {
    let test = try office()
    try test.take(remittance("EFT0001", 3000))
    try test.take(remittance("EFT0002", 5000, interchange: 502))
    _ = try test.office.addDeposit(try deposit(7000, "TOTAL"))
    try test.decide(
      "TOTAL", kind: "deposit", DecisionEntry(.matchDeposit, [.match: "1", .amount: "30.00"]))
    let refusal = try test.refusal(
      "TOTAL", kind: "deposit", DecisionEntry(.matchDeposit, [.match: "2", .amount: "40.01"]))
    #expect(refusal == "Only $40.00 of it is not matched.")
    try test.decide(
      "EFT0002", kind: "remittance", DecisionEntry(.matchDeposit, [.match: "1"]))
    try isClean(test, deposits: 7000, unmatched: 0)
    // Ten dollars of the second remittance are not in the bank yet.
    #expect(try test.item("EFT0002", kind: "remittance").item.balance == Cents(1000))
  }

  @Test(
    "one deposit of several remittances with its number matches once they are said to be several")
  func several() throws {
    let test = try office()
    try test.take(remittance("CK77", 3000))
    _ = try test.office.addDeposit(try deposit(8000, "CK77", form: .lockbox))
    #expect(try test.office.deposit(DepositID(1)).matches.isEmpty)
    try test.take(remittance("00CK77", 5000, interchange: 502))
    // It looks like the same check: only what a person says to be another payment is matched.
    #expect(try test.office.deposit(DepositID(1)).matches.isEmpty)
    try test.decide(
      "00CK77", kind: "remittance", DecisionEntry(.post, [.look: "another"]))
    // Together they are the deposit, and nothing else would fit.
    #expect(
      try test.office.deposit(DepositID(1)).matches.map(\.match.amount.rawValue) == [3000, 5000])
    try isClean(test, deposits: 8000, unmatched: 0)
  }

  @Test("a match is taken apart, and does not come together again by itself")
  func apart() throws {
    let test = try office()
    try test.take(remittance("EFT0001", 7840))
    let added = try test.office.addDeposit(try deposit(7840, "EFT0001"))
    let item = try #require(added.row.item)
    try test.decide(item, DecisionEntry(.unmatchDeposit))
    try isClean(test, deposits: 7840, unmatched: 7840)
    #expect(try test.isInQueue("EFT0001", kind: "deposit"))
    // Another line of the same number looks again at what waits.
    _ = try test.office.addDeposit(try deposit(1, "EFT0001"))
    try isClean(test, deposits: 7841, unmatched: 7841)
    _ = try test.office.undo()
    try isClean(test, deposits: 7841, unmatched: 1)
    #expect(try !test.isInQueue("EFT0001", kind: "remittance"))
    _ = try test.office.redo()
    try isClean(test, deposits: 7841, unmatched: 7841)
  }

  @Test("a void deposit leaves the books and the work, and undo brings it back")
  func void() throws {
    let test = try office()
    let added = try test.office.addDeposit(try deposit(7840, "EFT0001"))
    let item = try #require(added.row.item)
    #expect(
      try test.refusal("EFT0001", kind: "deposit", DecisionEntry(.voidDeposit)) != nil)
    try test.decide(item, DecisionEntry(.voidDeposit, [.note: "not ours"]))
    #expect(try balances(test)["bank"] == 0 && balances(test)["cash"] == 0)
    #expect(try !test.isInQueue("EFT0001", kind: "deposit"))
    try isClean(test, deposits: 0, unmatched: 0)
    // What is void matches with nothing, and nothing is expected in the bank any more.
    try test.take(remittance("EFT0001", 7840))
    #expect(try !test.isInQueue("EFT0001", kind: "remittance"))
    try isClean(test, deposits: 0, unmatched: 0)
    _ = try test.office.undo()
    try isClean(test, deposits: 7840, unmatched: 0)
    #expect(try test.office.deposit(DepositID(1)).row.traces == ["EFT0001"])
    #expect(throws: Refusal.self) { try test.office.redo() }
    // A typed one that is void was no line of the bank: the file counts.
    let other = try test.office.addDeposit(try deposit(55, "EFT0055"))
    try test.decide(
      try #require(other.row.item), DecisionEntry(.voidDeposit, [.note: "wrong"]))
    let report = try test.take(
      SampleFiles.bank([SampleCredit(cents: 55, trace: "EFT0055")]), "b.bai")
    #expect(report.depositsAdded == 1)
    try isClean(test, deposits: 7895, unmatched: 55)
  }

  @Test("a remittance whose money does not come is work after its days, once deposits are recorded")
  func missing() throws {
    let test = try office()
    try test.take(remittance("EFT0001", 7840))
    try test.take(remittance("EFT0000", 100, date: "20260109", interchange: 502))
    #expect(try !test.isInQueue("EFT0001", kind: "remittance"))
    _ = try test.office.addDeposit(try deposit(1, "FIRST"))
    let waiting = try test.item("EFT0001", kind: "remittance")
    #expect(waiting.item.lane == .waiting)
    #expect(waiting.item.followUpOn == Day("2026-01-16"))
    // What was paid before the office recorded its deposits is not missed.
    #expect(try !test.isInQueue("EFT0000", kind: "remittance"))
    // An older deposit makes them expected, and voiding it takes that back.
    let older = try test.office.addDeposit(try deposit(2, "OLDER", on: "2026-01-05"))
    #expect(try test.isInQueue("EFT0000", kind: "remittance"))
    try test.decide(
      try #require(older.row.item), DecisionEntry(.voidDeposit, [.note: "wrong"]))
    #expect(try !test.isInQueue("EFT0000", kind: "remittance"))
    try isClean(test, deposits: 1, unmatched: 1)
    let later = try test.on("2026-01-16")
    try later.office.rollDay()
    let open = try later.item("EFT0001", kind: "remittance")
    #expect(open.item.lane == .work && open.item.reasonCode == "no money")
    #expect(open.advice.proposed == .calledPayer)
    #expect(try later.office.check().problems == [])
    _ = try later.office.addDeposit(try deposit(7840, "EFT0001", on: "2026-01-15"))
    #expect(try !later.isInQueue("EFT0001", kind: "remittance"))
  }

  @Test("zero pay has no deposit, and a remittance with both troubles is one piece of work")
  func zeroPay() throws {
    let test = try office()
    _ = try test.office.addDeposit(try deposit(1, "FIRST"))
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(trace: "ZERO1", claims: [.mask()], method: "NON", date: "20260112")
      ]))
    #expect(try !test.isInQueue("ZERO1", kind: "remittance"))
    try test.take(
      SampleFiles.remittances(
        [
          SampleRemittance(
            trace: "PLB1", claims: [.machine()], provider: [("WO:1", 300)], date: "20260112")
        ], interchange: 502))
    let item = try test.item("PLB1", kind: "remittance")
    #expect(item.item.reasonCode == "PLB WO")
    #expect(item.staged?.missingMoney?.left == Cents(7540))
    try test.decide("PLB1", kind: "remittance", DecisionEntry(.post))
    #expect(try test.item("PLB1", kind: "remittance").item.reasonCode == "awaiting money")
    #expect(
      try test.refusal("PLB1", kind: "remittance", DecisionEntry(.post))
        == "Nothing of it waits to be posted.")
    #expect(try test.office.check().problems == [])
  }

  @Test("who does not post records and matches nothing where the office names its posters")
  func roles() throws {
    let test = try office()
    _ = try test.office.addDeposit(try deposit(7840, "EFT0001"))
    let biller = Office(
      database: test.database, rules: test.office.rules,
      user: OfficeUser(name: "mruiz", isSupervisor: false, isPoster: false), session: "s",
      today: test.office.today, outbox: test.office.outbox, processes: .none)
    #expect(throws: Refusal.self) { try biller.addDeposit(try deposit(1, "A")) }
    #expect(throws: Refusal.self) {
      try biller.importBytes(SampleFiles.bank([SampleCredit(cents: 1)]), name: "b.bai")
    }
    let item = try test.itemID("EFT0001", kind: "deposit")
    let options = try biller.item(item).advice.options
    for verb in [DecisionVerb.matchDeposit, .voidDeposit] {
      #expect(options.first { $0.verb == verb }?.permission.refusal?.contains("post") == true)
    }
  }

  @Test("the report counts by form and payer, and the days from deposit to posting")
  func report() throws {
    let test = try office()
    try test.take(SampleFiles.remittance([.machine()], trace: "EFT0001", date: "20260112"))
    _ = try test.office.addDeposit(try deposit(7840, "EFT0001", on: "2026-01-09"))
    _ = try test.office.addDeposit(try deposit(500, "CK1", form: .check, payer: "SOMEBODY"))
    let report = try test.office.depositsReport(
      from: try #require(Day("2026-01-01")), through: test.office.today)
    #expect(report.forms.map(\.name) == ["ACH", "Check"])
    #expect(report.forms.map(\.unmatched) == [.zero, Cents(500)])
    #expect(report.amount == Cents(8340) && report.open == 1)
    #expect(report.medianLag == 1 && report.withinTwo == 10_000)
    #expect(report.payers.last?.name == "SOMEBODY")
    #expect(
      report.rows.first { $0.deposit.content.reference == "EFT0001" }?.postedOn == Day("2026-01-12")
    )
  }

  @Test("a paper is attached by its path and hash, once")
  func papers() throws {
    let test = try office()
    _ = try test.office.addDeposit(try deposit(7840, "EFT0001"))
    let path = Scratch.folder() + ".slip"
    try Scratch.write(Array("made-up slip".utf8), to: path)
    let detail = try test.office.attach(path, to: DepositID(1))
    #expect(detail.documents.map(\.byteCount) == [12])
    #expect(detail.documents.first?.hash.count == 64)
    #expect(throws: Refusal.self) { try test.office.attach(path, to: DepositID(1)) }
    #expect(throws: Refusal.self) { try test.office.attach(path, to: DepositID(9)) }
  }

  @Test("check names a deposit whose entries, matches or row were altered")
  func tampering() throws {
    let cases = [
      ("DROP TRIGGER deposit_is_kept; UPDATE deposit SET amount_cents = 7841", "deposit 1"),
      ("INSERT INTO deposit_match VALUES (9, 1, 1, 7841, NULL, 1)", "is matched with more"),
      (
        "INSERT INTO deposit_event (deposit_id, kind, activity_id, known_on) VALUES (1, 'voided', 1, 1)",
        "deposit 1"
      ),
      (
        """
        INSERT INTO deposit_match VALUES (9, 1, 1, 7840, NULL, 1);
        UPDATE remittance SET standing = 'voided'
        """, "remittance OTHER is matched with more"
      ),
    ]
    for (sql, words) in cases {
      let test = try office()
      try test.take(remittance("OTHER", 7840))
      _ = try test.office.addDeposit(try deposit(7840, "EFT0001"))
      try test.database.write { try $0.runScript(sql) }
      let problems = try test.office.check().problems
      #expect(problems.contains { $0.contains(words) }, "\(sql): \(problems)")
    }
  }
}
