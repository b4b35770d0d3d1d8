import ArgumentParser
import Cells
import Operations

/// `docket transmit arrived FILE`: the receiver has it, though nobody saw it whole in the outbox.
struct TransmitArrivedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arrived",
    abstract: "Say that the receiver has a file, also one that was gone too early.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Its name as it is shown, or its interchange control number.") var file: String

  func run() throws {
    let message = try OpenOffice(options, for: .work).office.confirmArrival(file)
    if json { return try Output.only(json: ["message": .foreign(message)]) }
    try Output.only(line: "\(foreign: message)")
  }
}
