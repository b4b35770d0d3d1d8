package import Billing
import Database
import Store

extension Office {
  /// The business day of the office: that to which it was turned last; nil in one that has none yet.
  ///
  /// - Throws: Any failure of the database.
  package func businessDay() throws -> Day? {
    try database.read { try BusinessDay.kept(in: $0) }
  }

  /// The office on its business day, which follows the machine's date forwards.
  ///
  /// Where the date is further ahead than the office allows, or behind, the day stays: a wrong clock
  /// must not end anybody's limits. The first day of an office is that of the clock.
  ///
  /// - Parameters:
  ///   - clock: The date of the machine.
  ///   - leapDays: How many days ahead are believed.
  /// - Returns: The office, and its day beside the clock.
  /// - Throws: Any failure of the database.
  package func opened(
    on clock: Day, leapDays: Int
  ) throws -> (office: Office, standing: DayStanding) {
    _ = try finishDayBack()
    let day = try businessDay() ?? clock
    var standing = DayStanding(day: day, clock: clock, leapDays: leapDays)
    if !standing.isLeap, !standing.isClockBehind { standing.day = clock }
    let office = on(standing.day)
    try office.turn(.clock)
    return (office, standing)
  }

  /// The office on the date of the machine, however far ahead that is.
  ///
  /// - Throws: ``Refusal`` where no supervisor asks for it, or the clock is behind.
  package func openDay(_ clock: Day) throws -> Office {
    guard user.isSupervisor else { throw Refusal("Only a supervisor opens a day.") }
    if let day = try businessDay(), clock < day {
      throw Refusal(
        "The office stands at \(day), and the clock says \(clock): a day is never opened backwards. "
          + "See docket day back.")
    }
    let office = on(clock)
    try office.turn(.opened)
    return office
  }

  /// Turns to this office's day, and looks at what became of the files in its outbox.
  ///
  /// - Throws: Any failure of the database.
  package func turn(_ cause: DayTurnCause) throws {
    _ = try finishDayBack()
    guard try businessDay().map({ $0 < today }) ?? true else { return }
    try rollDay(cause)
    try recoverOutbox()
  }

  /// The same office on another day, with nothing in it changed.
  package func on(_ day: Day) -> Office {
    Office(
      database: database, rules: rules, user: user, session: session, today: day, outbox: outbox,
      processes: processes, warn: warn)
  }

  /// How the office came to its business day, newest first.
  ///
  /// - Throws: Any failure of the database.
  package func dayTurns() throws -> [DayTurn] {
    try database.read { try DayTurns.all(in: $0).map(\.turn).reversed() }
  }
}

/// The business day as the office keeps it.
enum BusinessDay {
  private static let setting = "day rolled"

  static func kept(in connection: Connection) throws -> Day? {
    try Settings.value(setting, in: connection).flatMap { Day($0) }
  }

  /// Turns the kept day, with a line that says who did it and what it made.
  static func turn(
    _ office: Office, to day: Day, cause: DayTurnCause, by user: String? = nil, charges: Int,
    items: Int, in connection: Connection
  ) throws {
    let turn = DayTurn(
      at: try office.now(connection), from: try kept(in: connection), to: day, cause: cause,
      user: user ?? office.user.name, charges: charges, items: items)
    try DayTurns.add(
      turn, chain: chain(after: try DayTurns.lastChain(in: connection), turn), in: connection)
    try Settings.set(setting, to: day.description, in: connection)
  }

  /// Every turn that does not follow from the one before it.
  static func breaks(in connection: Connection) throws -> [String] {
    var previous = ""
    return try DayTurns.all(in: connection).compactMap { turn, kept in
      let expected = chain(after: previous, turn)
      previous = kept
      return kept == expected ? nil : "the turn to \(turn.to) was changed, or one before it is gone"
    }
  }

  private static func chain(after previous: String, _ turn: DayTurn) -> String {
    JournalChain.next(
      after: previous,
      fields: [
        String(turn.at.rawValue), turn.from?.description ?? "", turn.to.description,
        turn.cause.rawValue, turn.user, String(turn.charges), String(turn.items),
      ])
  }
}
