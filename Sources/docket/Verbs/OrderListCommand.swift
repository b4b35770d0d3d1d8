import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket order list [TEXT]`: orders, newest first.
struct OrderListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List orders, newest first.")

  @OptionGroup var options: OfficeOptions
  @OptionGroup var page: PageOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Where they stand.")
  var standing: OrderStanding?
  @Argument(help: "Begins the order's number or the patient's name.") var text = ""

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let (rows, count) = try opened.office.orders(
      OrderQuery(text: text, standing: standing, offset: page.offset, limit: page.limit))
    opened.saw("orders", rows: rows.count, asJSON: json)
    if json {
      return try Output.only(json: [
        "count": .integer(count), "orders": .array(rows.map(Self.json)),
      ])
    }
    var output = Output()
    try output.line("\(MoneyText.count(count)) orders, newest first")
    if !rows.isEmpty { try output.table(Self.table(rows)) }
    try output.finish()
  }

  private static func json(_ row: OrderRow) -> JSONValue {
    [
      "number": .foreign(row.number),
      "patient": .foreign(row.patient),
      "payer": .foreign(row.payer),
      "procedure": .foreign(row.procedure),
      "service_date": .day(row.servedOn),
      "standing": .foreign(row.standing.rawValue),
      "charge_cents": .cents(row.charge),
      "item": .optional(row.item) { .integer($0.rawValue) },
    ]
  }

  private static func table(_ rows: [OrderRow]) -> TextTable {
    var table = TextTable([
      .init("order", limit: 24), .init("patient", limit: 24), .init("payer", limit: 30),
      .init("first item"), .init("service"), .init("charge", .trailing), .init("stands"),
      .init("item", .trailing),
    ])
    for row in rows {
      table.add(
        "\(foreign: row.number)", "\(foreign: row.patient)", "\(foreign: row.payer)",
        "\(foreign: row.procedure)", row.servedOn.shown, row.charge.shown,
        "\(foreign: row.standing.rawValue)", row.item.map { "\($0.rawValue)" } ?? "")
    }
    return table
  }
}
