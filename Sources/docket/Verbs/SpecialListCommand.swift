import ArgumentParser
import Billing
import Cells
import Operations

/// `docket special list`: open special work, nearest first.
struct SpecialListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List special work that is due, nearest first.")

  @OptionGroup var options: OfficeOptions
  @OptionGroup var ahead: WeeksOption
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Kind of work.")
  var kind: SpecialKind?

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let rows = try opened.office.specialWork(kind, weeks: ahead.weeks)
    opened.saw("special work", rows: rows.count, asJSON: json)
    if json {
      return try Output.only(json: [
        "count": .integer(rows.count), "special": .array(rows.map(Self.json)),
      ])
    }
    var output = Output()
    try output.line("\(MoneyText.count(rows.count)) due within \(ahead.weeks) weeks")
    if !rows.isEmpty { try output.table(Self.table(rows)) }
    try output.finish()
  }

  private static func json(_ row: SpecialRow) -> JSONValue {
    .object(
      [
        .init("item", .optional(row.item) { .integer($0.rawValue) }),
        .init("patient", .foreign(row.patient)),
      ] + row.work.members)
  }

  private static func table(_ rows: [SpecialRow]) -> TextTable {
    var table = TextTable([
      .init("item", .trailing), .init("due"), .init("kind"), .init("patient", limit: 24),
      .init("for", limit: 20), .init("expected", .trailing), .init("stands"),
      .init("why", limit: 60),
    ])
    for row in rows {
      let due = row.work.due
      let more = due.items.count > 1 ? " +\(due.items.count - 1)" : ""
      table.add(
        row.item.map { "\($0.rawValue)" } ?? "", due.dueOn.shown, "\(foreign: due.kind.rawValue)",
        "\(foreign: row.patient)",
        "\(foreign: (due.items.first?.procedure.description ?? "") + more)",
        due.items.map(\.expected).total().shown, "\(foreign: row.work.standing.rawValue)",
        "\(foreign: due.reason)")
    }
    return table
  }
}
