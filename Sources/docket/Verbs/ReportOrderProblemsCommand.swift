import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket report order-problems`: why orders came back, for those who can prevent it.
struct ReportOrderProblemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order-problems",
    abstract: "Causes of order problems: returned, found at a check, by team.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(
    help: ArgumentHelp(
      "First day; otherwise thirty days before the last one.", valueName: "day"))
  var from: String?
  @Option(help: ArgumentHelp("Last day; otherwise today.", valueName: "day"))
  var through: String?

  func run() throws {
    let office = try OpenOffice(options, for: .look).office
    let last = try DayArgument.readPast(through, "--through", today: office.today)
    let end = last ?? office.today
    let first = try DayArgument.readPast(from, "--from", today: office.today)
    let begin = first ?? end.adding(days: -30)
    guard begin <= end else {
      throw CommandFailure("--from \(begin.shown) is after --through \(end.shown)")
    }
    let report = try office.orderProblems(from: begin, through: end)
    if json { return try Output.only(json: Self.json(report)) }
    var output = Output()
    try output.line("Order problems from \(report.from.shown) to \(report.through.shown)")
    if !report.rows.isEmpty { try output.table(Self.table(report.rows)) }
    try output.finish()
  }

  private static func json(_ report: OrderProblemsReport) -> JSONValue {
    [
      "from": .day(report.from),
      "through": .day(report.through),
      "causes": .array(
        report.rows.map { row in
          [
            "cause": .foreign(row.cause.rawValue),
            "team": .foreign(row.team.rawValue),
            "returned": .integer(row.returned),
            "found": .integer(row.found),
            "examples": .array(row.examples.map { .foreign($0) }),
          ]
        }),
    ]
  }

  private static func table(_ rows: [OrderProblemRow]) -> TextTable {
    var table = TextTable([
      .init("cause"), .init("team"), .init("returned", .trailing), .init("found", .trailing),
      .init("example", limit: 60),
    ])
    for row in rows {
      table.add(
        "\(foreign: row.cause.title)", "\(foreign: row.team.title)",
        MoneyText.count(row.returned), MoneyText.count(row.found),
        "\(foreign: row.examples.first ?? "")")
    }
    return table
  }
}
