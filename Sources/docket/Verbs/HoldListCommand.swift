import ArgumentParser
import Billing
import Cells
import Operations

/// `docket hold list`: open holds, oldest first.
struct HoldListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List open holds, oldest first.",
    discussion: "A hold on a rental agreement stands once for each month that it keeps back.")

  @OptionGroup var options: OfficeOptions
  @OptionGroup var page: PageOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Who must act.") var team: Team?
  @Option(help: "Type of hold.")
  var type: HoldType?
  @Option(help: "A word of the payer's name.") var payer = ""

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let (rows, count) = try opened.office.openHolds(
      HoldQuery(
        team: team, type: type, payer: payer, offset: page.offset, limit: page.limit))
    opened.saw("holds", rows: rows.count, asJSON: json)
    if json {
      return try Output.only(json: [
        "count": .integer(count), "holds": .array(rows.map(Self.json)),
      ])
    }
    var output = Output()
    try output.line("\(MoneyText.count(count)) holds, oldest first")
    if !rows.isEmpty { try output.table(Self.table(rows)) }
    try output.finish()
  }

  private static func json(_ row: OpenHold) -> JSONValue {
    .object(
      row.hold.members(title: row.title, days: row.days) + [
        .init("item", .optional(row.item) { .integer($0.rawValue) }),
        .init("order", .foreign(row.orderNumber)),
        .init("patient", .foreign(row.patient)),
        .init("payer", .foreign(row.payer)),
        .init("procedure", .foreign(row.charge.procedure.description)),
        .init("service_from", .day(row.charge.serviceFrom)),
        .init("amount_cents", .cents(row.charge.amount)),
        .init("expected_cents", .cents(row.charge.expected)),
      ])
  }

  private static func table(_ rows: [OpenHold]) -> TextTable {
    var table = TextTable([
      .init("item", .trailing), .init("hold", .trailing), .init("order", limit: 20),
      .init("patient", limit: 20), .init("payer", limit: 22), .init("code"), .init("service"),
      .init("expected", .trailing), .init("days", .trailing), .init("team"),
      .init("reason", limit: 50),
    ])
    for row in rows {
      table.add(
        row.item.map { "\($0.rawValue)" } ?? "", "\(row.hold.id.rawValue)",
        "\(foreign: row.orderNumber)", "\(foreign: row.patient)", "\(foreign: row.payer)",
        "\(foreign: row.charge.procedure.description)", row.charge.serviceFrom.shown,
        row.charge.expected.shown, "\(row.days)", "\(foreign: row.hold.team.rawValue)",
        "\(foreign: row.title)")
    }
    return table
  }
}
