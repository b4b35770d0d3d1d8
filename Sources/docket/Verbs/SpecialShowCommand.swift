import ArgumentParser
import Cells
import Desk
import Operations

/// `docket special show ITEM`: a piece of special work with what it needs.
struct SpecialShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a piece of special work with what it needs.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Argument(help: "Its item.") var item: String

  func run() throws {
    let opened = try OpenOffice(options, for: .look)
    let office = opened.office
    let detail = try office.item(try ItemReference.resolve(item, office))
    guard detail.special != nil else {
      throw CommandFailure(
        "item \(foreign: item) is no special work; see docket special list for what there is")
    }
    opened.saw(detail.look, asJSON: json)
    if json { return try Output.only(json: detail.json) }
    var output = Output()
    try detail.print(to: &output)
    try output.finish()
  }
}
