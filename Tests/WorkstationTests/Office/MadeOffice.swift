import Billing
import Database
import Foundation
import Operations
import Rules

@testable import TestSupport

/// A made-up office: a real one over a database in memory, with a clock that a play moves.
///
/// Every play gets a copy of its own; the offices themselves are lived once a process.
final class MadeOffice {
  /// A Saturday.
  static let today = Day(year: 2026, month: 11, day: 21) ?? Day(rawValue: 0)
  /// 19:50 UTC on that day.
  static let now = Timestamp(rawValue: Int64(today.rawValue) * 86_400_000 + 71_400_000)

  /// The rules as they are shipped, for a supplier that sends claims.
  static let rules = Result {
    var rules = try RuleBook.shipped()
    rules.supplier = .riverside
    // Offices have reasons of their own beside those that are shipped.
    rules.holdReasons["portal-photo"] = HoldReasonRow(
      code: "portal-photo", title: "No photo of the delivery", type: .documentation,
      team: .fulfilment, document: .proofOfDelivery, reviewDays: 5)
    return rules
  }

  private static let lived = [
    "empty": Result { try OfficeYear().lived() },
    "office": Result { try OfficeYear.daily().lived() },
    "clear": Result { try OfficeYear.cleared().lived() },
    "many": Result { try OfficeYear.many(150).lived() },
    "orders": Result { try OfficeYear.ordered().lived() },
    "paper": Result { try OfficeYear.onPaper().lived() },
  ]

  let database: OfficeDatabase
  let clock: PlayClock
  /// What the office wrote and what it is given to read; gone with it.
  let folder: String

  /// A copy of an office that a screenplay names.
  init(named name: String) throws {
    guard let original = Self.lived[name] else { throw Refusal("There is no office \(name).") }
    let clock = PlayClock(Self.now)
    self.clock = clock
    database = try original.get().copyInMemory(clock: clock.read)
    folder = Scratch.folder()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The office as one person at one workstation sees it.
  func signedIn(
    _ user: String, isSupervisor: Bool = false, session: String? = nil
  ) throws -> Office {
    Office(
      database: database, rules: try Self.rules.get(),
      user: OfficeUser(name: user, isSupervisor: isSupervisor),
      session: session ?? "desk of " + user, today: Self.today, outbox: folder + "/outbox",
      processes: .none)
  }
}
