import Billing
import Database
import Desk
import Testing

@testable import Operations
@testable import TestSupport

@Suite("The business day")
struct BusinessDayTests {
  /// A rental, special work, and claims with limits, on 2026-01-12.
  private func office() throws -> TestOffice {
    let test = try TestOffice(today: "2026-01-12", isSupervisor: true)
    try test.office.rollDay()
    try test.confirm([.device("SO-1", ["delivered": "2026-01-12"])])
    try test.take(SampleFiles.claims([.machine("A1"), .mask("A2")]))
    return test
  }

  private func rows(_ test: TestOffice) throws -> [String: String] {
    try test.office.database.read { connection in
      let tables = try connection.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
      ) { $0.text(0) }
      var rows: [String: String] = [:]
      for table in tables {
        let columns = try connection.rows("SELECT name FROM pragma_table_info('\(table)')") {
          $0.text(0)
        }
        rows[table] =
          try connection.first(
            "SELECT group_concat(\(columns.map { "quote(\"\($0)\")" }.joined(separator: "||'|'||")), char(10)) FROM \(table)"
          ) { $0.textOrNil(0) } ?? nil
      }
      return rows
    }
  }

  @Test(
    "a look at any day writes no row, shows that day, and refuses every change",
    arguments: ["2025-06-01", "2026-01-11", "2026-01-13", "2026-04-20", "2036-01-01"])
  func look(day: String) throws {
    let test = try office()
    let before = try rows(test)
    let copy = try test.office.database.copyInMemory(clock: { 0 })
    let seen = try test.office.look(at: try #require(Day(day)), in: copy)
    #expect(try seen.check().problems == [])
    #expect(try seen.overview().today.description == day)
    #expect(throws: DatabaseFailure.self) {
      try seen.rollDay(.clock); try seen.markAsSample()
    }
    #expect(try rows(test) == before)
  }

  @Test("the clock is followed forwards, a week at most, and never backwards")
  func follows() throws {
    let test = try office()
    let day = try #require(Day("2026-01-12"))
    for (clock, stands) in [(-3, 0), (0, 0), (7, 7), (15, 7), (14, 14), (13, 14)] {
      let (opened, standing) = try test.office.opened(on: day.adding(days: clock), leapDays: 7)
      #expect(opened.today == day.adding(days: stands))
      #expect(standing.day == opened.today)
      #expect(try test.office.businessDay() == opened.today)
      #expect(standing.isLeap == (clock == 15))
      #expect(standing.isClockBehind == (clock == -3 || clock == 13))
    }
    let later = try test.office.openDay(day.adding(days: 60))
    #expect(try later.businessDay() == day.adding(days: 60))
    #expect(throws: Refusal.self) { try test.office.openDay(day) }
    #expect(try later.dayTurns().map(\.cause) == [.opened, .clock, .clock, .clock])
    #expect(try later.check().problems == [])
    let biller = Office(
      database: test.office.database, rules: test.office.rules,
      user: OfficeUser(name: "b", isSupervisor: false), session: "s", today: day,
      outbox: test.office.outbox)
    #expect(throws: Refusal.self) { try biller.openDay(day.adding(days: 90)) }
    #expect(throws: Refusal.self) { try biller.backDay() }
  }

  @Test("a line of the turns that was changed is found")
  func chain() throws {
    let test = try office()
    _ = try test.office.openDay(try #require(Day("2026-02-20")))
    try test.office.database.write { connection in
      try connection.run("DROP TRIGGER day_turn_is_kept")
      try connection.run("UPDATE day_turn SET user = 'somebody' WHERE id = 1")
    }
    let problems = try test.office.on(try #require(Day("2026-02-20"))).check().problems
    #expect(problems.contains { $0.contains("the turn to 2026-01-12 was changed") })
  }

  @Test(
    "looks, leaps and their taking back, among work, end as if there had been none",
    arguments: Soak.seeds(6, of: 200).map { UInt64($0 - 1) })
  func sequences(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let (plain, tried) = (try office(), try office())
    var day = try #require(Day("2026-01-12"))
    for step in 0..<5 {
      for _ in 0..<Int(random.next() % 3) {
        let other = day.adding(days: Int(random.next() % 400) - 60)
        if random.next() % 2 == 0 {
          let copy = try tried.office.database.copyInMemory(clock: { 0 })
          _ = try tried.office.on(day).look(at: other, in: copy)
        } else if other > day {
          _ = try tried.office.openDay(other)
          let back = try tried.office.backDay()
          #expect(back.today == day, "seed \(seed)")
        }
      }
      day = day.adding(days: 1 + Int(random.next() % 25))
      for test in [plain, tried] {
        let on = try test.on(day.description)
        try on.office.rollDay()
        if step == 1 { try on.decide("A1", DecisionEntry(.calledPayer, ["status": "in process"])) }
        if step == 2 { try on.take(SampleFiles.remittance([.mask("A2")])) }
      }
      let (left, right) = (try plain.on(day.description), try tried.on(day.description))
      try right.isSound()
      try right.isAs(try OfficeState(left), "seed \(seed), step \(step)")
    }
  }

  @Test("one turn after another is taken back, until none is left")
  func backAgain() throws {
    let test = try office()
    let days = try ["2026-01-12", "2026-02-20", "2026-05-03"].map { try #require(Day($0)) }
    let before = try OfficeState(test)
    for day in days.dropFirst() { _ = try test.office.openDay(day) }
    for day in days.dropLast().reversed() {
      #expect(try test.office.backDay().today == day)
      #expect(try test.office.businessDay() == day)
    }
    try test.isAs(before)
    #expect(throws: Refusal.self) { try test.office.backDay() }
    #expect(try test.office.businessDay() == days[0])
    try test.isSound()
  }

  @Test("taking a day back that is cut off anywhere is finished by whoever opens the office next")
  func cutOff() throws {
    let whole = try office()
    _ = try whole.office.openDay(try #require(Day("2026-06-20")))
    _ = try whole.office.backDay()
    let end = try OfficeState(whole)
    var steps = 0
    _ = try {
      let counted = try office()
      _ = try counted.office.openDay(try #require(Day("2026-06-20")))
      _ = try counted.office.backDay {
        steps += 1; return true
      }
    }()
    #expect(steps > 2)
    for stop in 0..<steps {
      let test = try office()
      let later = try test.office.openDay(try #require(Day("2026-06-20")))
      var seen = 0
      #expect(throws: Refusal.self) {
        try later.backDay {
          seen += 1
          return seen <= stop
        }
      }
      #expect(try later.businessDay() == later.today)
      #expect(try later.check().problems.contains { $0.contains("is not finished") })
      let (next, _) = try test.office.opened(on: try #require(Day("2026-01-12")), leapDays: 7)
      #expect(next.today == Day("2026-01-12"))
      try test.isAs(end, "stopped after \(stop)")
      try test.isSound()
      #expect(try next.dayTurns().map(\.cause) == [.back, .opened, .clock])
      #expect(
        try next.dayTurns()
          == whole.office.dayTurns().enumerated().map { index, turn in
            var turn = turn
            turn.at = try next.dayTurns()[index].at
            return turn
          })
    }
  }

  @Test("a month that a wrong day made leaves nothing, and comes on its own day")
  func months() throws {
    let test = try office()
    let unbilled = try test.account("unbilled-receivable")
    _ = try test.office.openDay(try #require(Day("2026-06-20")))
    #expect(try test.account("unbilled-receivable") == unbilled + 5 * 12_000)
    _ = try test.office.backDay()
    #expect(try test.account("unbilled-receivable") == unbilled)
    // What was made and taken back is of one known day: together nothing, whatever day is asked about.
    #expect(
      try test.numbers(
        """
        SELECT sum(amount_cents) FROM posting JOIN journal_entry ON journal_entry.id = entry_id
        WHERE account = 'unbilled-receivable' AND known_on > \(Day("2026-01-12")?.rawValue ?? 0)
        GROUP BY known_on
        """) == [0])
    let february = try test.on("2026-02-12")
    try february.office.rollDay()
    #expect(try february.account("unbilled-receivable") == unbilled + 12_000)
    #expect(
      try february.texts(
        "SELECT date(known_on * 86400, 'unixepoch') FROM charge WHERE rental_month = 2")
        == ["2026-02-12"])
    try february.isSound()
  }
}
