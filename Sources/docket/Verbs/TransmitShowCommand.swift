import ArgumentParser
import Operations

/// `docket transmit show BATCH`: one batch with its claims and what answered them.
struct TransmitShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a batch with its claims and what answered them.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Its number, its file, or its interchange control number.") var batch: String

  func run() throws {
    let detail = try OpenOffice(options, for: .look).office.batch(batch)
    if json { return try Output.only(json: detail.json) }
    var output = Output()
    try detail.print(to: &output)
    try output.finish()
  }
}
