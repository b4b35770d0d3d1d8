import ArgumentParser
import Billing
import Operations

/// `docket hold place ITEM`: a charge, or its whole agreement, is not billed for now.
struct HoldPlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place", abstract: "Place a hold on a charge or on its rental agreement.",
    discussion: "The reasons are those of: docket rules show hold-reason")

  @OptionGroup var options: OfficeOptions
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: ArgumentHelp("Why it is held.", valueName: "code")) var reason: String
  @Option(help: ArgumentHelp("The person who must act.", valueName: "user")) var owner: String?
  @Option(
    help:
      "Who must act; otherwise by the reason.")
  var team: Team?
  @Option(help: ArgumentHelp("When somebody looks at it again.", valueName: "day"))
  var review: String?
  @Flag(help: "Hold the months to come as well.") var agreement = false
  @Option(parsing: .unconditional, help: "What exactly is missing.") var note: String?
  @Argument(help: "The charge's item.") var item: String

  func run() throws {
    let office = try OpenOffice(options, for: .work).office
    var typed = TypedFields()
    try typed.set(.note, note)
    try typed.set("hold-reason", reason)
    try typed.set("owner", owner)
    try typed.set("team", team?.rawValue)
    try typed.set("review", review)
    try typed.set("agreement", agreement)
    try ItemDecision.take(.hold, typed, on: try ItemReference.resolve(item, office), office)
      .tell(asJSON: json)
  }
}
