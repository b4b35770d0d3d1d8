import Billing
import Database
import Operations
import Rules
import Testing

/// An office in memory with a fixed business day.
struct TestOffice {
  let database: OfficeDatabase
  let office: Office

  init(today: String = "2026-01-20", user: String = "tlee", isSupervisor: Bool = false) throws {
    try self.init(
      database: Office.databaseInMemory(), today: today, user: user, isSupervisor: isSupervisor)
  }

  init(
    database: OfficeDatabase, today: String, user: String, isSupervisor: Bool = false,
    outbox: String = Scratch.folder()
  ) throws {
    self.database = database
    office = Office(
      database: database, rules: try RuleBook.shipped(),
      user: OfficeUser(name: user, isSupervisor: isSupervisor), session: "session of " + user,
      today: try #require(Day(today)), outbox: outbox)
  }

  /// The same office on another day or for another user.
  func on(_ day: String, user: String = "tlee", isSupervisor: Bool = false) throws -> TestOffice {
    try TestOffice(
      database: database, today: day, user: user, isSupervisor: isSupervisor,
      outbox: office.outbox)
  }
}
