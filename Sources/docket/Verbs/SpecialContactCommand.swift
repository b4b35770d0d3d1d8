import ArgumentParser
import Billing
import Cells
import Operations

/// `docket special contact ITEM`: the patient was asked, and answered item by item.
struct SpecialContactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "Record what the patient wants, item by item.",
    discussion: """
      The answer is the refill request that a later charge needs. Nothing wanted at all closes \
      the work.
      """)

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: ArgumentHelp("Units by code; 0 is a no.", valueName: "A7030=1,A7032=2"))
  var want: String
  @Option(help: ArgumentHelp("Who asked for it.", valueName: "name")) var by: String
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note: String?
  @Argument(help: "Its item.") var item: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    try typed.set(.note, note)
    try typed.set(units: want, "--want")
    try typed.set("by", by)
    try ItemDecision.take(
      .contactPatient, typed, on: try ItemReference.resolve(item, office), office
    ).tell(asJSON: json)
  }
}
