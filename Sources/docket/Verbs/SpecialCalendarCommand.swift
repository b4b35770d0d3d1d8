import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket special calendar`: what is coming, week by week.
struct SpecialCalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Show what is coming, week by week, with rental months.")

  @OptionGroup var options: OfficeOptions
  @OptionGroup var ahead: WeeksOption
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let board = try opened.office.calendar(weeks: ahead.weeks)
    opened.saw("calendar", rows: board.weeks.count, asJSON: json)
    if json { return try Output.only(json: Self.json(board)) }
    var output = Output()
    var table = TextTable([
      .init("week of"), .init("what"), .init("count", .trailing), .init("expected", .trailing),
      .init("first"), .init("patient", limit: 24), .init("item"),
    ])
    for week in board.weeks {
      for entry in week.entries {
        let first = entry.first.first
        table.add(
          week.monday.shown, "\(foreign: entry.kind?.title ?? "Rental months")",
          MoneyText.count(entry.count), entry.expected.shown, (first?.on).shown,
          "\(foreign: first?.patient ?? "")", "\(foreign: first?.procedure ?? "")")
      }
    }
    try output.table(table)
    try output.finish()
  }

  private static func json(_ board: CalendarBoard) -> JSONValue {
    [
      "today": .day(board.today),
      "weeks": .array(
        board.weeks.map { week in
          ["monday": .day(week.monday), "entries": .array(week.entries.map(json))]
        }),
    ]
  }

  private static func json(_ entry: CalendarEntry) -> JSONValue {
    [
      "kind": .foreign(entry.kind?.rawValue ?? "rental-month"),
      "count": .integer(entry.count),
      "expected_cents": .cents(entry.expected),
      "first": .array(
        entry.first.map { row in
          [
            "on": .day(row.on), "patient": .foreign(row.patient),
            "procedure": .foreign(row.procedure), "reason": .foreign(row.reason),
            "expected_cents": .cents(row.expected),
            "item": .optional(row.item) { .integer($0.rawValue) },
          ]
        }),
    ]
  }
}
