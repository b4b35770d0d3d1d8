package import Billing
package import Database
import Store

/// One office as one program sees it: its database, its rules, who is signed in, and the day.
///
/// Every use case is an extension of this value: the single door for screens, verbs and tests.
package struct Office: Sendable {
  package let database: OfficeDatabase
  package let rules: RuleBook
  package let user: OfficeUser
  /// This running program; leases belong to it.
  package let session: String
  /// The business day, given on the command line or read from the calendar once at the start.
  package let today: Day
  /// Folder into which 837P files are written, beside the database.
  package let outbox: String
  /// Where it is looked up whether the holder of a lease still runs.
  package let processes: Processes
  /// Told what was met beside a use case and somebody should know.
  package let warn: @Sendable (String) -> Void
  /// The day that facts get as the one on which they were recorded; ``today`` but for history.
  private(set) var known: Day

  package init(
    database: OfficeDatabase, rules: RuleBook, user: OfficeUser, session: String, today: Day,
    outbox: String, processes: Processes = .own,
    warn: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    known = today
    self.warn = warn
    self.processes = processes
    self.database = database
    self.rules = rules
    self.user = user
    self.session = session
    self.today = today
    self.outbox = outbox
  }

  /// The same office under another sign-in of the same person: what that one took, this may work on.
  package func signedIn(as session: String) -> Office {
    Office(
      database: database, rules: rules, user: user, session: session, today: today, outbox: outbox,
      processes: processes, warn: warn)
  }

  /// Opens the database of an office with the schema of this program.
  package static func openDatabase(
    _ path: String, mode: OfficeDatabase.Mode,
    clock: @escaping @Sendable () -> Int64 = MachineClock.milliseconds,
    warn: @escaping @Sendable (DatabaseWarning) -> Void = { _ in }
  ) throws(DatabaseFailure) -> OfficeDatabase {
    try OfficeDatabase(
      path: path, migrations: Schema.migrations, mode: mode, clock: clock, warn: warn)
  }

  /// An office in memory, for tests.
  package static func databaseInMemory(
    clock: @escaping @Sendable () -> Int64 = MachineClock.milliseconds
  ) throws(DatabaseFailure) -> OfficeDatabase {
    try OfficeDatabase.inMemory(migrations: Schema.migrations, clock: clock)
  }

  /// The same office, which records facts of a past day: a history that is loaded.
  func recording(_ day: Day) -> Office {
    var office = self
    office.known = min(day, today)
    return office
  }

  /// The place of what happens now among all events of the office.
  func sequence(_ connection: Connection) throws -> Timestamp {
    try OfficeSequence.now(in: connection)
  }

  /// The database's one clock, which goes back only where a supervisor mends it.
  func now(_ connection: Connection) throws -> Timestamp {
    Timestamp(rawValue: try connection.clockMilliseconds())
  }
}

/// A use case that was refused, in plain words with what to do.
package struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
  package var message: String
  /// The field of a decision that is wrong, where it is one.
  package var field: DecisionField.Name?

  package init(_ message: String, field: DecisionField.Name? = nil) {
    self.message = message
    self.field = field
  }

  package var description: String { message }
}
