import ArgumentParser
import Cells
import Desk
import Operations

/// `docket transmit batches`: what went out, newest first, with what came back.
struct TransmitBatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches", abstract: "List the latest hundred batches with their answers.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let board = try OpenOffice(options, for: .look).office.transmission()
    if json {
      return try Output.only(json: [
        "batches": .array(board.batches.map(\.json)), "alarms": .integer(board.alarms),
      ])
    }
    guard !board.batches.isEmpty else { return try Output.only(line: "Nothing was sent yet.") }
    var output = Output()
    try output.table(BatchTable.of(board.batches))
    try output.finish()
  }
}
