import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket close`: days and months of the books.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close days and months of the books, and open them again.",
    discussion: """
      Nothing that is dated in a closed period changes: what comes later about such a day is dated \
      on the open one, and says which period it belongs to.
      """,
    subcommands: [
      CloseShowCommand.self, CloseDayCommand.self, CloseMonthCommand.self, CloseReopenCommand.self,
    ], defaultSubcommand: CloseShowCommand.self)
}

/// `docket close show`: what is closed, and who closed it.
struct CloseShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "What of the books is closed, and who closed and opened it.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    try BooksOutput.tell(OpenOffice(options, for: .look).office.books(), asJSON: json)
  }
}

/// `docket close day [DAY]`: closes everything through a day.
struct CloseDayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day", abstract: "Close a day, and everything before it (a supervisor).")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "A note; is kept with it.") var note = ""
  @Argument(help: "The day; otherwise today.") var day: String?

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    let day = try DayArgument.readPast(day, "DAY", today: office.today) ?? office.today
    try BooksOutput.tell(office.closeBooks(BookPeriod(day), note: note), asJSON: json)
  }
}

/// `docket close month [YYYY-MM]`: closes everything through the end of a month.
struct CloseMonthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month", abstract: "Close a month, and everything before its end (a supervisor).")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "A note; is kept with it.") var note = ""
  @Argument(help: "The month, 2026-10; otherwise the last one that is over.") var month: BookPeriod?

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    let period = month ?? BookPeriod(lastMonthBefore: office.today)
    try BooksOutput.tell(office.closeBooks(period, note: note), asJSON: json)
  }
}

/// `docket close reopen PERIOD`: asks that a period be opened again.
struct CloseReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Ask that a closed day or month, and all after it, be opened again.",
    discussion: """
      A supervisor who did not ask grants it: docket approval grant NUMBER, or on the screen.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "Why.") var reason: String
  @Argument(help: "The month, 2026-10, or the day, 2026-10-31.") var period: BookPeriod

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    try ApprovalOutput.tell([office.askToReopen(period, reason: reason)], asJSON: json)
  }
}

extension BookPeriod: ExpressibleByArgument {
  package init?(argument: String) {
    if let month = BookPeriod(month: argument) {
      self = month
    } else if let day = Day(argument) {
      self.init(day)
    } else {
      return nil
    }
  }
}

/// What is closed, as text and as JSON.
enum BooksOutput {
  static func tell(_ books: BooksStanding, asJSON: Bool) throws(CommandFailure) {
    if asJSON {
      return try Output.only(json: [
        "closed_through": .day(books.closedThrough),
        "closes": .array(
          books.closes.map { close in
            [
              "period": .foreign(close.period.description),
              "kind": .foreign(close.period.kind.rawValue),
              "from": .day(close.period.first),
              "through": .day(close.period.last),
              "reopened": .bool(close.isReopening),
              "user": .foreign(close.user),
              "on": .day(close.on),
              "reason": .foreign(close.reason),
              "receivable_cents": .cents(close.receivable),
              "approval": .optional(close.approval) { .integer($0.rawValue) },
            ]
          }),
      ])
    }
    var output = Output()
    try output.line(
      books.closedThrough.map { "The books are closed through \($0.shown)" }
        ?? "Nothing of the books is closed")
    guard !books.closes.isEmpty else { return try output.finish() }
    var table = TextTable([
      .init("period"), .init("what"), .init("by"), .init("on"), .init("receivables", .trailing),
      .init("why", limit: 60),
    ])
    for close in books.closes.prefix(20) {
      table.add(
        "\(foreign: close.period.description)", close.isReopening ? "opened" : "closed",
        "\(foreign: close.user)", close.on.shown, close.receivable.shown,
        "\(foreign: close.reason)")
    }
    try output.table(table)
    try output.finish()
  }
}
