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
  @Option(parsing: .unconditional, help: "What exactly is missing.") var note = ""
  @Argument(help: "The charge's item.") var item: String

  func run() throws {
    let office = try OpenOffice(options).office
    let entry = try HoldPlacing(
      reason: reason, team: team, owner: owner, review: review, isForAgreement: agreement,
      detail: note
    ).entry(office)
    try ItemDecision.take(
      Decision(.hold, note: note, details: .hold(entry)),
      on: try ItemReference.resolve(item, office), office
    ).tell(asJSON: json)
  }
}
