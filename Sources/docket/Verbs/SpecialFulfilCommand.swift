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
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note = ""
  @Argument(help: "Its item.") var item: String

  func run() throws {
    let office = try OpenOffice(options).office
    guard let day = try DayArgument.readPast(on, "--on", today: office.today) else { return }
    try ItemDecision.take(
      Decision(.fulfil, note: note, details: .fulfilment(on: day, [])),
      on: try ItemReference.resolve(item, office), office
    ).tell(asJSON: json)
  }
}
