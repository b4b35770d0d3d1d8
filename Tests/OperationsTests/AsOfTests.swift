import Billing
import Database
import Desk
import Operations
import Store
import Testing

@testable import TestSupport

/// What stood at the end of a past day, against offices that were only ever told what was known by
/// then.
@Suite("As of a past day")
struct AsOfTests {
  @Test("is what an office says that has read the files up to that day alone")
  func replayed() throws {
    let days = SixBillsFiles.all.map(\.day)
    let whole = try Self.lived(through: try #require(days.last))
    for day in Set(days + days.map { $0.adding(days: 1) }).sorted() {
      let part = try Self.lived(through: day)
      #expect(try Standings(whole, asOf: day) == Standings(part), "\(day)")
    }
    // Nothing was known before.
    #expect(try Standings(whole, asOf: days[0].adding(days: -1)) == Standings())
  }

  @Test("history that is loaded at once says the same as files that came day by day")
  func history() throws {
    let days = SixBillsFiles.all.map(\.day)
    let last = try #require(days.last)
    let loaded = try TestOffice(today: last.adding(days: 30).description)
    for file in SixBillsFiles.all {
      try loaded.office.importBytes(file.bytes, name: "\(file.day).x12", as: .history)
    }
    let lived = try Self.lived(through: last)
    for day in days {
      #expect(try Standings(loaded, asOf: day) == Standings(lived, asOf: day), "\(day)")
    }
    let known = try loaded.texts(
      "SELECT DISTINCT date(known_on * 86400, 'unixepoch') FROM file ORDER BY 1")
    #expect(known == Set(days.map(\.description)).sorted())
    #expect(
      try loaded.numbers("SELECT count(*) FROM journal_entry WHERE known_on > ?1", SQLValue(last))
        == [0])
    // Without the flag it is known since now.
    let news = try TestOffice(today: last.adding(days: 30).description)
    for file in SixBillsFiles.all { try news.take(file.bytes, "\(file.day).x12") }
    #expect(try Standings(news, asOf: last) == Standings())
    #expect(try OfficeState(loaded).differences(to: OfficeState(news)) == [])
    try loaded.isSound()
  }

  @Test("a state that a person changed and took back is told for each day")
  func decided() throws {
    let test = try TestOffice(today: "2026-01-20")
    try test.take(SampleFiles.claims([.machine()]))
    try test.take(SampleFiles.remittance([.machine()]))
    // What the payer takes back waits for a person.
    let back = try test.on("2026-01-22")
    try back.take(
      SampleFiles.remittances(
        [
          SampleRemittance(
            trace: "EFT2", claims: [PaidClaim.machine().reversed()], provider: [("FB:1", -7840)])
        ], interchange: 502))
    let states: [(day: String, wanted: [String])] = [
      ("2026-01-19", []), ("2026-01-20", ["posted"]), ("2026-01-21", ["posted"]),
      ("2026-01-22", ["posted", "staged"]), ("2026-01-25", ["posted", "staged"]),
      ("2026-01-26", ["reversed", "reversed"]), ("2026-01-29", ["reversed", "reversed"]),
      ("2026-01-30", ["posted", "staged"]), ("2027-01-01", ["posted", "staged"]),
    ]
    let posted = try test.on("2026-01-26")
    try posted.decide("A1001", kind: "remit-claim", DecisionEntry(.post))
    _ = try test.on("2026-01-30").office.undo()
    for state in states {
      let rows = try test.office.database.read {
        try EarlierStates.remitClaims(asOf: try #require(Day(state.day)), in: $0)
      }
      #expect(rows.map(\.state.rawValue) == state.wanted, "\(state.day)")
    }
  }

  @Test("each charge of a lived year stood where it stood on each day")
  func year() throws {
    let year = try LivedYear.small.get()
    #expect(year.standings.count > 20)
    for (day, standing) in year.standings {
      #expect(try Standings(year.office, asOf: day) == standing, "\(day)")
    }
  }

  /// An office that read each file on its own day.
  private static func lived(through day: Day) throws -> TestOffice {
    var test = try TestOffice(today: SixBillsFiles.all[0].day.description)
    for file in SixBillsFiles.all where file.day <= day {
      test = try test.on(file.day.description)
      try test.take(file.bytes, "\(file.day).x12")
    }
    return test
  }
}

/// Where sendings, answers and charges stand, a text each.
struct Standings: Equatable, Sendable {
  var sendings: [String] = []
  var answers: [String] = []
  var charges: [String] = []

  init() {}

  /// As they stand now, read with plain SQL.
  init(_ database: OfficeDatabase) throws {
    try database.read { connection in
      func rows(_ sql: String) throws -> [String] {
        try connection.rows("SELECT id || ' ' || " + sql + " ORDER BY id") { $0.text(0) }
      }
      sendings = try rows("answer || ' ' || coalesce(answer_day, 'no day') FROM submission")
      answers = try rows("state || ' ' || coalesce(claim_id, 'no claim') FROM remit_claim")
      charges = try rows("standing || ' ' || coalesce(claim_id, 'no claim') FROM charge")
    }
  }

  init(_ test: TestOffice) throws { try self.init(test.database) }

  /// As they stood at the end of a day, by what was kept.
  init(_ office: Office, asOf day: Day) throws {
    try office.database.read { connection in
      sendings = try EarlierStates.sendings(asOf: day, in: connection).map {
        let on = $0.answeredOn.map { String($0.rawValue) } ?? "no day"
        return "\($0.submission.rawValue) \($0.answer) \(on)"
      }
      answers = try EarlierStates.remitClaims(asOf: day, in: connection).map {
        let claim = $0.matchedTo.map { String($0.rawValue) } ?? "no claim"
        return "\($0.id.rawValue) \($0.state.rawValue) \(claim)"
      }
      charges = try EarlierStates.charges(asOf: day, in: connection).map {
        let claim = $0.claim.map { String($0.rawValue) } ?? "no claim"
        return "\($0.id.rawValue) \($0.standing) \(claim)"
      }
    }
  }

  init(_ test: TestOffice, asOf day: Day) throws { try self.init(test.office, asOf: day) }
}
