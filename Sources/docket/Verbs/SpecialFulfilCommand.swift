import ArgumentParser
import Billing
import Cells
import Operations

/// `docket special fulfil ITEM`: makes the order or charge, where its evidence is there.
struct SpecialFulfilCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fulfil", abstract: "Make the order that is due, once its evidence is there.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: ArgumentHelp("Day of the visit, delivery or shipping.", valueName: "day"))
  var on: String
  @Option(
    help: ArgumentHelp(
      "Units delivered, by code; otherwise those that are due.", valueName: "A7030=1,A7032=2"))
  var delivered: String?
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note: String?
  @Argument(help: "Its item.") var item: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    try typed.set(.note, note)
    try typed.set(.on, on)
    try typed.set(units: delivered, "--delivered")
    try ItemDecision.take(.fulfil, typed, on: try ItemReference.resolve(item, office), office)
      .tell(asJSON: json)
  }
}
