import ArgumentParser
import Desk
import Operations

/// `docket transmit show FILE`: one file that went out, with what is in it and what answered it.
struct TransmitShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a file that went out, with what is in it and what answered it.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(
    help: ArgumentHelp(
      "Its name as it is shown, its interchange control number, or a batch's number.",
      valueName: "file"))
  var file: String

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let detail = try opened.office.outgoing(file)
    opened.saw(Look(.opened, "outgoing file", reference: file), asJSON: json)
    if json { return try Output.only(json: detail.json) }
    var output = Output()
    try detail.print(to: &output)
    try output.finish()
  }
}
