import ArgumentParser
import Billing
import Operations

/// `docket special decline ITEM`: not wanted, or not needed.
struct SpecialDeclineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Close special work as not wanted or not needed.")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(parsing: .unconditional, help: "Why.") var note: String
  @Argument(help: "Its item.") var item: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    try typed.set(.note, note)
    try ItemDecision.take(.decline, typed, on: try ItemReference.resolve(item, office), office)
      .tell(asJSON: json)
  }
}
