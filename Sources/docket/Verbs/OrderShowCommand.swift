import ArgumentParser
import Desk
import Operations

/// `docket order show NUMBER`: one order with everything around it.
struct OrderShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an order with its payers, documents, findings and charges.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "The order's number.") var number: String

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let detail = try OrderReference.detail(number, opened.office)
    opened.saw(detail.look, asJSON: json)
    if json { return try Output.only(json: detail.json) }
    var output = Output()
    try detail.print(to: &output)
    try output.finish()
  }
}
