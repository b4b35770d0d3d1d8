import Billing
import Cells
import CursesTerminal
import Database
import Foundation
import Operations
import Workstation

/// The workstation on one office, from the first screen to the last.
struct WorkstationSession {
  let paths: OfficePaths
  let options: OfficeOptions
  let screen: ScreenOptions
  let isMadeWhenMissing: Bool
  /// Whether the date of the machine is believed, however far ahead of the office it is.
  var opensDay = false

  /// Opens the screen and stays until the person leaves.
  ///
  /// - Throws: what is wrong and what to do; ``WorkstationEnd`` when a signal or a lost terminal
  ///   ended it.
  func run() throws {
    let folders = Folders()
    let environment = ProcessInfo.processInfo.environment
    let personal = screen.applied(
      to: try PersonalSettings(path: folders.configuration + "/settings.toml"))
    let library = ThemeLibrary(folders)
    let themeName = personal.theme ?? ThemeLibrary.usual
    let theme = try Self.theme(themeName, in: library, isAsked: personal.theme != nil)
    let keys = try KeysFile.read(folders.configuration + "/keys.toml")
    let views = ViewsFile(path: folders.configuration + "/views.toml")
    let saved = try views.read()
    if !isMadeWhenMissing { try OpenOffice.refuseIfMissing(paths) }
    let inbox = Inbox<Arrival>()
    let (opened, notice) = try OpenOffice.forScreen(
      paths, stated: options.today, mode: isMadeWhenMissing ? .createIfMissing : .readWrite,
      opensDay: opensDay
    ) { warning in
      inbox.post(.message(.refusedByTerminal(warning)))
    }
    if let notice { inbox.post(.message(.refusedByTerminal(notice.string))) }
    let runner = EffectRunner(
      office: opened.office, inbox: inbox, themes: library, views: views,
      looks: opened.looks)
    let watch = OfficeWatch(
      runner: runner, inbox: inbox, followsCalendar: options.today == nil,
      leapDays: opened.settings.leapDays)
    let wishes = CursesScreen.Wishes(
      theme: theme, colorFlag: screen.color, colorSetting: personal.color,
      isPlain: personal.isPlain, usesMouse: personal.usesMouse,
      crashNotice: Self.crashNotice(folders),
      altKeys: TextField.altKeys.union(Key.altCharacters(in: keys.values.joined())))
    var settings = Self.settings(
      opened, personal, themeName: theme.name, themes: library.names, keys: keys,
      views: saved)
    // Who hears the screen expects it to begin the same way each time.
    let places =
      personal.isPlain
      ? nil
      : LastPlaceFile(folders, office: paths.database, user: opened.office.user.name)
    settings.lastPlace = places?.read()
    watch.remember()
    let (end, place) = try MainActor.assumeIsolated {
      try Self.loop(
        wishes, environment: environment, inbox: inbox, settings: settings, runner: runner,
        watch: watch)
    }
    watch.stop()
    if let place { places?.keep(place) }
    try runner.end()
    if end.exitStatus != 0 { throw WorkstationEnd(exitStatus: end.exitStatus) }
  }

  @MainActor
  private static func loop(
    _ wishes: CursesScreen.Wishes, environment: [String: String], inbox: Inbox<Arrival>,
    settings: WorkstationSettings, runner: EffectRunner, watch: OfficeWatch
  ) throws -> (end: LoopEnd, place: LastPlace?) {
    var drawn = settings
    var driver: WorkstationDriver?
    do {
      let end = try TerminalSession.run(
        wishes, environment: environment, inbox: inbox,
        deadline: { driver?.alarm },
        opened: { screen in
          if drawn.glyphs == .unicode { drawn.glyphs = screen.glyphs }
          let new = WorkstationDriver(settings: drawn, runner: runner)
          driver = new
          new.start(&screen)
          runner.begin()
          watch.start()
        },
        handle: { event, screen in driver?.handle(event, &screen) ?? .stop },
        frame: { size in driver?.frame(size) ?? Frame(size: size) })
      return (end, driver?.lastPlace)
    } catch {
      throw CommandFailure("\(foreign: error.description)")
    }
  }

  /// A theme that somebody asked for must be there; without any theme file the screen still opens.
  private static func theme(
    _ name: String, in library: ThemeLibrary, isAsked: Bool
  ) throws(CommandFailure) -> Theme {
    if !isAsked, !library.names.contains(name) { return .mono }
    return try library.theme(name)
  }

  private static func crashNotice(_ folders: Folders) -> String {
    let notice: SafeText = """
      docket stopped unexpectedly. Your saved work is safe. Report: \
      \(foreign: folders.crashReports)
      """
    return notice.string + "\n"
  }

  private static func settings(
    _ opened: OpenOffice, _ personal: PersonalSettings, themeName: String, themes: [String],
    keys: [String: [String]], views: [SavedView]
  ) -> WorkstationSettings {
    let office = opened.office
    return WorkstationSettings(
      user: office.user.name, isSupervisor: office.user.isSupervisor, today: office.today,
      minutesFromUTC: LocalClock.minutesFromUTC(),
      glyphs: personal.isASCII ? .ascii : .unicode, isPlain: personal.isPlain,
      themeName: themeName, themes: themes, keys: keys, views: views,
      isMasked: personal.isMasked, dailyGoal: personal.dailyGoal,
      idleMinutes: personal.idleMinutes,
      afterDecision: personal.afterDecision ?? opened.settings.afterDecision)
  }
}
