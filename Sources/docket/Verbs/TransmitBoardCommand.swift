import ArgumentParser
import Billing
import Cells
import Desk
import Operations

/// `docket transmit`: what is ready by payer and clearinghouse, the latest batches, the alarms.
struct TransmitBoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "board", abstract: "Show what is ready to go out, and the latest batches.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let board = try OpenOffice(options, for: .look).office.transmission()
    if json { return try Output.only(json: Self.json(board)) }
    var output = Output()
    try Self.print(board, to: &output)
    try output.finish()
  }

  private static func json(_ board: TransmissionBoard) -> JSONValue {
    [
      "refusal": .optional(board.refusal) { .foreign($0) },
      "groups": .array(
        board.groups.map { group in
          [
            "payer": .foreign(group.payerName),
            "payer_key": .integer(group.payer.rawValue),
            "clearinghouse": .foreign(group.clearinghouse),
            "claims": .integer(group.claims),
            "secondary": .integer(group.secondary),
            "lines": .integer(group.lines),
            "total_cents": .cents(group.total),
            "next_due": .day(group.nextDue),
            "warnings": .integer(group.warnings),
          ]
        }),
      "batches": .array(board.batches.map(\.json)),
      "alarms": .integer(board.alarms),
    ]
  }

  private static func print(
    _ board: TransmissionBoard, to output: inout Output
  ) throws(CommandFailure) {
    if let refusal = board.refusal { try output.line("Nothing can be sent: \(foreign: refusal)") }
    if board.groups.isEmpty {
      try output.line("Nothing is ready.")
    } else {
      var table = TextTable([
        .init("payer", limit: 36), .init("by way of", limit: 24), .init("claims", .trailing),
        .init("secondary", .trailing), .init("lines", .trailing), .init("total", .trailing),
        .init("next due"), .init("look at", .trailing),
      ])
      for group in board.groups {
        table.add(
          "\(foreign: group.payerName)", "\(foreign: group.clearinghouse)",
          MoneyText.count(group.claims), MoneyText.count(group.secondary),
          MoneyText.count(group.lines), group.total.shown, group.nextDue.shown,
          MoneyText.count(group.warnings))
      }
      try output.table(table)
    }
    let latest = Array(board.batches.prefix(10))
    if !latest.isEmpty { try output.line() }
    if board.alarms > 0 {
      try output.line(
        "\(MoneyText.count(board.alarms)) batches have had no answer for more than a business day")
    }
    if !latest.isEmpty { try output.table(BatchTable.of(latest)) }
  }
}
