import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Queues as they are read")
struct QueueTests {
  /// Three denials and one claim that waits, of two payers.
  private func queue() throws -> TestOffice {
    let test = try TestOffice()
    var other = SampleClaim.mask("B1")
    other.payer = .commercial
    other.last = "POE"
    other.lines[0].day = "20251101"
    other.lines[0].cents = 25_000
    try test.take(SampleFiles.claims([.machine(), .mask(), other]))
    var answer = PaidClaim.mask("B1", cas: "CO*29*250", remarks: [], more: [])
    answer.last = "POE"
    answer.charge = 25_000
    answer.lines[0].charge = 25_000
    answer.lines[0].day = "20251101"
    var machine = PaidClaim.machine()
    machine.paid = 0
    machine.lines[0].paid = 0
    machine.lines[0].cas = ["CO*50*120"]
    machine.lines[1].paid = 0
    machine.lines[1].cas = ["CO*50*260"]
    try test.take(SampleFiles.remittance([.mask(), machine]))
    try test.take(
      SampleFiles.remittances([
        SampleRemittance(trace: "C1", claims: [answer], payer: .commercial)
      ]))
    return test
  }

  @Test("filters say what they say, and their opposites the rest")
  func filters() throws {
    let test = try queue()
    try test.decide("A1001", DecisionEntry(.assign, ["to": "mruiz"]))
    let all = ["A1001", "A1002", "B1"]
    func day(_ text: String) throws -> FilterValue { .day(try #require(Day(text))) }
    let cases: [(filter: WorkFilter, hits: [String])] = [
      (.everything, all), (.word("roe"), ["A1002"]), (.word("E0601"), ["A1001"]),
      (.word("co-29"), ["B1"]), (.word("%"), []), (.word("_"), []),
      (.word("'; DROP TABLE claim;--"), []),
      (.field(.payer, .has, [.text("medicare")]), ["A1001", "A1002"]),
      (.field(.payer, .has, [.text("commercial")]), ["B1"]),
      (.field(.payer, .has, [.text("commercial"), .text("medicare")]), all),
      (.field(.code, .has, [.text("CO-16")]), ["A1002"]),
      (.field(.patient, .has, [.text("DOE")]), ["A1001"]),
      (.field(.claim, .has, [.text("A10")]), ["A1001", "A1002"]),
      (.field(.procedure, .has, [.text("a7030")]), ["A1002", "B1"]),
      (.field(.balance, .greater, [.cents(Cents(18_000))]), ["A1001", "B1"]),
      (.field(.balance, .greaterOrEqual, [.cents(Cents(18_000))]), all),
      (.field(.balance, .has, [.cents(Cents(18_000))]), ["A1002"]),
      (.field(.age, .greater, [.number(60)]), ["B1"]),
      (.field(.age, .less, [.number(32)]), ["A1001", "A1002"]),
      (.field(.dos, .less, [try day("2025-12-01")]), ["B1"]),
      (.field(.owner, .has, [.text("mruiz")]), ["A1001"]), (.unclaimed, ["A1002", "B1"]),
      (.mine, []), (.field(.status, .has, [.text("open")]), all),
      (.field(.status, .has, [.text("waiting")]), []),
      (.all([.word("A7030"), .field(.payer, .has, [.text("sample")])]), ["A1002", "B1"]),
      (.any([.word("doe"), .word("poe")]), ["A1001", "B1"]),
      (.field(.touched, .has, [try day("2026-01-20")]), ["A1001"]),
    ]
    for (filter, hits) in cases {
      for (filter, hits) in [(filter, hits), (.not(filter), all.filter { !hits.contains($0) })] {
        let request = PageRequest(queue: .denials, filter: filter)
        let page = try test.office.page(request)
        #expect(page.rows.map(\.reference).sorted() == hits, "\(filter)")
        #expect(page.count == hits.count, "\(filter)")
        #expect(page.expected == page.rows.map(\.item.expected).total(), "\(filter)")
        #expect(
          try test.office.identities(request) == page.rows.map(\.item.id), "\(filter)")
      }
    }
  }

  @Test("not having a value is not the value")
  func unknownValues() throws {
    let test = try queue()
    let strangers = ["NOBODY1", "NOBODY2"].map { number in
      var claim = PaidClaim.machine(number)
      claim.member = ""
      claim.last = "STRANGER"
      claim.payerNumber = number
      return claim
    }
    try test.take(SampleFiles.remittance(strangers, trace: "X1", date: "20260112"))
    let day = FilterValue.day(try #require(Day("2026-12-31")))
    let due = WorkFilter.field(.due, .less, [day])
    // Nothing in cash posting has a deadline: neither is it due, nor is it lost from the rest.
    #expect(try test.office.page(PageRequest(queue: .cashPosting, filter: due)).count == 0)
    #expect(try test.office.page(PageRequest(queue: .cashPosting, filter: .not(due))).count == 2)
  }

  @Test("every order is complete and stable, page by page, forward and back")
  func orders() throws {
    let test = try TestOffice()
    let numbers = (1...25).map { "S\($0 + 10)" }
    try test.take(SampleFiles.claims(numbers.map { SampleClaim.mask($0) }))
    try test.take(SampleFiles.remittance(numbers.map { PaidClaim.mask($0) }))
    for order in WorkOrder.allCases {
      for isReversed in [false, true] {
        var seen: [WorkItemID] = []
        for offset in stride(from: 0, to: 30, by: 7) {
          seen += try test.office.page(
            PageRequest(
              queue: .denials, order: order, isReversed: isReversed, offset: offset, limit: 7)
          ).rows.map(\.item.id)
        }
        #expect(seen.count == 25, "\(order)")
        #expect(Set(seen).count == 25, "\(order)")
        let whole = try test.office.page(
          PageRequest(queue: .denials, order: order, isReversed: isReversed, limit: 100))
        #expect(whole.rows.map(\.item.id) == seen, "\(order)")
      }
    }
  }

  @Test("by due date, what has no deadline comes last")
  func dueOrder() throws {
    let test = try queue()
    try test.database.write {
      try $0.run("UPDATE work_item SET safe_day = NULL WHERE reference = ?1", .text("A1001"))
    }
    for isReversed in [false, true] {
      let rows = try test.office.page(
        PageRequest(queue: .denials, order: .due, isReversed: isReversed)
      ).rows
      #expect(rows.last?.reference == "A1001")
    }
  }

  @Test("the home screen counts what the queues hold")
  func overview() throws {
    let test = try queue()
    let overview = try test.office.overview()
    let denials = try #require(overview.queues.first { $0.queue == .denials })
    #expect(denials.open == 3)
    #expect(denials.expected == Cents(18_000 + 38_000 + 25_000))
    #expect(overview.claims == 3)
    #expect(overview.files == 3)
    try test.decide("A1002", DecisionEntry(.requestDocuments))
    let after = try test.office.overview()
    #expect(after.queues.first { $0.queue == .denials }?.open == 2)
    #expect(after.queues.first { $0.queue == .denials }?.waiting == 1)
    #expect(after.doneToday == 1)
    _ = try test.office.undo()
    #expect(try test.office.overview().doneToday == 0)
  }
}
