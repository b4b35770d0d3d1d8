import Billing
import Database
import Testing

@testable import Store

@Suite("The known day of facts from before it was kept")
struct KnownDayMigrationTests {
  @Test("is that of the file, of the decision, of the batch, in this order, else nothing")
  func order() throws {
    let office = try OldOffice()
    try office.write { connection in try OldOffice.fill(connection) }
    let new = try office.open(Schema.migrations)
    defer { try? new.close() }
    try new.write { connection in
      // Each fact as an older program left it, one after the other, filled by the same step.
      try connection.run("UPDATE file SET imported_at = 1736640005000, known_on = NULL")
      try connection.run("DROP TRIGGER activity_is_kept")
      try connection.run("UPDATE activity SET on_day = 20110")
      try connection.run(
        "UPDATE batch SET sent_day = 20120, outbox_name = 'b.x12'")
      func filled(_ change: String) throws -> Int64? {
        try connection.run("UPDATE submission SET known_on = NULL")
        try connection.run(change)
        for part in Schema.knownDays.sql.split(separator: ";\n") where part.contains("UPDATE") {
          guard part.contains("UPDATE file ") || part.contains("UPDATE submission ") else {
            continue
          }
          try connection.run(String(part))
        }
        return try connection.first("SELECT known_on FROM submission") { $0.intOrNil(0) } ?? nil
      }
      #expect(try filled("UPDATE submission SET activity_id = 1") == 20_100)
      #expect(try filled("UPDATE batch SET file_id = NULL") == 20_110)
      #expect(try filled("UPDATE submission SET activity_id = NULL") == 20_120)
      #expect(try filled("UPDATE batch SET outbox_name = NULL") == nil)
      let unknown = try UnknownDays.counts(in: connection)
      #expect(unknown.contains { $0.table == "submission" && $0.count == 1 })
      #expect(!unknown.contains { $0.table == "file" })
    }
  }

  @Test("an earlier state is added by the statement that overwrites it, and never changed")
  func states() throws {
    let office = try WholeOffice()
    try office.database.write { connection in
      let day = WholeOffice.day
      func change(_ answer: String, _ known: Day) throws {
        try connection.run(
          "UPDATE submission SET answer = ?1, answer_known_on = ?2", .text(answer), SQLValue(known))
      }
      func asOf(_ day: Day) throws -> [String] {
        try EarlierStates.sendings(asOf: day, in: connection).map(\.answer)
      }
      let first = try connection.rows("SELECT answer FROM submission") { $0.text(0) }
      let other = first == ["rejected"] ? "accepted" : "rejected"
      try change(other, day.adding(days: 3))
      try change("received", day.adding(days: 5))
      #expect(try asOf(day.adding(days: -1)) == [])
      #expect(try asOf(day) == first)
      #expect(try asOf(day.adding(days: 2)) == first)
      #expect(try asOf(day.adding(days: 3)) == [other])
      #expect(try asOf(day.adding(days: 9)) == ["received"])
      // Recorded once more on an earlier day, as after a day was taken back.
      try change("none", day.adding(days: 1))
      #expect(try asOf(day.adding(days: 1)) == ["none"])
      #expect(try asOf(day.adding(days: 9)) == ["none"])
      #expect(throws: DatabaseFailure.self) {
        try connection.run("UPDATE submission_earlier SET answer = 'none'")
      }
      #expect(throws: DatabaseFailure.self) { try connection.run("DELETE FROM submission_earlier") }
    }
  }
}
