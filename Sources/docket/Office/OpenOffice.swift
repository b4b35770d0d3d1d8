import Billing
import Cells
import Database
import Foundation
import Operations
import Rules

/// An office that is open, with everything that belongs to it.
struct OpenOffice {
  let paths: OfficePaths
  let office: Office
  let settings: OfficeSettings

  /// What may happen when the file is not there.
  enum Missing {
    case isRefused
    case isMade
    /// Made at the usual place; refused where a person named a place, which is then a slip.
    case isMadeUnlessNamed
  }

  /// Opens the office that the options, the environment or the settings name.
  ///
  /// The day is rolled over if nobody has done so yet.
  ///
  /// - Parameters:
  ///   - options: What the command line says.
  ///   - missing: What may happen when the file is not there.
  ///   - session: The sign-in that will hold leases; one for the shell unless given.
  ///   - warn: Told what works still but will not for ever.
  /// - Throws: what is wrong and what to do.
  init(
    _ options: OfficeOptions, missing: Missing = .isRefused, session: String = ShellSession.id,
    warn: @escaping @Sendable (String) -> Void = { Complaint.say("\(foreign: $0)") }
  ) throws {
    let choice = try OfficeChoice(options)
    let mode = choice.mode(missing)
    if case .readWrite = mode { try Self.refuseIfMissing(choice.paths) }
    try self.init(
      choice.paths, today: options.today ?? LocalClock.today(),
      mode: mode, session: session, warn: warn)
    try office.rollDay()
  }

  /// Refuses an office that is not there, with what to do.
  static func refuseIfMissing(_ paths: OfficePaths) throws(CommandFailure) {
    guard !paths.exists else { return }
    throw CommandFailure(
      """
      there is no office at \(foreign: paths.database); docket import makes one, docket demo makes a \
      sample, --office names another
      """)
  }

  /// Opens an office at a place, without rolling the day.
  init(
    _ paths: OfficePaths, today: Day, mode: OfficeDatabase.Mode, session: String,
    warn: @escaping @Sendable (String) -> Void
  ) throws {
    self.paths = paths
    let rules = try OfficeRules.load(paths)
    settings = try OfficeSettings(paths)
    let name = Account.own.name
    let database = try Office.openDatabase(paths.database, mode: mode, warn: { warn($0.message) })
    office = Office(
      database: database, rules: rules,
      user: OfficeUser(name: name, isSupervisor: settings.isSupervisor(name, paths: paths)),
      session: session, today: today, outbox: paths.outbox, warn: warn)
  }
}

/// Which office is meant, and whether somebody named it.
struct OfficeChoice {
  let paths: OfficePaths
  let isNamed: Bool

  init(_ options: OfficeOptions) throws(CommandFailure) {
    let folders = Folders()
    let environment = ProcessInfo.processInfo.environment["DOCKET_OFFICE"] ?? ""
    let named: String? =
      if let path = options.office {
        path
      } else if !environment.isEmpty {
        environment
      } else {
        try PersonalSettings(path: folders.configuration + "/settings.toml").office
      }
    if let named, named.isEmpty {
      throw CommandFailure("--office needs the name of a file")
    }
    paths = OfficePaths(named ?? folders.data + "/office.docket")
    isNamed = named != nil
  }

  func mode(_ missing: OpenOffice.Missing) -> OfficeDatabase.Mode {
    switch missing {
    case .isRefused: .readWrite
    case .isMade: .createIfMissing
    case .isMadeUnlessNamed: isNamed ? .readWrite : .createIfMissing
    }
  }
}

/// The rules in force at an office.
enum OfficeRules {
  /// The shipped rules with the office's own file over them.
  static func load(_ paths: OfficePaths) throws(CommandFailure) -> RuleBook {
    let text = try SmallFile.text(paths.rules) ?? ""
    do {
      return try RulesFile.load(office: text)
    } catch {
      throw CommandFailure("\(foreign: paths.rules): \(foreign: error.description)")
    }
  }
}
