import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket queue [NAME]`: all queues in numbers, or one queue in its order.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "Show the queues, or one queue in its order.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "How many items at most.") var limit = 50
  @Option(help: "How many items to leave out at the top.") var offset = 0
  @Option(parsing: .unconditional, help: "Only what fits, such as \"payer:medicare age>30\".")
  var filter = ""
  @Option(help: "Which part of the queue: \(Lane.allValueStrings.joined(separator: ", ")).")
  var lane = Lane.work
  @Option(help: "The order: \(WorkOrder.allValueStrings.joined(separator: ", ")).")
  var order = WorkOrder.rank
  @Argument(help: "The queue: \(QueueName.allValueStrings.joined(separator: ", ")).")
  var name: QueueName?

  func validate() throws {
    guard (0...1_000_000).contains(limit), (0...1_000_000_000).contains(offset) else {
      throw ValidationError("--limit and --offset are numbers from 0 up")
    }
  }

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let office = opened.office
    guard let name else { return try QueueOverview.show(office, asJSON: json) }
    let page = try office.page(
      PageRequest(
        queue: name, lane: lane, filter: try FilterArgument.read(filter, office), order: order,
        offset: offset, limit: limit))
    opened.saw("queue \(name.rawValue)", rows: page.rows.count, asJSON: json)
    if json { return try Output.only(json: Self.json(page)) }
    var output = Output()
    try output.line(
      """
      \(foreign: name.title), \(foreign: lane.title): \(MoneyText.count(page.count)) items, \
      \(MoneyText.dollars(page.expected.rawValue)) expected
      """)
    if !page.rows.isEmpty { try output.table(Self.table(page.rows)) }
    try output.finish()
  }

  static func json(_ page: QueuePage) -> JSONValue {
    [
      "queue": .foreign(page.request.queue.rawValue),
      "lane": .foreign(LaneName.of(page.request.lane)),
      "order": .foreign(page.request.order.rawValue),
      "count": .integer(page.count),
      "expected_cents": .cents(page.expected),
      "items": .array(
        page.rows.enumerated().map { index, row in
          row.json(rank: page.request.offset + index + 1)
        }),
    ]
  }

  static func table(_ rows: [QueueRow]) -> TextTable {
    var table = TextTable([
      .init("item", .trailing), .init("claim", limit: 20), .init("patient", limit: 20),
      .init("payer", limit: 22), .init("reason", limit: 18), .init("expected", .trailing),
      .init("due"), .init("left", .trailing), .init("who", limit: 12),
    ])
    for row in rows {
      table.add(
        "\(row.item.id.rawValue)", "\(foreign: row.reference)", "\(foreign: row.patient)",
        "\(foreign: row.payer)", "\(foreign: row.item.reasonCode)",
        MoneyText.dollars(row.item.expected.rawValue),
        "\(foreign: row.item.safe?.description ?? "")",
        row.daysLeft.map { "\($0)d" } ?? "",
        "\(foreign: row.item.lease?.user ?? row.item.owner ?? "")")
    }
    return table
  }
}

/// A filter as typed, read for this office.
enum FilterArgument {
  static func read(_ text: String, _ office: Office) throws(CommandFailure) -> WorkFilter {
    do {
      return try FilterParser.parse(text, today: office.today, user: office.user.name)
    } catch {
      throw CommandFailure(
        "--filter, character \(error.offset + 1): \(foreign: error.message)")
    }
  }
}
