import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

/// Deposits and remittances in random order, with decisions and their undoing, beside a slow ledger.
@Suite("Random deposits")
struct DepositRandomTests {
  @Test(
    "bank, cash and what is matched are those of a plain reading", arguments: Soak.seeds(4, of: 100)
  )
  func anything(seed: Int) throws {
    var run = try BankRun(seed: UInt64(seed))
    for step in 1...110 {
      let what = try run.step()
      try run.compare("seed \(seed), step \(step): \(what)")
    }
    #expect(run.decided > 5 && run.undone > 0 && run.imported > 3, "seed \(seed)")
  }
}

/// An office, and beside it what a person with pencil and paper would have noted of it.
private struct BankRun {
  /// What is noted of one deposit.
  private struct Noted {
    var cents: Int64
    var isVoid = false
  }

  private let test: TestOffice
  private var random: SeededRandom
  /// By number.
  private var deposits: [Int64: Noted] = [:]
  private var remittances: [Int64: Int64] = [:]
  private var count = 0
  private(set) var decided = 0
  private(set) var undone = 0
  private(set) var imported = 0

  init(seed: UInt64) throws {
    random = SeededRandom(seed)
    test = try TestOffice(today: "2026-01-12")
  }

  private mutating func day(_ range: ClosedRange<Int64>) -> Int64 { random.number(range) }

  mutating func step() throws -> String {
    switch random.number(0...11) {
    case 0...2: return try remit()
    case 3: return try bankFile()
    case 4, 5: return try add()
    case 6...8: return try decide()
    default: return try takeBack()
    }
  }

  private mutating func remit() throws -> String {
    count += 1
    let cents = random.number(0...4) * 1000
    let trace = "T\(random.number(1...9))"
    let report = try test.office.importBytes(
      SampleFiles.remittances(
        [
          SampleRemittance(
            trace: trace, claims: [], payment: cents,
            method: random.pick(["ACH", "CHK"]), date: "202601" + (10 + day(0...4)).description)
        ], interchange: 600 + count), name: "r\(count)")
    if report.remittances == 1 {
      // One that looks like another is in no book until somebody says what it is.
      let isAsked = report.problems.contains { $0.message.contains("looks like one") }
      remittances[Int64(remittances.count + 1)] = isAsked ? 0 : cents
      imported += 1
    }
    return "remittance \(trace) \(cents)"
  }

  private mutating func bankFile() throws -> String {
    count += 1
    let credits = (0..<Int(random.number(1...3))).map { _ in
      SampleCredit(
        cents: random.number(1...4) * 1000, trace: "T\(random.number(1...9))", originator: "")
    }
    let report = try test.office.importBytes(
      SampleFiles.bank(credits, day: "26011\(day(0...2))", time: "0\(100 + count)"),
      name: "b\(count)")
    try note(report.depositsAdded)
    imported += report.depositsAdded
    return "bank file of \(report.depositsAdded)"
  }

  private mutating func add() throws -> String {
    let content = DepositDraft(
      receivedOn: Day(rawValue: test.office.today.rawValue - Int32(day(0...3))),
      form: random.pick(DepositForm.allCases), amount: Cents(random.number(1...4) * 1000),
      payer: "MADE UP", reference: "T\(random.number(1...9))")
    do {
      _ = try test.office.addDeposit(content, again: random.isOne(in: 2))
    } catch is Refusal {
      return "refused"
    }
    try note(1)
    return "deposit \(content.reference) \(content.amount)"
  }

  /// Notes deposits that were added last, as the list shows them.
  private mutating func note(_ added: Int) throws {
    for _ in 0..<added {
      let number = Int64(deposits.count + 1)
      let deposit = try test.office.deposit(DepositID(number)).row.deposit
      deposits[number] = Noted(cents: deposit.content.amount.rawValue)
    }
  }

  private mutating func decide() throws -> String {
    guard let number = deposits.keys.sorted().randomElement(using: &random) else { return "none" }
    let detail = try test.office.deposit(DepositID(number))
    guard let item = detail.row.item else { return "none" }
    let entry: DecisionEntry =
      switch random.number(0...4) {
      case 0: DecisionEntry(.unmatchDeposit)
      case 1: DecisionEntry(.voidDeposit, [.note: "wrong"])
      default:
        DecisionEntry(
          .matchDeposit,
          [
            .match: "\(random.number(1...max(1, Int64(remittances.count))))",
            .amount: random.isOne(in: 2) ? "\(random.number(1...30)).00" : "",
          ])
      }
    do {
      try test.decide(item, entry)
      decided += 1
      return "\(entry)"
    } catch is Refusal {
      return "refused \(entry)"
    }
  }

  private mutating func takeBack() throws -> String {
    do {
      let outcome =
        random.isOne(in: 3) ? try test.office.redo() : try test.office.undo()
      undone += 1
      return outcome.message
    } catch let refusal as Refusal {
      return refusal.message
    }
  }

  /// Reads the journal of decisions line by line, counts what stands, and compares.
  func compare(_ what: String) throws {
    let check = try test.office.check()
    try #require(check.problems == [], "\(what)")
    var bank: Int64 = 0
    for (number, noted) in deposits where try !isVoid(number) { bank += noted.cents }
    let announced = remittances.values.reduce(0, +)
    let matched = try matches()
    try #require(check.totals.deposit == Cents(bank), "\(what)")
    try #require(check.totals.unmatchedDeposit == Cents(bank - matched), "\(what)")
    let accounts = try test.database.read { connection in
      Dictionary(
        uniqueKeysWithValues: try connection.rows(
          "SELECT account, sum(amount_cents) FROM posting GROUP BY account"
        ) { ($0.text(0), $0.int(1)) })
    }
    try #require(accounts["bank", default: 0] == bank, "\(what)")
    try #require(accounts["cash", default: 0] == announced - bank, "\(what)")
    try #require(accounts["suspense", default: 0] == -announced, "\(what)")
    try #require(check.postingsSum == .zero, "\(what)")
  }

  /// Whether the last decision about a deposit that stands made it void, by the journal alone.
  private func isVoid(_ number: Int64) throws -> Bool {
    try standing(about: number).last { $0 == "void-deposit" } != nil
  }

  /// The verbs of decisions about a deposit that were not taken back.
  private func standing(about number: Int64) throws -> [String] {
    let lines = try test.database.read { connection in
      try connection.rows(
        """
        SELECT id, verb, undoes FROM activity
        WHERE subject_kind = 'deposit' AND subject_key = ?1 ORDER BY id
        """, [.integer(number)]
      ) { (id: $0.int(0), verb: $0.text(1), undoes: $0.intOrNil(2)) }
    }
    func stands(_ id: Int64) -> Bool {
      !lines.contains { $0.undoes == id && stands($0.id) }
    }
    return lines.filter { $0.undoes == nil && stands($0.id) }.map(\.verb)
  }

  /// What is matched, by every row that was ever written.
  private func matches() throws -> Int64 {
    try test.database.read { connection in
      let apart = Set(try connection.rows("SELECT match_id FROM deposit_unmatch") { $0.int(0) })
      return try connection.rows("SELECT id, amount_cents FROM deposit_match") {
        ($0.int(0), $0.int(1))
      }.filter { !apart.contains($0.0) }.map(\.1).reduce(0, +)
    }
  }
}
