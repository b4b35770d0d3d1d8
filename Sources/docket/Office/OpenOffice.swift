import Billing
import Cells
import Database
import Foundation
import Operations
import Rules

/// An office that is open, with everything that belongs to it.
struct OpenOffice {
  let paths: OfficePaths
  private(set) var office: Office
  let settings: OfficeSettings
  /// Where it is kept what a person saw.
  let looks: Looks

  /// What may happen when the file is not there.
  enum Missing {
    case isRefused
    case isMade
    /// Made at the usual place; refused where a person named a place, which is then a slip.
    case isMadeUnlessNamed
  }

  /// What it is opened for.
  enum Purpose {
    /// To be read: a look writes nothing, whatever day is stated.
    case look
    /// To be changed by a person.
    case work
    /// To take its day back: the day stays as it is until then.
    case back
    /// To take files in, which nobody may be watching.
    case files
  }

  /// Opens the office that the options, the environment or the settings name.
  ///
  /// Without a stated day the office's day follows the machine's date. With another day a look sees
  /// a private copy, and work is for sample offices.
  ///
  /// - Parameters:
  ///   - options: What the command line says.
  ///   - purpose: What it is opened for.
  ///   - missing: What may happen when the file is not there.
  ///   - session: The sign-in that will hold leases; one for the shell unless given.
  ///   - warn: Told what works still but will not for ever.
  /// - Throws: what is wrong and what to do.
  init(
    _ options: OfficeOptions, for purpose: Purpose, missing: Missing = .isRefused,
    session: String = ShellSession.id,
    warn: @escaping @Sendable (String) -> Void = { Complaint.say("\(foreign: $0)") }
  ) throws {
    let choice = try OfficeChoice(options)
    let mode = choice.mode(missing)
    let isThere = choice.paths.exists
    if case .readWrite = mode { try Self.refuseIfMissing(choice.paths) }
    if !isThere, options.today != nil { throw Self.onlyInSamples }
    try self.init(
      choice.paths, today: options.today ?? LocalClock.today(),
      mode: mode, session: session, warn: warn)
    if case .back = purpose {
      office = office.on(try office.businessDay() ?? office.today)
    } else if let day = options.today {
      try state(day, for: purpose)
    } else {
      let (opened, standing) = try office.opened(
        on: LocalClock.today(), leapDays: settings.leapDays)
      office = opened
      try Self.speak(of: standing, for: purpose)
    }
  }

  /// Opens the office for the workstation: what the new day moves is left to the program that runs.
  ///
  /// - Parameters:
  ///   - paths: Where it is.
  ///   - stated: The day of the command line.
  ///   - mode: Whether it may be made.
  ///   - opensDay: Whether the date of the machine is believed, however far ahead it is.
  ///   - warn: Told what works still but will not for ever.
  /// - Returns: The office and what is to be said of its day.
  /// - Throws: what is wrong and what to do.
  static func forScreen(
    _ paths: OfficePaths, stated: Day?, mode: OfficeDatabase.Mode, opensDay: Bool,
    warn: @escaping @Sendable (String) -> Void
  ) throws -> (opened: OpenOffice, notice: SafeText?) {
    if stated != nil, !paths.exists { throw onlyInSamples }
    let clock = LocalClock.today()
    var opened = try OpenOffice(
      paths, today: stated ?? clock, mode: mode, session: ShellSession.random(), warn: warn)
    if let stated {
      if try opened.office.isSample() { return (opened, nil) }
      try opened.state(stated, for: .look)
      return (
        opened,
        "A look at \(foreign: stated.description): nothing can be decided under another day."
      )
    }
    _ = try opened.office.finishDayBack()
    let standing = try opened.standing(on: clock)
    if standing.isLeap, opensDay, opened.office.user.isSupervisor {
      opened.office = try opened.office.openDay(clock)
      return (opened, nil)
    }
    if standing.isLeap || standing.isClockBehind { opened.office = opened.office.on(standing.day) }
    return (opened, standing.words)
  }

  /// The day of the office beside the clock; in one that has none yet it is that under which it was
  /// opened.
  func standing(on clock: Day = LocalClock.today()) throws -> DayStanding {
    DayStanding(
      day: try office.businessDay() ?? office.today, clock: clock, leapDays: settings.leapDays)
  }

  /// Goes to the day that was stated.
  private mutating func state(_ day: Day, for purpose: Purpose) throws {
    if case .look = purpose {
      guard try office.businessDay() != day else { return }
      office = try office.look(
        at: day, in: try PrivateCopy.make(of: office.database, at: paths))
      return
    }
    guard try office.isSample() else { throw Self.onlyInSamples }
    try office.turn(.stated)
  }

  private static let onlyInSamples = CommandFailure(
    """
    only a sample office can be worked in under a stated day: leave out --today, and the office is on \
    its own day (docket demo --empty makes a sample office)
    """)

  /// Says where the office's day is not the clock's.
  ///
  /// - Throws: where a person would decide under a day that may be wrong.
  private static func speak(
    of standing: DayStanding, for purpose: Purpose
  ) throws(CommandFailure) {
    guard let words = standing.words else { return }
    if standing.isLeap, case .work = purpose { throw CommandFailure(words) }
    Complaint.say(words)
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
    var rules = try OfficeRules.load(paths)
    settings = try OfficeSettings(paths)
    let name = Account.own.name
    looks = Looks(paths, user: name) { warn($0) }
    let database = try Office.openDatabase(paths.database, mode: mode, warn: { warn($0.message) })
    rules.isOfSample = try Office.isSample(database)
    office = Office(
      database: database, rules: rules,
      user: OfficeUser(
        name: name, isSupervisor: settings.isSupervisor(name, paths: paths),
        isPoster: settings.posters?.contains(name)),
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

extension DayStanding {
  /// What is to be done where the office's day is not the clock's; nil where they agree.
  var words: SafeText? {
    if isClockBehind {
      return """
        the office stands at \(foreign: day.description), and this machine's clock says \
        \(foreign: clock.description): check the clock; docket day shows how it came there
        """
    }
    guard isLeap else { return nil }
    return """
      the office stands at \(foreign: day.description), and this machine's clock says \
      \(foreign: clock.description), \(clock - day) days later: a supervisor opens that day with \
      docket day open
      """
  }
}
