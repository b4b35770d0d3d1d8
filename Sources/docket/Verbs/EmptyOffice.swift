import Billing
import Cells
import Database
import Foundation
import Operations
import SampleBilling

/// Makes a sample office with nothing in it: a supplier that does not exist, and no claims.
struct EmptyOffice {
  let paths: OfficePaths

  /// Whether it was made: false where a sample office is there.
  ///
  /// It appears whole and marked as a sample, or not at all. No day is rolled: the first one that is
  /// worked in it may be any.
  ///
  /// - Throws: that the office there is no sample, or what cannot be written.
  func makeUnlessThere() throws -> Bool {
    guard !paths.exists else {
      try refuseOther()
      return false
    }
    let made = paths.database + ".new-\(getpid())"
    let office = office(of: try Office.databaseInMemory())
    try office.markAsSample()
    if try SmallFile.text(paths.rules) == nil {
      try SmallFile.replace(paths.rules, with: SampleYearRules.text)
    }
    do {
      try office.database.copy(to: made)
      try DemoYear.move(made, to: paths.database)
    } catch {
      try? FileManager.default.removeItem(atPath: made)
      throw error
    }
    return true
  }

  private func refuseOther() throws {
    let database = try Office.openDatabase(paths.database, mode: .readWrite)
    guard try office(of: database).isSample() else {
      throw CommandFailure(
        """
        \(foreign: paths.database) is an office of its own, no sample office; name another place \
        with --office
        """)
    }
  }

  private func office(of database: OfficeDatabase) -> Office {
    Office(
      database: database, rules: RuleBook(), user: OfficeUser(name: "", isSupervisor: false),
      session: ShellSession.id, today: LocalClock.today(), outbox: paths.outbox)
  }
}
