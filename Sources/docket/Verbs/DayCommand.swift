import ArgumentParser
import Billing
import Cells
import Operations

/// `docket day`: the business day of the office, and how it came there.
struct DayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day", abstract: "The business day of the office.",
    discussion: """
      The day follows the machine's date. Where that is far ahead, a supervisor opens it, so that a \
      wrong clock ends nobody's limits.
      """,
    subcommands: [
      DayShowCommand.self, DayOpenCommand.self, DayBackCommand.self, DayClockCommand.self,
    ],
    defaultSubcommand: DayShowCommand.self)
}

/// `docket day show`: the day, the clock, and the turns of the day.
struct DayShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The day, the clock, and how the office came to the day.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    try DayOutput.tell(try opened.standing(), try opened.office.dayTurns(), asJSON: json)
  }
}

/// `docket day open`: goes to the machine's date, however far ahead it is.
struct DayOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the machine's date, however far ahead it is.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    guard options.today == nil else {
      throw CommandFailure("the day that is opened is the machine's: leave out --today")
    }
    let opened = try OpenOffice(options, for: .look)
    let office = try opened.office.openDay(LocalClock.today())
    try DayOutput.tell(try opened.standing(), try office.dayTurns(), asJSON: json)
  }
}

/// `docket day back`: takes the last turn of the day back.
struct DayBackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "back", abstract: "Take the last turn of the day back.",
    discussion: """
      For a day that a wrong clock opened: set the clock right first. What the day made is taken \
      back; what people have worked since stays. Where it was cut off, it goes on.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let opened = try OpenOffice(options, for: .back)
    let clock = options.today ?? LocalClock.today()
    let office = opened.office
    if let day = try office.businessDay(), clock >= day, try !office.isSample() {
      throw CommandFailure(
        """
        the clock says \(foreign: clock.description): set it right first, or the office would turn \
        to that day again
        """)
    }
    let back = try office.backDay()
    try DayOutput.tell(try opened.standing(on: clock), try back.dayTurns(), asJSON: json)
  }
}

/// The day as text and as JSON.
enum DayOutput {
  static func tell(
    _ standing: DayStanding, _ turns: [DayTurn], asJSON: Bool
  ) throws {
    guard asJSON else { return try print(standing, turns) }
    try Output.only(json: [
      "day": .day(standing.day),
      "clock": .day(standing.clock),
      "leap_days": .integer(standing.leapDays),
      "is_leap": .bool(standing.isLeap),
      "is_clock_behind": .bool(standing.isClockBehind),
      "turns": .array(turns.map(json)),
    ])
  }

  private static func json(_ turn: DayTurn) -> JSONValue {
    [
      "day": .day(turn.to),
      "from": .day(turn.from),
      "at": .foreign("\(turn.at.day)T\(turn.at.hourAndMinute)Z"),
      "user": .foreign(turn.user),
      "cause": .foreign(turn.cause.rawValue),
      "charges": .integer(turn.charges),
      "items": .integer(turn.items),
    ]
  }

  private static func print(_ standing: DayStanding, _ turns: [DayTurn]) throws {
    var output = Output()
    try output.line(
      """
      Business day \(foreign: standing.day.description), clock \(foreign: standing.clock.description)
      """)
    if let words = standing.words { try output.line(words) }
    var table = TextTable([
      .init("day"), .init("from"), .init("why"), .init("by"), .init("charges", .trailing),
      .init("items", .trailing),
    ])
    for turn in turns.prefix(20) {
      table.add(
        "\(foreign: turn.to.description)", "\(foreign: turn.from?.description ?? "")",
        "\(foreign: turn.cause.words)", "\(foreign: turn.user)",
        MoneyText.count(turn.charges), MoneyText.count(turn.items))
    }
    try output.table(table)
    try output.finish()
  }
}

extension DayTurnCause {
  fileprivate var words: String {
    switch self {
    case .clock: "the date came"
    case .stated: "stated in a sample office"
    case .opened: "opened by a supervisor"
    case .back: "taken back by a supervisor"
    }
  }
}
