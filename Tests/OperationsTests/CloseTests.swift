import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

/// Days and months of the books that are closed, and what comes later about them.
@Suite("Closed periods")
struct CloseTests {
  /// An office that sent two claims on January 5 and got one paid on January 10.
  private func office(today: String = "2026-02-03") throws -> TestOffice {
    let first = try TestOffice(today: "2026-01-12", isSupervisor: true)
    try first.take(SampleFiles.claims([.machine(), .mask()]))
    try first.take(SampleFiles.remittance([.machine()], trace: "EFT0001"))
    let test = try first.on(today, user: "sgray", isSupervisor: true)
    try test.office.rollDay()
    return test
  }

  private func period(_ text: String) throws -> BookPeriod {
    try #require(BookPeriod(month: text) ?? Day(text).map { BookPeriod($0) })
  }

  /// The entries of the journal as rows: day, day that it belongs to.
  private func entries(_ test: TestOffice) throws -> [(day: Int64, belongs: Int64?)] {
    try test.database.read {
      try $0.rows("SELECT entry_day, belongs_day FROM journal_entry ORDER BY id") {
        ($0.int(0), $0.intOrNil(1))
      }
    }
  }

  @Test("only a supervisor closes, only what is over, and nothing twice")
  func closing() throws {
    let test = try office()
    let biller = try test.on(user: "tlee")
    #expect(throws: Refusal.self) { try biller.office.closeBooks(try period("2026-01")) }
    #expect(throws: Refusal.self) { try test.office.closeBooks(try period("2026-02")) }
    #expect(try test.office.closeBooks(try period("2026-01")).closedThrough == Day("2026-01-31"))
    #expect(throws: Refusal.self) { try test.office.closeBooks(try period("2026-01-31")) }
    #expect(
      try test.office.closeBooks(try period("2026-02-02")).closedThrough == Day("2026-02-02"))
    #expect(try test.office.check().problems == [])
  }

  @Test("what comes later about a closed day is dated forward, and says where it belongs")
  func forward() throws {
    let test = try office()
    _ = try test.office.closeBooks(try period("2026-01"))
    let before = try entries(test)
    let pack = try test.office.closePack(try period("2026-01"))
    try test.take(
      SampleFiles.remittances(
        [SampleRemittance(trace: "LATE1", claims: [.mask()], payment: 0, date: "20260120")],
        interchange: 503))
    try test.take(
      SampleFiles.remittances(
        [SampleRemittance(trace: "LATE2", claims: [], payment: 900, date: "20260121")],
        interchange: 504))
    _ = try test.office.addDeposit(
      DepositDraft(
        receivedOn: try #require(Day("2026-01-22")), form: .ach, amount: Cents(900), payer: "X",
        reference: "LATE2"))
    let after = try entries(test)
    #expect(after.prefix(before.count).elementsEqual(before) { $0 == $1 })
    let closed = Int64(try #require(Day("2026-01-31")).rawValue)
    let today = Int64(test.office.today.rawValue)
    let new = after.dropFirst(before.count)
    #expect(!new.isEmpty)
    for entry in new {
      #expect(entry.day == today)
      #expect(try #require(entry.belongs) <= closed)
    }
    #expect(try test.office.closePack(try period("2026-01")).accounts == pack.accounts)
    let next = try test.office.closePack(try period("2026-02"))
    #expect(next.forwarded.map(\.month.description) == ["2026-01"])
    #expect(next.forwarded.map(\.entries) == [new.count])
    #expect(try test.office.check().problems == [])
  }

  @Test("where the day itself is closed, the next one is taken")
  func today() throws {
    let test = try office()
    _ = try test.office.closeBooks(try period("2026-02-03"))
    _ = try test.office.addDeposit(
      DepositDraft(
        receivedOn: test.office.today, form: .cash, amount: Cents(1), payer: "", reference: "C1"))
    #expect(try entries(test).last?.day == Int64(test.office.today.adding(days: 1).rawValue))
    #expect(try test.office.check().problems == [])
  }

  @Test("the file itself refuses an entry in a closed period, and check names one that got there")
  func guarded() throws {
    let test = try office()
    _ = try test.office.closeBooks(try period("2026-01"))
    let sql = """
      INSERT INTO journal_entry (id, cause, entry_day) VALUES (900, 'charge', 20463);
      INSERT INTO posting VALUES (900, 0, 'payer-receivable', 5, NULL, NULL, NULL);
      INSERT INTO posting VALUES (900, 1, 'revenue', -5, NULL, NULL, NULL);
      """
    #expect(throws: DatabaseFailure.self) { try test.database.write { try $0.runScript(sql) } }
    #expect(throws: DatabaseFailure.self) {
      try test.database.write { try $0.runScript("DELETE FROM book_close") }
    }
    try test.database.write {
      try $0.runScript("DROP TRIGGER journal_entry_in_open_period;" + sql)
    }
    let problems = try test.office.check().problems
    #expect(problems.contains { $0.contains("2026-01") && $0.contains("was closed") })
  }

  @Test("a period is opened again by a supervisor who did not ask, with the reason; undo closes it")
  func reopening() throws {
    let test = try office()
    _ = try test.office.closeBooks(try period("2026-01"))
    _ = try test.office.closeBooks(try period("2026-02-02"))
    #expect(throws: Refusal.self) {
      try test.office.askToReopen(try period("2026-02-03"), reason: "x")
    }
    #expect(throws: Refusal.self) {
      try test.office.askToReopen(try period("2026-01"), reason: " ")
    }
    let asked = try test.office.askToReopen(try period("2026-01"), reason: "a late remittance")
    #expect(throws: Refusal.self) {
      try test.office.askToReopen(try period("2026-01"), reason: "again")
    }
    let item = try #require(asked.item)
    #expect(try test.office.item(item).item.lane == .lead)
    let biller = try test.on(user: "tlee")
    for other in [test, biller] {
      #expect(throws: Refusal.self) { try other.decide(item, DecisionEntry(.grant)) }
    }
    let lead = try test.on(user: "eli", isSupervisor: true)
    try lead.decide(item, DecisionEntry(.grant))
    #expect(try test.office.books().closedThrough == nil)
    #expect(try test.office.books().closes.first?.reason == "a late remittance")
    #expect(try test.office.approvals(offset: 0, limit: 9).first?.answer?.user == "eli")
    _ = try test.office.addDeposit(
      DepositDraft(
        receivedOn: try #require(Day("2026-01-22")), form: .ach, amount: Cents(900), payer: "X",
        reference: "LATE2"))
    #expect(try entries(test).last?.day == Int64(try #require(Day("2026-01-22")).rawValue))
    #expect(try entries(test).last?.belongs == nil)
    #expect(try lead.office.check().problems == [])
    _ = try lead.office.undo()
    #expect(try test.office.books().closedThrough == Day("2026-02-02"))
    #expect(try test.office.item(item).item.lane == .lead)
    #expect(try lead.office.check().problems == [])
    try lead.decide(item, DecisionEntry(.refuse, [.note: "not needed"]))
    #expect(try test.office.books().closedThrough == Day("2026-02-02"))
    #expect(try test.office.approvals(offset: 0, limit: 9).first?.answer?.isGranted == false)
  }

  @Test("opening a later day leaves what was closed before it closed")
  func partly() throws {
    let test = try office()
    _ = try test.office.closeBooks(try period("2026-01"))
    _ = try test.office.closeBooks(try period("2026-02-02"))
    let asked = try test.office.askToReopen(try period("2026-02-02"), reason: "a slip")
    let lead = try test.on(user: "eli", isSupervisor: true)
    try lead.decide(try #require(asked.item), DecisionEntry(.grant))
    #expect(try test.office.books().closedThrough == Day("2026-02-01"))
    #expect(try lead.office.check().problems == [])
  }

  @Test("the pack adds up, and an independent reading of the ledger agrees", arguments: 1...8)
  func pack(seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    var test = try TestOffice(today: "2026-01-05", isSupervisor: true)
    var closed: [(BookPeriod, ClosePack)] = []
    for number in 1...30 {
      let control = "R\(number)"
      try test.take(
        SampleFiles.claims([random.isOne(in: 2) ? .machine(control) : .mask(control)]),
        "c\(number)")
      let day = test.office.today.adding(days: -Int(random.number(0...20)))
      let parts = day.components
      let text = String(parts.year * 10_000 + parts.month * 100 + parts.day)
      _ = try test.office.importBytes(
        SampleFiles.remittances(
          [
            SampleRemittance(
              trace: "E\(number)",
              claims: [random.isOne(in: 2) ? .machine(control) : .mask(control)], date: text)
          ], interchange: 700 + number), name: "r\(number)")
      if try test.isInQueue(control) {
        _ = try? test.decide(
          try test.itemID(control),
          random.isOne(in: 2)
            ? DecisionEntry(.writeOff, [.amount: "1.00", .reason: "SMALL"])
            : DecisionEntry(.transferPatient, [.amount: "2.00"]))
      }
      test = try test.on(
        test.office.today.adding(days: Int(random.number(1...6))).description, isSupervisor: true)
      try test.office.rollDay()
      let month = BookPeriod(
        monthOf: BookPeriod(monthOf: test.office.today).first.adding(days: -1))
      if random.isOne(in: 4), (try? test.office.closeBooks(month)) != nil {
        closed.append((month, try test.office.closePack(month)))
      }
    }
    #expect(try test.office.check().problems == [])
    for (month, pack) in closed {
      // What was closed stays as it was, whatever came after.
      let now = try test.office.closePack(month)
      #expect(now.accounts == pack.accounts && now.movements == pack.movements, "\(month)")
    }
    var month = BookPeriod(monthOf: try #require(Day("2025-12-01")))
    while month.first <= test.office.today {
      let pack = try test.office.closePack(month)
      #expect(pack.difference == .zero, "\(month)")
      try compare(pack, test, "seed \(seed), \(month)")
      month = BookPeriod(monthOf: month.last.adding(days: 1))
    }
    let last = try test.office.closePack(BookPeriod(monthOf: test.office.today))
    #expect(last.receivableAtEnd > .zero)
  }

  /// Goes through every posting there is, one by one.
  private func compare(_ pack: ClosePack, _ test: TestOffice, _ what: String) throws {
    let rows = try test.database.read {
      try $0.rows(
        "SELECT entry_id, account, amount_cents, (SELECT entry_day FROM journal_entry WHERE id = entry_id) FROM posting"
      ) { (entry: $0.int(0), account: $0.text(1), cents: $0.int(2), day: $0.int(3)) }
    }
    let owed: Set = [
      "unbilled-receivable", "payer-receivable", "next-payer-receivable", "patient-receivable",
    ]
    let (first, last) = (Int64(pack.period.first.rawValue), Int64(pack.period.last.rawValue))
    var start: Int64 = 0
    var end: Int64 = 0
    var byKind: [ClosePack.Movement.Kind: Int64] = [:]
    let touching = Set(rows.filter { owed.contains($0.account) }.map(\.entry))
    for row in rows where row.day <= last {
      if owed.contains(row.account) {
        end += row.cents
        if row.day < first { start += row.cents }
      } else if row.day >= first, touching.contains(row.entry) {
        let kind: ClosePack.Movement.Kind =
          switch row.account {
          case "revenue": .charges
          case "suspense": .payments
          case "cash", "bank": row.cents > 0 ? .payments : .refunds
          case "contractual-adjustment", "other-adjustment", "write-off": .adjustments
          default: .other
          }
        byKind[kind, default: 0] -= row.cents
      }
    }
    #expect(pack.receivableAtStart == Cents(start), "\(what)")
    #expect(pack.receivableAtEnd == Cents(end), "\(what)")
    for kind in ClosePack.Movement.Kind.allCases {
      #expect(pack.total(of: kind) == Cents(byKind[kind, default: 0]), "\(what) \(kind)")
    }
    #expect(start + byKind.values.reduce(0, +) == end, "\(what)")
  }
}
